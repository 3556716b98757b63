"""Copy to…: a whole document of its own, made while the other stays open."""

from dataclasses import replace
from pathlib import Path

import pytest

from hubdesk.domain.change import updating
from hubdesk.domain.problem import Refused
from hubdesk.store import Mode, create_store, open_store
from tests.builders.random_hubs import random_hub
from tests.store.at import NOW

HUB = random_hub(14)


def test_a_copy_holds_what_stood_and_goes_its_own_way(tmp_path: Path) -> None:
    original, copy = tmp_path / "Parkside.hubdesk", tmp_path / "Copy.hubdesk"
    renamed = updating("Rename", (HUB.settings, replace(HUB.settings, name="Original")))
    with create_store(original, HUB, user="Ann", title="Start", when=NOW) as store:
        store.copy_to(copy)
        store.write(renamed, when=NOW)
        with open_store(copy, user="Bob", mode=Mode.WRITE) as other:
            assert other.read_hub() == HUB
            assert list(other.log()) == list(store.log())[:1]
        assert store.read_hub() == HUB.applying(renamed)


def test_a_copy_takes_no_other_files_place(tmp_path: Path) -> None:
    taken = tmp_path / "Taken.hubdesk"
    taken.write_text("kept")
    with create_store(tmp_path / "P.hubdesk", HUB, user="Ann", title="Start", when=NOW) as store:
        with pytest.raises(Refused) as refused:
            store.copy_to(taken)
        assert refused.value.problems[0].code == "exists"
    assert taken.read_text() == "kept"


def test_a_teams_database_is_not_copied_as_a_file(postgres_database: str, tmp_path: Path) -> None:
    with (
        create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW) as store,
        pytest.raises(Refused) as refused,
    ):
        store.copy_to(tmp_path / "copy.hubdesk")
    assert refused.value.problems[0].code == "not-copied-as-file"
    assert list(tmp_path.iterdir()) == []


def test_names_that_mean_something_in_an_address_are_names(tmp_path: Path) -> None:
    path = tmp_path / "50% & more? #1.hubdesk"
    create_store(path, HUB, user="Ann", title="Start", when=NOW).close()
    with open_store(path, user="Ann", mode=Mode.READ) as store:
        assert store.read_hub() == HUB
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
