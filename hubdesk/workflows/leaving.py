"""What becomes of everything an agency has when it leaves: told before it is done."""

from collections.abc import Iterator, Sequence
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import counted, named
from hubdesk.domain.record_tables import R


def what_ends(change: Change, agency: RecordId) -> tuple[str, ...]:
    """What `change`, by which `agency` leaves, ends: "Licence L03 ends", "6 desks become vacant"."""
    return tuple(_told(_before(change, Licence), change, agency))


def what_goes_on(hub: Hub, change: Change, agency: RecordId, last: date) -> tuple[str, ...]:
    """What of the agency stays after `last`: fixed shares that it goes on paying, lists that it is on."""
    gone = {edit.id for edit in change.edits if edit.after is None}
    found = []
    for share in hub.all(FixedShare):
        line = hub.cost_lines[share.cost_line]
        if share.agency == agency and share.id not in gone and _runs_beyond(hub, line, last):
            code = hub.agencies[agency].code
            found.append(
                f"{code} goes on paying {share.percent:f} % of {named(hub, line)}: a fixed share holds for "
                "as long as the line runs. End the line and begin another on the Costs page to share it anew"
            )
    named_in = {
        one.cost_line
        for one in hub.all(Participant)
        if one.agency == agency and _runs_beyond(hub, hub.cost_lines[one.cost_line], last)
    }
    if named_in:
        lines = counted(len(named_in), "cost line")
        found.append(f"It stays among the participants of {lines}, without a share from then on")
    return tuple(sorted(found))


def _runs_beyond(hub: Hub, line: CostLine, last: date) -> bool:
    return (line.last or hub.charging_year(line.year).last) > last


def _told(licences: Sequence[Licence], change: Change, agency: RecordId) -> Iterator[str]:
    yield from (f"Licence {one.code} ends" for one in sorted(licences, key=lambda one: one.code))
    if awards := _before(change, Concession):
        yield f"{counted(len(awards), 'award')} {'ends' if len(awards) == 1 else 'end'} with that"
    ending = _before(change, Allocation)
    if sat := {one.desk for one in ending if one.agency == agency}:
        yield f"{counted(len(sat), 'desk')} {'becomes' if len(sat) == 1 else 'become'} vacant"
    if paid := {one.desk for one in ending if one.agency != agency}:
        yield f"{counted(len(paid), 'desk')} that it pays for: whoever sits there pays from then on"
    if areas := _before(change, Area):
        yield f"{counted(len(areas), 'area')} of its sole use: nobody’s from then on"
    if figures := _before(change, DriverFigure):
        names = ", ".join(sorted(one.driver for one in figures))
        yield f"{counted(len(figures), 'driver figure')}: none from then on ({names})"
    if shares := _before(change, FixedShare):
        yield f"{counted(len(shares), 'fixed share')} of costs that start later: taken away"


def _before(change: Change, kind: type[R]) -> list[R]:
    """The records of that kind that the change ends, as they were."""
    return [edit.before for edit in change.edits if isinstance(edit.before, kind)]
