"""The other verbs, their words and their exit statuses."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hubdesk.cli import looking
from hubdesk.store import Mode, open_store
from tests.command_line import done, hubdesk, misused, refused

VERBS = (
    "sample",
    "template",
    "import",
    "roll-forward",
    "export",
    "check",
    "recharge",
    "issue",
    "runs",
    "verify",
    "log",
    "explain",
)


def installed(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program as it is installed, in a process of its own."""
    start = "from hubdesk.cli.main import main; main()"
    return subprocess.run(
        [sys.executable, "-c", start, *map(str, words)],
        capture_output=True,
        check=False,
        env=os.environ | environment,
    )


def test_help_names_every_verb() -> None:
    listed = done("--help").out
    assert all(verb in listed for verb in VERBS)


def test_no_verb_and_an_unknown_one_are_wrong_usage() -> None:
    misused("recarge")
    assert hubdesk().status == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("recharge x", "PERIOD is missing."),
        ("recharge x 2026-27-Q9", "PERIOD: “2026-27-Q9” is not a billing period such as"),
        ("recharge x 2026-27-Q1 --amounts guess", "--amounts: 'guess' is not one of 'budget', 'actual'."),
        ("recharge x 2026-27-close --amounts actual", "--amounts: A year end always uses actuals."),
        ("recarge x", "No such command 'recarge'. Did you mean 'recharge'?"),
        ("check x y z", "There is more here than it takes: y z."),
        ("export x y", "--as is missing."),
    ],
)
def test_wrong_usage_is_told_in_plain_words(words: str, told: str) -> None:
    ended = misused(*words.split())
    assert ended.err.startswith(told)
    assert "nvalid" not in ended.err
    assert "rror" not in ended.err
    assert "\nHow it goes: hubdesk" in ended.err


def test_a_sample_is_never_written_over_a_file(tmp_path: Path) -> None:
    hub = tmp_path / "havant.hubdesk"
    assert "Havant" in done("sample", "havant", hub).out
    content = hub.read_bytes()
    refused("sample", "havant", hub)
    assert hub.read_bytes() == content
    misused("sample", "atlantis", hub)


def test_a_blank_template_is_written_and_never_over_a_filled_one(tmp_path: Path) -> None:
    book = tmp_path / "blank.xlsx"
    done("template", book)
    content = book.read_bytes()
    refused("template", book)
    assert book.read_bytes() == content


def test_an_export_comes_in_again_and_changes_nothing(parkside: Path, tmp_path: Path) -> None:
    book = tmp_path / "out.xlsx"
    done("export", parkside, "--as", "hub-workbook", book)
    assert done("import", book, parkside, "--update").out == "Nothing differs\n"
    done("import", book, tmp_path / "again.hubdesk")
    assert "To bring these changes into it, add --update." in refused("import", book, parkside).err
    misused("export", parkside, "--as", "picture", book)
    misused("export", parkside, book)


def test_a_workbook_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "book.xlsx").write_text("Dear all")
    refused("import", tmp_path / "book.xlsx", tmp_path / "hub.hubdesk")
    refused("import", tmp_path / "missing.xlsx", tmp_path / "hub.hubdesk")
    assert not (tmp_path / "hub.hubdesk").exists()


def test_check_says_what_is_the_matter(parkside: Path) -> None:
    ended = done("check", parkside)
    assert ended.out == "Parkside: no errors, nothing to settle before issue, 1 warning\n"
    [problem] = done("check", parkside, "--json").data
    assert (problem["severity"], problem["code"], problem["pence"]) == ("warning", "cost-line-credit", 108513)


def test_a_year_rolls_forward_once(parkside: Path) -> None:
    done("roll-forward", parkside, "2027-28", "--uplift", "3.5")
    refused("roll-forward", parkside, "2027-28")
    misused("roll-forward", parkside, "2027-29")
    misused("roll-forward", parkside, "2028-29", "--uplift", "lots")
    for uplift in ("1e30", "1e99999", "nan", "-100"):
        refused("roll-forward", parkside, "2028-29", "--uplift", uplift)
    assert "Roll forward to 2027-28, +3.5 %" in done("log", parkside).out


def test_the_help_of_roll_forward_asks_for_a_year() -> None:
    told = done("roll-forward", "--help").out
    assert "2027-28" in told
    assert "<int>" not in told


def test_runs_lists_what_was_issued(parkside: Path) -> None:
    assert done("runs", parkside).out == "No run is issued yet\n"
    done("issue", parkside, "2026-27-Q1")
    assert "2026-27-Q1" in done("runs", parkside).out
    assert "1 run verified" in done("verify", parkside).out


def test_a_hub_that_is_not_there_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "missing.hubdesk"
    for words in (("check", missing), ("runs", missing), ("verify", missing), ("log", missing)):
        refused(*words)
    refused("recharge", missing, "2026-27-Q1")
    refused("issue", missing, "2026-27-Q1")
    assert not missing.exists()


def test_verbs_that_only_read_run_beside_an_open_window(parkside: Path, tmp_path: Path) -> None:
    with open_store(parkside, user="Ann", mode=Mode.WRITE):
        done("check", parkside)
        done("recharge", parkside, "2026-27-Q1")
        done("runs", parkside)
        done("verify", parkside)
        done("log", parkside)
        done("explain", parkside, "2026-27-Q1", "POL")
        done("export", parkside, "--as", "hub-workbook", tmp_path / "out.xlsx")
        assert "is open by Ann" in refused("issue", parkside, "2026-27-Q1").err


def test_a_fault_of_the_program_owns_up_without_a_traceback(
    parkside: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr(looking, "problems_of_hub", faulty)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    ended = hubdesk("check", parkside)
    assert (ended.status, ended.out) == (70, "")
    assert "Traceback" not in ended.err
    [details] = tmp_path.glob("hubdesk-fault-*.txt")
    assert "ZeroDivisionError: a bug" in details.read_text("utf-8")


def test_the_entry_point_ends_with_the_status_of_the_verb(parkside: Path) -> None:
    assert installed("recharge", parkside, "2026-27-Q1").returncode == 0
    assert installed("recharge", parkside, "2026-27-M01").returncode == 1
    assert installed("recharge", parkside, "2026-27-Q5").returncode == 2


def test_a_terminal_without_pound_signs_stops_nothing(parkside: Path) -> None:
    ended = installed("recharge", parkside, "2026-27-Q1", PYTHONIOENCODING="ascii")
    assert ended.returncode == 0
    assert b"?156,421.65" in ended.stdout


def test_a_pipe_that_closes_early_is_no_fault(parkside: Path) -> None:
    start = f"{sys.executable} -c 'from hubdesk.cli.main import main; main()'"
    piped = f"{start} recharge {parkside} 2026-27 --json - | head -c 10"
    ended = subprocess.run(["sh", "-c", piped], capture_output=True, check=False)
    assert ended.stdout == b'{\n  "period'[:10]
    assert b"Traceback" not in ended.stderr
    assert b"wrong in Hubdesk" not in ended.stderr
