"""The log and the issued runs only grow, whoever writes to the database and by whatever means."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from hubdesk.domain.problem import Refused
from hubdesk.domain.run import IssuedRun, digest
from hubdesk.store import Mode, create_store, open_store
from hubdesk.store.file_opening import open_file
from hubdesk.store.upgrades import LADDER
from tests.builders.random_hubs import random_hub
from tests.store.at import NOW

Execute = Callable[[str], object]

ATTACKS = (
    "UPDATE issued_run SET body = '{}'",
    "UPDATE issued_run SET sequence = sequence + 10",
    "DELETE FROM issued_run",
    "DELETE FROM issued_run WHERE sequence = 1",
    "INSERT INTO issued_run (sequence, name, body, sha256) VALUES (7, 'x', 'x', 'x')",
    "INSERT INTO issued_run (sequence, name, body, sha256) VALUES (1, 'x', 'x', 'x') "
    "ON CONFLICT (sequence) DO UPDATE SET body = 'x'",
    "INSERT INTO issued_run (sequence, name, body, sha256) VALUES (2, '2026-27-Q1', 'x', 'x') "
    "ON CONFLICT (name) DO UPDATE SET body = 'x'",
    "UPDATE log SET title = 'Nothing'",
    "DELETE FROM log",
    "INSERT INTO log (sequence, at, person, title, edits, sha256) VALUES (9, '', '', '', '', '')",
)
ON_SQLITE = (
    "INSERT OR REPLACE INTO issued_run (sequence, name, body, sha256) VALUES (1, 'x', 'x', 'x')",
    "INSERT OR REPLACE INTO issued_run (sequence, name, body, sha256) VALUES (2, '2026-27-Q1', 'x', 'x')",
    "REPLACE INTO log (sequence, at, person, title, edits, sha256) VALUES (1, '', '', '', '', '')",
    "UPDATE OR REPLACE issued_run SET body = 'x'",
    "UPDATE OR IGNORE issued_run SET body = 'x'",
)
ON_POSTGRESQL = (
    "TRUNCATE issued_run",
    "TRUNCATE log CASCADE",
    "SET session_replication_role = replica; DELETE FROM log",
)


def found(place: str) -> None:
    """A hub with one issued run."""
    body = '{"run":"2026-27-Q1"}'
    with create_store(place, random_hub(9), user="Ann", title="Start", when=NOW) as store:
        store.append_run(IssuedRun(1, "2026-27-Q1", body, digest(body)), when=NOW, after=1)


def history(place: str) -> object:
    with open_store(place, user="Ann", mode=Mode.READ) as store:
        return list(store.log()), store.runs(), store.first_broken_entry()


@contextmanager
def raw(place: str) -> Iterator[Execute]:
    """Another program's connection, which sets nothing up as Hubdesk does."""
    if "://" in place:
        with psycopg.connect(place, autocommit=True) as server:
            yield server.execute
    else:
        with closing(sqlite3.connect(place, isolation_level=None)) as file:
            yield file.execute


@pytest.mark.parametrize("attack", ATTACKS)
def test_raw_sql_is_refused(place: str, attack: str) -> None:
    found(place)
    before = history(place)
    with raw(place) as execute, pytest.raises((sqlite3.IntegrityError, psycopg.errors.RaiseException)):
        execute(attack)
    assert history(place) == before


@pytest.mark.parametrize("attack", ON_SQLITE)
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_replacing_is_refused_on_a_file(tmp_path: Path, attack: str, recursive: str) -> None:
    place = str(tmp_path / "Parkside.hubdesk")
    found(place)
    before = history(place)
    with raw(place) as execute:
        execute(f"PRAGMA recursive_triggers={recursive}")
        with pytest.raises(sqlite3.IntegrityError):
            execute(attack)
    assert history(place) == before


@pytest.mark.parametrize("attack", ON_POSTGRESQL)
def test_emptying_is_refused_on_a_server(postgres_database: str, attack: str) -> None:
    found(postgres_database)
    before = history(postgres_database)
    with raw(postgres_database) as execute, pytest.raises(psycopg.errors.RaiseException):
        execute(attack)
    assert history(postgres_database) == before


def step_that_edits(connection: Connection) -> None:
    connection.execute(text("UPDATE issued_run SET body = '{}'"))


def step_that_takes_the_safeguards_away(connection: Connection) -> None:
    connection.execute(text("DROP TRIGGER issued_run_is_never_changed"))
    connection.execute(text("UPDATE issued_run SET body = '{}'"))


def step_that_rebuilds_the_log(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE new_log AS SELECT sequence, at, person, 'Nothing' AS title, edits, run_sha256, sha256 "
        "FROM log",
        "DROP TABLE log",
        "ALTER TABLE new_log RENAME TO log",
    ):
        connection.execute(text(statement))


@pytest.mark.parametrize(
    ("step", "refusal"),
    [
        (step_that_edits, DBAPIError),
        (step_that_takes_the_safeguards_away, Refused),
        (step_that_rebuilds_the_log, Refused),
    ],
)
def test_a_migration_does_not_get_by(
    tmp_path: Path, step: Callable[[Connection], None], refusal: type[Exception]
) -> None:
    path = tmp_path / "Parkside.hubdesk"
    found(str(path))
    before = path.read_bytes()
    with pytest.raises(refusal):
        open_file(path, "Ann", Mode.WRITE, ladder=(*LADDER, step))
    assert path.read_bytes() == before


@pytest.mark.parametrize("what", ["title", "edits", "at", "person", "run_sha256"])
def test_a_log_changed_behind_the_triggers_is_found(tmp_path: Path, what: str) -> None:
    place = str(tmp_path / "Parkside.hubdesk")
    found(place)
    trigger = "log_is_never_changed"
    with raw(place) as execute:
        (made,) = execute(f"SELECT sql FROM sqlite_schema WHERE name = '{trigger}'").fetchone()  # type: ignore[attr-defined]
        execute(f"DROP TRIGGER {trigger}")
        execute(f"UPDATE log SET {what} = '[]' || coalesce({what}, '')")
        execute(made)
    with open_store(place, user="Ann", mode=Mode.READ) as store:
        assert store.first_broken_entry() == 1


def test_a_name_can_be_erased_and_the_log_stands(place: str) -> None:
    found(place)
    with raw(place) as execute:
        execute("DELETE FROM person WHERE name = 'Ann'")
    with open_store(place, user="Bob", mode=Mode.READ) as store:
        assert [entry.who for entry in store.log()] == ["somebody whose name was erased"] * 2
        assert store.first_broken_entry() is None


def test_a_new_hub_has_its_safeguards(place: str) -> None:
    found(place)
    with open_store(place, user="Ann", mode=Mode.READ) as store:
        assert store.is_guarded()


@pytest.mark.parametrize(
    "attack",
    [
        "DROP TRIGGER issued_run_is_kept ON issued_run",
        "ALTER TABLE log ENABLE TRIGGER log_is_kept",
        "CREATE OR REPLACE FUNCTION hubdesk_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RETURN OLD; END $$",
        "CREATE OR REPLACE TRIGGER log_is_kept BEFORE DELETE ON log FOR EACH ROW "
        "EXECUTE FUNCTION hubdesk_append_only(); ALTER TABLE log ENABLE ALWAYS TRIGGER log_is_kept",
        "CREATE OR REPLACE TRIGGER log_is_kept BEFORE DELETE OR UPDATE ON log FOR EACH ROW WHEN (false) "
        "EXECUTE FUNCTION hubdesk_append_only(); ALTER TABLE log ENABLE ALWAYS TRIGGER log_is_kept",
        "CREATE RULE forget AS ON INSERT TO log DO INSTEAD NOTHING",
        "CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$; "
        "CREATE TRIGGER mine BEFORE UPDATE ON agency FOR EACH ROW EXECUTE FUNCTION mine()",
    ],
)
def test_a_team_database_with_other_safeguards_can_only_be_looked_at(
    postgres_database: str, attack: str
) -> None:
    found(postgres_database)
    with raw(postgres_database) as execute:
        execute(attack)
    with open_store(postgres_database, user="Ann", mode=Mode.READ) as store:
        assert not store.is_guarded()
    with pytest.raises(Refused) as refused:
        open_store(postgres_database, user="Ann", mode=Mode.WRITE)
    assert [problem.code for problem in refused.value.problems] == ["damaged"]
