"""Somebody who comes new, in numbers: the question that leaves others as they are, and how it would sit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.score import cost_of, extra_pieces, mean_ways
from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Near:
    """A member that it works with and that has desks: the strength of the link, and the mean way."""

    member: int
    strength: float
    metres: float


@dataclass(frozen=True, slots=True)
class Sitting:
    """How a member sits: desks in each place, most of them first; whom it is near, the strongest link first.

    `more` is what the plan costs beyond today's.
    """

    places: tuple[tuple[RecordId, int], ...]
    near: tuple[Near, ...]
    pieces: int
    more: float

    @property
    def metres(self) -> float | None:
        """The mean way to those it works with, by strength; None where it works with nobody who is there."""
        total = sum(one.strength for one in self.near)
        return sum(one.strength * one.metres for one in self.near) / total if total else None


def everybody_else_as_today(question: Question, member: int, desks: int, accessible: int) -> Question:
    """The question in which `member` is to have so many desks, and all others as many as they have today.

    Nobody wants more accessible desks than it is to have.
    """
    sits = question.sitting.sum(axis=1).tolist()
    members = [
        replace(one, desks=now, accessible=min(one.accessible, now))
        for one, now in zip(question.members, sits, strict=True)
    ]
    members[member] = replace(question.members[member], desks=desks, accessible=min(accessible, desks))
    return replace(question, members=tuple(members))


def still_to_have(question: Question) -> dict[str, int]:
    """How many desks members are to have beyond today's, by code, of those who are."""
    sits = question.sitting.sum(axis=1).tolist()
    return {
        one.code: one.desks - now for one, now in zip(question.members, sits, strict=True) if one.desks > now
    }


def today_with(question: Question, member: int, seats: Sequence[int]) -> Plan:
    """Today's plan with `member` at `seats` besides."""
    plan = question.today.copy()
    plan[list(seats)] = member
    return plan


def vacant(question: Question, place: RecordId | None = None) -> tuple[RecordId, ...]:
    """The desks that nobody has today, of all or of one place."""
    free = np.flatnonzero(question.today == NOBODY).tolist()
    return tuple(
        question.seats[one].desk
        for one in free
        if place is None or question.cells[question.seats[one].cell].place == place
    )


def how_it_sits(question: Question, plan: Plan, member: int) -> Sitting:
    """Where `member` has its desks in `plan`, how near to whom, and what that costs."""
    ways, links = mean_ways(question, plan)[member], question.links[member]
    near = [
        Near(other, float(links[other]), float(ways[other]))
        for other in np.flatnonzero(links).tolist()
        if question.members[other].desks
    ]
    here = question.place_of_cell[question.cell_of[plan == member]]
    desks = [(question.places[place], int((here == place).sum())) for place in np.unique(here).tolist()]
    return Sitting(
        tuple(sorted(desks, key=lambda one: -one[1])),
        tuple(sorted(near, key=lambda one: -one.strength)),
        1 + int(extra_pieces(question, plan)[member]),
        cost_of(question, plan).total - cost_of(question, question.today).total,
    )
