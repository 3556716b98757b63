"""Updating a hub from a workbook: matched by code, ids kept, and every difference told."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from hubdesk.domain.agency import Sector
from hubdesk.domain.change import adding
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.problem import Refused
from hubdesk.domain.underlay import Source, UnderlayKind
from hubdesk.editing import locks, underlays
from hubdesk.workflows.export_hub import export_hub_workbook
from hubdesk.workflows.import_hub import read_hub_workbook, update_from_workbook
from tests.builders.random_hubs import random_hub
from tests.exchange.xlsx.hub_workbook.books import Sheets, saved, small

A_SCAN = Source(UnderlayKind.PNG, "0" * 64, Decimal(4_000), Decimal(2_000))


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    return read_hub_workbook(saved(small(), tmp_path / "first.xlsx")).hub


def book(sheets: Sheets, tmp_path: Path) -> Path:
    return saved(sheets, tmp_path / "second.xlsx")


@pytest.mark.parametrize("seed", range(4))
def test_a_hubs_own_workbook_changes_nothing(seed: int, tmp_path: Path) -> None:
    hub = random_hub(seed)
    export_hub_workbook(hub, tmp_path / "hub.xlsx")
    update = update_from_workbook(hub, tmp_path / "hub.xlsx")
    assert not update.change
    assert update.differences == ()


def test_records_are_matched_by_code_and_keep_their_ids(hub: Hub, tmp_path: Path) -> None:
    sheets = small()
    sheets["Agencies"][2] = ("CAB", "Citizens Advice Hilltop", "voluntary", None, "C1", "A2", "4100")
    sheets["Licence desks"].append(("L01", "2026-10-01", 8))
    sheets["Rates"].append(("2027-04-01", 3100))
    update = update_from_workbook(hub, book(sheets, tmp_path))
    assert update.differences == (
        "Agencies: CAB: name: Citizens Advice → Citizens Advice Hilltop",
        "Licence desks: L01: desks from 1 October 2026: blank → 8",
        "Rates: the desk rate: rate from 1 April 2027: blank → £3,100.00",
    )
    after = hub.applying(update.change)
    assert after.agency_codes["CAB"].id == hub.agency_codes["CAB"].id
    assert after.licence_codes["L01"].desks_on(date(2026, 10, 1)) == 8
    assert {type(edit.before) for edit in update.change.edits} == {
        type(edit.after) for edit in update.change.edits
    }


def test_a_row_that_is_missing_removes_its_record(hub: Hub, tmp_path: Path) -> None:
    sheets = small()
    sheets["Desks"].pop()
    update = update_from_workbook(hub, book(sheets, tmp_path))
    assert update.differences == ("Desks: D15 is removed",)
    assert "D15" not in hub.applying(update.change).desk_codes


def test_a_sheet_that_is_missing_leaves_its_records_alone(hub: Hub, tmp_path: Path) -> None:
    sheets: Sheets = {
        "Concessions": [("sector", "percent", "from"), ("voluntary", 40, "2026-04-01")],
        "Licence desks": [("licence", "from", "desks"), ("L01", "2026-04-01", 9), ("L02", "2026-04-01", 4)],
    }
    update = update_from_workbook(hub, book(sheets, tmp_path))
    assert update.differences == (
        "Licence desks: L01: desks from 1 April 2026: 10 → 9",
        "Concessions: voluntary, 40, 1 April 2026, licence is added",
    )
    (concession,) = hub.applying(update.change).concessions.values()
    assert (concession.sector, concession.percent) == (Sector.VOLUNTARY, Decimal(40))


def test_a_column_that_is_missing_leaves_its_field_alone(hub: Hub, tmp_path: Path) -> None:
    sheets: Sheets = {"Agencies": [row[:3] for row in small()["Agencies"]]}
    update = update_from_workbook(hub, book(sheets, tmp_path))
    assert not update.change


def left_alone(hub: Hub, path: Path) -> list[tuple[str, str]]:
    """Where and what the update warns of leaving as it is."""
    warnings = update_from_workbook(hub, path).warnings
    return [(one.where, one.what) for one in warnings if one.code.endswith("-left-alone")]


def test_a_sheet_that_is_missing_is_said_to_be_left_alone(tmp_path: Path) -> None:
    sheets = small()
    sheets["Concessions"] = [("sector", "percent", "from"), ("voluntary", 40, "2026-04-01")]
    hub = read_hub_workbook(saved(sheets, tmp_path / "first.xlsx")).hub
    del sheets["Concessions"], sheets["Licence desks"]
    path = book(sheets, tmp_path)
    assert not update_from_workbook(hub, path).change
    assert left_alone(hub, path) == [
        (
            f"sheet {name}",
            f"The sheet “{name}” is not in the workbook, so what the hub has there is left as it is",
        )
        for name in ("Licence desks", "Concessions")
    ]


def test_a_column_that_is_missing_is_said_to_be_left_alone_where_there_is_something(
    hub: Hub, tmp_path: Path
) -> None:
    sheets = small()
    sheets["Licences"] = [row[:3] for row in sheets["Licences"]]
    assert left_alone(hub, book(sheets, tmp_path)) == [
        (
            "sheet Licences",
            "The column “VAT code” is not in the workbook, so what the hub has there is left as it is",
        )
    ]


def test_nothing_is_left_alone_in_records_that_go_or_come(hub: Hub, tmp_path: Path) -> None:
    sheets = small()
    sheets["Agencies"] = [
        ("code", "name", "sector", "internal", "cost centre", "subjective"),
        ("HBC", "Hilltop Borough Council", "public", "yes", "A1", "4100"),
        ("NEW", "Another", "voluntary", None, "A2", "4100"),
    ]
    sheets["Licences"].pop()
    sheets["Licence desks"].pop()
    assert left_alone(hub, book(sheets, tmp_path)) == []


def test_what_a_kept_record_still_needs_is_named_by_its_code(tmp_path: Path) -> None:
    sheets = small()
    sheets["Participants"] = [("cost line", "agency", "year"), ("C01", "CAB", "2027-28")]
    hub = read_hub_workbook(saved(sheets, tmp_path / "first.xlsx")).hub
    del sheets["Participants"]
    sheets["Cost lines"].pop()
    with pytest.raises(Refused) as refused:
        update_from_workbook(hub, book(sheets, tmp_path))
    (problem,) = refused.value.problems
    assert problem.where == "participant of CAB in cost line C01 of 2027-28"
    assert problem.what == "This still needs cost line C01 of 2027-28, which the workbook takes away"


def test_what_others_still_need_cannot_go(hub: Hub, tmp_path: Path) -> None:
    sheets: Sheets = {"Agencies": small()["Agencies"][:2]}
    with pytest.raises(Refused) as refused:
        update_from_workbook(hub, book(sheets, tmp_path))
    (problem,) = refused.value.problems
    assert problem.what == "This still needs agency CAB, which the workbook takes away"
    assert problem.where == "licence L02"


def test_locks_and_underlays_have_no_place_in_a_workbook_and_stay(hub: Hub, tmp_path: Path) -> None:
    hub = hub.applying(locks.lock(hub, hub.desks, hub.areas))
    hub = hub.applying(underlays.lay(hub, hub.floor_codes["G"].id, "plan.png", A_SCAN))
    sheets = small()
    sheets["Desks"][1] = ("D1", "G", 9, 10)
    sheets["Desks"].append(("D16", "G", 9, 12))
    after = hub.applying(update_from_workbook(hub, book(sheets, tmp_path)).change)
    assert after.desk_codes["D1"].x_mm == 9_000
    assert [one.code for one in after.desks.values() if not one.locked] == ["D16"]
    assert after.underlays == hub.underlays


def test_an_underlay_goes_with_its_floor(hub: Hub, tmp_path: Path) -> None:
    attic = Floor(new_id(), "ATTIC", "Attic", 9, 40_000, 15_000)
    hub = hub.applying(adding("Attic", attic))
    hub = hub.applying(underlays.lay(hub, attic.id, "attic.png", A_SCAN))
    hub = hub.applying(underlays.lay(hub, hub.floor_codes["G"].id, "plan.png", A_SCAN))
    update = update_from_workbook(hub, book(small(), tmp_path))
    assert update.differences == (
        "Floors: ATTIC is removed",
        "Floors: the underlay “attic.png” goes with its floor",
    )
    assert [one.name for one in hub.applying(update.change).underlays.values()] == ["plan.png"]


def test_the_ledger_settings_have_no_sheet_and_stay(hub: Hub, tmp_path: Path) -> None:
    hub = hub.applying(adding("Ledger", LedgerSettings(new_id(), cost_centre_mask="A9")))
    assert not update_from_workbook(hub, book(small(), tmp_path)).change
