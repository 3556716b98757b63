"""A budget as a spreadsheet has it on the clipboard."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.cost_line import Basis, CostLine, Recovery
from hubdesk.domain.hub import Hub
from hubdesk.exchange.csv.tabbed import from_tabbed, to_tabbed
from hubdesk.workflows.costs.columns import COLUMNS
from hubdesk.workflows.costs.pasted import Fate, Pasted, pasted
from hubdesk.workflows.costs.rows import cost_year
from tests.builders import a_hub
from tests.builders.parkside import parkside

TODAY = date(2026, 11, 23)


def paste(hub: Hub, text: str, meaning: Sequence[str | None] | None = None) -> Pasted:
    return pasted(hub, 2026, text, TODAY, meaning)


def lines_after(hub: Hub, done: Pasted) -> dict[str, CostLine]:
    assert done.change is not None, done.problems
    return {line.code: line for line in hub.applying(done.change).cost_lines_of[2026]}


BUDGET = (
    "Parkside: running costs\t\t\t\r\n"
    "\t\t\t\r\n"
    "Description\tBudget 2025-26\tBudget 2026/27 (£)\tShared by\r\n"
    "Premises\t\t\t\r\n"
    'Cleaning, "deep" and daily\t55,000.00\t £58,000.00 \tlicensed desks\r\n'
    '"Gas, electricity\nand water"\t70,000.00\t 71,250.50 \tequal\r\n'
    "Subtotal premises\t125,000.00\t129,250.50\t\r\n"
    "Administration\t\t\t\r\n"
    "Feed-in income\t(4,000.00)\t(4,400.00)\tFTE\r\n"
    "Total\t121,000.00\t124,850.50\t\r\n"
)


def test_a_budget_from_a_spreadsheet_makes_its_lines() -> None:
    hub = a_hub().driver("FTE", "HBC", 10).build()
    done = paste(hub, BUDGET)
    lines = lines_after(hub, done)
    assert [(one.name, one.budget, one.cost_class) for one in lines.values()] == [
        ('Cleaning, "deep" and daily', 5800000, "Premises"),
        ("Gas, electricity\nand water", 7125050, "Premises"),
        ("Feed-in income", -440000, "Administration"),
    ]
    assert list(lines) == ["C01", "C02", "C03"]
    assert [one.basis_name for one in lines.values()] == ["licensed desks", "equal", "FTE"]
    assert done.left_out == ("Budget 2025-26",)
    assert [row.fate for row in done.rows].count(Fate.LEFT_OUT) == 2
    assert done.told() == (
        "3 new lines will be added, 2 totals left out. Left out as totals: “Subtotal premises”, “Total”."
    )
    assert done.change is not None
    assert done.change.title == "Paste 3 cost lines of 2026-27"


@pytest.mark.parametrize(
    "total", ["Total", "Grand Total", "Sub-total:", "TOTAL COSTS 2026/27", "Premises total"]
)
def test_a_total_is_left_out_in_whichever_column_its_word_stands(total: str) -> None:
    hub = a_hub().build()
    for row in (f"{total}\t\t1000", f"\t{total}\t1000"):
        done = paste(hub, f"Code\tDescription\tBudget\nPremises\t\t\nC01\tCleaning\t1000\n{row}\n")
        assert [one.fate for one in done.rows] == [Fate.CLASS, Fate.NEW, Fate.LEFT_OUT]
        assert lines_after(hub, done).keys() == {"C01"}
        assert total in done.told()


def test_a_year_by_itself_heads_its_budget() -> None:
    hub = a_hub().build()
    for first in ("Item", "What it is"):
        done = paste(hub, f"Costs\t\t\n{first}\t2025/26\t2026-27 (£)\nRent\t90\t100\n", None)
        assert done.headings == (first, "2025/26", "2026-27 (£)")
        assert done.meaning[1:] == (None, "budget")
        assert done.left_out == ("2025/26",)
    assert lines_after(hub, paste(hub, "Item\t2025/26\t2026/27\nRent\t90\t100\n"))["C01"].budget == 10000


def test_figures_of_another_year_alone_are_never_taken_for_this_years() -> None:
    done = paste(a_hub().build(), "Item\t2024/25\t2025/26\nRent\t80\t90\n")
    assert done.meaning == ("name", None, None)
    assert done.change is None
    assert [one.code for one in done.problems] == ["no-budget-column"]


def test_a_title_that_names_the_year_heads_no_column() -> None:
    done = paste(a_hub().build(), "Budget 2026/27\t\nRent\t100\n")
    assert done.headings == ()
    assert lines_after(a_hub().build(), paste(a_hub().build(), "2026/27\t\nItem\tBudget\nRent\t100\n"))


def test_a_cost_that_is_called_total_something_is_a_cost() -> None:
    hub = a_hub().build()
    done = paste(hub, "Description\tBudget\nTotal facilities contract\t1000\nSum insured\t20\nTotal\t1020\n")
    assert [one.name for one in lines_after(hub, done).values()] == [
        "Total facilities contract",
        "Sum insured",
    ]


def test_a_code_that_the_year_has_is_its_line_whatever_it_is_called() -> None:
    hub = a_hub().cost_line("Total", 12).build()
    done = paste(hub, "Code\tBudget\nTotal\t1000\n")
    assert [row.fate for row in done.rows] == [Fate.CHANGED]


def test_a_heading_in_the_column_of_the_codes_is_the_class_of_the_rows_below() -> None:
    hub = a_hub().build()
    done = paste(hub, "Code\tDescription\tBudget\nPremises\t\t\nC01\tCleaning\t1000\n")
    assert lines_after(hub, done)["C01"].cost_class == "Premises"


def test_without_headings_columns_go_by_what_stands_in_them() -> None:
    hub = a_hub().build()
    assert paste(hub, "Cleaning\t100\t90\nGuard\t50\t\n").meaning == ("name", "budget", "actual")
    assert paste(hub, "K1\tCleaning\t100\nK2\tGuard\t50\n").meaning == ("code", "name", "budget")
    assert paste(hub, "1001\tCleaning\t100\n1002\tGuard\t50\n").meaning == ("code", "name", "budget")
    by_class = "Premises\tCleaning\t100\nPremises\tGuard\t50\n"
    assert paste(hub, by_class).meaning == ("class", "name", "budget")
    lines = lines_after(hub, paste(hub, "1001\tCleaning\t100\n"))
    assert lines["1001"].name == "Cleaning"


def test_the_user_knows_better_what_a_column_is() -> None:
    hub = a_hub().build()
    done = paste(hub, "Cleaning\t100\t90\n", ("name", "actual", "budget"))
    line = lines_after(hub, done)["C01"]
    assert (line.budget, line.actual) == (9000, 10000)


def test_a_line_that_is_there_changes_and_blank_cells_leave_it_alone() -> None:
    hub = parkside()
    done = paste(hub, "Code\tBudget\tActual\nC05\t60000\t\nC10\t41000\t\nC11\t\t27000\n")
    after = lines_after(hub, done)
    before = hub.cost_line_codes
    assert [row.fate for row in done.rows] == [Fate.CHANGED, Fate.SAME, Fate.CHANGED]
    assert (after["C05"].budget, after["C05"].actual) == (6000000, before["C05", 2026].actual)
    assert (after["C11"].budget, after["C11"].actual) == (2800000, 2700000)
    assert done.change is not None
    assert len(done.change.edits) == 2


def test_every_fault_is_told_at_once_and_nothing_is_made() -> None:
    hub = a_hub().licence("L1", "HBC", 1).build()
    text = (
        "Code\tName\tBudget\tBasis\tVAT code\n"
        "A1\tGuard\ttwelve\tper nose\tS\n"
        "A2\tCleaning\t#####\tequal\tQ\n"
        "A2\tCleaning again\t1.005\tequal\tE\n"
        "A3\tNo figure\t\tequal\tE\n"
    )
    done = paste(hub, text)
    assert done.change is None
    told = [f"{one.where}: {one.what}" for one in done.problems]
    assert [one.split(":")[0] for one in told] == [
        "row 2, Budget",
        "row 2, Basis",
        "row 3, Budget",
        "row 3, VAT code",
        "row 3, Code",
        "row 4, Budget",
        "row 4, Code",
        "row 5, Budget",
    ]
    assert "too narrow" in told[2]
    assert all(one.remedy for one in done.problems)


def test_what_the_hub_refuses_is_told_before_it_is_accepted() -> None:
    hub = a_hub().licence("L1", "HBC", 1).build()
    done = paste(hub, "Code\tName\tBudget\tFrom\nL1\tGuard\t12\t\nK2\tMarshal\t9\t1 May 2028\n")
    assert done.change is None
    assert len(done.problems) == 2


def test_nothing_and_too_much_are_said() -> None:
    hub = a_hub().build()
    assert paste(hub, "").told() == "Nothing in it is a cost line."
    assert paste(hub, "Cleaning\t1\n" * 2001).problems[0].code == "too-many-rows"
    assert paste(hub, "Cleaning\nGuard\n").change is None
    assert paste(hub, "Name\tClass\nGuard\tServices\n").problems[0].code == "no-budget-column"


def test_what_is_copied_out_with_headings_comes_in_as_it_is() -> None:
    hub = parkside()
    year = cost_year(hub, 2026)
    typed = [column for column in COLUMNS if column.edit is not None]
    rows = [[column.copied(row) for column in typed] for row in year.rows]
    text = to_tabbed([[column.heading for column in typed], *rows])
    done = paste(hub, text)
    assert done.problems == ()
    assert {row.fate for row in done.rows} == {Fate.SAME}


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12) | st.sampled_from(
    ("£1,200.50", "(3.00)", "-", "12", "Total", "C01", "Budget", "name", 'a "b"', "two\nlines", "1 May 2026")
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=8))
def test_anything_pasted_is_understood_or_told(cells: list[list[str]]) -> None:
    hub = a_hub().cost_line("C01", 12).build()
    done = paste(hub, to_tabbed(cells))
    if done.change is not None:
        after = hub.applying(done.change)
        made = {row.line for row in done.rows if row.fate in (Fate.NEW, Fate.CHANGED)}
        assert made <= set(after.cost_lines.values())
        assert len(after.cost_lines) == 1 + done.count(Fate.NEW)
    assert bool(done.problems) >= any(row.problems for row in done.rows)


def test_a_pasted_line_is_shared_by_licensed_desks_until_somebody_says_otherwise() -> None:
    line = lines_after(a_hub().build(), paste(a_hub().build(), "Cleaning\t100\n"))["C01"]
    assert (line.recovery, line.basis) == (Recovery.SHARED, Basis.LICENSED_DESKS)


@pytest.mark.parametrize("quoted", ["a\tb", 'say "so"', "two\r\nlines"])
def test_cells_that_excel_quotes_come_as_they_were(quoted: str) -> None:
    assert from_tabbed(to_tabbed([[quoted, "1"]])) == ((quoted, "1"),)
