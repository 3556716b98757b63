"""The documents of past versions open, say what they said, and can be worked with on."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest

from hubdesk.charging.frozen import freeze, thaw
from hubdesk.charging.run import Issue
from hubdesk.domain.change import adding
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import ReviewRound, Totals
from hubdesk.domain.scenario import Scenario
from hubdesk.domain.statements import StatementSettings
from hubdesk.editing import agencies, locks, placing, reviews, statements
from hubdesk.store import Mode, Store, create_store, open_store
from hubdesk.store.upgrades import newest
from tests.store.at import HUB, NOW

KEPT = Path(__file__).parents[1] / "files"
TITLES = [
    "Import of parkside.xlsx",
    "Issue 2026-27-Q1",
    "Move desk G-101",
    "Allocate desk G-002 to POL from 1 June 2026",
]
DOWN_TO_VERSION_4 = (
    "DROP TABLE placement_settings",
    "ALTER TABLE agency DROP COLUMN accessible_desks",
    "ALTER TABLE allocation DROP COLUMN pinned",
    "UPDATE hubdesk SET version = 4",
)
DOWN_TO_VERSION_3 = (
    *DOWN_TO_VERSION_4,
    *(f"DROP TABLE {one}" for one in ("query_message", "query", "review", "review_round", "review_settings")),
    "ALTER TABLE kept_file RENAME TO picture",
    "ALTER INDEX kept_file_pkey RENAME TO picture_pkey",
    "UPDATE hubdesk SET version = 3",
)
DOWN_TO_VERSION_2 = (
    *DOWN_TO_VERSION_3,
    "DROP TABLE statement",
    "DROP TABLE scenario",
    "UPDATE hubdesk SET version = 2",
)
DOWN_TO_VERSION_1 = (
    *DOWN_TO_VERSION_2,
    "ALTER TABLE desk DROP COLUMN locked",
    "ALTER TABLE area DROP COLUMN locked",
    "DROP TABLE underlay",
    "DROP TABLE picture",
    "UPDATE hubdesk SET version = 1",
)
SHAPE_OF_A_FILE = (
    'SELECT t.name, c.name, c.type, c."notnull", c.pk FROM sqlite_schema AS t '
    "JOIN pragma_table_info(t.name) AS c WHERE t.type = 'table'",
    'SELECT t.name, k."table", k."from", k."to" FROM sqlite_schema AS t '
    "JOIN pragma_foreign_key_list(t.name) AS k",
    "SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index'",
    "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'",
)
SHAPE_OF_A_DATABASE = (
    "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
    "WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(KEPT / "version-1.hubdesk", tmp_path / "Parkside.hubdesk"))


@pytest.fixture
def opened(old: Path) -> Iterator[Store]:
    with open_store(old, user="Bob", mode=Mode.WRITE) as store:
        yield store


def shape_of(path: Path) -> list[set[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        return [set(connection.execute(query)) for query in SHAPE_OF_A_FILE]


def locked(hub: Hub) -> set[RecordId]:
    desks = {one.id for one in hub.desks.values() if one.locked}
    return desks | {one.id for one in hub.areas.values() if one.locked}


def test_there_is_a_document_of_every_past_version() -> None:
    assert {one.name for one in KEPT.glob("*.hubdesk")} == {
        f"version-{number}.hubdesk" for number in range(1, newest())
    }


def test_a_document_of_version_1_opens_with_nothing_locked_and_nothing_under_it(opened: Store) -> None:
    hub = opened.read_hub()
    assert sorted(hub.desk_codes) == [*(f"G-00{number}" for number in range(1, 7)), "G-101"]
    assert locked(hub) == set()
    assert not hub.underlays


def test_its_log_and_its_runs_are_as_they_were_written(opened: Store, old: Path) -> None:
    assert [entry.title for entry in opened.log()] == TITLES
    assert opened.first_broken_entry() is None
    assert opened.is_guarded()
    (kept,) = opened.runs()
    assert kept.is_untouched
    with closing(sqlite3.connect(KEPT / "version-1.hubdesk")) as before:
        assert before.execute("SELECT sha256 FROM issued_run").fetchall() == [(kept.sha256,)]
    thawed = thaw(kept)
    assert isinstance(thawed.issue, Issue)
    issue = thawed.issue
    again = freeze(replace(thawed, issue=None), sequence=1, previous=issue.previous, at=issue.at, by=issue.by)
    assert again.sha256 == kept.sha256


def test_what_was_done_in_version_1_can_be_undone(opened: Store) -> None:
    hub = opened.read_hub()
    for entry in reversed(list(opened.log(after=1))):
        hub = hub.applying(entry.change.inverted())
        opened.write(entry.change.inverted(), when=NOW)
    assert opened.read_hub() == hub
    moved = hub.desk_codes["G-101"]
    assert (moved.x_mm, moved.y_mm) == (4_000, 4_000)


def test_what_version_2_brings_can_be_kept_in_it(opened: Store) -> None:
    hub = opened.read_hub()
    picture = opened.keep_file(b"a drawing")
    pattern = next(iter(HUB.underlays.values()))
    lay = adding("Lay", replace(pattern, floor=hub.floor_codes["G"].id, picture=picture))
    lock = locks.lock(hub, hub.desks, hub.areas)
    for change in (lock, lay):
        opened.write(change, when=NOW)
    after = opened.read_hub()
    assert after == hub.applying(lock).applying(lay)
    assert locked(after) == {*after.desks, *after.areas}
    assert opened.file(after.underlays[pattern.id].picture) == b"a drawing"


def test_a_document_of_version_2_opens_with_what_it_had_and_nothing_tried_out(tmp_path: Path) -> None:
    old = Path(shutil.copy(KEPT / "version-2.hubdesk", tmp_path / "Parkside.hubdesk"))
    with open_store(old, user="Bob", mode=Mode.WRITE) as store:
        hub = store.read_hub()
        assert locked(hub) == {hub.desk_codes["G-001"].id}
        (underlay,) = hub.underlays.values()
        assert store.file(underlay.picture) == b"a drawing"
        assert hub.statements is None
        assert store.scenarios() == ()
        assert [entry.title for entry in store.log()][:4] == TITLES
        assert store.first_broken_entry() is None


def test_what_version_3_brings_can_be_kept_in_it(opened: Store) -> None:
    hub = opened.read_hub()
    words = statements.set_up(hub, StatementSettings(new_id(), payment="Within 30 days"))
    opened.write(words, when=NOW)
    tried = Scenario(new_id(), "All locked", locks.lock(hub, hub.desks, hub.areas))
    opened.keep_scenario(tried)
    assert opened.read_hub() == hub.applying(words)
    assert [one.change.edits for one in opened.scenarios()] == [tried.change.edits]


def test_a_document_of_version_3_opens_with_what_it_had_and_never_reviewed(tmp_path: Path) -> None:
    old = Path(shutil.copy(KEPT / "version-3.hubdesk", tmp_path / "Parkside.hubdesk"))
    with open_store(old, user="Bob", mode=Mode.WRITE) as store:
        hub = store.read_hub()
        assert hub.statements is not None
        assert hub.statements.payment == "Within 30 days"
        assert [one.name for one in store.scenarios()] == ["All locked"]
        (underlay,) = hub.underlays.values()
        assert store.file(underlay.picture) == b"a drawing"
        assert not hub.review_rounds
        assert store.first_broken_entry() is None


def test_what_version_4_brings_can_be_kept_in_it(opened: Store) -> None:
    hub = opened.read_hub()
    snapshot = opened.keep_file(b"the hub of the day")
    round_ = ReviewRound(
        new_id(), "2026", NOW.date(), NOW.date(), date(2026, 12, 1), snapshot, "0" * 64, Totals.OPEN
    )
    change = reviews.open_round(hub, round_, hub.agencies)
    opened.write(change, when=NOW)
    assert opened.read_hub() == hub.applying(change)
    assert opened.file(snapshot) == b"the hub of the day"


def test_a_document_of_version_4_opens_with_what_it_had_and_nobody_pinned(tmp_path: Path) -> None:
    old = Path(shutil.copy(KEPT / "version-4.hubdesk", tmp_path / "Parkside.hubdesk"))
    with open_store(old, user="Bob", mode=Mode.WRITE) as store:
        hub = store.read_hub()
        assert [one.name for one in hub.review_rounds] == ["Autumn 2026"]
        assert store.file(hub.review_rounds[0].snapshot) == b"the hub of the day"
        assert hub.review_settings is not None
        assert hub.review_settings.query_days == 60
        assert not any(one.pinned for one in hub.allocations.values())
        assert not any(one.accessible_desks for one in hub.agencies.values())
        assert hub.placement_settings is None
        assert store.first_broken_entry() is None


def test_what_version_5_brings_can_be_kept_in_it(opened: Store) -> None:
    hub = opened.read_hub()
    pinned = placing.pin(hub, hub.allocations)
    weights = placing.set_up(hub, PlacementSettings(new_id(), spread=Decimal("2.5")))
    wants = agencies.change(hub, replace(hub.agency_codes["CAB"], accessible_desks=1))
    for change in (pinned, weights, wants):
        opened.write(change, when=NOW)
    assert opened.read_hub() == hub.applying(pinned).applying(weights).applying(wants)


@pytest.mark.parametrize("version", range(1, newest()))
def test_an_upgraded_document_has_the_shape_of_a_new_one(tmp_path: Path, version: int) -> None:
    old = Path(shutil.copy(KEPT / f"version-{version}.hubdesk", tmp_path / "Parkside.hubdesk"))
    open_store(old, user="Bob", mode=Mode.WRITE).close()
    new = tmp_path / "New.hubdesk"
    create_store(new, HUB, user="Ann", title="Start", when=NOW).close()
    assert shape_of(old) == shape_of(new)


@pytest.mark.parametrize("down", [DOWN_TO_VERSION_1, DOWN_TO_VERSION_2, DOWN_TO_VERSION_3, DOWN_TO_VERSION_4])
def test_an_upgraded_database_has_the_shape_of_a_new_one(
    postgres_database: str, down: tuple[str, ...]
) -> None:
    create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW).close()
    with psycopg.connect(postgres_database) as server:
        new = [set(server.execute(query)) for query in SHAPE_OF_A_DATABASE]
        for statement in down:
            server.execute(statement)
    with open_store(postgres_database, user="Bob", mode=Mode.WRITE) as store:
        assert store.keep_file(b"a drawing")
        assert store.read_hub().placement_settings is None
        assert store.scenarios() == ()
    with psycopg.connect(postgres_database) as server:
        assert [set(server.execute(query)) for query in SHAPE_OF_A_DATABASE] == new


def test_a_copy_as_it_was_stays_beside_it(opened: Store, old: Path) -> None:
    copy = old.with_name("Parkside (version 1).hubdesk")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM desk").fetchone() == (7,)


@pytest.mark.parametrize("statement", ["ALTER TABLE desk ADD COLUMN locked TEXT", "DROP TABLE area"])
def test_a_document_unlike_its_version_is_refused(old: Path, statement: str) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(statement)
    before = old.read_bytes()
    with pytest.raises(Refused) as refused:
        open_store(old, user="Bob", mode=Mode.WRITE)
    assert [one.code for one in refused.value.problems] == ["damaged"]
    assert old.read_bytes() == before


def test_a_database_unlike_its_version_is_refused(postgres_database: str) -> None:
    create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW).close()
    with psycopg.connect(postgres_database) as server:
        server.execute("UPDATE hubdesk SET version = 1")
    with pytest.raises(Refused) as refused:
        open_store(postgres_database, user="Bob", mode=Mode.WRITE)
    assert [one.code for one in refused.value.problems] == ["damaged"]
