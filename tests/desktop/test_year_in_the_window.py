"""A finance officer's whole year in the window, from a pasted budget to a year end that verifies."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

import openpyxl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from hubdesk.charging.verify import verify
from hubdesk.desktop.agencies.licence_dialogs import DesksDialog
from hubdesk.desktop.costs.paste_dialog import PasteCosts
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.pages.costs_page import CostsPage
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import pounds, to_penny
from hubdesk.workflows.recharge_figures import ADJUSTMENTS, TO_PAY, YEAR_TO_DATE
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.keys import press, type_text
from tests.desktop.named_files import NamedFiles
from tests.desktop.recharge.recharging import PATIENCE_MS, Recharging

BUDGET = (
    "Ref\tDescription\tBudget\tRecovery\tBasis\tVAT\tCost centre\tSubjective\r\n"
    'K1\t"Rates, rent"\t" £24,000.00 "\tlicence\t\tE\tP100\t41000\r\n'
    "K2\tReception\t10,000.00\tshared\tlicensed desks\tE\tP200\t42000\r\n"
    "K3\tBoard secretary\t100.00\tshared\tequal\tO\tP200\t43000\r\n"
)
ACTUALS = "24,100.00\r\n10,500.01\r\n99.99\r\n"
"""As Excel puts them on the clipboard."""

Q = TypeVar("Q", bound=QDialog)


def three_agencies() -> Hub:
    hub = a_hub().agency("POL").agency("CAB", "voluntary").floor("G").desks(12)
    hub = (
        hub.licence("L1", "HBC", 4, vat="E").licence("L2", "POL", 3, vat="E").licence("L3", "CAB", 1, vat="E")
    )
    return hub.standing("voluntary", 40).build()


def dialog(at: Recharging, kind: type[Q]) -> Q:
    def there() -> list[Q]:
        return [one for one in at.window.findChildren(kind) if one.isVisible()]

    at.qtbot.waitUntil(lambda: bool(there()), timeout=PATIENCE_MS)
    return there()[0]


def soon(at: Recharging, come: Callable[[], bool]) -> None:
    at.qtbot.waitUntil(come, timeout=PATIENCE_MS)


def costs(at: Recharging) -> CostsPage:
    at.window.actions_["page.costs"].trigger()
    page = at.workspace.page
    assert isinstance(page, CostsPage)
    return page


def paste_the_budget(at: Recharging) -> None:
    page = costs(at)
    QGuiApplication.clipboard().setText(BUDGET)
    page.lines.table.grid.setFocus()
    press(page.lines.table.grid, "Ctrl+V")
    asked = dialog(at, PasteCosts)
    soon(at, asked.accept_button.isEnabled)
    assert asked.accept_button.text() == "Paste 3 lines"
    asked.accept_button.click()
    assert [one.code for one in at.session.hub.cost_lines_of[2026]] == ["K1", "K2", "K3"]


def paste_the_actuals(at: Recharging) -> None:
    page = costs(at)
    QGuiApplication.clipboard().setText(ACTUALS)
    assert page.lines.table.go_to(page.lines.table.rows[0].id, "actual")
    press(page.lines.table.grid, "Ctrl+V")
    assert [one.actual for one in at.session.hub.cost_lines_of[2026]] == [24_100_00, 10_500_01, 99_99]


def five_desks_from_16_may(at: Recharging) -> None:
    at.window.actions_["page.agencies"].trigger()
    page = at.workspace.page
    assert isinstance(page, AgenciesPage)
    page.show_record(at.session.hub.licence_codes["L2"].id)
    page.licences.step.click()
    form = dialog(at, DesksDialog)
    form.first.setFocus()
    form.first.selectAll()
    type_text(form.first, "16 May 2026")
    form.desks.setValue(5)
    press(form.desks, "Return")
    assert at.session.hub.licence_codes["L2"].desks_on(date(2026, 5, 16)) == 5


def test_from_a_pasted_budget_to_a_year_end_that_verifies(
    open_window: OpenWindow, files: NamedFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    at = Recharging(open_window(three_agencies()), qtbot)
    paste_the_budget(at)

    at.open()
    assert at.seen.name == "2026-27-Q1"
    at.issue()
    five_desks_from_16_may(at)
    at.open()
    at.choose("2026-27-Q2")
    # 2 desks more at £3,000 for the 46 days to 30 June; the shares of the reception follow.
    assert at.pence("POL", ADJUSTMENTS) > 756_16
    causes = {cause for row in at.page.differing.table.rows for cause in row.causes}
    assert any("3 → 5 desks from 16 May 2026" in cause for cause in causes)
    at.issue()
    for name in ("2026-27-Q3", "2026-27-Q4"):
        at.choose(name)
        assert at.pence("POL", ADJUSTMENTS) == 0
        at.issue()

    paste_the_actuals(at)
    at.open()
    at.choose("2026-27-close")
    assert at.seen.view is not None
    assert at.seen.view.totals[TO_PAY] == 500_00, "500.01 more for the reception, 0.01 less for the secretary"
    assert pounds(500_00) in at.issue()
    everything = sum(at.pence(code, YEAR_TO_DATE) for code in ("HBC", "POL", "CAB"))
    licensed = 5 * 3_000_00 + to_penny(Fraction(3_000_00 * (3 * 45 + 5 * 320), 365))
    assert everything == licensed + 10_600_00

    folder = tmp_path / "Year end"
    folder.mkdir()
    files.names = [folder]
    at.page.head.folder_button.click()
    wanted = {f"2026-27-close statement {code}.pdf" for code in ("HBC", "POL", "CAB")}
    wanted |= {"2026-27-close recharge.xlsx", "2026-27-close journal.csv", "2026-27-close invoices.csv"}
    soon(at, lambda: wanted <= {one.name for one in folder.iterdir()})
    book = openpyxl.load_workbook(folder / "2026-27-close recharge.xlsx", data_only=True)
    summed = [cell for row in book["01 Summary"].iter_rows(values_only=True) for cell in row]
    assert 500 in summed, "what the page and the workbook have to pay is the same"

    kept = at.session.document.store.runs()
    assert [run.name for run in kept][-1] == "2026-27-close"
    assert verify(kept) == ()
    at.window.actions_["file.verify"].trigger()
    soon(at, lambda: any("5 issued runs worked out again" in one.text for one in at.window.notices.standing))
