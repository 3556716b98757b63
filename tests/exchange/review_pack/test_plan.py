"""A floor of a pack: the agency's own desks stand out and are told, others are alike and nameless."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.exchange.plan.colour import contrast, grey
from hubdesk.exchange.plan.hatch import Hatch
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import UNTOLD, Edge
from hubdesk.exchange.review_pack.pack import PackDesk
from hubdesk.exchange.review_pack.plan import MARKS, OWN, described, drawn, plan_of
from hubdesk.workflows.resources import fonts_folder
from tests.exchange.review_pack.packs import a_pack

[FLOOR] = a_pack().floors
DAY = date(2026, 12, 1)


def svg() -> str:
    return drawn(FLOOR, DAY, (170.0, 100.0), Lettering(fonts_folder())).plan.svg


def test_its_own_desks_bear_their_codes_and_stand_out_in_greyscale_too() -> None:
    shown = {desk.code: desk.mark for desk in plan_of(FLOOR, DAY).desks}
    assert shown == {"G-001": OWN, "G-002": OWN, "": UNTOLD}
    assert ">G-001</text>" in svg()
    assert ">G-002</text>" in svg()
    assert grey(UNTOLD.fill) - grey(OWN.fill) > 0.3
    assert (OWN.hatch, OWN.edge) != (Hatch.NONE, Edge.SOLID)
    assert contrast(OWN.fill, OWN.ink) >= 4.5


def test_desks_of_others_differ_in_nothing_but_their_places() -> None:
    more = (*FLOOR.desks, PackDesk(12_000, 6_000, 1_600, 800, Decimal(0)))
    others = [desk for desk in plan_of(replace(FLOOR, desks=more), DAY).desks if desk.mark != OWN]
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
    shown = drawn(FLOOR, DAY, (170.0, 100.0), Lettering(fonts_folder()))
    assert shown.caption == "G Ground floor: 2 desks of yours. For your use alone: Advice"


def test_what_is_seen_near_holds_its_desks_and_lies_on_the_plan() -> None:
    shown = drawn(FLOOR, DAY, (190.0, 150.0), Lettering(fonts_folder()))
    assert shown.near is not None
    for desk in FLOOR.desks[:2]:
        x, y = shown.plan.placing.at(desk.x, desk.y)
        assert shown.near.left < x < shown.near.right
        assert shown.near.top < y < shown.near.bottom
    assert shown.near.left >= 0
    assert shown.near.right < shown.plan.width
    assert drawn(replace(FLOOR, desks=()), DAY, (190.0, 150.0), Lettering(fonts_folder())).near is None


def test_ids_of_two_plans_in_one_page_differ() -> None:
    lettering = Lettering(fonts_folder())
    one, other = (drawn(FLOOR, DAY, (90.0, 90.0), lettering, name).plan.svg for name in ("a-", "b-"))
    assert 'id="a-1"' in one
    assert "url(#a-1)" in one
    assert 'id="a-' not in other


def test_every_mark_is_legible() -> None:
    assert [mark for mark in MARKS if contrast(mark.fill, mark.ink) < 4.5] == []
