"""Files that records name are kept once, outside the log, and handed back byte for byte or not at all."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import psycopg
import pytest

from hubdesk.domain.change import updating
from hubdesk.domain.problem import Refused
from hubdesk.editing import underlays
from hubdesk.store import Mode, Store, create_store, open_store
from tests.store.at import HUB, NOW

DRAWING = bytes(range(256)) * 40
SHA256 = sha256(DRAWING).hexdigest()


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    assert all(one.what and one.remedy for one in refused.value.problems)
    return [one.code for one in refused.value.problems]


def in_tables(place: str, statement: str) -> list[tuple[object, ...]]:
    """What `statement` finds, past Hubdesk."""
    if "://" in place:
        with psycopg.connect(place, autocommit=True) as server:
            cursor = server.execute(statement)
            return cursor.fetchall() if cursor.description else []
    with closing(sqlite3.connect(place)) as connection, connection:
        return connection.execute(statement).fetchall()


def founded(place: str) -> Store:
    return create_store(place, HUB, user="Ann", title="Start", when=NOW)


def test_a_file_comes_back_as_it_was_kept(place: str) -> None:
    with founded(place) as store:
        assert store.keep_file(DRAWING) == SHA256
    with open_store(place, user="Bob", mode=Mode.READ) as store:
        assert store.file(SHA256) == DRAWING


def test_a_file_is_kept_once_and_is_no_entry_of_the_log(place: str) -> None:
    with founded(place) as store:
        assert {store.keep_file(DRAWING) for _ in range(3)} == {SHA256}
        assert store.keep_file(DRAWING + b"!") != SHA256
        assert store.last_sequence() == 1
    assert in_tables(place, "SELECT count(*) FROM kept_file") == [(2,)]


def test_files_are_found_by_how_they_begin(place: str) -> None:
    with founded(place) as store:
        start = b"note\x00\xff: "
        notes = [start + b"one", start + b"three"]
        for body in (*notes, b"note\x00: other", DRAWING, start + DRAWING):
            store.keep_file(body)
        assert set(store.files_that_begin(start, 100)) == set(notes)
        assert store.files_that_begin(b"none", 100) == ()
        in_tables(place, "UPDATE kept_file SET sha256 = 'ab' WHERE length(body) = 13")
        with pytest.raises(Refused) as refused:
            store.files_that_begin(start, 100)
    assert codes(refused) == ["file-altered"]


def test_a_file_that_is_not_there_is_said_to_be_missing(place: str) -> None:
    with founded(place) as store, pytest.raises(Refused) as refused:
        store.file(SHA256)
    assert codes(refused) == ["file-missing"]


def test_a_file_altered_past_hubdesk_is_refused_until_it_is_brought_again(place: str) -> None:
    with founded(place) as store:
        store.keep_file(DRAWING)
    in_tables(place, "UPDATE kept_file SET body = substr(body, 2)")
    with open_store(place, user="Ann", mode=Mode.WRITE) as store:
        with pytest.raises(Refused) as refused:
            store.file(SHA256)
        assert codes(refused) == ["file-altered"]
        store.keep_file(DRAWING)
        assert store.file(SHA256) == DRAWING


def test_a_file_larger_than_50_mib_is_refused(place: str) -> None:
    with founded(place) as store:
        with pytest.raises(Refused) as refused:
            store.keep_file(bytes(50 * 1024**2 + 1))
        assert codes(refused) == ["file-too-large"]
    assert in_tables(place, "SELECT count(*) FROM kept_file") == [(0,)]


def test_a_file_of_50_mib_is_kept(place: str) -> None:
    with founded(place) as store:
        largest = bytes(50 * 1024**2)
        assert store.file(store.keep_file(largest)) == largest


def test_what_is_opened_to_look_at_takes_no_file(place: str) -> None:
    founded(place).close()
    with open_store(place, user="Bob", mode=Mode.READ) as store, pytest.raises(Refused) as refused:
        store.keep_file(DRAWING)
    assert codes(refused) == ["only-looking"]


def test_undoing_a_removal_finds_the_file_again(place: str) -> None:
    with founded(place) as store:
        one = next(iter(HUB.underlays.values()))
        shown = replace(one, picture=store.keep_file(DRAWING))
        store.write(updating("Show", (one, shown)), when=NOW)
        removal = underlays.remove(store.read_hub(), one.id)
        store.write(removal, when=NOW)
        store.write(removal.inverted(), when=NOW)
        assert store.file(store.read_hub().underlays[one.id].picture) == DRAWING


def test_a_copy_of_a_document_has_its_files(tmp_path: Path) -> None:
    copy = tmp_path / "Copy.hubdesk"
    with founded(str(tmp_path / "Parkside.hubdesk")) as store:
        store.keep_file(DRAWING)
        store.copy_to(copy)
    with open_store(copy, user="Bob", mode=Mode.READ) as other:
        assert other.file(SHA256) == DRAWING
