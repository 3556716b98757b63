"""A floor of a pack: the agency's own desks stand out and are told, others are alike and nameless."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.geometry import rectangle
from hubdesk.exchange.plan.colour import contrast, grey
from hubdesk.exchange.plan.hatch import Hatch
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import UNTOLD, Edge
from hubdesk.exchange.plan.small import Room
from hubdesk.exchange.review_pack.pack import PackDesk
from hubdesk.exchange.review_pack.plan import MARKS, OWN, Size, described, drawn, plan_of
from hubdesk.workflows.resources import fonts_folder
from tests.exchange.review_pack.packs import a_pack

[FLOOR] = a_pack().floors
DAY = date(2026, 12, 1)
SIZE = Size((170.0, 100.0), Room(90.0, 60.0, 1))
LETTERING = Lettering(fonts_folder())


def svg() -> str:
    return drawn(FLOOR, DAY, SIZE, LETTERING).plan.svg


def test_its_own_desks_bear_their_codes_and_stand_out_in_greyscale_too() -> None:
    shown = {desk.mark.label: desk.mark for desk in plan_of(FLOOR, DAY).desks}
    assert shown == {
        "G-001": replace(OWN, label="G-001"),
        "G-002": replace(OWN, label="G-002"),
        "": UNTOLD,
    }
    assert ">G-001</text>" in svg()
    assert ">G-002</text>" in svg()
    assert grey(UNTOLD.fill) - grey(OWN.fill) > 0.3
    assert (OWN.hatch, OWN.edge) != (Hatch.NONE, Edge.SOLID)
    assert contrast(OWN.fill, OWN.ink) >= 4.5


def test_desks_of_others_differ_in_nothing_but_their_places() -> None:
    more = (*FLOOR.desks, PackDesk(12_000, 6_000, 1_600, 800, Decimal(0)))
    others = [desk for desk in plan_of(replace(FLOOR, desks=more), DAY).desks if desk.mark.fill != OWN.fill]
    assert len({(desk.mark, desk.code, desk.doubled) for desk in others}) == 1


def test_an_area_without_words_is_bare() -> None:
    advice, bare = plan_of(FLOOR, DAY).areas
    assert (advice.name, bare.name, bare.kind) == ("Advice", "", "")
    assert advice.mark != bare.mark
    assert bare.mark.hatch is Hatch.NONE


def test_it_is_told_in_words() -> None:
    assert described(FLOOR, DAY) == (
        "Floor plan of G, Ground floor, on 1 December 2026. "
        "Your 2 desks, filled in and with a bold edge: G-001, G-002. "
        "1 other desk in grey, plain and without names. For your use alone: Advice."
    )
    without = replace(FLOOR, desks=(), areas=())
    assert described(without, DAY) == (
        "Floor plan of G, Ground floor, on 1 December 2026. None of your desks is on this floor."
    )


def test_the_caption_counts_its_desks() -> None:
    shown = drawn(FLOOR, DAY, SIZE, LETTERING)
    assert shown.caption == "G Ground floor: 2 desks of yours. For your use alone: Advice"


def test_from_near_codes_are_legible_on_paper_and_on_a_phone() -> None:
    shown = drawn(replace(FLOOR, outline=rectangle(40_000, 10_000)), DAY, SIZE, LETTERING)
    [near] = shown.near
    sizes = code_sizes(near.svg)
    assert set(sizes) == {"G-001", "G-002"}
    assert min(sizes.values()) > 2.3
    assert min(sizes.values()) > 1.5 * max(code_sizes(shown.plan.svg).values())
    for desk in FLOOR.desks[:2]:
        x, y = near.placing.at(desk.x, desk.y)
        assert 0 < x < near.width
        assert 0 < y < near.height


def code_sizes(drawing: str) -> dict[str, float]:
    """The size of type that each desk's code has, in millimetres."""
    found = re.findall(r'font-size="([0-9.]+)"[^>]*>([A-Z]-[0-9]+)<', drawing)
    return {code: float(size) for size, code in found}


def test_the_code_of_a_desk_that_is_cut_off_is_not_written() -> None:
    row = tuple(
        PackDesk(1_000 + 2_000 * place, 1_000, 1_600, 800, Decimal(0), f"G-{place:03}") for place in range(10)
    )
    floor = replace(FLOOR, outline=rectangle(60_000, 10_000), desks=row)
    first, second = (code_sizes(near.svg) for near in drawn(floor, DAY, SIZE, LETTERING).near)
    assert sorted(first) == [f"G-{place:03}" for place in range(5)]
    assert sorted(second) == [f"G-{place:03}" for place in range(5, 10)]


def test_nothing_is_shown_from_near_that_would_be_no_larger() -> None:
    assert drawn(replace(FLOOR, desks=()), DAY, SIZE, LETTERING).near == ()
    small = replace(FLOOR, outline=rectangle(6_000, 4_000), areas=())
    desks = tuple(one for one in FLOOR.desks if one.code)
    assert drawn(replace(small, desks=desks), DAY, SIZE, LETTERING).near == ()


def test_ids_of_two_plans_in_one_page_differ() -> None:
    one, other = (drawn(FLOOR, DAY, SIZE, LETTERING, name).plan.svg for name in ("a-", "b-"))
    assert 'id="a-1"' in one
    assert "url(#a-1)" in one
    assert 'id="a-' not in other


def test_every_mark_is_legible() -> None:
    assert [mark for mark in MARKS if contrast(mark.fill, mark.ink) < 4.5] == []
