"""How long a hub of ten thousand desks takes to open and to edit, in a document and in a database."""

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from psycopg import sql

from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.benchmarks.measuring import CLOCK, Bench, Goal, Measurement, side_by_side
from tests.builders.random_hubs import random_hub
from tests.postgres import fresh_database

_WHEN = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
_NOT_RECORDS = ("log", "person", "issued_run", "hubdesk")


def document(bench: Bench) -> Iterator[Measurement]:
    """The file on the disk. An edit is over when it is on the disk and the observer has been told."""
    path = bench.folder / "Big.hubdesk"
    create_store(path, big_hub(bench), user="bench", title="Start", when=_WHEN).close()
    opening, raw = side_by_side((lambda: _open(path), lambda: _sqlite_rows(path)), CLOCK, bench.times)
    yield Measurement(
        f"document of {bench.desks:,} desks opened",
        opening,
        "sqlite3 reading the same rows",
        raw,
        ratio_goal=Goal.of_ratio(3),
    )
    plain = bench.folder / "Plain.sqlite"
    with closing(_plain_log(plain)) as connection:
        edit, raw = _edits(path, lambda turn: _plain_edit(connection, turn), bench.times * 3)
    yield Measurement(
        f"one edit among {bench.desks:,} desks, committed and observed",
        edit,
        "sqlite3 committing a row and its log entry",
        raw,
        seconds_goal=Goal.of_seconds(0.020),
    )


def database(bench: Bench) -> Iterator[Measurement]:
    """The same on a team's server, which is on this machine."""
    with fresh_database(bench.postgres_url) as url:
        create_store(url, big_hub(bench), user="bench", title="Start", when=_WHEN).close()
        opening, raw = side_by_side((lambda: _open(url), lambda: _psycopg_rows(url)), CLOCK, bench.times)
        yield Measurement(
            f"database of {bench.desks:,} desks opened", opening, "psycopg reading the same rows", raw
        )
        with psycopg.connect(url) as connection:
            connection.execute("CREATE TABLE plain (turn bigint, edits text)")
            connection.execute("CREATE TABLE plain_log (turn bigint, edits text)")
            connection.execute("INSERT INTO plain VALUES (0, '')")
            connection.commit()
            edit, raw = _edits(url, lambda turn: _plain_server_edit(connection, turn), bench.times * 3)
        yield Measurement(
            "the same edit in the database",
            edit,
            "psycopg committing a row and its log entry",
            raw,
            seconds_goal=Goal.of_seconds(0.020),
        )


def big_hub(bench: Bench) -> Hub:
    """Sixteen agencies, an allocation or so to each desk."""
    return random_hub(1, agencies=16, lines=60, desks=bench.desks)


def _open(where: str | Path) -> Hub:
    with open_store(where, user="bench", mode=Mode.READ) as store:
        return store.read_hub()


def _edits(where: str | Path, raw: Callable[[int], None], times: int) -> tuple[float, ...]:
    """The median seconds of moving one desk, and of `raw`, which is told how often it was called."""
    with open_store(where, user="bench", mode=Mode.WRITE) as store:
        one = Document(store, clock=lambda: _WHEN)
        told: list[Hub] = []
        one.observe(lambda _change, hub: told.append(hub))
        desks = itertools.cycle(list(one.hub.desks))
        turns = itertools.count()

        def edit() -> None:
            desk = one.hub.desks[next(desks)]
            one.apply(updating("Move a desk", (desk, replace(desk, x_mm=desk.x_mm + 1))))

        seconds = side_by_side((edit, lambda: raw(next(turns))), CLOCK, times)
        assert told[-1] is one.hub
        return seconds


def _sqlite_rows(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        return [
            connection.execute(f'SELECT * FROM "{name}"').fetchall()
            for (name,) in names
            if name not in _NOT_RECORDS
        ]


def _psycopg_rows(url: str) -> list[list[tuple[object, ...]]]:
    with psycopg.connect(url) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return [
            connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name))).fetchall()
            for (name,) in names
            if name not in _NOT_RECORDS
        ]


def _plain_log(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE plain (turn INTEGER, edits TEXT)")
    connection.execute("CREATE TABLE plain_log (turn INTEGER, edits TEXT)")
    connection.execute("INSERT INTO plain VALUES (0, '')")
    connection.commit()
    return connection


def _plain_edit(connection: sqlite3.Connection, turn: int) -> None:
    connection.execute("UPDATE plain SET turn = ?", (turn,))
    connection.execute("INSERT INTO plain_log VALUES (?, ?)", (turn, "x" * 500))
    connection.commit()


def _plain_server_edit(connection: psycopg.Connection, turn: int) -> None:
    connection.execute("UPDATE plain SET turn = %s", (turn,))
    connection.execute("INSERT INTO plain_log VALUES (%s, %s)", (turn, "x" * 500))
    connection.commit()
