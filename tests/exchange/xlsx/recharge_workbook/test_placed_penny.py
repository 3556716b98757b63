"""Where doubles and exact arithmetic part, the penny is placed by hand and said so; more is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubdesk.charging.run import Run
from hubdesk.exchange.xlsx.recharge_workbook import WorkbookDiffers, write_recharge_workbook
from tests.builders import a_hub
from tests.exchange.xlsx.recharge_workbook.reading import charges, control_differences, differences, named
from tests.exchange.xlsx.recharge_workbook.runs import WRITTEN, a_draft, expected
from tests.libreoffice import LibreOffice


def hair_apart() -> Run:
    """One penny over two figures of which the second is larger by less than a double can tell."""
    hub = a_hub().agency("A").agency("B").licence("L01", "HBC", 1)
    hub = hub.driver("kWh", "A", 10**15).driver("kWh", "B", 10**15 + 1)
    return a_draft(hub.cost_line("C01", "0.04", "kWh").build(), "2026-27-Q1")


def test_the_penny_stands_where_exact_arithmetic_puts_it(tmp_path: Path, libreoffice: LibreOffice) -> None:
    run, path = hair_apart(), tmp_path / "run.xlsx"
    assert [run.agency(line.agency).code for line in run.own if line.source != "L01"][-1] == "B"
    write_recharge_workbook(path, run, earlier=(), written_at=WRITTEN)
    recalculated = libreoffice.recalculate(path)
    assert differences(path, recalculated)[1] == []
    assert charges(recalculated) == expected(run.own, run)
    assert set(control_differences(recalculated)) == {0}


def test_the_line_and_notes_say_so(tmp_path: Path) -> None:
    path = tmp_path / "run.xlsx"
    write_recharge_workbook(path, hair_apart(), earlier=(), written_at=WRITTEN)
    book = load_workbook(path)
    said = [cell.value for row in named(book, "Apportionment").iter_rows() for cell in row]
    assert any("added as a constant" in str(words) for words in said)
    told = [cell.value for row in named(book, "Notes").iter_rows() for cell in row]
    assert any("B, cost C01, share: a penny added as a constant" in str(words) for words in told)


def test_a_figure_that_is_not_the_engines_is_refused(tmp_path: Path) -> None:
    run = a_draft(a_hub().licence("L01", "HBC", 3).build(), "2026-27-Q1")
    wrong = replace(run, own=tuple(line._replace(pence=line.pence + 100) for line in run.own))
    path = tmp_path / "run.xlsx"
    with pytest.raises(WorkbookDiffers, match="HBC, licence L01"):
        write_recharge_workbook(path, wrong, earlier=(), written_at=WRITTEN)
    assert not path.exists()
