"""Free desks of an area for drop-ins, and where there are more of them at once than there is room for."""

from datetime import date

import pytest

from hubdesk.domain import checks
from hubdesk.domain.days import boundaries, holds
from hubdesk.domain.drop_in_room import AreaRoom
from hubdesk.domain.hub import Hub
from tests.builders.hub import Day, HubBuilder, a_hub
from tests.builders.random_hubs import random_hub

TUESDAY = date(2026, 10, 6)


def hall() -> HubBuilder:
    """An area of three desks, one of them allocated."""
    builder = a_hub().agency("CAB").agency("CUN").agency("NHS").floor("G").area("HALL", m2=50)
    for number in range(3):
        builder = builder.desk(f"H-{number}", x_m=1 + 2 * number, area="HALL")
    return builder.licence("L01", "NHS", 1).allocation("H-0", "NHS", "2026-04-01")


def room(hub: Hub, code: str = "HALL") -> AreaRoom:
    return AreaRoom(hub, hub.area_codes[code])


def told(hub: Hub) -> list[str]:
    return [one.what for one in checks.problems(hub) if one.code.startswith("drop-in")]


def test_free_are_the_desks_in_service_at_which_nobody_sits() -> None:
    built = hall().desk("H-9", area="HALL", first="2026-12-01").build()
    assert room(built).free_on(date(2026, 3, 31)) == 3
    assert room(built).free_on(TUESDAY) == 2
    assert room(built).free_on(date(2026, 12, 1)) == 3


@pytest.mark.parametrize("seed", range(8))
def test_free_desks_are_those_that_the_hub_says_are_in_the_area(seed: int) -> None:
    built = random_hub(seed)
    days = sorted(boundaries((*built.desks.values(), *built.allocations.values(), *built.areas.values())))
    for area in built.areas.values():
        looked = room(built, area.code)
        for day in (date(2026, 4, 1), *days[::5]):
            assert looked.free_on(day) == sum(
                built.area_of(desk, day) == area and built.allocation_on(desk.id, day) is None
                for desk in built.desks.values()
                if holds(desk, day)
            )


def test_a_desk_where_two_areas_lie_is_in_the_first_by_code_while_that_is_there() -> None:
    everywhere = [(0, 0), (9, 0), (9, 9), (0, 9)]
    builder = a_hub().floor("G").desk("D-1", x_m=4, y_m=4)
    builder = builder.area("A", outline=everywhere, first="2026-05-01", last="2026-05-31")
    built = builder.area("B", outline=everywhere).build()
    for day in (date(2026, 4, 30), date(2026, 6, 1)):
        assert (room(built, "A").free_on(day), room(built, "B").free_on(day)) == (0, 1)
    assert (room(built, "A").free_on(date(2026, 5, 1)), room(built, "B").free_on(date(2026, 5, 31))) == (1, 0)


def test_as_many_as_are_free_are_no_crowd_and_one_more_is() -> None:
    two = hall().drop_in("CAB", "HALL", "Tuesday", "09:00", "12:00", desks=2)
    assert told(two.build()) == []
    more = two.drop_in("CUN", "HALL", "Tuesday", "11:00", "13:00", desks=1).build()
    assert told(more) == [
        "Drop-ins of CAB and CUN need 3 desks together and 2 are free, on Tuesdays, first on 7 April 2026, "
        "11:00 to 12:00"
    ]
    assert room(more).crowds_on(date(2026, 10, 7)) == ()


def test_those_who_come_one_after_the_other_share_a_desk() -> None:
    built = (
        hall()
        .drop_in("CAB", "HALL", "Tuesday", "09:00", "13:00", desks=1)
        .drop_in("CUN", "HALL", "Tuesday", "09:00", "10:00", desks=1)
        .drop_in("NHS", "HALL", "Tuesday", "10:00", "13:00", desks=1)
        .build()
    )
    assert told(built) == []
    times = built.drop_ins[next(iter(built.drop_ins))]
    assert room(built).taken_during(TUESDAY, times.starts, times.ends) == 2


def test_from_the_day_on_which_a_desk_is_taken_there_are_too_many() -> None:
    built = (
        hall()
        .drop_in("CAB", "HALL", "Tuesday", desks=2, first="2026-04-07")
        .allocation("H-1", "NHS", "2026-10-07")
        .licence("L02", "NHS", 1)
        .build()
    )
    assert told(built) == [
        "Drop-ins of CAB need 2 desks and 1 is free, on Tuesdays, first on 13 October 2026, 09:00 to 12:30"
    ]


def test_a_drop_in_that_always_was_is_told_from_when_a_desk_is_gone() -> None:
    built = (
        a_hub()
        .agency("CAB")
        .floor("G")
        .area("HALL", m2=50)
        .desk("H-1", area="HALL")
        .desk("H-2", area="HALL", x_m=3, last="2027-01-31")
        .drop_in("CAB", "HALL", "Tuesday", desks=2)
    )
    assert told(built.build()) == [
        "Drop-ins of CAB need 2 desks and 1 is free, on Tuesdays, first on 2 February 2027, 09:00 to 12:30"
    ]
    assert told(built.drop_in("CAB", "HALL", "Friday", desks=3).build())[0] == (
        "Drop-ins of CAB need 3 desks and 2 are free, on Fridays 09:00 to 12:30"
    )


def test_a_single_day_is_told_by_its_date() -> None:
    built = hall().drop_in("CAB", "HALL", "2026-10-06", desks=4).build()
    assert told(built) == ["Drop-ins of CAB need 4 desks and 2 are free, on 6 October 2026 09:00 to 12:30"]


def test_an_area_without_desks_on_the_plan_says_nothing_of_free_desks() -> None:
    built = a_hub().agency("CAB").floor("G").area("HALL", m2=50).drop_in("CAB", "HALL", "Monday", desks=5)
    assert told(built.build()) == []


def in_a_pod(agency: str, starts: str) -> Hub:
    """CAB from 9 to 11, and another one's visit until 12."""
    pod = a_hub().agency("CAB").agency("CUN").floor("G").area("POD", kind="pod", m2=6)
    pod = pod.drop_in("CAB", "POD", "Thursday", "09:00", "11:00")
    return pod.drop_in(agency, "POD", "Thursday", starts, "12:00").build()


def test_a_pod_is_one_partys_at_a_time() -> None:
    assert told(in_a_pod("CUN", "11:00")) == []
    assert told(in_a_pod("CUN", "10:30")) == [
        "CAB and CUN are in the same room at once, on Thursdays 10:30 to 11:00"
    ]
    assert told(in_a_pod("CAB", "10:30")) == []


def while_open(when: str, first: Day | None = None, last: Day | None = None) -> list[str]:
    """What is told of a drop-in in an area that is there from May to September."""
    area = a_hub().agency("CAB").floor("G").area("HALL", m2=50, first="2026-05-01", last="2026-09-30")
    return told(area.drop_in("CAB", "HALL", when, first=first, last=last).build())


def test_an_area_that_closes_is_told_of_and_one_that_opened_in_time_is_not() -> None:
    assert while_open("Monday", last="2026-09-30") == []
    assert while_open("2026-10-01") == [
        "It is planned on days on which area HALL is not there "
        "(HALL is there from 1 May 2026 to 30 September 2026)"
    ]
    assert len(while_open("Monday", first="2026-04-01", last="2026-09-30")) == 1
    assert len(while_open("Monday")) == 1
