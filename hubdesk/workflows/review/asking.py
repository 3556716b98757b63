"""Whom a new review asks, and why, as the person who opens it chooses among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.workflows.review.desks import own_desks
from hubdesk.workflows.review.rounds import concerned


@dataclass(frozen=True, slots=True)
class Candidate:
    """An agency, whether it is asked unless one says otherwise, and why or why not."""

    agency: Agency
    asked: bool
    why: str


def candidates(hub: Hub, as_at: date, issued: Sequence[Run] = ()) -> tuple[Candidate, ...]:
    """Every agency in order of code, for a review as at that day. Raises Refused as `concerned` does."""
    asked = {one.id for one in concerned(hub, as_at, issued)}
    return tuple(
        Candidate(one, one.id in asked, _why(hub, one.id, as_at, charged=one.id in asked))
        for one in sorted(hub.agencies.values(), key=lambda one: one.code)
    )


def _why(hub: Hub, agency: RecordId, day: date, *, charged: bool) -> str:
    if agency == hub.settings.host:
        return "the host, which opens the review"
    desks = len(own_desks(hub, agency, day))
    licensed = sum(one.desks_on(day) for one in hub.licences_of.get(agency, ()))
    said = [counted(desks, "desk")] if desks else []
    if licensed:
        said.append(f"{licensed:,} licensed")
    if said:
        return ", ".join(said)
    return "charged for a part of the year" if charged else "no desk, licence or charge"
