"""VAT codes and rates as rows: what each shows, and what typing and pasting make of the hub."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.workflows.vat_rows import VAT_ADDING, VAT_COLUMNS, VatRow, remove, vat_rows
from tests.builders import a_hub

APRIL, JULY = date(2026, 4, 1), date(2026, 7, 1)


@pytest.fixture
def hub() -> Hub:
    rates = {"2020-04-01": "17.5", "2026-04-01": "20"}
    return a_hub().vat_code("S", rates).vat_code("E", {}).licence("L01", "HBC", 1, vat="S").build()


def rows(hub: Hub) -> list[tuple[str, ...]]:
    return [tuple(column.text(row) for column in VAT_COLUMNS) for row in vat_rows(hub)]


def edited(hub: Hub, place: int, column: str, value: object) -> Hub:
    found = next(one for one in VAT_COLUMNS if one.id == column)
    row = vat_rows(hub)[place]
    assert found.takes(row)
    assert found.edit is not None
    return hub.applying(found.edit(hub, row, value))


def pasted(hub: Hub, values: Mapping[str, Any]) -> Hub:
    return hub.applying(VAT_ADDING.make(hub, values))


def test_each_rate_is_a_row_with_its_days_and_a_code_without_one_too(hub: Hub) -> None:
    assert rows(hub) == [
        ("E", "exempt", "", "", ""),
        ("S", "standard", "17.5 %", "1 April 2020", "31 March 2026"),
        ("S", "standard", "20 %", "1 April 2026", ""),
    ]


def test_a_rate_is_typed_over_moved_and_taken_away(hub: Hub) -> None:
    hub = edited(hub, 2, "percent", Decimal(21))
    hub = edited(hub, 2, "first", JULY)
    assert rows(hub)[1:] == [
        ("S", "standard", "17.5 %", "1 April 2020", "30 June 2026"),
        ("S", "standard", "21 %", "1 July 2026", ""),
    ]
    hub = edited(hub, 2, "percent", None)
    assert rows(hub)[1:] == [("S", "standard", "17.5 %", "1 April 2020", "")]


def test_a_rate_takes_no_other_ones_day(hub: Hub) -> None:
    with pytest.raises(Refused) as refusal:
        edited(hub, 1, "first", APRIL)
    assert refusal.value.problems[0].code == "step-there"


def test_what_bears_a_code_follows_its_new_name(hub: Hub) -> None:
    hub = edited(hub, 1, "code", "T1")
    assert [row.code for row in vat_rows(hub)] == ["E", "T1", "T1"]
    assert hub.licence_codes["L01"].vat_code == "T1"


def test_nothing_is_typed_where_there_is_no_rate(hub: Hub) -> None:
    row = vat_rows(hub)[0]
    open_ = [column.id for column in VAT_COLUMNS if column.takes(row)]
    assert open_ == ["code"]


def test_rates_come_in_for_codes_that_are_there_and_new_ones(hub: Hub) -> None:
    hub = pasted(hub, {"code": "S", "first": JULY, "percent": Decimal(22)})
    hub = pasted(hub, {"code": "R", "first": APRIL, "percent": Decimal(5)})
    hub = pasted(hub, {"code": "O"})
    assert [row[0] + " " + row[2] for row in rows(hub)] == [
        "E ", "O ", "R 5 %", "S 17.5 %", "S 20 %", "S 22 %"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"code": "S", "percent": Decimal(5)}, "vat-rate-half"),
        ({"code": "S", "first": APRIL, "percent": Decimal(5)}, "step-there"),
        ({"code": "S"}, "record-there"),
    ],
)
def test_what_cannot_come_in_is_told(hub: Hub, values: Mapping[str, Any], code: str) -> None:
    with pytest.raises(Refused) as refusal:
        pasted(hub, values)
    assert refusal.value.problems[0].code == code


def test_a_row_is_removed_and_at_last_its_code_unless_it_is_borne(hub: Hub) -> None:
    for _ in range(2):
        hub = hub.applying(remove(hub, vat_rows(hub)[1]))
    assert rows(hub) == [("E", "exempt", "", "", ""), ("S", "standard", "", "", "")]
    assert hub.applying(remove(hub, vat_rows(hub)[0])).vat_by_code.keys() == {"S"}
    with pytest.raises(Refused) as refusal:
        remove(hub, vat_rows(hub)[1])
    assert refusal.value.problems[0].code == "vat-code-in-use"


def test_what_is_odd_is_noted() -> None:
    some = a_hub().build().host.id
    assert VatRow(some, "S").note == "It has no rate, so what bears it cannot be issued"
    assert VatRow(some, "Z", Decimal(20), APRIL).note.startswith("Z means zero")
    assert VatRow(some, "Z").note == VatRow(some, "S", Decimal(20), APRIL).note == ""
