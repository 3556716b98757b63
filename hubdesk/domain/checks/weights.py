"""Sharing a cost: somebody to share it, and everybody named with something to share it by."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hubdesk.domain.area import Area
from hubdesk.domain.checks.sharing import has_size, in_force, in_service, weights
from hubdesk.domain.checks.spells import Amount, Spell, above_zero, when, within
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.cost_line import Basis, CostLine, Participant, Recovery, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.timeline import ONE_DAY

_DESK_BASES = (Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS)


class _Weights:
    """The dated amounts of each basis, worked out once for all lines that share by it."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._by_basis: dict[tuple[Basis, str], dict[RecordId, list[Amount]]] = {}
        self._vacant: dict[Basis, tuple[Spell, ...]] = {}

    def of(self, line: CostLine) -> dict[RecordId, list[Amount]]:
        if (key := (line.basis, line.driver)) not in self._by_basis:
            grouped: defaultdict[RecordId, list[Amount]] = defaultdict(list)
            for agency, amount in weights(self._hub, line):
                grouped[agency].append(amount)
            self._by_basis[key] = dict(grouped)
        return self._by_basis[key]

    def vacant(self, line: CostLine) -> tuple[Spell, ...]:
        """When the host bears vacant desks of this line: capacity above what the basis counts."""
        if line.basis not in _DESK_BASES or line.vacant is VacantPolicy.SHARED:
            return ()
        if line.basis not in self._vacant:
            counted = [
                Amount(one.first, one.last, -one.desks)
                for amounts in self.of(line).values()
                for one in amounts
            ]
            self._vacant[line.basis] = above_zero([*in_service(self._hub), *counted])
        return self._vacant[line.basis]


def unshared(hub: Hub) -> Iterator[Problem]:
    """Shared cost lines with days on which nobody has a weight: the host bears those."""
    known = _Weights(hub)
    for line in _shared_lines(hub):
        fixed = {one.agency: one.percent for one in hub.fixed_shares_of.get(line.id, ())}
        if sum(fixed.values()) >= 100:
            continue
        named_list = hub.participants_of.get(line.id)
        amounts = [
            Amount(one.first, one.last, min(one.desks, 1))
            for agency, weighed in known.of(line).items()
            if agency not in fixed and (named_list is None or agency in named_list)
            for one in weighed
        ]
        amounts += (Amount(one.first, _open(one.last), 1) for one in known.vacant(line))
        bare = _gaps(above_zero(amounts), *_days(hub, line))
        if bare:
            yield warning(
                "cost-line-unshared",
                f"There is no one to charge {when(bare)}; the host bears that part",
                named(hub, line),
                "Choose another basis or other participants, or let the host bear it",
                (line.id,),
                "basis",
            )


def participants_without_weight(hub: Hub) -> Iterator[Problem]:
    """Agencies on a line's named list that have nothing to share it by, and no fixed share."""
    known = _Weights(hub)
    for one in hub.all(Participant):
        line = hub.cost_lines[one.cost_line]
        if line.recovery is not Recovery.SHARED:
            continue
        if any(fixed.agency == one.agency for fixed in hub.fixed_shares_of.get(line.id, ())):
            continue
        if within(above_zero(known.of(line).get(one.agency, ())), *_days(hub, line)):
            continue
        agency = hub.agencies[one.agency]
        yield warning(
            "participant-without-weight",
            f"{agency.code} takes part but has nothing to share it by ({line.basis_name})",
            named(hub, line),
            f"Give {agency.code} what the basis counts, choose another basis, or take it off the list",
            (one.id, line.id, agency.id),
            "agency",
        )


def figures_after_leaving(hub: Hub) -> Iterator[Problem]:
    """Driver figures above zero after the agency's last licence day: they are still charged."""
    for figure in hub.driver_figures.values():
        licences = hub.licences_of.get(figure.agency, ())
        lasts = [one.last for one in licences if one.last is not None]
        if not lasts or len(lasts) < len(licences) or (left := max(lasts)) == date.max:
            continue
        spells = within(above_zero(in_force(figure)), left + ONE_DAY, date.max)
        if spells:
            yield warning(
                "driver-after-leaving",
                f"The figure is above zero {when(spells)}, after the agency's last licence day",
                named(hub, figure),
                "Add a step to 0 from the day it left, unless it is still to be charged",
                (figure.id, figure.agency),
                "figures",
            )


def areas_without_size(hub: Hub) -> Iterator[Problem]:
    """Areas of sole use that count for nothing although costs are shared by area."""
    if not any(line.basis is Basis.AREA for line in _shared_lines(hub)):
        return
    for area in hub.all(Area):
        if area.agency is not None and not has_size(area):
            yield warning(
                "area-without-size",
                "It is for one agency's sole use and costs are shared by area, but it has no size",
                named(hub, area),
                "Type its square metres or draw its outline",
                (area.id,),
                "area_m2",
            )


def _shared_lines(hub: Hub) -> Iterator[CostLine]:
    return (line for line in hub.cost_lines.values() if line.recovery is Recovery.SHARED)


def _days(hub: Hub, line: CostLine) -> tuple[date, date]:
    year = hub.charging_year(line.year)
    return line.first or year.first, line.last or year.last


def _gaps(covered: tuple[Spell, ...], first: date, last: date) -> tuple[Spell, ...]:
    """The spells from `first` to `last` that `covered` leaves out."""
    taken = [Amount(one.first, _open(one.last), -1) for one in covered]
    return above_zero([Amount(first, last, 1), *taken])


def _open(last: date) -> date | None:
    return None if last == date.max else last
