"""Who is in when, and who meets whom: a hall with free desks, a pod, and agencies that work together."""

from datetime import date, time

import pytest

from hubdesk.domain.drop_in_room import Rooms
from hubdesk.domain.hub import Hub
from hubdesk.domain.occurrences import happens_on
from hubdesk.workflows.drop_ins.meetings import companions
from hubdesk.workflows.drop_ins.week import week_of
from tests.builders.hub import HubBuilder, a_hub
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub

TUESDAY = date(2026, 10, 6)


def building() -> HubBuilder:
    """Reception with three desks, one of them Housing's; Citizens Advice, the Credit Union and Fire call."""
    builder = a_hub().floor("G").area("REC", m2=50, kind="reception")
    for code in ("HOU", "CAB", "CUN", "LFR"):
        builder = builder.agency(code)
    for number in range(3):
        builder = builder.desk(f"R-{number}", x_m=1 + 2 * number, area="REC")
    return builder.licence("L01", "HOU", 1).allocation("R-0", "HOU", "2026-04-01")


def meets(hub: Hub, agency: str, other: str, day: date = TUESDAY) -> str:
    found = [
        one for one in companions(Rooms(hub), day) if (one.agency.code, one.other.code) == (agency, other)
    ]
    return found[0].told


def test_the_week_has_each_visit_on_its_day_and_the_weekend_only_if_somebody_comes() -> None:
    built = building().drop_in("CAB", "REC", "Tuesday").drop_in("CUN", "REC", "2026-10-10").build()
    week = week_of(Rooms(built), TUESDAY)
    assert week.monday == date(2026, 10, 5)
    assert [(one.day.day, one.agency.code) for one in week.visits] == [(6, "CAB"), (10, "CUN")]
    assert [day.day for day in week.days] == [5, 6, 7, 8, 9, 10]
    assert [day.day for day in week_of(Rooms(built), date(2026, 10, 18)).days] == [12, 13, 14, 15, 16]
    assert [one.code for one in week.residents] == ["HOU"]


def test_one_agencys_week_names_nobody_else() -> None:
    builder = building().drop_in("CAB", "REC", "Tuesday", desks=2).drop_in("CUN", "REC", "Tuesday", desks=2)
    built = builder.build()
    whole = week_of(Rooms(built), TUESDAY)
    assert [one.trouble for one in whole.visits] == [
        "Too few desks: 4 needed with CUN, 2 are free, 09:00 to 12:30",
        "Too few desks: 4 needed with CAB, 2 are free, 09:00 to 12:30",
    ]
    own = week_of(Rooms(built), TUESDAY, built.agency_codes["CAB"].id)
    assert [one.agency.code for one in own.visits] == ["CAB"]
    assert own.visits[0].trouble == "Too few desks: 4 needed with others, 2 are free, 09:00 to 12:30"
    assert own.residents == ()


def test_one_who_drops_in_meets_one_with_desks_there_and_then() -> None:
    built = building().link("CAB", "HOU", 7).drop_in("CAB", "REC", "Tuesday", "10:00").build()
    [named, back] = companions(Rooms(built), TUESDAY)
    assert named.when == "Tuesdays 10:00 to 12:30 in REC"
    assert named.meetings == back.meetings
    assert back.agency.code == "HOU"
    assert named.meetings[0][1:3] == (time(10), time(12, 30))


def test_nobody_with_desks_is_there_at_the_weekend() -> None:
    built = building().link("CAB", "HOU").drop_in("CAB", "REC", "Saturday").build()
    assert "never meets" in meets(built, "CAB", "HOU")


def test_two_who_drop_in_meet_where_their_times_overlap() -> None:
    built = (
        building()
        .area("POD", kind="pod", m2=6)
        .link("CAB", "CUN", 9)
        .drop_in("CAB", "REC", "Tuesday", "09:00", "11:00")
        .drop_in("CUN", "POD", "Tuesday", "10:00", "12:00")
        .drop_in("CAB", "REC", "Thursday", "09:00", "10:00")
        .drop_in("CUN", "REC", "Thursday", "10:00", "12:00")
        .build()
    )
    assert meets(built, "CAB", "CUN").endswith("on Tuesdays 10:00 to 11:00 in POD and in REC")


def test_one_day_is_told_by_its_date_and_only_in_its_week() -> None:
    built = building().link("CAB", "HOU").drop_in("CAB", "REC", "2026-10-06", "10:00").build()
    assert "on Tuesday 6 October 2026 10:00 to 12:30" in meets(built, "CAB", "HOU")
    assert "never meets" in meets(built, "CAB", "HOU", date(2026, 10, 13))


def test_those_who_never_meet_are_given_a_day_when_the_other_is_there() -> None:
    built = (
        building()
        .link("CAB", "CUN")
        .drop_in("CAB", "REC", "Monday", "09:00", "11:00", desks=2)
        .drop_in("CUN", "REC", "Thursday", "10:00", "12:00", desks=1)
        .build()
    )
    assert "CAB could come on Thursdays 10:00 to 12:00" in meets(built, "CAB", "CUN")
    assert "room in REC" in meets(built, "CAB", "CUN")


def test_where_no_area_has_room_it_says_so() -> None:
    full = building().allocation("R-1", "HOU", "2026-04-01").allocation("R-2", "HOU", "2026-04-01")
    assert "No day of this week has an area with room" in meets(full.link("CAB", "CUN").build(), "CAB", "CUN")


def test_parkside_meets_as_its_plan_has_it() -> None:
    told = [one.told for one in companions(Rooms(parkside()), date(2026, 6, 22))]
    assert "Citizens Advice meets Credit Union every working day, in the Advice centre" in told
    assert not [one for one in told if "never" in one]


@pytest.mark.parametrize("seed", range(12))
def test_a_random_week_is_what_happens_in_it_and_each_meeting_is_of_two_who_are_there(seed: int) -> None:
    hub = random_hub(seed)
    for one in hub.drop_ins.values():
        day = one.on or one.first or TUESDAY
        week = week_of(Rooms(hub), day)
        shown = {(visit.day, visit.drop_in.id) for visit in week.visits}
        assert shown == {
            (on, other.id)
            for on in (date.fromordinal(week.monday.toordinal() + step) for step in range(7))
            for other in hub.drop_ins.values()
            if happens_on(other, on)
        }
        for pair in companions(Rooms(hub), day):
            assert bool(pair.meetings) != bool(pair.would_do)
            assert all(met.starts < met.ends for met in pair.meetings)


def test_beside_a_single_visit_only_that_day_would_do() -> None:
    once = building().link("CAB", "CUN").drop_in("CUN", "REC", "2026-10-06", "09:00", "11:00")
    said = meets(once.build(), "CAB", "CUN")
    assert said.endswith(
        "CAB could come on Tuesday 6 October 2026 09:00 to 11:00: CUN is in REC then, "
        "and there is room in REC"
    )
    long_ago = once.drop_in("CAB", "REC", "2026-09-01", "09:00", "11:00")
    assert meets(long_ago.build(), "CAB", "CUN") == said, "a visit that is over is in nobody's way"
