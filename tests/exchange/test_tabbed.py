"""Blocks of cells as spreadsheets put them on the clipboard."""

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.exchange.csv.tabbed import from_tabbed, to_tabbed

_CELLS = st.text(st.sampled_from('ab1 "\t\n\r£,')) | st.text(max_size=8)


@given(st.integers(1, 4).flatmap(lambda wide: st.lists(st.tuples(*[_CELLS] * wide), min_size=1, max_size=5)))
def test_every_block_comes_back_as_it_was(block: list[tuple[str, ...]]) -> None:
    assert from_tabbed(to_tabbed(block)) == tuple(block)


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
