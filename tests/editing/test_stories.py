"""Edits as people know them: who moves, who leaves, next year's costs, and what is not lost unasked."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.domain import checks
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.domain.record import KINDS, Record
from hubdesk.editing import (
    agencies,
    allocations,
    areas,
    arranging,
    clipping,
    cost_lines,
    desk_arrays,
    desks,
    drivers,
    floors,
    licences,
    rates,
    splitting,
    turning,
    vat_codes,
)
from hubdesk.editing.roll_forward import Exceptions, roll_forward
from tests.builders import HubBuilder, a_hub, random_hub
from tests.editing.intents import INTENTS, Draw, NothingToEdit

SOUND = (
    agencies.leave,
    allocations.allocate,
    allocations.vacate,
    allocations.second,
    desks.withdraw,
    desks.move,
    desk_arrays.lay_out,
    arranging.move,
    arranging.align,
    turning.mirror,
    areas.draw,
    areas.reshape,
    areas.move_with_desks,
    splitting.split,
    floors.set_outline,
    clipping.paste,
    clipping.duplicate,
    licences.end,
    roll_forward,
)
"""Edits that work out what follows, so that they never bring in an error."""


def hub() -> HubBuilder:
    return (
        a_hub()
        .agency("CAB", "voluntary")
        .agency("DWP")
        .floor("G")
        .desks(3)
        .licence("L01", "CAB", {"2026-04-01": 10})
    )


def seats(of: Hub, desk: str) -> list[tuple[str, str, str | None]]:
    return [
        (of.agencies[one.agency].code, one.first.isoformat(), one.last.isoformat() if one.last else None)
        for one in of.allocations_of.get(of.desk_codes[desk].id, ())
    ]


@pytest.mark.parametrize("edit", SOUND, ids=lambda edit: f"{edit.__module__}.{edit.__name__}")
@hypothesis_settings(max_examples=30)
@given(seed=st.integers(0, 10**6))
def test_an_edit_that_works_out_what_follows_brings_in_no_error(edit: object, seed: int) -> None:
    draw = Draw(random_hub(seed, agencies=6, lines=6, desks=10), random.Random(seed))
    intent = next(intent for function, intent in INTENTS.items() if function is edit)
    try:
        change = intent(draw)
    except (NothingToEdit, Refused):
        return
    assert checks.errors_of(draw.hub, change) == ()


def test_a_title_says_what_a_person_did() -> None:
    now = hub().build()
    first = date(2026, 5, 16)
    ids = list(now.desks)
    assert licences.set_desks(now, now.licence_codes["L01"].id, first, 12).title == (
        "10 → 12 desks on licence L01 from 16 May 2026"
    )
    assert desks.move(now, ids, 100, 0).title == "Move 3 desks"
    assert rates.set_step(now, first, 310_000).title == "Desk rate £3,000.00 → £3,100.00 from 16 May 2026"
    cab = now.agency_codes["CAB"].id
    assert agencies.rename(now, cab, "CA").title == "Rename agency CAB to CA"
    assert allocations.allocate(now, ids[:1], cab, first).title == (
        "Allocate desk G-001 to CAB from 16 May 2026"
    )


def test_allocating_in_the_middle_of_a_stay_splits_it() -> None:
    now = hub().allocation("G-001", "CAB").build()
    desk, dwp = now.desk_codes["G-001"].id, now.agency_codes["DWP"].id
    change = allocations.allocate(now, [desk], dwp, date(2026, 6, 1), date(2026, 6, 30))
    assert seats(now.applying(change), "G-001") == [
        ("CAB", "2026-04-01", "2026-05-31"),
        ("DWP", "2026-06-01", "2026-06-30"),
        ("CAB", "2026-07-01", None),
    ]


def test_vacating_from_a_day_shortens_and_removes() -> None:
    now = hub().allocation("G-001", "CAB", last="2026-06-30").allocation("G-001", "DWP", "2026-07-01").build()
    desk = now.desk_codes["G-001"].id
    after = now.applying(allocations.vacate(now, [desk], date(2026, 6, 16)))
    assert seats(after, "G-001") == [("CAB", "2026-04-01", "2026-06-15")]
    with pytest.raises(Refused):
        allocations.vacate(after, [desk], date(2026, 6, 16))


def test_a_leaver_is_gone_from_the_day_after() -> None:
    now = (
        hub()
        .award("L01", 50, first="2026-04-01")
        .allocation("G-001", "CAB")
        .allocation("G-002", "DWP", charged_to="CAB")
        .area("A1", agency="CAB", m2=20)
        .driver("FTE", "CAB", {"2026-04-01": 5, "2026-12-01": 8})
        .build()
    )
    cab, last = now.agency_codes["CAB"].id, date(2026, 9, 30)
    after = now.applying(agencies.leave(now, cab, last))
    assert after.licence_codes["L01"].last == last
    assert [one.last for one in after.concessions.values()] == [last]
    assert seats(after, "G-001") == [("CAB", "2026-04-01", "2026-09-30")]
    assert seats(after, "G-002") == [("DWP", "2026-04-01", "2026-09-30"), ("DWP", "2026-10-01", None)]
    stayed = after.allocation_on(after.desk_codes["G-002"].id, date(2026, 10, 1))
    assert stayed is not None
    assert stayed.charged_to is None
    assert after.area_codes["A1"].last == last
    (figure,) = after.driver_figures.values()
    assert [step.value for step in figure.figures.steps] == [5, 0]
    with pytest.raises(Refused):
        agencies.leave(after, cab, last)


def test_what_bears_on_charges_does_not_go_unasked() -> None:
    now = hub().allocation("G-001", "DWP").area("A1", agency="HBC", m2=4).vat_code("S", {"2026-04-01": 20})
    built = now.licence("L02", "DWP", vat="S").driver("FTE", "DWP", 3).cost_line("C01", 5, "FTE").build()
    for code in ("CAB", "DWP", "HBC"):
        with pytest.raises(Refused):
            agencies.remove(built, built.agency_codes[code].id)
    desk = built.desk_codes["G-001"].id
    with pytest.raises(Refused, match="bear on charges"):
        desks.remove(built, desk)
    assert not built.applying(desks.remove_with_allocations(built, desk)).allocations
    with pytest.raises(Refused):
        vat_codes.remove(built, built.vat_by_code["S"].id)
    with pytest.raises(Refused):
        drivers.remove(built, "FTE")


def test_removing_a_licence_takes_its_awards_and_an_area_frees_its_desks() -> None:
    now = (
        hub().award("L01", 50).area("A1", m2=5).desk("D9", area="A1").rule("CAB", "keep out of", "A1").build()
    )
    assert not now.applying(licences.remove(now, now.licence_codes["L01"].id)).concessions
    after = now.applying(areas.remove(now, now.area_codes["A1"].id))
    assert after.desk_codes["D9"].area is None
    assert not after.placement_rules


def test_a_desk_moved_out_of_its_area_is_in_it_no_more() -> None:
    square = [(2, 2), (6, 2), (6, 6), (2, 6)]
    now = hub().area("A1", outline=square).area("A2", m2=9).desk("D8", x_m=3, y_m=3, area="A1")
    built = now.desk("D9", x_m=5, y_m=5, area="A1").desk("D7", x_m=5, y_m=5, area="A2").build()
    ids = [built.desk_codes[code].id for code in ("D7", "D8", "D9")]
    after = built.applying(desks.move(built, ids, 2_000, 0))
    kept = [after.desk_codes[code].area for code in ("D7", "D8", "D9")]
    assert kept == [built.area_codes["A2"].id, built.area_codes["A1"].id, None]


def test_those_that_go_by_a_code_follow_when_it_is_renamed() -> None:
    now = (
        hub()
        .area("A1", m2=5)
        .rule("CAB", "keep out of", "A1")
        .vat_code("S", {"2026-04-01": 20})
        .licence("L02", "CAB", vat="S")
        .driver("FTE", "CAB", 3)
        .cost_line("C01", 5, "FTE", vat="S")
        .build()
    )
    now = now.applying(areas.rename(now, now.area_codes["A1"].id, "B2"))
    now = now.applying(vat_codes.rename(now, now.vat_by_code["S"].id, "S20"))
    now = now.applying(drivers.rename(now, "FTE", "staff"))
    assert [one.value for one in now.placement_rules.values()] == ["B2"]
    line = now.cost_line_codes["C01", 2026]
    assert (now.licence_codes["L02"].vat_code, line.vat_code, line.driver) == ("S20", "S20", "staff")


def test_rolling_forward_makes_next_years_costs() -> None:
    now = (
        hub()
        .cost_line("C01", "100.01", actual=99, first="2026-04-01", last="2026-09-30")
        .participants("C01", "CAB", "DWP")
        .fixed_share("C01", "HBC", 90)
        .cap("C01", "DWP", 10)
        .build()
    )
    change = roll_forward(now, 2027, Decimal("3.5"))
    assert change.title == "Roll forward to 2027-28, +3.5 %"
    after = now.applying(change)
    line = after.cost_line_codes["C01", 2027]
    assert (line.budget, line.actual) == (10_351, None)
    assert (line.first, line.last) == (date(2027, 4, 1), date(2027, 9, 30))
    assert len(after.participants_of[line.id]) == 2
    assert [one.percent for one in after.fixed_shares_of[line.id]] == [90]
    assert [one.pence for one in after.caps_of[line.id]] == [1000]
    assert after.rate.pence.at(date(2027, 3, 31)) == 300_000
    assert after.rate.pence.at(date(2027, 4, 1)) == 310_500
    with pytest.raises(Refused, match="2027-28 has cost lines already"):
        roll_forward(after, 2027)
    with pytest.raises(Refused, match="no cost lines to start from"):
        roll_forward(now, 2029)


def test_a_day_that_ends_the_year_ends_the_next_one_too() -> None:
    now = (
        a_hub()
        .year_start(1, 3)
        .cost_line("C01", 100, year="2026-27", first="2026-03-01", last="2027-02-28")
        .build()
    )
    now = now.applying(roll_forward(now, 2027))
    line = now.cost_line_codes["C01", 2027]
    assert (line.first, line.last) == (date(2027, 3, 1), date(2028, 2, 29))
    line = now.applying(roll_forward(now, 2028)).cost_line_codes["C01", 2028]
    assert (line.first, line.last) == (date(2028, 3, 1), date(2029, 2, 28))


@pytest.mark.parametrize(
    "uplift", ["1000.1", "1E+30", "1E+99999", "1E-99999", "0.0000001", "-100", "NaN", "Infinity"]
)
def test_an_uplift_that_cannot_be_meant_is_refused(uplift: str) -> None:
    now = hub().cost_line("C01", 100).build()
    with pytest.raises(Refused, match="not one that can be worked with"):
        roll_forward(now, 2027, Decimal(uplift))


def test_withdrawing_a_desk_never_prolongs_its_service() -> None:
    now = hub().desk("D9", last="2026-06-30").allocation("D9", "CAB", last="2026-06-30").build()
    gone, staying = now.desk_codes["D9"].id, now.desk_codes["G-001"].id
    with pytest.raises(Refused, match="Nothing of it is in service after 31 March 2027"):
        desks.withdraw(now, [gone], date(2027, 3, 31))
    change = desks.withdraw(now, [gone, staying], date(2027, 3, 31))
    assert change.title == "Take desk G-001 out of service after 31 March 2027"
    after = now.applying(change)
    assert after.desks[gone].last == date(2026, 6, 30)
    assert after.desks[staying].last == date(2027, 3, 31)


def test_a_leaver_takes_figures_that_would_have_begun_later() -> None:
    now = hub().driver("FTE", "CAB", {"2026-12-01": 8}).driver("FTE", "DWP", 3).build()
    after = now.applying(agencies.leave(now, now.agency_codes["CAB"].id, date(2026, 9, 30)))
    assert [after.agencies[one.agency].code for one in after.driver_figures.values()] == ["DWP"]


def test_many_desks_are_removed_at_once_in_time_that_grows_with_their_number() -> None:
    def reads(count: int) -> int:
        class Counting(dict[RecordId, Record]):
            read = 0

            def values(self) -> Any:
                Counting.read += 1
                return super().values()

        now = a_hub().floor("G").desks(count).build()
        counted = Hub({kind: Counting(now.table(kind)) for kind in KINDS.values()})
        desks.remove(counted, *counted.desks)
        return Counting.read

    assert reads(40) == reads(4)


def test_rolling_forward_lets_classes_and_lines_have_their_own_uplift() -> None:
    now = hub().cost_line("C01", 100).cost_line("C02", 100).cost_line("C03", 100).cost_line("C04", 100)
    lines = now.build().cost_line_codes
    energy = [replace(lines[code, 2026], cost_class="Energy") for code in ("C02", "C03")]
    before = now.build().applying(cost_lines.change(now.build(), *energy))
    but = Exceptions(
        classes={"Energy": Decimal(10)},
        lines={lines["C03", 2026].id: Decimal("-20")},
        budgets={lines["C01", 2026].id: 4_200},
        left_out=frozenset({lines["C04", 2026].id}),
        rate=Decimal(0),
    )
    change = roll_forward(before, 2027, Decimal(5), but)
    assert change.title == "Roll forward to 2027-28, +5 %, some lines otherwise"
    after = before.applying(change)
    budgets = {line.code: line.budget for line in after.cost_lines_of[2027]}
    assert budgets == {"C01": 4_200, "C02": 11_000, "C03": 8_000}
    assert after.rate == before.rate
    with pytest.raises(Refused, match="not one that can be worked with"):
        roll_forward(before, 2027, Decimal(5), Exceptions(classes={"Energy": Decimal("NaN")}))


def test_a_rate_from_a_day_can_stand_in_place_of_later_ones_of_the_year() -> None:
    now = a_hub().rate("2026-04-01", 3000).rate("2026-10-01", 3100).rate("2027-04-01", 3200).build()
    change = rates.use_from(now, date(2026, 7, 1), 250_000, date(2027, 3, 31))
    assert change.title == "Desk rate £3,000.00 → £2,500.00 from 1 July 2026"
    steps = now.applying(change).rate.pence.steps
    assert [(step.first.isoformat(), step.value) for step in steps] == [
        ("2026-04-01", 300_000),
        ("2026-07-01", 250_000),
        ("2027-04-01", 320_000),
    ]
