"""Questions to place agencies by: as a test draws them, or at random."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import numpy as np

from hubdesk.allocating.problem.question import (
    NOBODY,
    Bar,
    Cell,
    Member,
    Plan,
    Question,
    Seat,
    Weights,
)
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.ids import RecordId

DAY = date(2026, 11, 23)


def a_question(
    desks: Mapping[str, int],
    rows: Sequence[Iterable[tuple[float, float]]],
    *,
    links: Mapping[tuple[str, str], float] | None = None,
    today: str = "",
    weights: Weights = Weights(),  # noqa: B008  it is frozen
) -> Question:
    """Members with so many `desks`; each of `rows` is a level with one area, its seats at x and y in metres.

    `today` names, with a letter to each seat, who sits there; "." is nobody.
    """
    codes = list(desks)
    seats = [
        Seat(RecordId(f"{level}-{place}"), f"{level}-{place:03}", x, y, level, level)
        for level, row in enumerate(rows)
        for place, (x, y) in enumerate(row)
    ]
    strengths = np.zeros((len(codes), len(codes)))
    for (one, other), strength in (links or {}).items():
        strengths[codes.index(one), codes.index(other)] = strength
        strengths[codes.index(other), codes.index(one)] = strength
    now = [codes.index(letter) if letter in codes else NOBODY for letter in today.ljust(len(seats), ".")]
    return Question(
        DAY,
        tuple(Member(RecordId(code), code, desks[code]) for code in codes),
        tuple(seats),
        tuple(Cell(RecordId(f"area {level}"), accessible=False) for level in range(len(rows))),
        (),
        strengths,
        np.array(now, dtype=np.intp),
        np.zeros(len(seats), dtype=bool),
        weights,
    )


def random_question(seed: int) -> tuple[Question, Plan]:
    """Members, floors, areas and links at random, who sits where today, and some plan that keeps counts."""
    random = np.random.default_rng(seed)
    members, floors, areas = (int(random.integers(1, most)) for most in (7, 4, 4))
    cells = tuple(
        Cell(RecordId(f"area {floor}-{area}"), accessible)
        for floor in range(floors)
        for area in range(areas)
        for accessible in (False, True)
    )
    seats = _seats(random, floors, areas)
    counts = random.multinomial(random.integers(0, len(seats) + 1), np.full(members, 1 / members))
    order = np.repeat(np.arange(members), counts)
    plan = _somehow(random, order, len(seats))
    strengths = np.triu(random.integers(0, 4, (members, members)), 1).astype(np.float64)
    bars = tuple(
        Bar(member, RecordId(f"rule {member}"), frozenset({cell}), warning("kept-out", "So", "here", "Move"))
        for member in range(members)
        for cell in range(len(cells))
        if not random.integers(0, 12)
    )
    today = _somehow(random, order, len(seats))
    question = Question(
        DAY,
        tuple(Member(RecordId(f"M{one}"), f"M{one}", int(counts[one])) for one in range(members)),
        seats,
        cells,
        bars,
        strengths + strengths.T,
        today,
        (today != NOBODY) & (random.random(len(seats)) < 0.1),
        Weights(*random.integers(0, 30, 4).astype(float)),
    )
    return question, plan


def _seats(random: np.random.Generator, floors: int, areas: int) -> tuple[Seat, ...]:
    seats: list[Seat] = []
    for floor in range(floors):
        for area in range(areas):
            for _ in range(int(random.integers(1, 9))):
                x, y = (int(one) for one in random.integers(0, 12, 2))
                cell = 2 * (floor * areas + area) + int(random.integers(0, 5) == 0)
                name = f"{floor}-{len(seats):03}"
                seats.append(Seat(RecordId(name), name, float(x + 20 * area), float(y), floor, cell))
    return tuple(seats)


def _somehow(random: np.random.Generator, order: Plan, seats: int) -> Plan:
    plan = np.full(seats, NOBODY, dtype=np.intp)
    plan[random.permutation(seats)[: len(order)]] = order
    return plan
