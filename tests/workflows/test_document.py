"""The one door: check, write with its row in the log, swap the hub, tell the observers."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.domain.change import Change, removing, updating
from hubdesk.domain.hub import Hub, Stale
from hubdesk.domain.problem import Refused
from hubdesk.domain.run import IssuedRun, digest
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
START = random_hub(11)


def renamed(hub: Hub, name: str) -> Change:
    return updating(f"Call it {name}", (hub.settings, replace(hub.settings, name=name)))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "Parkside.hubdesk"


@pytest.fixture
def document(file: Path) -> Iterator[Document]:
    with create_store(file, START, user="Ann", title="Start", when=NOW) as store:
        yield Document(store, clock=lambda: NOW)


@contextmanager
def colleague(url: str) -> Iterator[Document]:
    with open_store(url, user="Bob", mode=Mode.WRITE) as store:
        yield Document(store, clock=lambda: NOW)


def test_a_change_is_written_swapped_and_told(document: Document) -> None:
    told: list[tuple[Change, Hub]] = []
    document.observe(lambda change, hub: told.append((change, hub)))
    change = renamed(START, "Park Side")
    document.apply(change)
    assert document.hub == START.applying(change)
    assert told == [(change, document.hub)]
    assert document.store.read_hub() == document.hub
    assert [entry.title for entry in document.store.log()] == ["Start", "Call it Park Side"]


def test_what_is_undone_goes_by_the_same_door(document: Document) -> None:
    rng = random.Random(5)
    made = []
    for _ in range(20):
        made.append(random_change(document.hub, rng))
        document.apply(made[-1])
    for change in reversed(made):
        document.apply(change.inverted())
    assert document.hub == START == document.store.read_hub()
    assert document.sequence == 41


def test_an_error_is_refused_and_changes_nothing(document: Document) -> None:
    told: list[Change] = []
    document.observe(lambda change, _hub: told.append(change))
    with pytest.raises(Refused) as refused:
        document.apply(removing("Take away the host", START.host))
    assert "reference-dangling" in {problem.code for problem in refused.value.problems}
    assert (document.hub, document.sequence, told) == (START, 1, [])
    assert document.store.last_sequence() == 1


def test_a_stale_change_is_refused_with_what_stands(document: Document) -> None:
    document.apply(renamed(START, "Theirs"))
    with pytest.raises(Stale) as stale:
        document.apply(renamed(START, "Mine"))
    ((edit, standing),) = stale.value.conflicts
    assert edit.after == replace(START.settings, name="Mine")
    assert standing == replace(START.settings, name="Theirs")


def test_an_empty_change_is_no_change(document: Document) -> None:
    document.apply(Change("Nothing", ()))
    assert document.store.last_sequence() == 1


def test_an_observer_that_has_left_is_told_no_more(document: Document) -> None:
    told: list[str] = []
    leave = document.observe(lambda change, _hub: told.append(change.title))
    document.apply(renamed(document.hub, "One"))
    leave()
    document.apply(renamed(document.hub, "Two"))
    assert told == ["Call it One"]


def test_every_observer_is_told_although_one_fails(document: Document) -> None:
    told: list[str] = []

    def careless(change: Change, hub: Hub) -> None:
        raise ZeroDivisionError

    document.observe(lambda change, _hub: told.append(f"first: {change.title}"))
    document.observe(careless)
    document.observe(lambda change, _hub: told.append(f"last: {change.title}"))
    with pytest.raises(ZeroDivisionError):
        document.apply(renamed(START, "One"))
    assert told == ["first: Call it One", "last: Call it One"]
    assert document.hub == document.store.read_hub() != START


def test_an_issue_moves_the_log_and_tells_nobody(document: Document) -> None:
    told: list[str] = []
    document.observe(lambda change, _hub: told.append(change.title))
    document.store.append_run(IssuedRun(1, "2026-27-Q1", "{}", digest("{}")), when=NOW, after=1)
    document.refresh()
    assert (document.hub, document.sequence, told) == (START, 2, [])
    document.apply(renamed(START, "After it"))
    assert told == ["Call it After it"]


def test_a_teams_changes_are_seen_as_soon_as_one_asks(postgres_database: str) -> None:
    create_store(postgres_database, START, user="Ann", title="Start", when=NOW).close()
    with colleague(postgres_database) as ann, colleague(postgres_database) as bob:
        seen: list[str] = []
        bob.observe(lambda change, _hub: seen.append(change.title))
        ann.apply(renamed(ann.hub, "Ann's"))
        bob.refresh()
        assert seen == ["Call it Ann's"]
        assert bob.hub == ann.hub


def test_a_change_beside_anothers_is_checked_against_what_both_make(postgres_database: str) -> None:
    create_store(postgres_database, START, user="Ann", title="Start", when=NOW).close()
    with colleague(postgres_database) as ann, colleague(postgres_database) as bob:
        ann.apply(renamed(ann.hub, "Ann's"))
        rate = bob.hub.rate
        first = rate.pence.first
        assert first is not None
        bob.apply(updating("A new rate", (rate, replace(rate, pence=rate.pence.with_step(first, 1)))))
        ann.refresh()
        assert ann.hub == bob.hub
        assert [entry.title for entry in ann.store.log(after=1)] == ["Call it Ann's", "A new rate"]


def test_of_two_who_change_one_record_the_second_is_told(postgres_database: str) -> None:
    create_store(postgres_database, START, user="Ann", title="Start", when=NOW).close()
    with colleague(postgres_database) as ann, colleague(postgres_database) as bob:
        ann.apply(renamed(ann.hub, "Ann's"))
        with pytest.raises(Stale) as stale:
            bob.apply(renamed(bob.hub, "Bob's"))
        assert stale.value.conflicts[0][1] == ann.hub.settings
        assert bob.hub == ann.hub
