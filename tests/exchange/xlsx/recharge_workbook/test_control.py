"""What Control and Inputs say, in words and figures that agree with the rest of the program."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubdesk.charging.cover import rate_cover
from hubdesk.domain.hub import Hub
from hubdesk.exchange.xlsx.recharge_workbook import write_recharge_workbook
from hubdesk.workflows.resources import Sample
from tests.builders import a_hub
from tests.exchange.xlsx.recharge_workbook.reading import InputsOf, named, pence, values_of
from tests.exchange.xlsx.recharge_workbook.runs import WRITTEN, a_draft, sample


def nobody_to_pay() -> Hub:
    """The partners fund a concession, and none of them has a desk."""
    hub = a_hub().agency("CAB", "voluntary").licence("L1", "CAB", 4)
    return hub.standing("voluntary", 40, funder="partners").cost_line("C1", 9000, recovery="licence").build()


@pytest.mark.parametrize("hub", [sample(Sample.PARKSIDE), nobody_to_pay()], ids=["Parkside", "nobody to pay"])
def test_the_licences_above_costs_are_those_that_the_rest_of_the_program_tells(
    hub: Hub, tmp_path: Path
) -> None:
    run = a_draft(hub, "2026-27-Q1")
    cover = rate_cover(run)
    assert cover.conceded_by_host
    path = tmp_path / "run.xlsx"
    write_recharge_workbook(path, run, earlier=(), written_at=WRITTEN)
    shown = {row[0].value: row[2].value for row in named(values_of(path), "Control").iter_rows()}
    told = [
        pence(shown[words])
        for words in (
            "Gross licence charges",
            "Concessions on them that the host pays for",
            "Costs covered by the desk rate",
            "Licences above costs (below zero: short of them)",
        )
    ]
    assert told == [cover.gross, cover.conceded_by_host, cover.costs, cover.over]


def test_only_vat_codes_with_a_rate_or_that_need_none_can_be_chosen(tmp_path: Path) -> None:
    hub = a_hub().agency("DWP").vat_code("S", {"2011-01-04": 20}).vat_code("R", {"2027-01-01": 5})
    path = tmp_path / "run.xlsx"
    run = a_draft(hub.licence("L01", "DWP", 10, vat="S").build(), "2026-27-Q1")
    write_recharge_workbook(path, run, earlier=(), written_at=WRITTEN)
    sheet = named(load_workbook(path), "Inputs")
    cell = InputsOf(sheet).cell("VAT codes", "L01")
    (choice,) = (one for one in sheet.data_validations.dataValidation if cell.coordinate in one.sqref)
    assert choice.formula1 == '"E,O,S,Z"'
    assert InputsOf(sheet).cell("VAT rates", "R").value is None


def test_control_calls_its_rows_by_words(tmp_path: Path) -> None:
    path = tmp_path / "run.xlsx"
    run = a_draft(sample(Sample.PARKSIDE), "2026-27-Q1")
    write_recharge_workbook(path, run, earlier=(), written_at=WRITTEN)
    rows = {row[0].value: row[1].value for row in named(values_of(path), "Control").iter_rows(min_row=7)}
    assert {"Licences", "Concessions", "Journal", "Invoices"} <= set(rows)
    assert rows["Statement CAB"] == "Statement equals this agency's row on Shared costs"
    assert rows["Journal"] == "Debits equal credits"
