"""Everything of a run into a folder: all of it, nothing by halves, and nothing over what is there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.workflows.file_names import file_name, file_names
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.statement.letterhead import Letterhead
from hubdesk.workflows.statements import Existing, Folder, statements
from tests.builders.hub import a_hub
from tests.exchange.plan.pages import pages_of
from tests.workflows.statement.made import TEXTS

MADE = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
HUB = "postgresql://hub"


class Stopped(Exception):
    """The user has cancelled."""


@pytest.fixture(scope="module")
def hub() -> Hub:
    return (
        a_hub()
        .vat_code("S", {"2011-01-04": 20})
        .agency("A/B", name="Slash")
        .agency("con", name="Device")
        .agency("pol", name="Small police")
        .agency("POL", name="Police", internal=True)
        .licence("L1", "A/B", 3)
        .licence("L2", "con", 2)
        .licence("L3", "pol", 4, vat="S")
        .licence("L4", "POL", 5)
        .cost_line("C1", 12_000, vat="S")
        .build()
    )


def folder_for(hub: Hub, place: Path, agency: str | None = None) -> Folder:
    of = statements(Standing(hub, 0, ()), "2026-27-Q1", None, agency, Letterhead(TEXTS), made=MADE)
    return Folder(of, place, hub=HUB, made=MADE)


def silently(_part: float, _words: str) -> None:
    """Listens to how far it is."""


def test_all_that_goes_out_of_a_run_is_there(hub: Hub, tmp_path: Path) -> None:
    place = tmp_path / "Q1"
    folder = folder_for(hub, place)
    told: list[tuple[float, str]] = []
    written = folder.write(folder.everything, Existing.KEEP, lambda *how: told.append(how))
    assert sorted(path.name for path in place.iterdir()) == sorted(path.name for path in written)
    assert [path.name for path in written] == [
        "2026-27-Q1 statement A B.pdf",
        "2026-27-Q1 statement POL.pdf",
        "2026-27-Q1 statement con.pdf",
        "2026-27-Q1 statement pol 2.pdf",
        "2026-27-Q1 recharge.xlsx",
        "2026-27-Q1 journal.csv",
        "2026-27-Q1 invoices.csv",
    ]
    assert [part for part, _ in told] == sorted(part for part, _ in told)
    assert told[0] == (0.0, "Statement for Slash")
    assert told[-1] == (1.0, "Done")
    assert pages_of(written[3])[0].says("Small police")
    assert written[4].read_bytes()[:2] == b"PK"
    assert written[5].read_text("utf-8-sig").startswith('"Reference"')


def test_for_one_agency_it_is_that_agencys_own(hub: Hub, tmp_path: Path) -> None:
    folder = folder_for(hub, tmp_path, "POL")
    written = folder.write(folder.everything, Existing.KEEP, silently)
    assert [path.name for path in written] == [
        "2026-27-Q1 statement POL.pdf",
        "2026-27-Q1 POL recharge.xlsx",
        "2026-27-Q1 POL journal.csv",
        "2026-27-Q1 POL invoices.csv",
    ]
    assert "Slash" not in written[2].read_text("utf-8-sig")


def test_what_is_there_is_kept_unless_it_is_to_be_replaced(hub: Hub, tmp_path: Path) -> None:
    folder = folder_for(hub, tmp_path)
    precious = tmp_path / folder.statements[2].name
    precious.write_bytes(b"precious")
    with pytest.raises(Refused) as refusal:
        folder.write(folder.everything, Existing.KEEP, silently)
    [problem] = refusal.value.problems
    assert problem.code == "file-exists"
    assert precious.name in problem.what
    assert list(tmp_path.iterdir()) == [precious]
    assert precious.read_bytes() == b"precious"
    folder.write(folder.everything, Existing.REPLACE, silently)
    assert precious.read_bytes().startswith(b"%PDF")


def test_cancelled_it_leaves_whole_files_and_no_half_of_one(hub: Hub, tmp_path: Path) -> None:
    folder = folder_for(hub, tmp_path)

    def stop(part: float, _words: str) -> None:
        if part >= 0.25:
            raise Stopped

    with pytest.raises(Stopped):
        folder.write(folder.everything, Existing.KEEP, stop)
    assert sorted(path.name for path in tmp_path.iterdir()) == [one.name for one in folder.statements[:2]]
    for path in tmp_path.iterdir():
        assert pages_of(path)


def test_nothing_is_written_over_a_hub_or_into_a_file(hub: Hub, tmp_path: Path) -> None:
    folder = folder_for(hub, tmp_path)
    (tmp_path / folder.everything[-1].name).write_bytes(b"SQLite format 3\x00 and so on")
    with pytest.raises(Refused) as refusal:
        folder.write(folder.everything, Existing.REPLACE, silently)
    assert [one.code for one in refusal.value.problems] == ["output-is-a-hub"]
    assert len(list(tmp_path.iterdir())) == 1

    file = tmp_path / "file"
    file.write_bytes(b"")
    with pytest.raises(Refused) as refusal:
        folder_for(hub, file).write(folder.everything, Existing.KEEP, silently)
    assert [one.code for one in refusal.value.problems] == ["not-a-folder"]
    with pytest.raises(Refused) as refusal:
        folder_for(hub, tmp_path / "no" / "such").write(folder.everything, Existing.KEEP, silently)
    assert [one.code for one in refusal.value.problems] == ["no-such-folder"]


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("A/B", "A B"),
        ("con", "con_"),
        ("NUL.x", "NUL.x_"),
        ("COM1", "COM1_"),
        ("com10", "com10"),
        ("ends in a dot.", "ends in a dot"),
        ("a:b*c?", "a b c"),
        ("tab\there", "tab here"),
        ("...", "Hub"),
        ("x" * 200, "x" * 80),
        ("Élan", "Élan"),
    ],
)
def test_names_are_such_that_every_system_takes_them(name: str, fit: str) -> None:
    assert file_name(name) == fit


def test_names_that_a_system_takes_for_one_are_numbered() -> None:
    assert file_names(["POL", "pol", "Pol", "pol 2"]) == ("POL", "pol 2", "Pol 3", "pol 2 2")
