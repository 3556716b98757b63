"""Which sums tell of one or two others alone, by small cases that can be seen through."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.charging.totals_shown import Total, TotalsKnown, Unknown, tells_of_few, total_of
from hubdesk.domain.ids import RecordId


def sums(*of: str) -> list[Total]:
    """ "abc" is the sum of what a, b and c have of one basis."""
    return [total_of(Unknown(RecordId(one), "FTE") for one in total) for total in of]


@pytest.mark.parametrize(
    "told",
    [
        ["abc"],
        ["abcd", "efg"],
        ["abcd", "abcdefg"],
        ["abc", "abc"],
    ],
)
def test_it_is_safe(told: list[str]) -> None:
    assert not tells_of_few(sums(*told))


@pytest.mark.parametrize(
    "told",
    [
        ["ab"],
        ["a"],
        ["abc", "abcd"],
        ["abc", "abcde"],
        ["abcd", "abce"],
        ["abcdef", "abc", "def", "ad"],
        ["abc", "ade", "bcde"],
        ["abcd", "bcde", "cdef"],
        ["abcdef", "abcx", "defx"],
    ],
)
def test_it_tells_of_one_or_two(told: list[str]) -> None:
    assert tells_of_few(sums(*told))


@given(st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), min_size=1, max_size=4))
def test_it_finds_what_trying_every_null_vector_finds(told: list[frozenset[str]]) -> None:
    """By another way: with N a basis of the null space, a pair is told of where its rows are parallel."""
    names = sorted(frozenset().union(*told))
    rows = null_space([[int(name in total) for name in names] for total in told], len(names))
    few = any(not any(rows[place]) for place in range(len(names))) or any(
        parallel(rows[one], rows[other]) for one, other in combinations(range(len(names)), 2)
    )
    assert tells_of_few(sums(*("".join(sorted(one)) for one in told))) == few


def test_the_change_of_one_figure_is_told_by_two_totals() -> None:
    before = total_of(Unknown(RecordId(one), "FTE", (1, 1)) for one in "abcd")
    after = total_of(Unknown(RecordId(one), "FTE", (2 if one == "a" else 1, 1)) for one in "abcd")
    known = TotalsKnown()
    assert known.may_learn([before])
    assert not known.may_learn([after])
    assert known.may_learn([before])


def test_what_is_refused_is_not_known() -> None:
    known = TotalsKnown()
    assert known.may_learn(sums("abcd"))
    assert not known.may_learn(sums("abc"))
    assert known.may_learn(sums("abcdefg"))


def test_what_is_known_in_any_case_counts() -> None:
    known = TotalsKnown()
    known.learns(sums("abc"))
    assert not known.may_learn(sums("abcd"))
    assert known.may_learn([total_of(Unknown(RecordId(one), "kWh") for one in "abcd")])


def test_a_hidden_sum_must_not_follow() -> None:
    hidden = sums("abcd")
    assert not TotalsKnown().may_learn(sums("abcd"), hidden)
    assert TotalsKnown().may_learn(sums("abcdefg"), hidden)
    known = TotalsKnown(sums("abcdefg"))
    assert not known.may_learn(sums("efg"), hidden)


def null_space(rows: list[list[int]], width: int) -> list[list[Fraction]]:
    """The rows of a basis of the null space, one to each unknown."""
    left = [[Fraction(one) for one in row] for row in rows]
    pivots: list[int] = []
    for column in range(width):
        found = next((row for row in left[len(pivots) :] if row[column]), None)
        if found is None:
            continue
        left.remove(found)
        found = [one / found[column] for one in found]
        left = [[a - row[column] * b for a, b in zip(row, found, strict=True)] for row in left]
        left.insert(len(pivots), found)
        pivots.append(column)
    free = [column for column in range(width) if column not in pivots]
    basis = []
    for one in free:
        vector = [Fraction(int(column == one)) for column in range(width)]
        for place, pivot in enumerate(pivots):
            vector[pivot] = -left[place][one]
        basis.append(vector)
    return [[vector[column] for vector in basis] for column in range(width)]


def parallel(one: list[Fraction], other: list[Fraction]) -> bool:
    return all(one[i] * other[j] == one[j] * other[i] for i in range(len(one)) for j in range(i))
