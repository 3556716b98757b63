"""Which totals may be shown where totals are withheld: none that tells of one or two others alone.

A total less one's own part is the sum of what others have. Several such sums, put beside one another, can
tell more than each of them: two that differ by one agency tell that agency's figure. So sums are taken as
linear equations, with an unknown for every other agency and basis, and a set of them is safe if no linear
combination of them is about one or two agencies only. The reading is cautious in two ways at once: it is
asked with each agency's figure taken to be the same whenever it is in force, and again with each figure
that it ever has as an unknown of its own, so that a change between two days is not told either.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from hubdesk.domain.ids import RecordId

FEWEST = 3
"""So many others stand behind every total that is shown."""


class Unknown(NamedTuple):
    """What an agency has of a basis, as one outside does not know it; `figure` tells its figures apart."""

    agency: RecordId
    basis: str
    figure: Fraction | None = None


Total = Mapping[Unknown, int]
"""A sum of unknowns that is known, each with how many times it counts."""
_Row = Sequence[Fraction]


def total_of(unknowns: Iterable[Unknown]) -> Total:
    """The sum of `unknowns`, each counting once."""
    return dict.fromkeys(unknowns, 1)


class TotalsKnown:
    """The totals that an agency knows, to which others are added as long as that is safe."""

    def __init__(self, known: Iterable[Total] = ()) -> None:
        self._known: list[Total] = _distinct(known)

    def learns(self, totals: Iterable[Total]) -> None:
        """Add totals that it knows in any case, safe or not."""
        self._known = _distinct((*self._known, *totals))

    def may_learn(self, totals: Collection[Total], hidden: Collection[Total] = ()) -> bool:
        """Whether all of `totals` may be shown at once; they are known from then on, if so.

        Neither may they tell of one or two others alone, nor any of the `hidden` sums.
        """
        if any(len({one.agency for one in total}) < FEWEST for total in totals):
            return False
        known = _distinct((*self._known, *totals))
        bases = {unknown.basis for total in totals for unknown in total}
        for read in (_by_figure, _by_agency):
            about = [read(total) for total in known if any(one.basis in bases for one in total)]
            if tells_of_few(about) or any(_follows(read(one), about) for one in hidden if one):
                return False
        self._known = known
        return True


def tells_of_few(totals: Collection[Total]) -> bool:
    """Whether some combination of `totals` is about one or two agencies and nobody else."""
    by_basis: defaultdict[str, list[Total]] = defaultdict(list)
    for total in totals:
        for basis in {one.basis for one in total}:
            by_basis[basis].append({one: count for one, count in total.items() if one.basis == basis})
    return any(_tells_of_few(about) for about in by_basis.values())


def _tells_of_few(totals: Sequence[Total]) -> bool:
    """The same for one basis.

    A combination that leaves out all agencies but two is there if and only if the equations without
    those two have a lower rank. Of agencies that are in the very same sums it takes all or none, so
    where there are three of a kind or more none of them can be among the two.
    """
    columns = _columns(totals)
    kinds: defaultdict[tuple[tuple[int, ...], ...], list[RecordId]] = defaultdict(list)
    for agency, own in columns.items():
        kinds[tuple(sorted(own))].append(agency)
    kept = {agency: columns[agency] for alike in kinds.values() for agency in alike[:FEWEST]}
    rare = {agency for alike in kinds.values() if len(alike) < FEWEST for agency in alike}
    whole = _rank(column for own in kept.values() for column in own)
    pairs = ((one,) for one in kept) if len(kept) == 1 else combinations(kept, 2)
    return any(
        _rank(column for agency, own in kept.items() if agency not in pair for column in own) < whole
        for pair in pairs
        if rare.intersection(pair)
    )


def _follows(total: Total, known: Sequence[Total]) -> bool:
    """Whether `total` is a combination of the `known` ones."""
    unknowns = sorted({one for each in (total, *known) for one in each}, key=repr)
    rows = [tuple(each.get(one, 0) for one in unknowns) for each in known]
    return _rank(rows) == _rank((*rows, tuple(total.get(one, 0) for one in unknowns)))


def _columns(totals: Sequence[Total]) -> Mapping[RecordId, list[tuple[int, ...]]]:
    """For each agency the columns of its unknowns, over the equations."""
    unknowns = {one for total in totals for one in total}
    found: defaultdict[RecordId, list[tuple[int, ...]]] = defaultdict(list)
    for one in unknowns:
        found[one.agency].append(tuple(total.get(one, 0) for total in totals))
    return dict(sorted(found.items()))


def _rank(vectors: Iterable[Sequence[int]]) -> int:
    """The rank of `vectors`, exactly."""
    basis: list[tuple[int, list[Fraction]]] = []
    for vector in dict.fromkeys(tuple(one) for one in vectors):
        row = [Fraction(one) for one in vector]
        for place, known in basis:
            if row[place]:
                by = row[place]
                row = [one - by * other for one, other in zip(row, known, strict=True)]
        place = next((at for at, one in enumerate(row) if one), -1)
        if place >= 0:
            basis.append((place, [one / row[place] for one in row]))
    return len(basis)


def _by_figure(total: Total) -> Total:
    return total


def _by_agency(total: Total) -> Total:
    """With one unknown to an agency and basis, whatever its figure."""
    sums: defaultdict[Unknown, int] = defaultdict(int)
    for one, count in total.items():
        sums[one._replace(figure=None)] += count
    return sums


def _distinct(totals: Iterable[Total]) -> list[Total]:
    def found() -> Iterator[tuple[frozenset[tuple[Unknown, int]], Total]]:
        for total in totals:
            yield frozenset(total.items()), total

    return list(dict(found()).values())
