"""A hub is kept, changed and handed back as it was, wherever it lives."""

import random
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change, Edit, adding, removing, updating
from hubdesk.domain.hub import Hub, Stale
from hubdesk.domain.problem import Refused
from hubdesk.domain.run import IssuedRun, digest
from hubdesk.store import Mode, Moved, create_store, open_store
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub
from tests.store.at import NOW


def renamed(hub: Hub, name: str) -> Change:
    return updating("Rename", (hub.settings, replace(hub.settings, name=name)))


def a_run(sequence: int, name: str) -> IssuedRun:
    body = f'{{"name":"{name}"}}'
    return IssuedRun(sequence, name, body, digest(body))


def test_every_record_comes_back_as_it_went_in(place: str) -> None:
    hub = random_hub(1, desks=60)
    create_store(place, hub, user="Ann", title="Start", when=NOW).close()
    with open_store(place, user="Bob", mode=Mode.READ) as store:
        assert store.read_hub() == hub
        assert store.last_sequence() == 1


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_changes_and_their_inverses_leave_the_hub_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    hub, rng = random_hub(seed), random.Random(seed)
    where = tmp_path_factory.mktemp("hub") / "Parkside.hubdesk"
    with create_store(where, hub, user="Ann", title="Start", when=NOW) as store:
        made, after = [], hub
        for _ in range(5):
            made.append(random_change(after, rng))
            after = after.applying(made[-1])
            store.write(made[-1], when=NOW)
        assert store.read_hub() == after
        assert [entry.change for entry in store.log(after=1)] == made
        for change in reversed(made):
            store.write(change.inverted(), when=NOW)
        assert store.read_hub() == hub


def test_random_changes_on_either_database(place: str) -> None:
    hub, rng = random_hub(7), random.Random(7)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        for _ in range(40):
            change = random_change(hub, rng)
            hub = hub.applying(change)
            store.write(change, when=NOW)
        assert store.read_hub() == hub


def test_a_hub_can_be_emptied_and_filled_again_in_any_order(place: str) -> None:
    hub = random_hub(3)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        everything = removing("Empty", *hub.records())
        store.write(everything, when=NOW)
        assert store.read_hub() == Hub.of([])
        store.write(everything.inverted(), when=NOW)
        assert store.read_hub() == hub


def test_the_log_says_who_when_and_what(place: str) -> None:
    hub = random_hub(2)
    change = renamed(hub, "Park Side")
    in_summer_time = datetime(2026, 7, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))
    create_store(place, hub, user="Ann", title="Start", when=NOW).close()
    with open_store(place, user="Bob", mode=Mode.WRITE) as store:
        written = store.write(change, when=in_summer_time)
        first, second = store.log()
        assert (first.sequence, first.who, first.title, first.when) == (1, "Ann", "Start", NOW)
        assert set(first.change.added) == set(hub.records())
        assert second == written
        assert (second.who, second.when, second.change) == ("Bob", in_summer_time, change)


def test_a_title_or_a_name_that_is_no_text_is_written_all_the_same(place: str) -> None:
    hub = random_hub(2)
    with create_store(place, hub, user="Ren\udce9", title="Import of b\udce9.xlsx", when=NOW) as store:
        store.write(replace(renamed(hub, "Park Side"), title="Update from b\udce9.xlsx\0"), when=NOW)
        titles = ["Import of b\ufffd.xlsx", "Update from b\ufffd.xlsx\ufffd"]
        assert [entry.title for entry in store.log()] == titles
        assert {entry.who for entry in store.log()} == {"Ren\ufffd"}


def test_a_long_log_is_read_to_its_end(tmp_path_factory: pytest.TempPathFactory) -> None:
    hub = random_hub(2)
    where = tmp_path_factory.mktemp("hub") / "Parkside.hubdesk"
    with create_store(where, hub, user="Ann", title="Start", when=NOW) as store:
        for number in range(450):
            change = renamed(hub, f"Name {number}")
            hub = hub.applying(change)
            store.write(change, when=NOW)
        assert [entry.sequence for entry in store.log(after=3)] == list(range(4, 452))


def test_a_stale_change_is_refused_with_what_stands_and_leaves_nothing(place: str) -> None:
    hub = random_hub(4)
    agency = next(iter(hub.agencies.values()))
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        theirs = replace(agency, name="Theirs")
        store.write(updating("Theirs", (agency, theirs)), when=NOW)
        mine = Change(
            "Mine",
            (
                Edit(hub.settings, replace(hub.settings, name="Mine")),
                Edit(agency, replace(agency, name="Mine")),
            ),
        )
        with pytest.raises(Stale) as refused:
            store.write(mine, when=NOW)
        assert refused.value.conflicts == ((mine.edits[1], theirs),)
        assert store.read_hub().settings == hub.settings
        assert store.last_sequence() == 2


def test_adding_what_is_there_or_removing_what_is_not_is_stale(place: str) -> None:
    hub = random_hub(4)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        with pytest.raises(Stale):
            store.write(adding("Again", hub.settings), when=NOW)
        stranger = Agency(hub.settings.id, "X", "X", hub.host.sector)
        with pytest.raises(Stale):
            store.write(removing("Nobody", stranger), when=NOW)


def test_a_write_that_expects_another_log_is_told_so(place: str) -> None:
    hub = random_hub(4)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        with pytest.raises(Moved):
            store.write(renamed(hub, "Elsewhere"), when=NOW, after=7)
        assert store.read_hub() == hub


def test_a_reference_to_what_is_gone_is_refused(place: str) -> None:
    hub = random_hub(4)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        with pytest.raises(Refused) as refused:
            store.write(removing("Take away the host", hub.host), when=NOW)
        assert [problem.code for problem in refused.value.problems] == ["dangling"]
        assert store.read_hub() == hub


def test_runs_are_kept_in_order(place: str) -> None:
    hub = random_hub(5)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        store.append_run(a_run(1, "2026-27-Q1"), when=NOW, after=1)
        store.append_run(a_run(2, "2026-27-Q2"), when=NOW, after=2)
        assert [run.name for run in store.runs()] == ["2026-27-Q1", "2026-27-Q2"]
        assert all(run.is_untouched for run in store.runs())


@pytest.mark.parametrize("run", [a_run(1, "2026-27-Q2"), a_run(3, "2026-27-Q2"), a_run(2, "2026-27-Q1")])
def test_a_run_out_of_turn_is_refused(place: str, run: IssuedRun) -> None:
    with create_store(place, random_hub(5), user="Ann", title="Start", when=NOW) as store:
        store.append_run(a_run(1, "2026-27-Q1"), when=NOW, after=1)
        with pytest.raises(Refused) as refused:
            store.append_run(run, when=NOW, after=2)
        assert refused.value.problems[0].code == "run-out-of-turn"


def test_a_run_of_a_hub_that_has_moved_on_is_refused(place: str) -> None:
    hub = random_hub(5)
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        store.write(renamed(hub, "Moved"), when=NOW)
        with pytest.raises(Refused) as refused:
            store.append_run(a_run(1, "2026-27-Q1"), when=NOW, after=1)
        assert refused.value.problems[0].code == "hub-has-moved"
        assert store.runs() == ()


def test_issuing_is_an_entry_of_the_log(place: str) -> None:
    hub, run = random_hub(5), a_run(1, "2026-27-Q1")
    with create_store(place, hub, user="Ann", title="Start", when=NOW) as store:
        store.append_run(run, when=NOW, after=1)
        _, issue = store.log()
        assert (issue.sequence, issue.who, issue.title) == (2, "Ann", "Issue 2026-27-Q1")
        assert (issue.change.edits, issue.run_sha256) == ((), run.sha256)
        with pytest.raises(Moved):
            store.write(renamed(hub, "Checked before"), when=NOW, after=1)
        with pytest.raises(Refused, match="Nothing was issued"):
            store.append_run(a_run(2, "2026-27-Q2"), when=NOW, after=1)


def test_what_is_opened_to_look_at_cannot_be_changed(place: str) -> None:
    hub = random_hub(5)
    create_store(place, hub, user="Ann", title="Start", when=NOW).close()
    with open_store(place, user="Bob", mode=Mode.READ) as store, pytest.raises(Refused) as refused:
        store.write(renamed(hub, "No"), when=NOW)
    assert refused.value.problems[0].code == "only-looking"


def test_a_reader_sees_what_is_written_beside_it(place: str) -> None:
    hub = random_hub(6)
    with (
        create_store(place, hub, user="Ann", title="Start", when=NOW) as writer,
        open_store(place, user="Bob", mode=Mode.READ) as reader,
    ):
        change = renamed(hub, "Seen")
        writer.write(change, when=NOW)
        assert reader.snapshot() == (hub.applying(change), 2)
