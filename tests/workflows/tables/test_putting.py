"""A block from a spreadsheet over a table: one change, or every fault told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.csv.tabbed import Block, from_tabbed, to_tabbed
from hubdesk.workflows.tables.laying import Laid, Place, lay
from hubdesk.workflows.tables.putting import put
from tests.workflows.tables.ledger import ADDING, COLUMNS, YEAR, LineRow, line_rows

TODAY = date(2026, 11, 23)


def hub_of(count: int) -> Hub:
    return Hub.of([CostLine(new_id(), f"L{n}", f"Line {n}", YEAR, n * 10_000) for n in range(1, count + 1)])


def laid_on(hub: Hub, text: str, at: Place) -> Laid[LineRow]:
    return lay(from_tabbed(text), line_rows(hub), COLUMNS, at)


def pasted(hub: Hub, text: str, at: Place, *, add: bool = False) -> Change:
    laid = laid_on(hub, text, at)
    return put(hub, [*laid.puts, *laid.beyond], TODAY, "Paste", ADDING if add else None)


def budgets(hub: Hub) -> list[int]:
    return [one.budget for one in hub.cost_lines.values()]


def test_a_block_goes_where_it_is_put_as_one_change() -> None:
    hub = hub_of(3)
    change = pasted(hub, "£1,234.50\t1000\r\n(0.00)\t\r\n", Place(1, 3))
    after = hub.applying(change)
    assert budgets(after) == [10_000, 123_450, 0]
    assert [one.actual for one in after.cost_lines.values()] == [None, 100_000, None]
    assert after.applying(change.inverted()) == hub


def test_two_cells_of_one_record_are_both_taken() -> None:
    hub = hub_of(1)
    (line,) = hub.applying(pasted(hub, "RENT\tRent\tlicence\t5\r\n", Place(0, 0))).cost_lines.values()
    assert (line.code, line.name, line.recovery.value, line.budget) == ("RENT", "Rent", "licence", 500)


def test_every_faulty_cell_is_told_at_once_and_nothing_comes_out() -> None:
    hub = hub_of(3)
    with pytest.raises(Refused) as refused:
        pasted(hub, "abc\t1\r\n5\t1.005\r\n-5\tx\r\n", Place(0, 3))
    told = [one.told_there for one in refused.value.problems]
    assert [line.split(":")[0] for line in told] == [
        "Row 1, Budget",
        "Row 2, Actual",
        "Row 3, Budget",
        "Row 3, Actual",
    ]
    assert told[0] == "Row 1, Budget: “abc” is not an amount. Type pounds and pence such as 1234.50."


def test_what_is_worked_out_may_be_pasted_back_but_not_changed() -> None:
    hub = hub_of(2)
    shares = [f"{COLUMNS[5].copied(row)}\r\n" for row in line_rows(hub)]
    assert not pasted(hub, "".join(shares), Place(0, 5))
    with pytest.raises(Refused, match="Share cannot be typed here"):
        pasted(hub, "50%\r\n", Place(0, 5))


def test_headings_say_which_columns_are_meant() -> None:
    hub = hub_of(2)
    after = hub.applying(pasted(hub, "Budget £\tname\r\n7\tWater\r\n8\tFire\r\n", Place(0, 0)))
    assert [(one.name, one.budget) for one in after.cost_lines.values()] == [("Water", 700), ("Fire", 800)]


def test_one_cell_fills_what_is_selected_and_blocks_repeat_where_they_fit() -> None:
    hub = hub_of(4)
    assert budgets(hub.applying(pasted(hub, "9", Place(0, 3, rows=4)))) == [900] * 4
    assert budgets(hub.applying(pasted(hub, "1\r\n2\r\n", Place(0, 3, rows=4)))) == [100, 200, 100, 200]
    assert budgets(hub.applying(pasted(hub, "1\r\n2\r\n", Place(0, 3, rows=3))))[:3] == [100, 200, 30_000]


def test_rows_below_the_last_are_new_ones_or_are_told() -> None:
    hub = hub_of(1)
    text = "L1\tRent\r\nL2\tWater\r\nL3\tFire\r\n"
    laid = laid_on(hub, text, Place(0, 0))
    assert laid.doubts(None) == ["3 rows were copied and 1 fits here. What does not fit is left out"]
    assert laid.doubts(ADDING) == ["2 new cost lines will be added"]
    assert [one.name for one in hub.applying(pasted(hub, text, Place(0, 0))).cost_lines.values()] == ["Rent"]
    grown = hub.applying(pasted(hub, text, Place(0, 0), add=True))
    assert [one.code for one in grown.cost_lines.values()] == ["L1", "L2", "L3"]


def test_uneven_rows_and_columns_too_many_are_told() -> None:
    laid = laid_on(hub_of(2), "1\t2\t3\t4\r\n1\r\n", Place(0, 3))
    told = " / ".join(laid.doubts(None))
    assert "4 columns were copied and 3 fit here" in told
    assert "(row 2)" in told


def test_more_cells_than_anybody_means_are_not_taken() -> None:
    hub = hub_of(1)
    row = line_rows(hub)[0]
    puts = laid_on(hub, "9", Place(0, 3)).puts * 5_001
    assert puts[0].row == row
    with pytest.raises(Refused, match="5,001 cells are too many"):
        put(hub, puts, TODAY, "Paste")


@given(st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 10**9) | st.none()), min_size=1, max_size=5))
def test_what_is_copied_from_one_table_and_pasted_into_another_is_the_same(
    figures: list[tuple[int, int | None]],
) -> None:
    one = Hub.of([CostLine(new_id(), f"L{n}", "x", YEAR, *pair) for n, pair in enumerate(figures)])
    other = hub_of(len(figures))
    block = to_tabbed([[COLUMNS[3].copied(row), COLUMNS[4].copied(row)] for row in line_rows(one)])
    after = other.applying(pasted(other, block, Place(0, 3)))
    assert [(line.budget, line.actual) for line in after.cost_lines.values()] == figures


@given(st.lists(st.lists(st.text("1a£-\t"), max_size=4).map(tuple), max_size=4).map(tuple))
def test_whatever_is_pasted_is_taken_or_told(block: Block) -> None:
    hub = hub_of(2)
    laid = lay(block, line_rows(hub), COLUMNS, Place(0, 2))
    told: tuple[Problem, ...] = ()
    try:
        put(hub, [*laid.puts, *laid.beyond], TODAY, "Paste", ADDING)
    except Refused as refused:
        told = refused.problems
    assert all(one.where and one.remedy for one in told)
