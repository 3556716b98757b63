"""Why somebody has that part of a cost in a year: the days, weights and fixed shares behind it."""

from collections.abc import Sequence
from decimal import Decimal

from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.charging.workings import Step, Unit, Working, fact, worked
from hubdesk.charging.workings.shared import SharedWorkings
from hubdesk.charging.workings.weights import WeightWorkings
from hubdesk.domain.cost_line import CostLine, FixedShare
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import percent
from hubdesk.domain.period import Billing, Period
from hubdesk.workflows.costs.reckoned import reckoned
from hubdesk.workflows.costs.shares import Bears, Sharer


def part_working(hub: Hub, line: RecordId, sharer: Sharer, issued: Sequence[Run] = ()) -> Working | None:
    """How the part of `sharer` in the cost line came about, as a fraction of the whole cost of its year.

    None where the line is not shared. Raises KeyError if it is gone.
    """
    record = hub.cost_lines[line]
    reckoning = reckoned(hub, record.year, issued)
    fixed = reckoning.facts.hub.fixed_shares_of.get(line, ())
    mine = next((one for one in fixed if one.agency == sharer.agency), None)
    if mine is not None and sharer.bears is Bears.ITSELF:
        return _fixed(mine)
    return _by_basis(reckoning, record, sharer, fixed)


def _fixed(share: FixedShare) -> Working:
    return fact("fixed share", percent(share.percent), Unit.FRACTION, share.id)


def _by_basis(
    reckoning: Reckoning, line: CostLine, sharer: Sharer, fixed: Sequence[FixedShare]
) -> Working | None:
    year = Period(reckoning.facts.year, Billing.YEAR, 1)
    one = reckoning.apportionment(line, year) if line in reckoning.shared_lines else None
    if one is None:
        return None
    shared = SharedWorkings(one, reckoning, WeightWorkings(reckoning))
    days = fact(f"days of {line.code} in {year.name}", one.split.parts.days, Unit.DAYS, line.id)
    of_days = worked(
        f"{sharer.called(reckoning.facts.hub)}, of the days",
        Unit.FRACTION,
        Step.QUOTIENT,
        _days(shared, sharer),
        days,
    )
    if not fixed:
        return of_days
    rest = worked(
        "what fixed shares leave",
        Unit.FRACTION,
        Step.DIFFERENCE,
        fact("the whole", percent(Decimal(100)), Unit.FRACTION),
        *map(_fixed, fixed),
    )
    what = f"the part of {sharer.called(reckoning.facts.hub)} in {line.code}"
    return worked(what, Unit.FRACTION, Step.PRODUCT, rest, of_days)


def _days(shared: SharedWorkings, sharer: Sharer) -> Working:
    match sharer.bears:
        case Bears.VACANT:
            return shared.vacant_part()
        case Bears.UNSHARED:
            return shared.unshared_part()
        case Bears.ITSELF:
            return shared.part(sharer.agency)
