"""Building-like questions made from seeds: floors of areas with benches, agencies of very unlike sizes."""

from datetime import date

import numpy as np

from hubdesk.allocating.problem.question import (
    NOBODY,
    Bar,
    Cell,
    Floats,
    Member,
    Plan,
    Question,
    Seat,
)
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.ids import RecordId

_DAY = date(2026, 11, 23)
_FULL = 0.9
"""Of the desks, so many are licensed."""
_APART_M = 30.0
_KEPT_OUT = warning("kept-out", "It is to keep out", "here", "Choose a desk elsewhere")


def building(seed: int, agencies: int, areas: int, desks: int) -> Question:
    """`agencies` in a building of `areas`, five to a floor, with `desks` in all, nine in ten licensed.

    Benches of two rows of desks stand 3 m apart; one desk in twenty is accessible. Each agency is linked
    with about four others, kept out of a tenth of the areas, and one in ten is to be together. Today
    everybody sits somehow.
    """
    random = np.random.default_rng(seed)
    sizes = _sizes(random, agencies, int(desks * _FULL))
    seats, cells = _seats(random, areas, desks)
    per_area = desks // areas
    members = tuple(
        Member(
            RecordId(f"A{one}"),
            f"A{one:03}",
            int(size),
            together=RecordId(f"together {one}") if one % 10 == 3 and size <= per_area // 3 else None,
        )
        for one, size in enumerate(sizes)
    )
    bars = tuple(
        Bar(one, RecordId(f"out {one} {area}"), frozenset({2 * area, 2 * area + 1}), _KEPT_OUT)
        for one in range(agencies)
        for area in range(areas)
        if random.random() < 0.1
    )
    today: Plan = np.full(desks, NOBODY, dtype=np.intp)
    taken = random.permutation(desks)[: int(sizes.sum())]
    today[taken] = np.repeat(np.arange(agencies), sizes)
    return Question(
        _DAY, members, seats, cells, bars, _links(random, agencies), today, np.zeros(desks, dtype=bool)
    )


def _sizes(random: np.random.Generator, agencies: int, desks: int) -> Plan:
    shares = random.pareto(1.5, agencies) + 0.3
    sizes: Plan = np.maximum(1, np.floor(shares / shares.sum() * desks)).astype(np.intp)
    while sizes.sum() > desks:
        sizes[int(sizes.argmax())] -= 1
    return sizes


def _seats(random: np.random.Generator, areas: int, desks: int) -> tuple[tuple[Seat, ...], tuple[Cell, ...]]:
    counts = np.bincount(np.arange(desks) % areas, minlength=areas)
    seats: list[Seat] = []
    for area in range(areas):
        level, column = divmod(area, 5)
        for place in range(int(counts[area])):
            bench, seat = divmod(place, 16)
            x = column * _APART_M + seat % 8 * 1.6
            y = bench * 3.0 + seat // 8 * 0.8
            cell = 2 * area + int(random.random() < 0.05)
            name = f"{area}-{place:03}"
            seats.append(Seat(RecordId(name), name, x, y, level, cell))
    cells = tuple(
        Cell(RecordId(f"area {area}"), accessible) for area in range(areas) for accessible in (False, True)
    )
    return tuple(seats), cells


def _links(random: np.random.Generator, agencies: int) -> Floats:
    links = np.triu(random.random((agencies, agencies)) < 4 / max(agencies, 4), 1)
    strengths = links * random.integers(1, 11, (agencies, agencies)).astype(np.float64)
    return np.asarray(strengths + strengths.T)
