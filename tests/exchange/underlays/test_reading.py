"""The process that reads: ended in time, at a word, and never heard of again."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import Cancelled, read_underlay
from hubdesk.exchange.underlays.answer import has_answer
from hubdesk.exchange.underlays.limits import SECONDS
from hubdesk.exchange.underlays.wish import Wish
from tests.exchange.underlays.dotted import pdf, picture, quartered
from tests.exchange.underlays.refusing import refusal
from tests.exchange.underlays.test_svg import svg

SLOW = pdf(["[0.01] 0 d\n" + "0 0 m 5 900 900 5 1190 841 c S\n" * 300_000])
"""Dashes without end."""


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go in this test."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def test_cancel_ends_it_at_once(folders: Path) -> None:
    word = threading.Event()
    told: list[float] = []

    def cancel() -> None:
        told.append(time.monotonic())
        word.set()

    timer = threading.Timer(1.0, cancel)
    timer.start()
    with pytest.raises(Cancelled):
        read_underlay(SLOW, cancelled=word.is_set)
    assert time.monotonic() - told[0] < SECONDS, "it would be cut off only then"
    assert list(folders.iterdir()) == []


def test_what_takes_too_long_is_cut_off_and_leaves_nothing_behind(folders: Path) -> None:
    begun = time.monotonic()
    assert refusal(SLOW, seconds=2).code == "underlay-too-slow"
    assert 1.9 < time.monotonic() - begun < SECONDS
    assert list(folders.iterdir()) == []


def test_what_was_read_leaves_nothing_behind(folders: Path) -> None:
    read_underlay(picture(quartered()))
    assert list(folders.iterdir()) == []


def test_a_full_disk_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "not there"))
    assert refusal(picture(quartered())).code == "underlay-no-room"


def test_more_than_fifty_megabytes_are_not_looked_at() -> None:
    assert refusal(picture(quartered()) + b"\0" * 50_000_000).code == "underlay-too-large"


def test_no_library_for_pictures_is_loaded_by_whoever_asks() -> None:
    asks = "import sys, hubdesk.exchange.underlays; print([m for m in sys.modules if m in sys.argv[1:]])"
    libraries = ["PIL", "pypdfium2", "ezdxf", "typst", "numpy"]
    told = subprocess.check_output([sys.executable, "-c", asks, *libraries], text=True)
    assert told.strip() == "[]"


def test_whoever_asks_may_stop_it_by_an_exception_of_their_own(folders: Path) -> None:
    class EnoughError(Exception):
        pass

    def check() -> None:
        raise EnoughError

    with pytest.raises(EnoughError):
        read_underlay(SLOW, cancelled=check)
    assert list(folders.iterdir()) == []


def test_whoever_reads_ends_by_itself_when_nobody_waits_any_more(tmp_path: Path) -> None:
    Wish(UnderlayKind.PDF, "Ground floor", seconds=1).put_into(tmp_path, SLOW)
    alone = [sys.executable, "-m", "hubdesk", "--read-underlay", str(tmp_path)]
    assert subprocess.call(alone, timeout=20) != 0
    assert not has_answer(tmp_path)


def test_memory_is_bounded_and_a_crash_is_told_in_words() -> None:
    masks = "".join(
        f"<mask id='m{at}'><rect width='420' height='297' fill='white' mask='url(#m{at - 1})'/></mask>"
        for at in range(60)
    )
    problem = refusal(svg(f"{masks}<rect width='420' height='297' mask='url(#m59)'/>"))
    assert problem.code in ("underlay-damaged", "underlay-too-large")
    assert "more" in problem.what
