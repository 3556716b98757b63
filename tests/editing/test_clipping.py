"""Copies: on another floor, beside the first ones, and through the text of a clipboard."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain import checks
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing import locks
from hubdesk.editing.clipping import Clipping, copy, duplicate, from_text, paste, to_text
from hubdesk.editing.desks import DeskDetails, set_details
from tests.builders import a_hub, random_hub

SQUARE = [(2, 2), (6, 2), (6, 6), (2, 6)]
FIRST = date(2026, 9, 1)


def hub() -> Hub:
    """Two desks, one said to be in a pod of the police's, and somebody sitting there."""
    now = (
        a_hub()
        .agency("POL")
        .floor("G")
        .floor("1")
        .area("G-POD1", agency="POL", outline=SQUARE)
        .desk("G-001", x_m=3, y_m=3, area="G-POD1", first="2026-04-01")
        .desk("G-002", x_m=9, y_m=3)
        .desk("1-007", "1")
        .allocation("G-001", "POL")
        .build()
    )
    return now.applying(set_details(now, [now.desk_codes["G-002"].id], DeskDetails(rotation=Decimal("22.5"))))


def clipped(now: Hub) -> Clipping:
    desks = [now.desk_codes["G-001"].id, now.desk_codes["G-002"].id]
    return copy(now, desks, [now.area_codes["G-POD1"].id])


def test_pasted_on_another_floor_all_is_new_but_its_shape() -> None:
    now = hub()
    clipping, first_floor = clipped(now), now.floor_codes["1"].id
    change = paste(now, clipping, first_floor, Point(20_000, 10_000), FIRST)
    assert change.title == "Paste 2 desks and area G-POD1 as 1-008 to 1-009"
    after = now.applying(change)
    one, other = after.desk_codes["1-008"], after.desk_codes["1-009"]
    pod = after.area_codes["G-POD2"]
    assert {one.floor, other.floor, pod.floor} == {first_floor}
    assert (one.area, other.area) == (pod.id, None)
    assert (other.x_mm - one.x_mm, other.y_mm - one.y_mm) == (6_000, 0)
    assert other.rotation == Decimal("22.5")
    assert (one.first, one.last, pod.first) == (FIRST, None, FIRST)
    assert after.allocations == now.allocations
    assert pod.agency == now.agency_codes["POL"].id
    pasted = Clipping((one, other), (pod,)).box
    assert pasted.centre == Point(20_000, 10_000)


def test_duplicates_stand_as_far_off_as_was_said() -> None:
    now = hub()
    change = duplicate(now, [now.desk_codes["G-001"].id], (), 0, 900, FIRST)
    assert change.title == "Duplicate desk G-001 as G-003"
    copied = now.applying(change).desk_codes["G-003"]
    assert (copied.x_mm, copied.y_mm, copied.area) == (3_000, 3_900, None)


def test_copies_of_what_is_locked_can_be_moved() -> None:
    now = hub()
    now = now.applying(locks.lock(now, now.desks, now.areas))
    change = paste(now, clipped(now), now.floor_codes["1"].id, Point(20_000, 10_000), FIRST)
    assert {getattr(record, "locked", None) for record in change.added} == {False}


def test_a_clipping_of_another_hub_leaves_its_agencies_behind() -> None:
    now, elsewhere = hub(), a_hub().floor("G").build()
    clipping = from_text(to_text(clipped(now)))
    change = paste(elsewhere, clipping, elsewhere.floor_codes["G"].id, Point(9_000, 9_000), None)
    after = elsewhere.applying(change)
    assert set(after.desk_codes) == {"G-001", "G-002"}
    assert after.area_codes["G-POD2"].agency is None
    assert not checks.errors_of(elsewhere, change)


@given(st.integers(0, 10**6))
@hypothesis_settings(max_examples=25)
def test_the_clipboard_gives_back_what_was_put_on_it(seed: int) -> None:
    now = random_hub(seed, agencies=4, lines=2, desks=12)
    drawn = [area.id for area in now.areas.values() if area.outline]
    clipping = copy(now, now.desks, drawn)
    assert from_text(to_text(clipping)) == clipping
    change = paste(now, clipping, next(iter(now.floors)), Point(5_000, 5_000), None)
    assert len(change.edits) == len(now.desks) + len(drawn)
    assert not checks.errors_of(now, change)


def _spoilt(**fields: object) -> str:
    plain = json.loads(to_text(clipped(hub())))
    plain["records"][0] |= fields
    return json.dumps(plain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "G-001\tG-002",
        "[]",
        "3",
        "null",
        "[" * 200_000,
        '{"hubdesk clipping":1}',
        '{"hubdesk clipping":1,"records":[]}',
        '{"hubdesk clipping":1,"records":7}',
        '{"hubdesk clipping":2,"records":[{}]}',
        '{"hubdesk clipping":1,"records":[null]}',
        _spoilt(x_mm=10**9),
        _spoilt(width_mm=0),
        _spoilt(rotation="NaN"),
        _spoilt(rotation="1E+9999"),
        _spoilt(x_mm="left"),
        _spoilt(record="area"),
        _spoilt(record="no such thing"),
        to_text(clipped(hub())).replace("[2000,2000]", "[2000.5,2000]"),
        to_text(clipped(hub())).replace("[2000,2000]", "[NaN,2000]"),
        to_text(clipped(hub())).replace("[2000,2000]", '["a",2000]'),
    ],
    ids=lambda text: text[:60],
)
def test_other_text_on_the_clipboard_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="was not copied from a plan"):
        from_text(text)
