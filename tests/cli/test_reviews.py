"""Reviews on the command line: one is opened, its packs go out, and how far it is."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from hubdesk.exchange.review_pack import hubview
from hubdesk.exchange.review_pack.layout import YOUR_CHARGES, YOUR_DESKS
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.workflows.opening import made
from tests.builders import a_hub
from tests.command_line import Ended, done, hubdesk, misused, refused
from tests.exchange.review_pack.filling import fill
from tests.workflows.review.test_rounds import a_moment

NAMES = ["CAB Autumn.html", "CAB Autumn.hubview", "CAB Autumn.pdf", "CAB Autumn.xlsx"]
ROUND = ("--name", "Autumn", "--as-at", "1 December 2026", "--deadline", "2099-01-15")


def test_a_review_from_its_opening_to_its_status(parkside: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Look at your desks first.\n\nAsk us.", encoding="utf-8")
    ended = done("review", "open", parkside, *ROUND, "--silence-agrees", "--text", text)
    assert ended.out == "Opened “Autumn”, as at 1 December 2026\n15 agencies to answer by 15 January 2099\n"
    out = tmp_path / "out"
    ended = done("review", "packs", parkside, out, "--agency", "CAB")
    assert sorted(path.name for path in out.iterdir()) == NAMES
    assert ended.out.endswith("Packs of “Autumn” for 1 agency: marked as sent\n")
    pack = read(out)
    assert (pack.copy, pack.silence, pack.text) == (1, True, ("Look at your desks first.", "Ask us."))
    status = done("review", "status", parkside).out
    assert "15 agencies: 14 to send, 1 sent" in status
    assert "Agreed: 0 of 84 desks, £0.00 of £309,800.39" in status


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
def test_the_text_may_come_from_any_editor_and_is_told_where_it_is_no_text(
    parkside: Path, tmp_path: Path, encoding: str
) -> None:
    text = tmp_path / "text.txt"
    text.write_bytes("It’s £5.\r\n\r\nAsk us.\r\n".encode(encoding))
    done("review", "open", parkside, *ROUND, "--text", text)
    done("review", "packs", parkside, tmp_path / "out", "--agency", "CAB", "--not-sent")
    assert read(tmp_path / "out").text == ("It’s £5.", "Ask us.")
    text.write_bytes(b"PK\x03\x04\x00\x00")
    told = refused("review", "open", parkside, "--text", text).err
    assert "It is no plain text" in told
    assert "Save it as plain text" in told


def test_a_day_beyond_those_that_can_be_typed_is_told(parkside: Path) -> None:
    told = misused("review", "open", parkside, "--as-at", "9999-12-31").err
    assert "not a day from 1900 to 2200" in told


def test_packs_to_look_at_are_not_sent(parkside: Path, tmp_path: Path) -> None:
    done("review", "open", parkside, *ROUND)
    ended = done("review", "packs", parkside, tmp_path / "out", "--agency", "CAB", "--not-sent")
    assert ended.out.endswith("not marked as sent\n")
    assert "15 agencies: 15 to send" in done("review", "status", parkside, "--round", "autumn").out
    refused("review", "packs", parkside, tmp_path / "out", "--agency", "CAB")
    done("review", "packs", parkside, tmp_path / "out", "--agency", "CAB", "--replace")
    assert read(tmp_path / "out").copy == 1


def test_a_name_that_tells_of_an_agency_is_told_as_a_review_is_opened(tmp_path: Path) -> None:
    hub = a_hub().agency("POL").agency("CAB").licence("L1", "POL", 3).licence("L2", "CAB", 2)
    hub.cost_line("POL desk", 900)
    path = tmp_path / "hub.hubdesk"
    made(str(path), hub.build(), "Parkside", user="Ann", clock=a_moment).store.close()
    ended = done("review", "open", path, *ROUND)
    assert "warning: cost POL desk of 2026-27: “POL desk” names POL, and other agencies read it" in ended.err
    assert "2 agencies to answer" in ended.out


def test_what_stands_in_the_way_is_told(parkside: Path, tmp_path: Path) -> None:
    assert "No review is open" in refused("review", "status", parkside).err
    assert "There is no agency XX" in refused("review", "open", parkside, "--agency", "XX").err
    done("review", "open", parkside, *ROUND, "--agency", "CAB", "--agency", "MBC")
    assert "has this name already" in refused("review", "open", parkside, *ROUND).err
    assert "Name one of “Autumn”" in refused("review", "status", parkside, "--round", "Spring").err
    assert "POL is not asked" in refused("review", "packs", parkside, tmp_path, "--agency", "POL").err
    assert "deadline has passed" in refused("review", "open", parkside, "--deadline", "2020-01-01").err
    misused("review", "open", parkside, "--as-at", "someday")
    assert not list(tmp_path.glob("*.xlsx"))


def test_answers_are_taken_in_and_what_is_none_is_left_out(parkside: Path, tmp_path: Path) -> None:
    done("review", "open", parkside, *ROUND)
    done("review", "packs", parkside, tmp_path, "--agency", "CAB")
    answer, other, foreign = (tmp_path / name for name in ("CAB Autumn.xlsx", "again.xlsx", "holidays.xlsx"))
    other.write_bytes(answer.read_bytes())
    fill(answer, {}, signed_by="Manager", agree_to_all=(YOUR_DESKS, YOUR_CHARGES))
    fill(other, {}, signed_by="Manager", agree_to_all=(YOUR_DESKS,))
    Workbook().save(foreign)

    ended = in_part("review", "answers", parkside, answer, foreign, "--look")
    assert "CAB Autumn.xlsx: ready to take in; CAB: agrees " in ended.out
    assert "not a review pack of Hubdesk" in ended.err
    assert "1 sent" in done("review", "status", parkside).out

    assert "Took in no answers of 2 files" in in_part("review", "answers", parkside, answer, other).out
    ended = in_part("review", "answers", parkside, answer, other, "--choose", answer)
    assert "CAB answers twice" in ended.err
    assert "Took in 1 answer of 2 files" in ended.out
    assert "1 agreed" in done("review", "status", parkside).out
    assert "taken in already" in in_part("review", "answers", parkside, answer).out


def in_part(*words: str | Path) -> Ended:
    """Type it, and see that some of it was not done."""
    ended = hubdesk(*words)
    assert ended.status == 1
    return ended


def read(folder: Path) -> Pack:
    pack = hubview.read(folder / "CAB Autumn.hubview")
    assert pack.as_at == date(2026, 12, 1)
    return pack


def test_issuing_tells_once_that_no_review_was_held_and_then_what_was_never_agreed(parkside: Path) -> None:
    first = done("issue", parkside, "2026-27-Q1")
    assert "No agency was asked yet whether its desks and licences are right" in first.out
    assert "occupancy" not in first.err
    done("review", "open", parkside, *ROUND)
    second = done("issue", parkside, "2026-27-Q2")
    assert "of it rests on occupancy that 15 agencies never agreed." in second.out
    assert second.err.count("Not agreed: asked, and no answer yet (Autumn)") == 15
    assert "at stake" in second.err
