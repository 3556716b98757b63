"""One person at a time changes a document; others are told who, and may look at it or copy it."""

import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from hubdesk.domain.change import updating
from hubdesk.domain.problem import Refused
from hubdesk.store import Mode, open_store
from hubdesk.store.owner import OwnerFile, Taken
from tests.store.at import HUB, NOW

HOLD_OPEN = """
import sys
from pathlib import Path
from hubdesk.store import Mode, open_store
open_store(Path(sys.argv[1]), user="Bob", mode=Mode.WRITE)
print("open", flush=True)
sys.stdin.read()
"""


def owner_file(document: Path) -> Path:
    return document.with_name(f".{document.name}.owner")


def other_process(document: Path) -> "subprocess.Popen[str]":
    """A process in which Bob has the document open to change."""
    bob = subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(document)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert bob.stdout is not None
    assert bob.stdout.readline() == "open\n"
    return bob


def left_behind(document: Path, *, machine: str, process: int, seconds_ago: float) -> None:
    """An owner file that nobody took away."""
    said = {"user": "Bob", "machine": machine, "process": process, "since": 1.0, "token": "t"}
    owner_file(document).write_text(json.dumps(said))
    then = owner_file(document).stat().st_mtime - seconds_ago
    os.utime(owner_file(document), (then, then))


def test_another_process_that_has_it_open_is_named(document: Path) -> None:
    with other_process(document) as bob:
        with pytest.raises(Refused) as refused:
            open_store(document, user="Ann", mode=Mode.WRITE)
        (problem,) = refused.value.problems
        assert problem.code == "open-elsewhere"
        assert f"is open by Bob on {socket.gethostname()} since " in problem.what
        assert bob.stdin is not None
        bob.stdin.close()


def test_beside_it_one_may_look_and_copy(document: Path) -> None:
    copy = document.with_name("copy.hubdesk")
    with other_process(document) as bob:
        with open_store(document, user="Ann", mode=Mode.READ) as store:
            assert store.read_hub() == HUB
            store.copy_to(copy)
        assert bob.stdin is not None
        bob.stdin.close()
    with open_store(copy, user="Ann", mode=Mode.WRITE) as store:
        assert store.read_hub() == HUB


def test_closing_lets_the_next_one_in(document: Path) -> None:
    with open_store(document, user="Ann", mode=Mode.WRITE):
        assert owner_file(document).exists()
    assert not owner_file(document).exists()
    open_store(document, user="Bob", mode=Mode.WRITE).close()


def test_one_process_opens_it_once(document: Path) -> None:
    with (
        open_store(document, user="Ann", mode=Mode.WRITE),
        pytest.raises(Refused, match="is open by Ann"),
    ):
        open_store(document, user="Ann", mode=Mode.WRITE)


def test_a_killed_owner_on_this_machine_is_taken_over_at_once(document: Path) -> None:
    with other_process(document) as bob:
        bob.kill()
        bob.wait()
        with open_store(document, user="Ann", mode=Mode.WRITE) as store:
            store.write(updating("Rename", (HUB.settings, replace(HUB.settings, name="Ann's"))), when=NOW)


def test_an_owner_elsewhere_is_believed_while_its_heart_beats(document: Path) -> None:
    left_behind(document, machine="elsewhere", process=1, seconds_ago=200)
    with pytest.raises(Refused, match="is open by Bob on elsewhere"):
        open_store(document, user="Ann", mode=Mode.WRITE)


@pytest.mark.parametrize("machine", ["elsewhere", socket.gethostname()])
def test_without_a_heartbeat_for_five_minutes_an_owner_is_gone(document: Path, machine: str) -> None:
    left_behind(document, machine=machine, process=os.getpid(), seconds_ago=400)
    open_store(document, user="Ann", mode=Mode.WRITE).close()


def test_a_heartbeat_keeps_others_out(document: Path) -> None:
    with open_store(document, user="Ann", mode=Mode.WRITE) as store:
        os.utime(owner_file(document), (0, 0))
        store.heartbeat()
        with pytest.raises(Refused, match="is open by Ann"):
            open_store(document, user="Bob", mode=Mode.WRITE)


def test_who_slept_through_a_takeover_is_told_and_loses_nothing(document: Path) -> None:
    with open_store(document, user="Ann", mode=Mode.WRITE) as ann:
        left_behind(document, machine="elsewhere", process=1, seconds_ago=0)
        with pytest.raises(Refused) as refused:
            ann.heartbeat()
        assert refused.value.problems[0].code == "taken-over"
    assert owner_file(document).exists(), "it is Bob's now, and not Ann's to take away"


def saying(**other: object) -> str:
    """What Bob's owner file says, but for `other`."""
    return json.dumps({"user": "Bob", "machine": "m", "process": 7, "since": 1.0, "token": "t"} | other)


NOTHING = [
    "",
    "{",
    "[]",
    "[" * 100_000,
    '{"user": "Bob"}',
    '{"since": "long ago"}',
    saying(since=1e20),
    saying(since=-1e20),
    saying(since=float("nan")),
    saying(since=float("inf")),
    saying(process=0),
    saying(process=-1),
    saying(process=10**30),
    saying(process=float("inf")),
    saying(process=2**31, machine=socket.gethostname()),
]


@pytest.mark.parametrize("words", NOTHING)
def test_an_owner_file_that_says_nothing_stands_in_nobodys_way(document: Path, words: str) -> None:
    owner_file(document).write_text(words)
    open_store(document, user="Ann", mode=Mode.WRITE).close()


def test_a_document_by_another_name_is_the_same_document(document: Path) -> None:
    link = document.with_name("Link.hubdesk")
    link.symlink_to(document)
    with (
        open_store(document, user="Ann", mode=Mode.WRITE),
        pytest.raises(Refused, match="is open by Ann"),
    ):
        open_store(link, user="Bob", mode=Mode.WRITE)


def test_a_heartbeat_makes_a_file_anew_that_is_gone(document: Path) -> None:
    with open_store(document, user="Ann", mode=Mode.WRITE) as store:
        before = owner_file(document).read_text()
        owner_file(document).unlink()
        store.heartbeat()
        assert owner_file(document).read_text() == before
        with pytest.raises(Refused, match="is open by Ann"):
            open_store(document, user="Bob", mode=Mode.WRITE)
    assert not owner_file(document).exists()


def test_closing_gives_no_trouble_over_an_owner_file_that_cannot_be_read(document: Path) -> None:
    with open_store(document, user="Ann", mode=Mode.WRITE) as store:
        owner_file(document).unlink()
        owner_file(document).mkdir()
        store.write(updating("Rename", (HUB.settings, replace(HUB.settings, name="Safe"))), when=NOW)


def test_an_owner_who_lets_go_while_another_asks_stands_in_nobodys_way(tmp_path: Path) -> None:
    ended, done = Event(), []

    def ask() -> None:
        while not ended.is_set():
            with suppress(Taken):
                ann = OwnerFile(tmp_path / "Parkside.hubdesk", "Ann")
                ann.claim()
                ann.release()
        done.append(True)

    with ThreadPoolExecutor() as threads:
        asking = threads.submit(ask)
        for _ in range(1500):
            with suppress(Taken):
                bob = OwnerFile(tmp_path / "Parkside.hubdesk", "Bob")
                bob.claim()
                bob.release()
        ended.set()
        asking.result()
    assert done == [True]
