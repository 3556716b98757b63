"""What a pack says of an agency, against figures worked out by hand and against the engine."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.lines import LineKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import parse_line_key
from hubdesk.domain.money import to_penny
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import Reckoned, SharePart
from hubdesk.workflows.review.contents import pack_of
from hubdesk.workflows.review.key import is_genuine, parse_key
from hubdesk.workflows.year_cost import YearCost, year_cost
from tests.builders.random_hubs import random_hub
from tests.workflows.review.made import AS_AT, MADE, ROUND, parkside_pack, parkside_seen, seen


def test_citizens_advice_by_hand() -> None:
    pack = parkside_pack("CAB")
    [licence] = pack.licences
    # 6 desks at £2,850 for 183 days and at £2,940 for 182 of 365; 60 % off four of the six.
    assert licence.gross == 1_736_926
    assert licence.award == 694_770
    assert (licence.net, licence.desks) == (1_042_156, 6)
    assert licence.concession == "60 % awarded to this licence, on at most 4 desks"
    assert licence.funder == "the partners"
    assert [(one.days, one.rate, one.awarded, one.award) for one in licence.spells] == [
        (183, 285_000, 4, Fraction(3, 5)),
        (182, 294_000, 4, Fraction(3, 5)),
    ]
    guard = next(one for one in pack.shares if one.code == "C11")
    # £690 or so of a guard is left each quarter; six of 206 desks by the licences, the vacant ones counted.
    assert guard.parts[0] == SharePart(
        "April to June 2026", 2_033, Fraction(546), 0, Fraction(18_746), 69_808
    )
    # Four of its six desks at 60 % off are 40 % off its shares.
    assert guard.concession == "40 %: 60 % awarded to licence L12, on 4 of 6 desks"
    assert (guard.asked.held, licence.asked.held, pack.wish.held) == ("", "6 desks", "6 desks")
    post = next(one for one in pack.shares if one.code == "C13")
    assert post.asked.held == "FTE 7.25"
    assert [one.code for one in pack.desks] == [f"G-0{number}" for number in range(25, 31)]
    assert {one.area for one in pack.desks} == {"Advice centre"}
    assert (pack.sector, pack.year, pack.days_of_year) == ("voluntary", "2026-27", 365)


def test_a_concession_of_all_desks_is_told_by_where_it_comes_from() -> None:
    shares = parkside_pack("VAM").shares
    assert not any(one.concession for one in shares)  # 40 % as a voluntary body, on the licence alone
    assert {one.concession for one in parkside_pack("POL").shares} == {""}


def test_workings_are_in_pounds_and_periods_in_words() -> None:
    told = [one for _, top in parkside_pack("CAB").workings for one in _all(top)]
    product = next(one for one in told if one.what == "desks × rate a year × days")
    assert product.figure == "£1,556,100.00"
    assert any(one.figure.startswith("−£") for one in told)
    assert not [one for one in told if "-Q" in one.what or "pence a year" in one.what]
    assert not [one for one in told if "-£" in one.figure or "-£" in one.what]


def _all(top: Reckoned) -> Iterator[Reckoned]:
    yield top
    for one in top.of:
        yield from _all(one)


def test_the_parts_are_the_shares_and_the_sums_are_the_total() -> None:
    for agency in parkside_seen().seen.hub.agencies.values():
        pack = parkside_pack(agency.code)
        for share in pack.shares:
            for one in share.parts:
                assert one.cost is not None
                assert one.part is not None
                assert one.whole is not None
                exact = one.cost * one.part / one.whole
                assert int(exact) + one.odd == one.share
                assert one.odd in (-1, 0, 1)
            assert sum(one.share for one in share.parts) == share.share
            assert share.share - share.over_cap - share.award == share.net


@pytest.mark.parametrize("totals", Totals)
@pytest.mark.parametrize("seed", range(12))
def test_every_total_is_what_the_year_charges(seed: int, totals: Totals) -> None:
    hub = random_hub(seed, agencies=5, lines=6, desks=12)
    asking = seen(hub, replace(ROUND, totals=totals))
    cost = year_cost(hub, AS_AT)
    assert isinstance(cost, YearCost)
    for agency in hub.agencies:
        pack = pack_of(asking, agency, copy=1, made=MADE)
        lines = (*(one.net for one in pack.licences), *(one.net for one in pack.shares))
        assert pack.total == cost.of[agency].pence
        assert pack.total == sum(lines) + sum(one.pence for one in pack.others)
        for licence in pack.licences:
            yearly = Fraction(sum(one.desks * one.rate * one.days for one in licence.spells))
            assert licence.gross == to_penny(yearly / pack.days_of_year)


@pytest.mark.parametrize("seed", range(20, 32))
def test_every_figure_is_the_engines(seed: int) -> None:
    hub = random_hub(seed, agencies=5, lines=6, desks=12)
    asking = seen(hub, ROUND)
    year = asking.seen
    for agency in hub.agencies:
        pack = pack_of(asking, agency, copy=1, made=MADE)
        charged = Counter[tuple[str, LineKind]]()
        for line in year.lines.get(agency, ()):
            charged[line.source, line.kind] += line.pence
        for licence in pack.licences:
            source = parse_line_key(licence.asked.key).id
            assert licence.gross == charged.pop((source, LineKind.LICENCE), 0)
            assert licence.award == -charged.pop((source, LineKind.CONCESSION), 0)
            assert licence.gross - licence.award == licence.net
        for share in pack.shares:
            source = parse_line_key(share.asked.key).id
            kinds = (LineKind.SHARED, LineKind.FIXED_SHARE)
            assert share.share == sum(charged.pop((source, kind), 0) for kind in kinds)
            assert share.over_cap == -charged.pop((source, LineKind.CAP), 0)
            assert share.award == -charged.pop((source, LineKind.CONCESSION), 0)
            for part, one in zip(share.parts, year.costs[source], strict=True):
                assert part.share == one.split.of(agency)
                assert part.cost == (one.split.cost if agency in one.split.fixed else one.split.rest)
                assert part.part is not None
                assert part.whole is not None
                assert part.part / part.whole == part_of(one, agency, hub)
        assert sum(charged.values()) == sum(one.pence for one in pack.others)


def part_of(one: Apportionment, agency: RecordId, hub: Hub) -> Fraction:
    """By the charging rules: the fixed percentage, or the mean over the days of its part of each."""
    for fixed in hub.fixed_shares_of.get(one.split.line.id, ()):
        if fixed.agency == agency:
            return Fraction(fixed.percent) / 100
    subs = one.split.parts.sub_periods()
    parts = [Fraction(sub.weights.get(agency, 0) * sub.days, sub.total) for sub in subs if sub.total]
    return sum(parts, Fraction(0)) / sum(sub.days for sub in subs)


def test_the_key_is_of_the_round_the_agency_and_the_contents() -> None:
    pack = parkside_pack("CAB")
    key = parse_key(f" {pack.key.upper()}\n")
    assert key is not None
    assert is_genuine(key, ROUND)
    assert (key.round, key.copy) == (ROUND.id, 1)
    assert ROUND.secret not in pack.key


def test_days_of_the_first_pack() -> None:
    pack = parkside_pack("POL")
    assert (pack.as_at, pack.made, pack.compared_with, pack.changes) == (AS_AT, date(2026, 12, 2), "", ())
