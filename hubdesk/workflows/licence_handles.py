"""What can be taken hold of on a licence's line of time, how far it goes, and the change that it makes."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.domain.typed_day import EARLIEST, LATEST
from hubdesk.editing import licences
from hubdesk.editing.records import refusal
from hubdesk.workflows.licence_spans import LicenceSpan, licence_span


class Part(Enum):
    """What of a licence is taken hold of; the value is the word for it."""

    START = "start"
    STEP = "step"
    END = "end"


@dataclass(frozen=True, slots=True)
class Handle:
    """A boundary of a licence: `day` is the first day of what follows it.

    For the end that is the day after the last one, and None where the licence is open-ended. `place`
    counts the handles of a licence from 0, so that one is known again after it was moved.
    """

    licence: RecordId
    part: Part
    place: int
    day: date | None


def handles_of(span: LicenceSpan) -> tuple[Handle, ...]:
    """The start, each step, and the end, from the left."""
    days = [span.first, *span.steps]
    parts = [Part.START, *(Part.STEP for _ in span.steps)]
    end = None if span.last is None or span.last == date.max else span.last + ONE_DAY
    return tuple(
        Handle(span.id, part, place, day)
        for place, (part, day) in enumerate([*zip(parts, days, strict=True), (Part.END, end)])
    )


def reach(span: LicenceSpan, handle: Handle) -> tuple[date, date]:
    """The first and last day that `handle` can be moved to without passing another."""
    handles = handles_of(span)
    before = handles[handle.place - 1].day if handle.place else None
    after = handles[handle.place + 1].day if handle.place + 1 < len(handles) else None
    earliest = EARLIEST if before is None else before + ONE_DAY
    latest = LATEST if after is None else after - ONE_DAY
    return earliest, latest


def within_reach(span: LicenceSpan, handle: Handle, day: date) -> date:
    """`day`, or the nearest one that `handle` can be moved to."""
    earliest, latest = reach(span, handle)
    return min(max(day, earliest), latest)


def moved(hub: Hub, handle: Handle, day: date) -> Change:
    """The change that moves `handle` to `day`. Raises Refused where others changed the licence meanwhile."""
    licence = hub.licences.get(handle.licence)
    now = handles_of(licence_span(licence)) if licence is not None else ()
    if licence is None or handle not in now:
        raise refusal(
            "licence-changed",
            "It was changed meanwhile",
            f"licence {licence.code}" if licence else "a licence",
            "Look at it again, and move it anew",
            *((licence,) if licence else ()),
        )
    if handle.part is Part.START:
        return licences.start(hub, handle.licence, day)
    if handle.part is Part.END:
        return licences.set_last(hub, handle.licence, day - ONE_DAY)
    assert handle.day is not None
    return licences.move_step(hub, handle.licence, handle.day, day)


def told(span: LicenceSpan, handle: Handle, day: date | None) -> str:
    """What `handle` at `day` says: "Ends on 31 March 2027", "12 desks from 16 May 2026"."""
    if handle.part is Part.END:
        return "Open-ended" if day is None else f"Ends on {in_words(day - ONE_DAY)}"
    assert day is not None
    desks = counted(span.spans[handle.place].desks, "desk")
    return f"{'Starts on' if handle.part is Part.START else f'{desks} from'} {in_words(day)}" + (
        f" with {desks}" if handle.part is Part.START else ""
    )
