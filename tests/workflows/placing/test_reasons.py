"""Parkside's reasons, read aloud: each figure in them is worked out again, desk by desk."""

import re
from collections import Counter
from functools import cache
from itertools import combinations, permutations, product

import pytest

from hubdesk.allocating.reasons.agency import reasons_of
from hubdesk.allocating.score import cost_of
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.placement import misfits, place_of
from hubdesk.workflows.placing.proposing import Allocated
from hubdesk.workflows.placing.reason_rows import AgencyTold, agencies_of
from hubdesk.workflows.placing.reason_words import place_called
from hubdesk.workflows.placing.reasons import agency_told
from tests.builders.parkside import parkside
from tests.workflows.placing.proposed import DAY, plan_in, proposed

FLOOR_M, SPREAD, PIECE, MOVE = 20, 3, 20, 1
NEAR_M = 4


@cache
def at_parkside() -> tuple[Hub, Allocated]:
    hub = parkside()
    return hub, proposed(hub)


def codes() -> list[str]:
    hub, allocated = at_parkside()
    return [hub.agencies[agency].code for agency, _ in agencies_of(hub, allocated)]


@cache
def told(code: str) -> AgencyTold:
    hub, allocated = at_parkside()
    return agency_told(hub, allocated, hub.agency_codes[code].id)


def aloud(code: str) -> str:
    return " ".join(told(code).aloud)


def desks(code: str) -> list[Desk]:
    hub, allocated = at_parkside()
    assert allocated.proposal is not None
    return [hub.desks[desk] for desk, who in allocated.proposal.places if hub.agencies[who].code == code]


def way(one: Desk, other: Desk) -> float:
    hub, _ = at_parkside()
    floors = abs(hub.floors[one.floor].level - hub.floors[other.floor].level)
    return (abs(one.x_mm - other.x_mm) + abs(one.y_mm - other.y_mm)) / 1000 + FLOOR_M * floors


def mean_way(code: str, other: str) -> float:
    pairs = list(permutations(desks(code), 2) if code == other else product(desks(code), desks(other)))
    return sum(way(*pair) for pair in pairs) / len(pairs) if pairs else 0.0


def links(code: str) -> dict[str, float]:
    hub, _ = at_parkside()
    found = {}
    for link in hub.working_links.values():
        pair = [hub.agencies[link.agency].code, hub.agencies[link.other].code]
        if code in pair:
            pair.remove(code)
            found[pair[0]] = float(link.strength)
    return {other: strength for other, strength in found.items() if desks(other)}


def pieces(code: str) -> int:
    left, count = set(range(len(desks(code)))), 0
    near = {
        pair
        for pair in combinations(range(len(desks(code))), 2)
        if desks(code)[pair[0]].floor == desks(code)[pair[1]].floor
        and way(desks(code)[pair[0]], desks(code)[pair[1]]) <= NEAR_M
    }
    while left:
        edge, count = [left.pop()], count + 1
        while edge:
            here = edge.pop()
            joined = {one for one in left if (min(one, here), max(one, here)) in near}
            left -= joined
            edge += joined
    return count


def moves(code: str) -> int:
    hub, _ = at_parkside()
    had = {one.desk for one in hub.allocations.values() if hub.agencies[one.agency].code == code}
    had = {
        desk
        for desk in had
        if (now := hub.allocation_on(desk, DAY)) and hub.agencies[now.agency].code == code
    }
    has = {desk.id for desk in desks(code)}
    return min(len(had), len(has)) - len(had & has)


@pytest.mark.parametrize("code", codes())
def test_the_cost_term_by_term(code: str) -> None:
    expected = {
        "ways to those it works with": sum(
            strength * mean_way(code, other) for other, strength in links(code).items()
        ),
        "its own spread": SPREAD * mean_way(code, code),
        "pieces that it is torn into": PIECE * (pieces(code) - 1),
        "moves": MOVE * moves(code),
    }
    first = aloud(code).split(". ")[0]
    together, *terms = re.findall(r"(?:costs|[a-z]) ([\d,]+\.\d)", first)
    named = {
        words: float(figure.replace(",", ""))
        for words, figure in re.findall(r"(?:: |, )([a-z ]+) ([\d,]+\.\d)", first)
    }
    assert len(terms) == len(named)
    assert float(together.replace(",", "")) == pytest.approx(sum(expected.values()), abs=0.051)
    for words, cost in expected.items():
        assert named.get(words, 0.0) == pytest.approx(cost, abs=0.051), words
    rows = [float(row.cost) for row in told(code).terms]
    assert rows == pytest.approx([*expected.values(), sum(expected.values())])


@pytest.mark.parametrize("code", codes())
def test_partners_and_how_far_they_are(code: str) -> None:
    hub, _ = at_parkside()
    expected = links(code)
    assert {row.code: float(row.strength) for row in told(code).partners} == expected
    for row in told(code).partners:
        assert float(row.metres) == pytest.approx(mean_way(code, row.code))
        assert float(row.cost) == pytest.approx(expected[row.code] * mean_way(code, row.code))
    by_name = {one.name: one.code for one in hub.agencies.values()}
    sentence = re.search(r"It works with (.+?)\.(?: |$)", aloud(code))
    spoken = [
        re.fullmatch(r"(.+), strength ([\d.]+): ([\d.,]+) m on average", one)
        for one in (sentence[1].split("; ") if sentence else [])
    ]
    assert len(spoken) == min(3, len(expected))
    named = {}
    for one in spoken:
        assert one
        other, strength, metres = by_name[one[1]], one[2], one[3]
        named[other] = float(strength)
        assert float(strength) == expected[other]
        digits = 0 if "." not in metres else 1
        assert metres.replace(",", "") == f"{mean_way(code, other):.{digits}f}"
    weakest = min(named.values(), default=0.0)
    assert all(expected[other] <= weakest for other in set(expected) - set(named))


@pytest.mark.parametrize("code", codes())
def test_what_stands_against_other_places(code: str) -> None:
    hub, allocated = at_parkside()
    assert allocated.proposal is not None
    agency = hub.agency_codes[code]
    everywhere = [hub.desks[seat.desk] for seat in allocated.question.seats]
    sits = {desk: hub.agencies[who] for desk, who in allocated.proposal.places}
    sits_in = {place_of(hub, desk, DAY) for desk in desks(code)}
    places = {place_of(hub, desk, DAY) for desk in everywhere}
    shown = {row.id: row for row in told(code).places}
    assert shown.keys() == (places - sits_in if len(sits_in) == 1 else places)
    for place, row in shown.items():
        here = [desk for desk in everywhere if place_of(hub, desk, DAY) == place]
        assert row.place == place_called(hub, place)
        barred = all(any(misfits(hub, agency, desk, DAY)) for desk in here)
        open_to = [desk for desk in here if sits.get(desk.id, agency) == agency]
        short = len(desks(code)) - len(open_to)
        held = Counter(sits[desk.id].name for desk in here if desk not in open_to)
        if barred:
            assert row.more is None
            assert not re.search(r"short|%", row.told)
        elif short > 0:
            assert row.told.startswith(f"{short} desk{'' if short == 1 else 's'} short")
            spoken = re.findall(r"(\d+) held by ([^,]+)", row.told)
            assert {name: int(count) for count, name in spoken} == {name: held[name] for _, name in spoken}
            assert len(spoken) == min(2, len(held))
        else:
            assert row.more is not None


@pytest.mark.parametrize("code", codes())
def test_other_places_with_their_difference(code: str) -> None:
    hub, allocated = at_parkside()
    question, plan = allocated.question, plan_in(allocated)
    code_of = {agency.name: agency.code for agency in hub.agencies.values()}
    member = [one.code for one in question.members].index(code)
    reasons = reasons_of(question, plan, member)
    before = cost_of(question, plan)
    shown = {row.id: row for row in told(code).places}
    possible = [one for one in reasons.elsewhere if one.more is not None]
    for one in possible:
        after = plan.copy()
        after[plan == member] = -1
        assert (after[list(one.seats)] == -1).all()
        after[list(one.seats)] = member
        more = cost_of(question, after).total - before.total
        row = shown[one.place]
        assert row.more is not None
        assert row.percent is not None
        assert float(row.more) == pytest.approx(more, abs=1e-6)
        assert float(row.percent) == pytest.approx(100 * more / before.total, abs=1e-6)
        assert (row.told == "no difference to speak of") == (abs(more) < 0.0005 * before.total)
        if match := re.fullmatch(r"([\d.,]+) m (further from|nearer to) (.+)", row.told):
            there = [hub.desks[question.seats[seat].desk] for seat in one.seats]
            partner = desks(code_of[match[3]])
            then = sum(way(*pair) for pair in product(there, partner)) / (len(there) * len(partner))
            further = then - mean_way(code, code_of[match[3]])
            assert (further > 0) == (match[2] == "further from")
            digits = 0 if "." not in match[1] else 1
            assert match[1].replace(",", "") == f"{abs(further):.{digits}f}"
    in_order = sorted(possible, key=lambda one: one.more.total if one.more else 0.0)[:3]
    for one in in_order:
        row = shown[one.place]
        (spoken,) = (words for words in told(code).aloud if words.startswith(f"In {row.place}: "))
        assert spoken.endswith(f"{row.told}.")
        if match := re.search(r": ([+−][\d.]+) %, because ", spoken):
            assert float(match[1].replace("−", "-")) == pytest.approx(float(row.percent or 0), abs=0.051)
        else:
            assert row.told == "no difference to speak of"
    assert aloud(code).count(" In ") == len(in_order)
