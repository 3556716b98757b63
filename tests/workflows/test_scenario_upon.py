"""A scenario is laid on the hub as it stands, however that has moved on since the scenario was made."""

import random
from dataclasses import fields, replace
from datetime import date

import pytest

from hubdesk.domain.change import Change, merged, updating
from hubdesk.domain.checks import errors_of
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.scenario import Scenario
from hubdesk.domain.timeline import Timeline
from hubdesk.editing import agencies, licences, rates
from hubdesk.workflows.scenario_upon import keys_of, scenario_upon
from tests.builders.hub import a_hub
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub

JULY, OCTOBER = date(2026, 7, 1), date(2026, 10, 1)


def tried(change: Change) -> Scenario:
    return Scenario(new_id(), "Tried out", Change("Tried out", change.edits))


def moved(hub: Hub, rng: random.Random, steps: int) -> tuple[Hub, Change]:
    changes = []
    for _ in range(steps):
        changes.append(random_change(hub, rng))
        hub = hub.applying(changes[-1])
    return hub, merged("Moved on", changes)


@pytest.mark.parametrize("seed", range(60))
def test_nothing_changes_that_the_scenario_did_not_change(seed: int) -> None:
    rng = random.Random(seed)
    hub = random_hub(seed % 12, year=2026)
    _, change = moved(hub, rng, 4)
    scenario = tried(change)
    now, since = moved(hub, rng, 4)
    laid = scenario_upon(now, scenario)

    assert errors_of(now, laid.change) == ()
    assert laid.hub == now.applying(laid.change)
    made = {(edit.kind, edit.id): edit for edit in scenario.change.edits}
    assert set(keys_of(laid.change)) <= set(made)
    for before, after in laid.change.updated:
        mine = made[type(before), before.id]
        for field in fields(before):
            was, wanted = (getattr(one, field.name, None) for one in (mine.before, mine.after))
            if was == wanted:
                assert getattr(after, field.name) == getattr(before, field.name)
    untouched = set(made) - set(keys_of(since))
    left_out = {(edit.kind, edit.id) for edit in laid.left_out}
    fitting = {(edit.kind, edit.id): edit for edit in laid.change.edits}
    for key in untouched - left_out:
        assert fitting[key] == made[key]
    assert bool(laid.left_out) == bool(laid.problems)


@pytest.mark.parametrize("seed", range(20))
def test_once_taken_over_there_is_nothing_left_to_do(seed: int) -> None:
    rng = random.Random(seed)
    hub = random_hub(seed % 12, year=2026)
    _, change = moved(hub, rng, 4)
    now, _ = moved(hub, rng, 2)
    first = scenario_upon(now, tried(change))
    again = scenario_upon(first.hub, Scenario(new_id(), "Again", first.change))
    assert not again.change
    assert not again.problems
    undone = scenario_upon(
        first.hub.applying(first.change.inverted()), Scenario(new_id(), "Again", first.change)
    )
    assert undone.hub == first.hub


@pytest.mark.parametrize("seed", range(40))
def test_what_is_done_in_it_goes_on_from_what_stands_and_keeps_the_rest(seed: int) -> None:
    rng = random.Random(seed)
    hub = random_hub(seed % 12, year=2026)
    _, change = moved(hub, rng, 4)
    scenario = tried(change)
    now = hub.applying(Change("Partly done", tuple(change.edits[::2]))) if seed % 2 else moved(hub, rng, 3)[0]
    laid = scenario_upon(now, scenario)
    wanted, later = moved(laid.hub, rng, 2)
    kept = Scenario(scenario.id, scenario.name, Change(scenario.name, laid.going_on(later)))
    again = scenario_upon(now, kept)
    if not laid.left_out:
        assert again.hub == wanted
    touched = set(keys_of(later))
    for edit in scenario.change.edits:
        if (edit.kind, edit.id) not in touched:
            assert edit in kept.change.edits


def test_what_was_taken_over_is_still_in_it_once_the_hub_goes_back() -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L1", "HBC", 4).build()
    licence = hub.licence_codes["L1"].id
    dearer = tried(rates.set_step(hub, JULY, 3200_00))
    on_it = scenario_upon(hub, dearer).hub
    elsewhere = tried(
        Change("", scenario_upon(on_it, dearer).going_on(licences.set_desks(on_it, licence, JULY, 9)))
    )
    back = scenario_upon(hub, elsewhere).hub
    assert (back.rate.pence.at(JULY), back.licences[licence].desks_on(JULY)) == (3200_00, 9)
    further = tried(
        Change("", scenario_upon(on_it, dearer).going_on(rates.set_step(on_it, OCTOBER, 3300_00)))
    )
    rate = scenario_upon(hub, further).hub.rate.pence
    assert (rate.at(JULY), rate.at(OCTOBER)) == (3200_00, 3300_00)


def test_a_record_that_the_hub_has_changed_is_not_removed_unseen() -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L2", "CAB", 4).build()
    licence = hub.licence_codes["L2"]
    removal = tried(licences.remove(hub, licence.id))
    now = hub.applying(licences.set_desks(hub, licence.id, JULY, 9))
    laid = scenario_upon(now, removal)
    assert laid.hub == now
    assert [(one.code, one.where) for one in laid.problems] == [("scenario-clash", "licence L2")]


def test_steps_of_a_rate_go_together_day_by_day() -> None:
    hub = a_hub().build()
    scenario = tried(rates.set_step(hub, JULY, 3200_00))
    now = hub.applying(rates.set_step(hub, OCTOBER, 3300_00))
    laid = scenario_upon(now, scenario)
    first = hub.rate.pence.steps[0]
    assert laid.hub.rate.pence == Timeline.of(
        [(first.first, first.value), (JULY, 3200_00), (OCTOBER, 3300_00)]
    )
    assert not laid.problems


def test_two_rates_for_one_day_are_a_clash_that_is_told() -> None:
    hub = a_hub().build()
    scenario = tried(rates.set_step(hub, JULY, 3200_00))
    now = hub.applying(rates.set_step(hub, JULY, 3100_00))
    laid = scenario_upon(now, scenario)
    assert laid.hub == now
    assert [one.told_there for one in laid.problems] == [
        "The desk rate: The hub and the scenario have both changed its amount. That edit is left out. "
        "Look at what stands now, and make the edit again in the scenario if it is still meant."
    ]


def test_fields_of_a_licence_go_together() -> None:
    hub = a_hub().licence("L1", "HBC", 4).build()
    licence = hub.licence_codes["L1"]
    scenario = tried(licences.set_desks(hub, licence.id, JULY, 9))
    now = hub.applying(updating("Centre", (licence, replace(licence, cost_centre="CC7"))))
    laid = scenario_upon(now, scenario)
    after = laid.hub.licence_codes["L1"]
    assert (after.cost_centre, after.desks_on(JULY), after.desks_on(date(2026, 6, 30))) == ("CC7", 9, 4)


def test_a_record_that_is_gone_leaves_its_edit_out_and_keeps_it_for_later() -> None:
    hub = a_hub().agency("CAB", "voluntary").licence("L1", "HBC", 4).licence("L2", "CAB", 4).build()
    ours, theirs = hub.licence_codes["L1"], hub.licence_codes["L2"]
    both = licences.set_desks(hub, ours.id, JULY, 5).then(licences.set_desks(hub, theirs.id, JULY, 6))
    now = hub.applying(licences.remove(hub, theirs.id))
    laid = scenario_upon(now, tried(both))
    assert laid.hub.licence_codes["L1"].desks_on(JULY) == 5
    assert [(one.code, one.where) for one in laid.problems] == [("scenario-record-gone", "licence L2")]
    kept = laid.going_on(rates.set_step(laid.hub, JULY, 1))
    assert {edit.id for edit in kept} == {ours.id, theirs.id, hub.rate.id}


def test_what_would_bring_an_error_into_the_hub_as_it_is_now_is_left_out() -> None:
    hub = a_hub().agency("CAB", "voluntary").build()
    cab = hub.agency_codes["CAB"]
    removal = tried(agencies.remove(hub, cab.id))
    licence = a_hub().agency("CAB").licence("L9", "CAB", 2).build().licence_codes["L9"]
    now = hub.applying(licences.add(hub, replace(licence, agency=cab.id)))
    laid = scenario_upon(now, removal)
    assert laid.hub == now
    assert {one.code for one in laid.problems} == {"scenario-refused"}
