"""`hubdesk drop-ins`: the week as text, and what is published of it."""

from pathlib import Path

import vobject

from tests.command_line import done, refused


def test_a_week_is_told_with_who_meets_whom(parkside: Path) -> None:
    told = done("drop-ins", parkside, "--as-at", "27 June 2026").out
    assert told.startswith("Parkside: Week of 22 June 2026\n")
    assert "Saturday 27 June 2026" in told
    assert "10:00 to 12:30" in told
    assert "Citizens Advice meets Credit Union every working day" in told


def test_a_poster_and_a_calendar_are_written(parkside: Path, tmp_path: Path) -> None:
    poster, page, calendar = tmp_path / "week.pdf", tmp_path / "week.html", tmp_path / "week.ics"
    asked = ("drop-ins", parkside, "--as-at", "2026-06-15")
    ended = done(*asked, "--poster", poster, "--calendar", calendar)
    assert f"Wrote {poster}: 2 pages" in ended.out
    assert f"Wrote {calendar}: 4 drop-ins" in ended.out
    assert poster.read_bytes().startswith(b"%PDF")
    done(*asked, "--poster", page, "--agency", "CUN")
    assert "Credit Union" in page.read_text(encoding="utf-8")
    found = vobject.readOne(calendar.read_text(encoding="utf-8"))
    assert len(found.vevent_list) == 4


def test_for_one_agency_alone(parkside: Path) -> None:
    told = done("drop-ins", parkside, "--as-at", "2026-06-22", "--agency", "CUN").out
    assert "Accounts and loans" in told
    assert "Fire" not in told


def test_what_cannot_be_done_is_told_and_nothing_is_written(parkside: Path, tmp_path: Path) -> None:
    assert "no agency with the code “ABC”" in refused("drop-ins", parkside, "--agency", "ABC").err
    out = tmp_path / "week.docx"
    assert "does not end in .pdf, .html or .htm" in refused("drop-ins", parkside, "--poster", out).err
    assert not out.exists()
    assert "is a hub" in refused("drop-ins", parkside, "--calendar", parkside).err
