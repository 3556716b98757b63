"""Blocks of cells as spreadsheets put them on the clipboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.exchange.csv.tabbed import from_tabbed, to_tabbed

_CELLS = (
    st.text(st.sampled_from('ab1 "\t\n\r£,')) | st.text(max_size=8) | st.text(st.sampled_from("'=+-@1.%＝\t"))
)


@given(st.integers(1, 4).flatmap(lambda wide: st.lists(st.tuples(*[_CELLS] * wide), min_size=1, max_size=5)))
def test_every_block_comes_back_as_it_was(block: list[tuple[str, ...]]) -> None:
    assert from_tabbed(to_tabbed(block)) == tuple(block)


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "'=", "''@"])
def test_text_that_would_be_a_formula_elsewhere_is_copied_as_text(begins: str) -> None:
    attack = f"{begins}HYPERLINK(A1)"
    copied = to_tabbed([(attack, "CAB")])
    assert copied.lstrip('"').startswith(f"'{begins}H")
    assert from_tabbed(copied) == ((attack, "CAB"),)


@pytest.mark.parametrize("figure", ["-1234.50", "-3", "-40%", "0", "12.5"])
def test_figures_below_nought_are_copied_as_figures(figure: str) -> None:
    assert to_tabbed([(figure,)]) == f"{figure}\r\n"


@pytest.mark.parametrize("telephone", ["+442075550123", "-1-2", "-1+A1", "-1E5", "-1\n"])
def test_what_only_looks_like_a_figure_is_copied_as_text(telephone: str) -> None:
    assert to_tabbed([(telephone,)]).lstrip('"').startswith("'")


def test_words_in_single_quotes_stay_as_they_are() -> None:
    assert to_tabbed([("'Care' team",)]) == "'Care' team\r\n"
    assert from_tabbed("'Care' team\t'90s") == (("'Care' team", "'90s"),)


def test_what_excel_copies() -> None:
    copied = 'Code\tName\tBudget\r\nRENT\t"Rent, ""main""\nhall"\t £1,234.50 \r\n\t\t\r\n'
    assert from_tabbed(copied) == (
        ("Code", "Name", "Budget"),
        ("RENT", 'Rent, "main"\nhall', " £1,234.50 "),
        ("", "", ""),
    )


def test_text_without_a_line_end_and_with_quotes_of_its_own() -> None:
    assert from_tabbed('2" pipe\t5') == (('2" pipe', "5"),)
    assert from_tabbed('"5" pipe') == (('"5" pipe',),)
    assert from_tabbed('"open') == (('"open',),)
    assert from_tabbed("a\nb\n") == (("a",), ("b",))
    assert from_tabbed("") == ()
