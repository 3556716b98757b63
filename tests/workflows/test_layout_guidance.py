"""Guidance on every floor, beside what the checks tell already."""

from datetime import date

from hubdesk.editing import desks
from hubdesk.workflows.layout_guidance import LayoutGuidance
from tests.builders import a_hub

DAY = date(2026, 5, 1)


def test_every_floor_is_looked_at_from_the_lowest_up() -> None:
    hub = (
        a_hub()
        .floor("G")
        .desk("G-1", "G", x_m=3, y_m=3)
        .desk("G-2", "G", x_m=3, y_m="3.5")
        .floor("B", level=-1)
        .desk("B-1", "B", x_m=3, y_m=3)
        .desk("B-2", "B", x_m=3, y_m="3.5")
        .build()
    )
    assert [one.where for one in LayoutGuidance().of(hub, DAY)] == ["desks B-1 and B-2", "desks G-1 and G-2"]


def test_a_desk_that_is_out_of_its_place_altogether_is_a_problem_and_no_guidance() -> None:
    hub = a_hub().floor("G").desk("OFF", x_m="40.5", y_m=3).desk("RIM", x_m="39.9", y_m=9).build()
    (found,) = LayoutGuidance().of(hub, DAY)
    assert (found.where, found.code) == ("desk RIM", "desk-over-floor")


def test_what_is_not_in_service_on_the_day_is_in_nobodys_way() -> None:
    hub = a_hub().floor("G").desk("A", x_m=3, y_m=3).desk("B", x_m=3, y_m="3.5", last="2026-04-30").build()
    guidance = LayoutGuidance()
    assert guidance.of(hub, DAY) == ()
    assert [one.where for one in guidance.of(hub, date(2026, 4, 30))] == ["desks A and B"]


def test_it_follows_what_is_moved_and_renamed() -> None:
    hub = a_hub().floor("G").desk("A", x_m=3, y_m=3).desk("B", x_m=3, y_m=6).build()
    guidance = LayoutGuidance()
    assert guidance.of(hub, DAY) == ()
    nearer = hub.applying(desks.move(hub, [hub.desk_codes["B"].id], 0, -2_500))
    renamed = nearer.applying(desks.rename(nearer, nearer.desk_codes["B"].id, "C"))
    for now in (nearer, renamed, hub, nearer):
        assert guidance.of(now, DAY) == LayoutGuidance().of(now, DAY)
    assert [one.where for one in guidance.of(renamed, DAY)] == ["desks A and C"]
