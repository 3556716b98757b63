"""Agencies: joining, changing, leaving."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare
from hubdesk.domain.days import in_words
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import counted
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.ending import ended
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed
from hubdesk.editing.steps import ending_at


def add(hub: Hub, *agencies: Agency) -> Change:
    """New agencies. Raises Refused if one with its id is there already."""
    return added(hub, *agencies)


def change(hub: Hub, *agencies: Agency) -> Change:
    """Each agency as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *agencies)


def rename(hub: Hub, agency: RecordId, code: str) -> Change:
    """Another code for the agency."""
    before = found(hub, Agency, agency)
    return renamed(hub, before, replace(before, code=code))


def remove(hub: Hub, agency: RecordId) -> Change:
    """For one entered by mistake. Raises Refused for the host, and where charges hang on it."""
    record = found(hub, Agency, agency)
    if agency == hub.settings.host:
        raise refusal(
            "host-stays",
            "The host cannot be removed",
            f"agency {record.code}",
            "Make another agency the host first",
            record,
        )
    return removed(hub, record)


def join(hub: Hub, agency: Agency, licence: Licence, *awards: Concession) -> Change:
    """An agency, new or back again, with a licence and the awards on it."""
    newcomer = () if agency.id in hub.agencies else (agency,)
    records = added(hub, *newcomer, licence, *awards)
    desks = counted(licence.desks_on(licence.first), "desk")
    return Change(f"{agency.code} joins with {desks} from {in_words(licence.first)}", records.edits)


def leave(hub: Hub, agency: RecordId, last: date) -> Change:
    """The agency's last day: its licences, awards, desks, areas and driver figures end with it.

    What would start later goes, its fixed shares of cost lines that start later among it; one of a line
    that runs already holds for as long as the line does (charging rules, section 4). Desks that it pays
    for and another sits at are that other's from then on. Raises Refused if nothing of it goes on beyond
    that day.
    """
    record = found(hub, Agency, agency)
    edits = tuple(_leaving(hub, agency, last))
    if not edits:
        raise refusal(
            "left-already",
            f"Nothing of it goes on after {in_words(last)}",
            f"agency {record.code}",
            "Choose an earlier day",
            record,
        )
    return Change(f"{record.code} leaves on {in_words(last)}", edits)


def _leaving(hub: Hub, agency: RecordId, last: date) -> Iterator[Edit]:
    for licence in hub.licences_of.get(agency, ()):
        for award in hub.awards_of.get(licence.id, ()):
            yield from ended(award, last) if licence.first <= last else (Edit(award, None),)
        yield from ended(licence, last)
    for allocation in hub.allocations.values():
        if allocation.agency == agency:
            yield from ended(allocation, last)
        elif allocation.charged_to == agency:
            yield from _paying_no_more(allocation, last)
    for area in hub.all(Area):
        if area.agency == agency and (area.last is None or area.last > last):
            begun = area.first is None or area.first <= last
            yield Edit(area, replace(area, last=last) if begun else replace(area, agency=None))
    for figure in hub.all(DriverFigure):
        if figure.agency == agency:
            yield from _weighing_no_more(figure, last)
    yield from _sharing_no_more(hub, agency, last)


def _sharing_no_more(hub: Hub, agency: RecordId, last: date) -> Iterator[Edit]:
    """Fixed shares of what starts after `last` go."""
    for share in hub.all(FixedShare):
        if share.agency == agency and _starts(hub, hub.cost_lines[share.cost_line]) > last:
            yield Edit(share, None)


def _starts(hub: Hub, line: CostLine) -> date:
    """The first day on which the cost of `line` falls."""
    return line.first or hub.charging_year(line.year).first


def _weighing_no_more(figure: DriverFigure, last: date) -> Iterator[Edit]:
    """The figure is 0 from the day after `last`; one that would begin only then goes."""
    figures = ending_at(figure.figures, last, Decimal(0))
    if figures != figure.figures:
        yield Edit(figure, replace(figure, figures=figures) if figures else None)


def _paying_no_more(allocation: Allocation, last: date) -> Iterator[Edit]:
    """Whoever sits there pays from the day after `last`."""
    if allocation.last is not None and allocation.last <= last:
        return
    own = replace(allocation, charged_to=None)
    if allocation.first > last:
        yield Edit(allocation, own)
    else:
        yield Edit(allocation, replace(allocation, last=last))
        yield Edit(None, replace(own, id=new_id(), first=last + ONE_DAY))
