"""Scenarios are kept beside the hub, by their own names, and nothing of the hub or its log knows of them."""

from dataclasses import replace
from pathlib import Path

import pytest

from hubdesk.domain.change import Change
from hubdesk.domain.ids import new_id
from hubdesk.domain.problem import Refused
from hubdesk.domain.scenario import Scenario
from hubdesk.editing import locks
from hubdesk.store import Mode, Store, create_store, open_store
from tests.store.at import HUB, NOW

LOCKED = locks.lock(HUB, HUB.desks, [])


def tried(name: str, change: Change = LOCKED, note: str = "") -> Scenario:
    return Scenario(new_id(), name, Change(name, change.edits), note)


@pytest.fixture(params=["file", "database"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    if request.param == "file":
        return tmp_path / "Hub.hubdesk"
    database: str = request.getfixturevalue("postgres_database")
    return database


@pytest.fixture
def store(where: Path | str) -> Store:
    create_store(where, HUB, user="Ann", title="Start", when=NOW).close()
    return open_store(where, user="Ann", mode=Mode.WRITE)


def test_a_scenario_is_there_when_the_hub_is_opened_again(store: Store, where: Path | str) -> None:
    one, other = tried("Rate £3,200", note="for the board"), tried("Nobody locked", Change("", ()))
    with store:
        store.keep_scenario(one)
        store.keep_scenario(other)
    with open_store(where, user="Ben", mode=Mode.READ) as again:
        assert again.scenarios() == (replace(other, change=Change("Nobody locked", ())), one)
        assert again.read_hub() == HUB
        assert [entry.title for entry in again.log()] == ["Start"]


def test_a_scenario_is_kept_in_place_of_what_it_was(store: Store) -> None:
    one = tried("Rate £3,200")
    with store:
        store.keep_scenario(one)
        renamed = replace(one, name="Rate £3,300", change=Change("Rate £3,300", ()))
        store.keep_scenario(renamed)
        assert store.scenarios() == (renamed,)
        store.drop_scenario(one.id)
        assert store.scenarios() == ()
        store.drop_scenario(one.id)


def test_two_scenarios_of_one_name_are_refused(store: Store) -> None:
    one = tried("Rate £3,200")
    with store:
        store.keep_scenario(one)
        with pytest.raises(Refused) as refused:
            store.keep_scenario(tried("Rate £3,200"))
        assert [found.code for found in refused.value.problems] == ["scenario-named-so"]
        assert store.scenarios() == (one,)


def test_who_only_looks_keeps_no_scenario(store: Store, where: Path | str) -> None:
    store.close()
    with open_store(where, user="Ben", mode=Mode.READ) as looking, pytest.raises(Refused):
        looking.keep_scenario(tried("Rate £3,200"))


def test_a_scenario_takes_the_place_only_of_the_one_that_was_seen(store: Store) -> None:
    one = tried("Rate £3,200")
    seen, theirs, mine = one, replace(one, note="theirs"), replace(one, note="mine")
    with store:
        store.keep_scenario(one)
        store.keep_scenario(theirs, instead_of=seen)
        with pytest.raises(Refused) as refused:
            store.keep_scenario(mine, instead_of=seen)
        assert [found.code for found in refused.value.problems] == ["scenario-changed"]
        assert store.scenarios() == (theirs,)
        store.drop_scenario(one.id)
        with pytest.raises(Refused):
            store.keep_scenario(mine, instead_of=theirs)
        assert store.scenarios() == ()
