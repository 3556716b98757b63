"""What gives an agency a weight in a basis, as dated amounts (charging rules, section 4)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from hubdesk.domain.area import Area
from hubdesk.domain.checks.spells import Amount
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.days import common_days
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.geometry import double_area
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence

Weighed = tuple[RecordId, Amount]


def licensed(licence: Licence) -> Iterator[Amount]:
    """The desks of `licence`, dated."""
    end = licence.last or date.max
    for span in licence.desks.spans(licence.first, end):
        yield Amount(span.first, None if span.last == date.max else span.last, span.value)


def allocated(hub: Hub) -> Iterator[Weighed]:
    """The desks assigned to each agency that pays for them, while they are in service."""
    for one in hub.allocations.values():
        common = common_days(one, hub.desks[one.desk])
        if common:
            yield one.payer, Amount(*common, 1)


def weights(hub: Hub, line: CostLine) -> Iterator[Weighed]:
    """Each agency's amounts in the basis of `line`, participant or not; sizes but for zero count as 1."""
    match line.basis:
        case Basis.LICENSED_DESKS:
            yield from ((one.agency, amount) for one in hub.licences.values() for amount in licensed(one))
        case Basis.ALLOCATED_DESKS:
            yield from allocated(hub)
        case Basis.AREA:
            for area in hub.areas.values():
                if area.agency is not None and has_size(area):
                    yield area.agency, Amount(area.first, area.last, 1)
        case Basis.EQUAL:
            yield from ((one.agency, Amount(one.first, one.last, 1)) for one in hub.licences.values())
        case Basis.DRIVER:
            for figure in hub.figures_of.get(line.driver, ()):
                yield from ((figure.agency, amount) for amount in in_force(figure))


def in_force(figure: DriverFigure) -> Iterator[Amount]:
    """The days on which a driver's figure is above zero, as 1."""
    for span in figure.figures.spans(date.min, date.max):
        if span.value > 0:
            yield Amount(span.first, None if span.last == date.max else span.last, 1)


def beyond_licences(hub: Hub) -> Mapping[RecordId, list[Amount]]:
    """For each agency that pays for desks on the plan: those, less the desks that it is licensed for."""
    surplus: defaultdict[RecordId, list[Amount]] = defaultdict(list)
    for payer, amount in allocated(hub):
        surplus[payer].append(amount)
    for agency in surplus:
        surplus[agency] += less_licensed(hub, agency)
    return surplus


def less_licensed(hub: Hub, agency: RecordId) -> Iterator[Amount]:
    """The desks that `agency` is licensed for, to be taken off what is allocated."""
    for licence in hub.licences_of.get(agency, ()):
        yield from map(_less, licensed(licence))


def beyond_service(hub: Hub) -> Iterator[Amount]:
    """The desks that are licensed, less those in service."""
    for licence in hub.licences.values():
        yield from licensed(licence)
    yield from map(_less, in_service(hub))


def _less(amount: Amount) -> Amount:
    return amount._replace(desks=-amount.desks)


def in_service(hub: Hub) -> Iterator[Amount]:
    """The capacity: one for each desk, of every kind, while it is in service."""
    return (Amount(desk.first, desk.last, 1) for desk in hub.desks.values())


def has_size(area: Area) -> bool:
    """Whether an area counts for any square metres."""
    return area.area_m2 > 0 if area.area_m2 is not None else bool(double_area(area.outline))
