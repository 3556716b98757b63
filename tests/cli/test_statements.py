"""`hubdesk statements`: what each agency gets, as files in a folder."""

from pathlib import Path

from tests.command_line import done, misused, refused
from tests.exchange.plan.pages import pages_of

Q1 = "2026-27-Q1"


def test_one_agency_gets_its_statement_as_it_was_issued(parkside: Path, tmp_path: Path) -> None:
    done("issue", parkside, Q1)
    place = tmp_path / "Q1"
    ended = done("statements", parkside, Q1, place, "--agency", "CAB")
    [written] = place.iterdir()
    assert ended.out == f"Wrote {written}\n"
    assert written.name == "2026-27-Q1 statement CAB.pdf"
    assert pages_of(written)[0].says("Citizens Advice")
    assert not pages_of(written)[0].says("draft")


def test_everything_of_a_run(parkside: Path, tmp_path: Path) -> None:
    ended = done("statements", parkside, Q1, tmp_path / "Q1", "--everything")
    names = sorted(path.name for path in (tmp_path / "Q1").iterdir())
    assert len(names) == len(ended.out.splitlines()) == 19
    assert names[:3] == ["2026-27-Q1 invoices.csv", "2026-27-Q1 journal.csv", "2026-27-Q1 recharge.xlsx"]


def test_what_is_there_stays_unless_it_may_be_replaced(parkside: Path, tmp_path: Path) -> None:
    asked = ("statements", parkside, Q1, tmp_path / "Q1", "--agency", "CAB")
    done(*asked)
    ended = refused(*asked)
    assert "2026-27-Q1 statement CAB.pdf is in the folder already" in ended.err
    done(*asked, "--replace")


def test_it_says_which_agencies_and_periods_there_are(parkside: Path, tmp_path: Path) -> None:
    assert "Choose one of: BID" in refused("statements", parkside, Q1, tmp_path, "--agency", "XYZ").err
    misused("statements", parkside, "Q1", tmp_path)
    misused("statements", parkside, "2026-27-close", tmp_path, "--amounts", "budget")
