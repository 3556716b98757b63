"""What a change to the hub touches of the floor on screen, so that nothing else is drawn anew."""

from dataclasses import dataclass

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.desk import Desk
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.query import Query
from hubdesk.domain.record import Record
from hubdesk.domain.review import AgencyReview, ReviewRound


@dataclass(frozen=True, slots=True)
class Touched:
    """The parts of one floor that are to be drawn anew."""

    put: tuple[Desk, ...] = ()
    """Desks that came, or are not as they were."""
    gone: tuple[RecordId, ...] = ()
    """Desks that are on the floor no longer."""
    floor: bool = False
    areas: bool = False
    colours: bool = False
    """Whether any desk may be coloured otherwise than it was, and not only those of `seats`."""
    seats: frozenset[RecordId] = frozenset()
    """Desks whose allocations are not as they were, on whatever floor they are."""
    places: bool = False
    """Whether a desk, on whatever floor, may be in another area than it was: areas are told apart from
    those of all floors in which desks stand."""


def touched(change: Change, floor: RecordId) -> Touched:
    """What of `floor` there is to draw anew after `change`."""
    desks = [edit for edit in change.edits if edit.kind is Desk]
    put = tuple(edit.after for edit in desks if isinstance(edit.after, Desk) and edit.after.floor == floor)
    gone = tuple(edit.id for edit in desks if _on(edit.before, floor) and not _on(edit.after, floor))
    kinds = {edit.kind for edit in change.edits}
    areas = any(
        edit.kind is Area and (_on(edit.before, floor) or _on(edit.after, floor)) for edit in change.edits
    )
    return Touched(
        put,
        gone,
        floor=any(edit.kind is Floor and edit.id == floor for edit in change.edits),
        areas=areas or not kinds.isdisjoint((Agency, DropIn)),
        colours=areas
        or not kinds.isdisjoint((Agency, Licence, ReviewRound, AgencyReview, Query))
        or any(_serves_otherwise(edit) for edit in desks),
        seats=frozenset(
            record.desk
            for edit in change.edits
            for record in (edit.before, edit.after)
            if isinstance(record, Allocation)
        ),
        places=Area in kinds or any(_stands_otherwise(edit) for edit in desks),
    )


def _on(record: Record | None, floor: RecordId) -> bool:
    return isinstance(record, Desk | Area) and record.floor == floor


def _serves_otherwise(edit: Edit) -> bool:
    """Whether a desk came or went, or is in service on other days."""
    before, after = edit.before, edit.after
    if not isinstance(before, Desk) or not isinstance(after, Desk):
        return True
    return (before.first, before.last, before.floor) != (after.first, after.last, after.floor)


def _stands_otherwise(edit: Edit) -> bool:
    before, after = edit.before, edit.after
    if not isinstance(before, Desk) or not isinstance(after, Desk):
        return True
    return (before.area, before.x_mm, before.y_mm) != (after.area, after.x_mm, after.y_mm)
