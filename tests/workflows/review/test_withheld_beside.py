"""Packs with totals withheld, put beside one another or beside their own estimates: small attacks by hand."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import permutations

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.review import Totals
from hubdesk.editing.roll_forward import roll_forward
from hubdesk.exchange.review_pack.pack import Other, Pack
from hubdesk.workflows.review.contents import RoundSeen
from tests.builders import HubBuilder, a_hub
from tests.workflows.review.adversary import POOL, packs_sent
from tests.workflows.review.made import ROUND, seen

DESKS = dict(zip("ABCDEF", range(4, 10), strict=True))
NEXT_YEAR = date(2027, 12, 1)


def hub_of(*codes: str) -> HubBuilder:
    """The host and public agencies A to F, of which those of `codes` have licences; C01 goes by them."""
    hub = a_hub().cost_line("C01", 40_000, vacant="shared")
    for code in DESKS:
        hub.agency(code)
    for code in codes:
        hub.licence(f"L-{code}", code, DESKS[code])
    return hub


def with_awards(hub: HubBuilder) -> HubBuilder:
    """A voluntary V with seven desks, beside A to E and the host, who share C01."""
    hub.agency("V", "voluntary").licence("L-V", "V", 7).licence("L-HBC", "HBC", 10)
    return hub.participants("C01", *"ABCDE", "HBC")


def asked(hub: HubBuilder | Hub, as_at: date = ROUND.as_at) -> RoundSeen:
    whole = hub if isinstance(hub, Hub) else hub.build()
    return seen(whole, replace(ROUND, totals=Totals.WITHHELD, as_at=as_at))


def packs(*rounds: RoundSeen) -> list[Pack]:
    """What A is sent, round by round."""
    return [one.pack for one in packs_sent(rounds, rounds[0].seen.hub.agency_codes["A"].id)]


def shows(pack: Pack) -> bool:
    """Whether it shows a total of C01."""
    [share] = pack.shares
    return any(part.cost is not None for part in share.parts)


def estimated(pack: Pack, what: str) -> list[Other]:
    assert pack.estimate is not None
    return [one for one in pack.estimate.rows if one.what.startswith(what)]


def test_what_stays_as_it_is_is_shown_round_after_round() -> None:
    same = asked(hub_of(*"ABCDE"))
    later = asked(same.seen.hub.applying(roll_forward(same.seen.hub, 2027)), NEXT_YEAR)
    assert [shows(one) for one in packs(same, same, later)] == [True, True, True]


def test_next_years_pool_does_not_tell_the_one_award_in_it() -> None:
    """A's part of it × 3,640 ÷ 364 would be £8,400: 40 % of the seven desks that V alone has."""
    hub = with_awards(hub_of(*"ABCDE")).standing("voluntary", 40, first="2027-04-01", funder="partners")
    [pack] = packs(asked(hub))
    assert shows(pack)
    assert not estimated(pack, POOL)


def test_the_pool_is_estimated_as_it_is_and_open_totals_estimate_it_as_it_will_be() -> None:
    hub = with_awards(hub_of(*"ABCDE")).standing("voluntary", 40, funder="partners").licence("L2", "V", 7)
    round_ = asked(hub.licence("L3", "V", 7, first="2027-04-01"))
    [pack] = packs(round_)
    [now], [then] = pack.others, estimated(pack, POOL)
    assert (then.pence, then.why) == (now.pence, "as this year: totals are withheld")
    [open_] = packs(round_._replace(round=ROUND))
    assert estimated(open_, POOL)[0].pence > now.pence


@pytest.mark.parametrize("totals", Totals)
def test_a_pool_of_an_earlier_round_stays_in_mind(totals: Totals) -> None:
    before = asked(with_awards(hub_of(*"ABCDE")).standing("voluntary", 40, funder="partners"))
    after = asked(with_awards(hub_of(*"ABCDE")))
    assert shows(packs(after)[0])
    first = before._replace(round=replace(before.round, totals=totals))
    assert not shows(packs(first, after)[1])


def test_a_total_with_the_awarded_in_it_tells_as_much() -> None:
    """Of A's part of the pool and of all desks together follow the desks of V, at a usual concession."""
    hub = with_awards(hub_of(*"ABCDE")).standing("voluntary", 40, funder="partners")
    hub.participants("C01", "V")
    assert not shows(packs(asked(hub))[0])


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_in_whatever_order_packs_go_no_newcomer_is_told(order: tuple[int, ...]) -> None:
    """39 desks in one, 30 in the other, and F would have nine."""
    rounds = [asked(hub_of(*"ABCDE")), asked(hub_of(*"ABCDEF")), asked(hub_of(*"ABCDE"))]
    got = packs(*(rounds[place] for place in order))
    parts = [one.shares[0].parts[0] for one in got]
    wholes = {part.whole / part.part for part in parts if part.whole and part.part}
    assert len(wholes) == 1
    assert shows(got[0])


def test_another_copy_of_a_round_shows_what_the_first_did() -> None:
    first, second = asked(hub_of(*"ABCDE")), asked(hub_of(*"ABCDEF"))
    assert [shows(one) for one in packs(first, second, first, second)] == [True, False, True, False]


def test_a_fixed_share_that_comes_is_not_told_by_what_is_left() -> None:
    """What A shares in was £9,972.60 in the first quarter, and would be £8,227.39: F pays 17.5 %."""
    before = hub_of(*"ABCDEF").participants("C01", *"ABCDE")
    after = hub_of(*"ABCDEF").participants("C01", *"ABCDE").fixed_share("C01", "F", "17.5")
    assert shows(packs(asked(after))[0])
    for rounds in permutations((asked(before), asked(after))):
        assert [shows(one) for one in packs(*rounds)] == [True, False]


def test_a_fixed_share_of_next_year_is_not_told_by_the_estimate() -> None:
    hub = (
        hub_of(*"ABCDEF")
        .participants("C01", *"ABCDE")
        .cost_line("C01", 40_000, year="2027-28", vacant="shared")
    )
    hub.participants("C01", *"ABCDE", year="2027-28").fixed_share("C01", "F", "17.5", year="2027-28")
    [pack] = packs(asked(hub))
    [share], [row] = pack.shares, estimated(pack, "C01")
    assert shows(pack)
    assert (row.pence, row.why) == (share.net, "as this year: its totals are withheld")


def test_three_fixed_shares_together_are_told() -> None:
    hub = hub_of(*"ABCDEF").participants("C01", "A", *"BCD")
    before, after = hub.build(), hub.fixed_share("C01", "E", 10).fixed_share("C01", "F", 20)
    after.agency("G").fixed_share("C01", "G", 30)
    assert [shows(one) for one in packs(asked(before), asked(after))] == [True, True]


def test_a_line_that_was_rolled_forward_is_the_same_cost() -> None:
    """Two others had no total shown; with the next year's, A's own shares of both would tell theirs."""
    hub = hub_of(*"ABC").licence("L-F", "F", 9, first="2027-04-01").build()
    later = asked(hub.applying(roll_forward(hub, 2027)), NEXT_YEAR)
    assert shows(packs(later)[0])
    assert [shows(one) for one in packs(asked(hub), later)] == [False, False]


def test_what_own_charges_told_counts_for_other_costs() -> None:
    """C01's two shares tell of F, withheld or not; then a total of F, E and D would tell of two alone."""

    def hub(*codes: str) -> HubBuilder:
        return hub_of(*codes).cost_line("C02", 9_000, vacant="shared").participants("C02", *"ADEF")

    alone = packs(asked(hub(*"ABCDEF")))[0]
    second = packs(asked(hub(*"ABCDE")), asked(hub(*"ABCDEF")))[1]

    def told(pack: Pack) -> list[bool]:
        return [share.parts[0].cost is not None for share in pack.shares]

    assert (any(told(alone)), told(second)) == (True, [False, False])


@pytest.mark.parametrize("totals", Totals)
def test_outlines_of_others_tell_no_square_metres(totals: Totals) -> None:
    """63 m² at A's own charge a square metre would be what B pays."""
    hub = hub_of(*"AB").cost_line("C02", 9_000, basis="area").floor("G", width_m=40, depth_m=20)
    hub.area("RA", "G", "A", outline=[(0, 0), (5, 0), (5, 4), (0, 4)])
    hub.area("RB", "G", "B", outline=[(5, 0), (14, 0), (14, 7), (5, 7)])
    hub.area("SAFE", "G", kind="restricted", outline=[(0, 10), (5, 10), (5, 14), (0, 14)])
    hub.area("CAFE", "G", outline=[(14, 0), (30, 0), (30, 10), (14, 10)])
    hub.desks(3).allocation("G-001", "A")
    round_ = asked(hub)
    [pack] = packs(round_._replace(round=replace(ROUND, totals=totals)))
    [floor] = pack.floors
    assert {area.name for area in floor.areas} == {"", "RA", "CAFE"} - (
        {""} if totals is Totals.WITHHELD else set()
    )
    assert len(floor.desks) == 3


def test_the_one_agency_that_bears_a_pool_pays_what_was_awarded() -> None:
    """It cannot be kept from it: it is its own charge."""
    hub = a_hub().agency("A").agency("V", "voluntary").licence("L-A", "A", 4).licence("L-V", "V", 7)
    [pack] = packs(asked(hub.standing("voluntary", 40, funder="partners")))
    assert [one.pence for one in pack.others] == [int(Fraction("0.4") * 7 * 3000 * 100)]
