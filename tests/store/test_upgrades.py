"""An older document is brought up to date once, with a copy made first."""

import sqlite3
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, text

from hubdesk.domain.problem import Refused
from hubdesk.store import Mode, create_store, open_store
from hubdesk.store.database import open_database
from hubdesk.store.file_opening import open_file
from hubdesk.store.upgrades import LADDER, newest
from tests.store.at import HUB, NOW


def photographs(connection: Connection) -> None:
    """A step of a version to come."""
    connection.execute(text("CREATE TABLE photograph (sha256 TEXT PRIMARY KEY)"))


NOW_IS = newest()
TALLER = (*LADDER, photographs)
"""The ladder of a version to come."""


def a_step_that_fails(connection: Connection) -> None:
    photographs(connection)
    connection.execute(text("INSERT INTO photograph VALUES ('a'), ('a')"))


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        number: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return number


def test_a_copy_is_made_and_the_document_is_brought_up_to_date(document: Path) -> None:
    open_file(document, "Ann", Mode.WRITE, ladder=TALLER).close()
    copy = document.with_name(f"Parkside (version {NOW_IS}).hubdesk")
    assert (version(document), version(copy)) == (NOW_IS + 1, NOW_IS)
    with open_store(copy, user="Ann", mode=Mode.READ) as store:
        assert store.read_hub() == HUB


def test_an_earlier_copy_is_kept(document: Path) -> None:
    document.with_name(f"Parkside (version {NOW_IS}).hubdesk").write_text("kept")
    open_file(document, "Ann", Mode.WRITE, ladder=TALLER).close()
    assert document.with_name(f"Parkside (version {NOW_IS}).hubdesk").read_text() == "kept"
    assert version(document.with_name(f"Parkside (version {NOW_IS}, copy 2).hubdesk")) == NOW_IS


def test_each_step_is_climbed_once(document: Path) -> None:
    open_file(document, "Ann", Mode.WRITE, ladder=TALLER).close()
    open_file(document, "Ann", Mode.WRITE, ladder=(*TALLER, lambda _connection: None)).close()
    assert version(document) == NOW_IS + 2


def test_a_step_that_fails_leaves_the_document_as_it_was(document: Path) -> None:
    before = document.read_bytes()
    with pytest.raises(Exception, match="UNIQUE"):
        open_file(document, "Ann", Mode.WRITE, ladder=(*LADDER, a_step_that_fails))
    assert document.read_bytes() == before


def test_looking_upgrades_nothing(document: Path) -> None:
    before = document.read_bytes()
    with pytest.raises(Refused) as refused:
        open_file(document, "Ann", Mode.READ, ladder=TALLER)
    assert refused.value.problems[0].code == "older-version"
    assert document.read_bytes() == before


def test_a_document_of_a_newer_ladder_is_refused(document: Path) -> None:
    open_file(document, "Ann", Mode.WRITE, ladder=TALLER).close()
    with pytest.raises(Refused) as refused:
        open_store(document, user="Ann", mode=Mode.READ)
    assert refused.value.problems[0].code == "newer-version"


def test_a_database_is_brought_up_to_date(postgres_database: str) -> None:
    create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW).close()
    database = open_database(postgres_database, Mode.WRITE, ladder=TALLER)
    assert database.version() == NOW_IS + 1
    database.close()
    with pytest.raises(Refused) as refused:
        open_store(postgres_database, user="Ann", mode=Mode.READ)
    assert refused.value.problems[0].code == "newer-version"


def test_a_document_brought_up_to_date_since_it_was_looked_at_is_not_climbed_again(document: Path) -> None:
    with (
        closing(sqlite3.connect(document, isolation_level=None)) as somebody,
        ThreadPoolExecutor() as threads,
    ):
        somebody.execute("BEGIN EXCLUSIVE")
        opening = threads.submit(lambda: open_file(document, "Ann", Mode.WRITE, TALLER).close())
        time.sleep(0.3)  # Ann has seen the older version, and waits for her turn.
        somebody.execute("CREATE TABLE photograph (sha256 TEXT PRIMARY KEY)")
        somebody.execute(f"PRAGMA user_version={NOW_IS + 1}")
        somebody.execute("COMMIT")
        opening.result()
    assert version(document) == NOW_IS + 1


def test_of_two_who_open_an_older_database_one_brings_it_up_to_date(postgres_database: str) -> None:
    create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW).close()

    def slowly(connection: Connection) -> None:
        photographs(connection)
        time.sleep(0.3)

    with ThreadPoolExecutor() as threads:
        both = [
            threads.submit(open_database, postgres_database, Mode.WRITE, ladder=(*LADDER, slowly))
            for _ in range(2)
        ]
        for each in both:
            each.result().close()


@pytest.mark.parametrize("mode", Mode)
def test_a_database_without_one_of_its_columns_is_refused(postgres_database: str, mode: Mode) -> None:
    create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW).close()
    with psycopg.connect(postgres_database) as server:
        server.execute("ALTER TABLE licence DROP COLUMN cost_centre")
    with pytest.raises(Refused) as refused:
        open_store(postgres_database, user="Ann", mode=mode)
    assert refused.value.problems[0].code == "damaged"
