"""Checks: pure functions from a hub to the problems in it, one file to a subject.

A new check is a function `Hub -> Iterator[Problem]` and a place in one of the lists below; what a
problem costs is added by the workflows.
"""

from collections.abc import Callable, Iterable

from hubdesk.domain.change import Change
from hubdesk.domain.checks import (
    allocations,
    bounds,
    building,
    codes,
    concessions,
    costs,
    drop_ins,
    figures,
    ledger,
    placing,
    rates,
    references,
    settings,
    texts,
    underlays,
    vat,
    weights,
)
from hubdesk.domain.checks.scope import around
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, Severity

Check = Callable[[Hub], Iterable[Problem]]

STRUCTURE: tuple[Check, ...] = (
    references.dangling,
    references.no_host,
    references.one_of_each,
    settings.year_start,
    bounds.not_numbers,
)
"""Errors that leave nothing firm to check relations on."""

SINGLE: tuple[Check, ...] = (
    codes.duplicate_codes,
    codes.blank_codes,
    codes.reserved_codes,
    codes.driver_names,
    codes.one_to_a_pair,
    figures.last_before_first,
    figures.percentages,
    figures.negative_figures,
    figures.negative_for_placing,
    bounds.too_large,
    building.sizes,
    building.outlines,
    building.colours,
    underlays.names,
    underlays.sizes,
    underlays.opacities,
    concessions.scopes,
    placing.links,
    placing.rules,
    placing.drop_ins,
    costs.unknown_drivers,
    vat.unknown_codes,
    settings.currency,
    ledger.map_twice,
    texts.too_long,
    texts.not_printable,
    texts.too_many_columns,
)
"""Errors that can be seen in records by themselves, however they hang together."""

RELATIONS: tuple[Check, ...] = (
    concessions.overlapping,
    rates.desks_without_rate,
    costs.days_outside_year,
    costs.fixed_shares_over_100,
    allocations.overlapping,
)
"""Errors between records, for hubs whose structure is sound."""

ADVICE: tuple[Check, ...] = (
    vat.blank_codes,
    vat.codes_without_rate,
    vat.needless_rates,
    ledger.missing_codes,
    ledger.masks,
    costs.credits_among_costs,
    weights.unshared,
    weights.participants_without_weight,
    weights.figures_after_leaving,
    weights.areas_without_size,
    building.desks_out_of_place,
    allocations.outside_service,
    allocations.beyond_licence,
    allocations.licensed_beyond_service,
    drop_ins.crowded,
    drop_ins.area_closed,
)
"""What is to be settled before issue, and warnings."""


def problems(hub: Hub) -> tuple[Problem, ...]:
    """Everything the matter with `hub`: errors, then what to settle before issue, then warnings."""
    found = [*errors(hub)]
    if not any(problem.code in _STRUCTURAL_CODES for problem in found):
        found += [problem for check in ADVICE for problem in check(hub)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda problem: order.index(problem.severity)))


def errors(hub: Hub) -> tuple[Problem, ...]:
    """What stands in the way of any figures: the errors among `problems`, without looking for the rest."""
    structural = [problem for check in STRUCTURE for problem in check(hub)]
    found = structural + [problem for check in SINGLE for problem in check(hub)]
    if not structural:
        found += [problem for check in RELATIONS for problem in check(hub)]
    return tuple(found)


def errors_of(hub: Hub, change: Change) -> tuple[Problem, ...]:
    """The errors that `change` brings into `hub`; those that it leaves as they were are not its own.

    Looks only around the records that the change touches. Raises Stale if it does not fit the hub.
    """
    after = errors(around(hub.applying(change), change))
    if not after:
        return ()
    known = {(one.code, one.where, one.records, one.field) for one in errors(around(hub, change))}
    return tuple(one for one in after if (one.code, one.where, one.records, one.field) not in known)


_STRUCTURAL_CODES = frozenset(
    {
        "reference-dangling",
        "settings-twice",
        "host-missing",
        "desk-rate-not-one",
        "year-start-not-1-to-28",
        "figure-not-a-number",
    }
)
