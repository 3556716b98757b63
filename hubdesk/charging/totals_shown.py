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
from typing import NamedTuple

from hubdesk.domain.ids import RecordId

FEWEST = 3
"""So many others stand behind every total that is shown."""
MOST = 16
"""So many different totals of one basis are known at most: more changes than that tell of somebody, and to
look for whom would take long."""


class Unknown(NamedTuple):
    """What an agency has of a basis, as one outside does not know it; `figure` tells its figures apart.

    It is a fraction as numerator and denominator, of which the hash takes far less time to find.
    """

    agency: RecordId
    basis: str
    figure: tuple[int, int] | None = None


Total = Mapping[Unknown, int]
"""A sum of unknowns that is known, each with how many times it counts."""
_Columns = Mapping[RecordId, Sequence[tuple[int, ...]]]


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

        Neither may they tell of one or two others alone, nor of any `hidden` sum, nor be too many.
        """
        if any(len({one.agency for one in total}) < FEWEST for total in totals):
            return False
        known = _distinct((*self._known, *totals))
        bases = {unknown.basis for total in totals for unknown in total}
        about = [total for total in known if any(one.basis in bases for one in total)]
        if any(len(of_one) > MOST for of_one in _by_basis(about)):
            return False
        for read in (_by_figure, _by_agency):
            about = _distinct(read(total) for total in about)
            if tells_of_few(about) or any(_follows(read(one), about) for one in hidden if one):
                return False
        self._known = known
        return True


def tells_of_few(totals: Collection[Total]) -> bool:
    """Whether some combination of `totals` is about one or two agencies and nobody else."""
    return any(_tells_of_few(about) for about in _by_basis(totals))


def _by_basis(totals: Iterable[Total]) -> Iterable[list[Total]]:
    """The parts of `totals` about each basis; bases have no unknown in common."""
    found: defaultdict[str, list[Total]] = defaultdict(list)
    for total in totals:
        for basis in {one.basis for one in total}:
            found[basis].append({one: count for one, count in total.items() if one.basis == basis})
    return found.values()


def _tells_of_few(totals: Sequence[Total]) -> bool:
    """The same for one basis.

    A combination that leaves out all agencies but two is there if and only if the equations without
    those two have a lower rank. That one of the two is among those whose columns were found to span all
    of them, and the other among those that span what is left without the first: no others need be tried.
    """
    columns = _columns(totals)
    whole, spanning = _span(columns, ())
    for one in spanning:
        rank, left = _span(columns, (one,))
        if rank < whole or any(_span(columns, (one, other))[0] < whole for other in left):
            return True
    return False


def _span(columns: _Columns, without: Collection[RecordId]) -> tuple[int, set[RecordId]]:
    """The rank of the columns of all agencies `without` some, and agencies whose columns span as much."""
    vectors = [(agency, one) for agency, own in columns.items() if agency not in without for one in own]
    found = _independent(one for _, one in vectors)
    return len(found), {vectors[place][0] for place in found}


def _follows(total: Total, known: Sequence[Total]) -> bool:
    """Whether `total` is a combination of the `known` ones."""
    unknowns = sorted({one for each in (total, *known) for one in each}, key=repr)
    rows = [tuple(each.get(one, 0) for one in unknowns) for each in known]
    both = (*rows, tuple(total.get(one, 0) for one in unknowns))
    return len(_independent(rows)) == len(_independent(both))


def _columns(totals: Sequence[Total]) -> _Columns:
    """For each agency the columns of its unknowns, over the equations."""
    unknowns = {one for total in totals for one in total}
    found: defaultdict[RecordId, list[tuple[int, ...]]] = defaultdict(list)
    for one in unknowns:
        found[one.agency].append(tuple(total.get(one, 0) for total in totals))
    return found


def _independent(vectors: Iterable[Sequence[int]]) -> list[int]:
    """The places of vectors, the first of their kind, that are independent and span all of `vectors`."""
    basis: list[tuple[int, list[Fraction]]] = []
    places: list[int] = []
    for at, vector in enumerate(vectors):
        if len(basis) == len(vector):
            break
        row = [Fraction(one) for one in vector]
        for place, known in basis:
            if by := row[place]:
                row = [one - by * other for one, other in zip(row, known, strict=True)]
        first = next((place for place, one in enumerate(row) if one), -1)
        if first >= 0:
            basis.append((first, [one / row[first] for one in row]))
            places.append(at)
    return places


def _by_figure(total: Total) -> Total:
    return total


def _by_agency(total: Total) -> Total:
    """With one unknown to an agency and basis, whatever its figure."""
    sums: defaultdict[Unknown, int] = defaultdict(int)
    for one, count in total.items():
        sums[Unknown(one.agency, one.basis)] += count
    return sums


def _distinct(totals: Iterable[Total]) -> list[Total]:
    def found() -> Iterator[tuple[frozenset[tuple[Unknown, int]], Total]]:
        for total in totals:
            yield frozenset(total.items()), total

    return list(dict(found()).values())
