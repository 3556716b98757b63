"""An agency's own workbook: all of its own, and nothing of anybody else's."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from hubdesk.charging.run import Run
from hubdesk.exchange.xlsx.recharge_workbook import write_agency_workbook
from hubdesk.workflows.resources import Sample
from tests.exchange.xlsx.recharge_workbook.reading import charges, differences
from tests.exchange.xlsx.recharge_workbook.runs import WRITTEN, a_year, expected, sample, with_more_desks
from tests.libreoffice import LibreOffice

_ADDRESSES = re.compile(r'\b(r|ref|sqref|topLeftCell|activeCell)="[^"]*"|<f>.*?</f>')


@pytest.fixture(scope="module")
def parkside() -> list[Run]:
    hub = sample(Sample.PARKSIDE)
    return a_year(hub, with_more_desks(hub, "L05", date(2026, 5, 16), 11))


def words_in(path: Path) -> str:
    """All parts of a workbook, addresses of cells apart."""
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name).decode("utf-8") for name in archive.namelist()]
    return _ADDRESSES.sub("", " ".join(parts))


def says(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def test_nobody_elses_name_code_or_licence_is_in_it(parkside: list[Run], tmp_path: Path) -> None:
    run = parkside[2]
    hub = run.facts.hub
    assert run.adjustments
    for agency in hub.agencies.values():
        if agency.id == hub.settings.host:
            continue
        path = tmp_path / f"{agency.code}.xlsx"
        write_agency_workbook(path, run, agency, earlier=parkside[:2], written_at=WRITTEN)
        text = words_in(path)
        assert says(text, agency.code)
        for other in hub.agencies.values():
            if other.id not in (agency.id, hub.settings.host):
                assert not says(text, other.code), f"{agency.code} sees {other.code}"
                assert not says(text, other.name), f"{agency.code} sees {other.name}"
        for licence in hub.licences.values():
            if licence.agency != agency.id:
                assert not says(text, licence.code), f"{agency.code} sees {licence.code}"


def test_no_sum_that_another_is_charged_is_in_it(parkside: list[Run], tmp_path: Path) -> None:
    """Sums large enough not to turn up by chance, unless the agency is charged the same."""
    run = parkside[2]
    agency = run.facts.hub.agency_codes["CAB"]
    path = tmp_path / "cab.xlsx"
    write_agency_workbook(path, run, agency, earlier=parkside[:2], written_at=WRITTEN)
    text = words_in(path)
    own = {line.pence for line in run.lines if line.agency == agency.id}
    theirs = {line.pence for line in run.lines if line.agency != agency.id} - own
    for pence in (one for one in theirs if abs(one) > 100_000):
        assert not says(text, str(pence))
        assert not says(text, f"{pence / 100:.2f}")


def test_it_charges_what_the_whole_workbook_charges(
    parkside: list[Run], tmp_path: Path, libreoffice: LibreOffice
) -> None:
    run = parkside[2]
    agencies = [run.facts.hub.agency_codes[code] for code in ("CAB", "DWP", "POL", "MBC")]
    written = []
    for agency in agencies:
        written.append(tmp_path / f"{agency.code}.xlsx")
        write_agency_workbook(written[-1], run, agency, earlier=parkside[:2], written_at=WRITTEN)
    recalculated = libreoffice.recalculate_all(written)
    for agency, before, after in zip(agencies, written, recalculated, strict=True):
        assert differences(before, after)[1] == []
        own = [line for line in run.own if line.agency == agency.id]
        assert charges(after) == {
            ("Statement", kind, source): figures for (_, kind, source), figures in expected(own, run).items()
        }
