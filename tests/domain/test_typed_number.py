"""Numbers as people type them, and as spreadsheets copy them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.typed_number import plain_number, typed_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("£1,234.50", "1234.50"),
        ("1234.5", "1234.5"),
        (" 1,234,567 ", "1234567"),
        ("(12.00)", "-12"),
        ("(£12.00)", "-12"),
        ("£(12.00)", "-12"),
        ("-£12", "-12"),
        ("£-12", "-12"),
        ("−12.05", "-12.05"),
        ("12-", "-12"),
        ("+12", "12"),
        ("£ 12", "12"),
        ("\N{NO-BREAK SPACE}£12.30\N{NO-BREAK SPACE}", "12.3"),
        (".5", "0.5"),
        ("£ -   ", "0"),
        ("-", "0"),
        ("(0.00)", "0"),
    ],
)
def test_what_people_and_ledgers_write_is_understood(text: str, number: str) -> None:
    assert typed_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1,5",
        "12,34",
        "1 234",
        "££5",
        "--5",
        "(-5)",
        "-5-",
        "1.2.3",
        "1e9",
        "()",
        "£",
        "5%",
        "(5",
        "٣",
    ],
)
def test_what_could_mean_several_things_or_none_is_not(text: str) -> None:
    assert typed_number(text) is None


def test_a_number_that_no_building_has_is_not() -> None:
    assert typed_number("1" + "0" * 15) is None
    assert typed_number("9" * 15) == Decimal("9" * 15)


@given(st.decimals(-(10**9), 10**9, places=2), st.sampled_from("£ "), st.booleans())
def test_figures_as_ledgers_print_them_are_read_back(number: Decimal, unit: str, brackets: bool) -> None:
    size = f"{unit}{abs(number):,.2f}"
    printed = size if number >= 0 else f"({size})" if brackets else f"-{size}"
    assert typed_number(printed) == number


@given(st.text("0123456789.,-+()£ −"))
def test_nothing_that_is_typed_ends_in_an_error(text: str) -> None:
    number = typed_number(text)
    assert number is None or number.is_finite()
    if plain_number(text) is not None and number is not None:
        assert number == plain_number(text)
