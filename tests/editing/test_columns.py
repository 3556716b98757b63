"""Columns of a file for the ledger: put in, taken out, moved, renamed."""

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.ledger import Column
from hubdesk.editing.columns import filled, headed, inserted, moved, without

ABC = (Column("A", "run"), Column("B", "net"), Column("C", "VAT"))


def headings(columns: tuple[Column, ...]) -> str:
    return "".join(one.heading for one in columns)


def test_a_column_comes_in_anywhere() -> None:
    new = Column("N", "")
    assert [headings(inserted(ABC, place, new)) for place in range(4)] == ["NABC", "ANBC", "ABNC", "ABCN"]


def test_a_column_moves_no_further_than_the_ends() -> None:
    assert headings(moved(ABC, 1, -1)) == "BAC"
    assert headings(moved(ABC, 1, 1)) == "ACB"
    assert headings(moved(ABC, 0, -1)) == headings(moved(ABC, 2, 1)) == "ABC"


@given(st.integers(0, 2), st.integers(-5, 5))
def test_moving_loses_nothing(place: int, by: int) -> None:
    assert sorted(moved(ABC, place, by)) == sorted(ABC)


def test_what_comes_in_goes_out() -> None:
    assert without(inserted(ABC, 1, Column("N", "")), 1) == ABC


def test_a_heading_that_says_what_fills_it_goes_with_that() -> None:
    assert headed(ABC, 1, "Amount")[1] == Column("Amount", "net")
    assert filled(ABC, 1, "gross")[1] == Column("B", "gross")
    named = inserted(ABC, 0, Column("Cost centre", "cost centre"))
    assert filled(named, 0, "customer code")[0] == Column("Customer code", "customer code")
    assert filled(named, 0, "")[0] == Column("", "")
