"""The hub is one value; changes apply, are taken back, follow one another, and are refused when stale."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change, Edit, adding, removing, updating
from hubdesk.domain.hub import Hub, Stale, difference
from hubdesk.domain.record import KINDS, REFERENCES, references
from tests.builders import a_hub, random_change, random_hub

SEEDS = st.integers(0, 10**6)
FEW = settings(max_examples=40)


@FEW
@given(SEEDS)
def test_changes_one_after_the_other_are_one_change(seed: int) -> None:
    rng = random.Random(seed)
    start = random_hub(seed, desks=8)
    first = random_change(start, rng)
    middle = start.applying(first)
    second = random_change(middle, rng)
    end = middle.applying(second)
    both = first.then(second)
    assert start.applying(both) == end
    assert both.title == first.title
    assert end.applying(both.inverted()) == start
    assert not first.then(first.inverted())


@FEW
@given(SEEDS, SEEDS)
def test_a_difference_makes_one_hub_of_another(seed: int, other: int) -> None:
    before, after = random_hub(seed, desks=6), random_hub(other, desks=6)
    change = difference("All of it", before, after)
    assert before.applying(change) == after
    assert bool(change) == (before != after)
    assert len(change.added) + len(change.updated) + len(change.removed) == len(change.edits)


@FEW
@given(SEEDS)
def test_a_change_leaves_the_hub_that_it_was_made_for(seed: int) -> None:
    hub = random_hub(seed, desks=6)
    was = hash(hub), tuple(hub.records())
    changed = hub.applying(random_change(hub, random.Random(seed)))
    assert (hash(hub), tuple(hub.records())) == was
    assert changed != hub


def test_hubs_are_equal_when_they_hold_the_same_records() -> None:
    hub = a_hub().build()
    assert Hub() == Hub.of([])
    assert hub == Hub.of(reversed(list(hub.records())))
    assert hash(hub) == hash(Hub.of(reversed(list(hub.records()))))
    assert hub != Hub.of(list(hub.records())[1:])


def test_a_stale_change_is_refused_with_what_stands_now() -> None:
    hub = a_hub().build()
    mine = updating("Mine", (hub.host, replace(hub.host, name="Mine")))
    theirs = hub.applying(updating("Theirs", (hub.host, replace(hub.host, name="Theirs"))))
    with pytest.raises(Stale) as refused:
        theirs.applying(mine)
    ((edit, now),) = refused.value.conflicts
    assert isinstance(now, Agency)
    assert (edit.after, now.name) == (replace(hub.host, name="Mine"), "Theirs")
    with pytest.raises(Stale):
        hub.applying(adding("Twice", hub.host))
    with pytest.raises(Stale):
        hub.applying(removing("Host", hub.host)).applying(mine)


def test_an_edit_is_of_one_record_and_a_change_has_one_edit_to_it() -> None:
    hub = a_hub().agency("CAB").build()
    one, other = hub.agencies.values()
    with pytest.raises(ValueError, match="before, after, or both"):
        Edit(None, None)
    with pytest.raises(ValueError, match="one record"):
        Edit(one, other)
    with pytest.raises(ValueError, match="at most one edit"):
        Change("Twice", (Edit(one, None), Edit(one, None)))
    with pytest.raises(ValueError, match="two records"):
        Hub.of([one, one])
    assert not updating("Nothing", (one, one))


@FEW
@given(SEEDS)
def test_references_lead_to_kinds_that_come_before(seed: int) -> None:
    hub = random_hub(seed, desks=6)
    for record in hub.records():
        for reference, target in references(record):
            assert target in hub.table(reference.to)
    order = list(KINDS.values())
    for kind, listed in REFERENCES.items():
        for reference in listed:
            assert reference.field == "host" or order.index(reference.to) < order.index(kind)


def test_what_the_other_rooms_look_up() -> None:
    hub = (
        a_hub()
        .agency("7")
        .agency("007")
        .licence("L2", "7", {"2026-04-01": 2, "2026-06-01": 5}, last="2026-06-30")
        .licence("L1", "7", 1, first="2026-05-01")
        .floor("G")
        .area("B", outline=[(0, 0), (5, 0), (5, 5), (0, 5)], last="2026-05-31")
        .area("A", outline=[(4, 0), (9, 0), (9, 5), (4, 5)], first="2026-05-01")
        .desk("D1", x_m="4.5", y_m=2, first="2026-05-01")
        .desk("D2", x_m=9, y_m=9, area="B")
        .allocation("D1", "7", "2026-06-01", charged_to="007")
        .build()
    )
    seven = hub.agency_codes["7"].id
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 1)]
    assert [hub.licensed_desks(seven, day) for day in days] == [0, 2, 6, 1]
    assert [one.code for one in hub.licences_of[seven]] == ["L1", "L2"]
    assert [hub.capacity(day) for day in (date(2026, 4, 30), date(2026, 5, 1))] == [1, 2]
    desk = hub.desk_codes["D1"]
    held = [hub.area_of(desk, day) for day in (date(2026, 4, 1), date(2026, 5, 15), date(2026, 6, 1))]
    assert [area.code if area else None for area in held] == ["B", "A", "A"]
    given_area = hub.area_of(hub.desk_codes["D2"])
    assert given_area is not None
    assert given_area.code == "B"
    assert hub.allocation_on(desk.id, date(2026, 5, 31)) is None
    allocation = hub.allocation_on(desk.id, date(2026, 6, 1))
    assert allocation is not None
    assert hub.agencies[allocation.payer].code == "007"
    with pytest.raises(LookupError):
        _ = Hub().settings
