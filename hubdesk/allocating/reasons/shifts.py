"""What is otherwise in one plan than in another: how many desks of whom go from which place to which."""

from collections import Counter
from dataclasses import dataclass, replace

from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.question import Plan, Question
from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Shift:
    """So many desks of one agency; within a place, where `come_from` and `go_to` are the same."""

    agency: RecordId
    desks: int
    come_from: RecordId
    go_to: RecordId


def shifts_between(question: Question, before: Plan, after: Plan) -> tuple[Shift, ...]:
    """The shifts from one plan to another, both with the same desks for everybody; by agency, most first."""
    moves = proposal_of(replace(question, today=before), after).moves
    place_of = {seat.desk: question.cells[seat.cell].place for seat in question.seats}
    counted = Counter(
        (one.agency, place_of[one.come_from], place_of[one.go_to])
        for one in moves
        if one.come_from is not None and one.go_to is not None
    )
    order = [member.agency for member in question.members]
    shifts = [Shift(agency, desks, here, there) for (agency, here, there), desks in counted.items()]
    return tuple(sorted(shifts, key=lambda one: (order.index(one.agency), -one.desks)))
