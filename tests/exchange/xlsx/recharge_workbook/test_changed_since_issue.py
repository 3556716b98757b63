"""An issued workbook that was changed says so, though it still adds up; an unchanged one says nothing."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubdesk.charging.run import Run
from hubdesk.domain.money import pounds
from hubdesk.exchange.xlsx.recharge_workbook import write_agency_workbook, write_recharge_workbook
from hubdesk.workflows.resources import Sample
from tests.exchange.xlsx.recharge_workbook.reading import (
    InputsOf,
    control_differences,
    differences,
    named,
    values_of,
)
from tests.exchange.xlsx.recharge_workbook.runs import WRITTEN, a_draft, issue, sample, with_more_desks
from tests.libreoffice import LibreOffice

BEGIN = "Changed since issue"


@pytest.fixture(scope="module")
def issued() -> Run:
    return issue(a_draft(sample(Sample.PARKSIDE), "2026-27-Q1"), ())


def notices(path: Path) -> dict[str, str]:
    """What each sheet says of changes since issue."""
    return {
        sheet.title.split(" ", 1)[1]: str(cell.value)
        for sheet in values_of(path)
        for row in sheet.iter_rows(max_row=5)
        for cell in row
        if str(cell.value).startswith(BEGIN)
    }


def with_desks(written: Path, changed: Path, desks: int) -> Path:
    """The workbook with other desks on licence L05 from the first day on."""
    book = load_workbook(written)
    InputsOf(named(book, "Inputs")).cell("Desks licensed", "L05").value = desks
    book.save(changed)
    return changed


def total(run: Run) -> int:
    return sum(line.pence + line.vat_pence for line in run.lines)


def test_the_whole_workbook_tells_of_a_changed_number_of_desks(
    issued: Run, tmp_path: Path, libreoffice: LibreOffice
) -> None:
    path = tmp_path / "run.xlsx"
    write_recharge_workbook(path, issued, earlier=(), written_at=WRITTEN)
    changed = with_desks(path, tmp_path / "changed.xlsx", 40)
    as_it_was, after = libreoffice.recalculate_all([path, changed])

    assert differences(path, as_it_was)[1] == []
    assert notices(as_it_was) == {}
    assert set(control_differences(as_it_was)) == {0}

    told = notices(after)
    hub = issued.facts.hub
    payer = hub.agencies[hub.licence_codes["L05"].agency].code
    now = a_draft(with_more_desks(sample(Sample.PARKSIDE), "L05", date(2026, 4, 1), 40), issued.name)
    words = f"{BEGIN}: now {pounds(total(now))}"
    assert told["Summary"] == told["Control"] == f"{words}, issued {pounds(total(issued))}"
    assert told[payer] != told["Summary"]
    control = named(values_of(after), "Control")
    verdicts = {row[0].value: row[5].value for row in control.iter_rows()}
    assert verdicts["All agencies"] == verdicts[payer] == "changed since issue"
    assert set(control_differences(after)) == {0}


def test_an_agencys_own_workbook_tells_of_it_too(
    issued: Run, tmp_path: Path, libreoffice: LibreOffice
) -> None:
    hub = issued.facts.hub
    agency = hub.agencies[hub.licence_codes["L05"].agency]
    path = tmp_path / "own.xlsx"
    write_agency_workbook(path, issued, agency, earlier=(), written_at=WRITTEN)
    changed = with_desks(path, tmp_path / "changed.xlsx", 40)
    as_it_was, after = libreoffice.recalculate_all([path, changed])
    assert notices(as_it_was) == {}
    own = sum(line.pence + line.vat_pence for line in issued.lines if line.agency == agency.id)
    assert notices(after)["Statement"].endswith(f", issued {pounds(own)}")
