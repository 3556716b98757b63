"""Places for somebody new, as a worker finds them: searches are loaded there and nowhere else."""

from dataclasses import dataclass

from hubdesk.desktop.jobs import Progress
from hubdesk.domain.problem import Problem
from hubdesk.workflows.placing.newcomer import NewcomerPlace, NewcomerPlaces

_SECONDS = 10.0
"""A search for a place among others who may move."""


def look_for_places(asked: NewcomerPlaces) -> NewcomerPlaces:
    """Every place, without anybody moving, for what is `asked`, which has no places yet."""
    from hubdesk.workflows.placing.newcomer_places import places_for

    return places_for(asked.hub, asked.day, asked.newcomer)


@dataclass(frozen=True, slots=True)
class WithMoves:
    """What came of letting others move: a place, or why there is none."""

    asked: NewcomerPlaces
    place: NewcomerPlace | None
    conflict: tuple[Problem, ...] = ()


def look_with_moves(asked: NewcomerPlaces, percent: int, progress: Progress) -> WithMoves:
    """The best place if at most `percent` of others' desks move. Raises Cancelled, Refused."""
    from hubdesk.workflows.placing.newcomer_places import place_with_moves

    found = place_with_moves(asked.hub, asked.day, asked.newcomer, percent, _SECONDS, progress.check)
    return WithMoves(asked, None, found) if isinstance(found, tuple) else WithMoves(asked, found)
