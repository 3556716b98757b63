"""`hubdesk view`: a file is looked through on the command line, and shown by the window."""

import io
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from hubdesk.__main__ import opens_the_window
from hubdesk.cli.main import main
from hubdesk.exchange.review_pack import hubview
from tests.command_line import misused, refused
from tests.exchange.review_pack.packs import a_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "CAB by mail.bin"
    hubview.write(a_pack(), path)
    return path


def test_the_window_is_opened_on_it_whatever_its_name(pack: Path) -> None:
    opened: list[list[str]] = []

    def window(arguments: Sequence[str]) -> int:
        opened.append(list(arguments))
        return 0

    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()), pytest.raises(SystemExit) as ended:
        main(["view", str(pack)], window)
    assert ended.value.code == 0
    assert opened == [["--view", str(pack)]]


def test_what_cannot_be_shown_is_told_on_the_terminal(pack: Path, tmp_path: Path) -> None:
    pack.write_bytes(pack.read_bytes()[:-10])
    assert "is cut off" in refused("view", pack).err
    assert "is not there" in refused("view", tmp_path / "gone.hubview").err
    other = tmp_path / "hub.hubdesk"
    other.write_bytes(b"SQLite format 3\0")
    assert "is not a review pack" in refused("view", other).err


def test_it_needs_a_file() -> None:
    misused("view")


def test_without_a_window_it_says_how_to_get_one(pack: Path) -> None:
    assert "hubdesk view FILE" in refused("view", pack).err


def test_a_pack_opens_by_its_name_alone() -> None:
    assert opens_the_window(["CAB.hubview"])
    assert opens_the_window(["--view", "CAB by mail.bin"])
    assert not opens_the_window(["view", "CAB.hubview"])
