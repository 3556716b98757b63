"""Where totals are withheld, nobody learns what one or two others have: an adversary tries, by its packs."""

import random
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import pounds
from hubdesk.domain.record import Record
from hubdesk.domain.review import Totals
from hubdesk.domain.timeline import Timeline
from hubdesk.editing.roll_forward import roll_forward
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.pack import Pack, Reckoned
from hubdesk.workflows.review.contents import RoundSeen, pack_of
from hubdesk.workflows.review.year import YearSeen
from tests.builders import a_hub
from tests.builders.random_hubs import random_hub
from tests.workflows.review.adversary import leaks, packs_sent
from tests.workflows.review.made import MADE, ROUND, parkside_pack, parkside_seen, seen

WITHHELD = replace(ROUND, totals=Totals.WITHHELD)


@pytest.mark.parametrize("seed", range(30))
def test_nobody_recovers_what_one_or_two_others_have(seed: int) -> None:
    """Each agency in turn, of six or seven: three rounds in which much is otherwise, sent in any order."""
    rng = random.Random(seed)
    now = random_hub(seed, agencies=6 + seed % 2, lines=8, desks=12, year=2026)
    rounds = [
        withheld(without_some(otherwise(now, rng), rng), 2026),
        withheld(now, 2026),
        withheld(without_some(a_year_later(now), rng), 2027),
    ]
    if seed % 5 == 0:
        rounds[0] = rounds[0]._replace(round=replace(rounds[0].round, totals=Totals.OPEN))
    for agency in now.agencies:
        rng.shuffle(rounds)
        assert not leaks(agency, now.settings.host, packs_sent(rounds, agency))


def partners_of(*codes: str, among: str = "ABCDEF") -> Hub:
    """A hub in which the host and the agencies of those codes have licences, and share a cost by them."""
    hub = a_hub().cost_line("C01", 4000)
    for code in among:
        hub.agency(code)
    for code in ("HBC", *codes):
        hub.licence(f"L-{code}", code, 4)
    return hub.build()


@pytest.mark.parametrize("totals", Totals)
def test_what_a_round_of_before_showed_is_reckoned_with(totals: Totals) -> None:
    """Whoever knows the total with five is not shown the one with six: it would tell of the sixth."""
    before = seen(partners_of(*"ABCDE"), replace(ROUND, totals=totals))
    asking = seen(partners_of(*"ABCDEF"), WITHHELD)
    agency = asking.seen.hub.agency_codes["A"].id
    alone = pack_of(asking, agency, copy=1, made=MADE)
    _, after = packs_sent([before, asking], agency)
    assert (shows(alone), shows(after.pack)) == ({"C01"}, set())


def test_totals_with_enough_others_behind_are_shown() -> None:
    packs = {code: parkside_pack(code, Totals.WITHHELD) for code in parkside_seen().seen.hub.agency_codes}
    assert {"C10", "C12", "C13", "C17"} <= set.intersection(
        *(shows(packs[code]) for code in ("CAB", "POL", "DWP"))
    )
    everything = parkside_pack("CAB")
    assert shows(everything) == {one.code for one in everything.shares}


@pytest.mark.parametrize("partners", ["A", "AB", "ABC"])
def test_of_up_to_three_partners_nothing_is_shown(partners: str) -> None:
    asking = seen(partners_of(*partners), WITHHELD)
    hub = asking.seen.hub
    for code in partners:
        agency = hub.agency_codes[code].id
        pack = pack_of(asking, agency, copy=1, made=MADE)
        assert not shows(pack)
        [share] = pack.shares
        [part] = share.parts
        # Its own four desks all year, its own share, and nothing by which to tell the whole.
        assert (part.period, part.part, part.whole, part.odd) == ("2026-27", Fraction(4 * 365), None, 0)
        assert part.share == share.net == share_of(asking.seen, agency)
        assert set(figures(pack)) == {pounds(share.share)}
        assert pack.estimate is not None
        assert pack.estimate.rows[-1].pence == share.net


def test_a_fixed_share_whose_total_is_withheld_does_not_say_how_much_of_it_it_is() -> None:
    hub = a_hub().cost_line("C01", 4000).agency("A").agency("B").fixed_share("C01", "A", "62.5").build()
    asking = seen(hub, WITHHELD)
    pack = pack_of(asking, hub.agency_codes["A"].id, copy=1, made=MADE)
    assert pack.shares[0].parts[0].part is None
    assert b"62.5" not in pack_file.written(pack)
    assert b"5/8" not in pack_file.written(pack)


def test_the_part_of_a_years_total_does_not_hold_those_of_its_periods() -> None:
    """The exact part would have the product of all totals in its denominator."""
    for share in parkside_pack("CAB", Totals.WITHHELD).shares:
        for part in share.parts:
            if part.unit == "%":
                assert part.part is not None
                assert part.cost is not None
                assert 10**7 % part.part.denominator == 0
                assert int(part.cost * part.part / 100) + part.odd == part.share


def share_of(seen: YearSeen, agency: RecordId) -> int:
    return sum(one.split.of(agency) for costs in seen.costs.values() for one in costs)


def shows(pack: Pack) -> set[str]:
    """The codes of the costs of which a total is shown."""
    return {one.code for one in pack.shares if any(part.cost is not None for part in one.parts)}


def figures(pack: Pack) -> Iterator[str]:
    """Every figure in the workings of its shares."""

    def walk(one: Reckoned) -> Iterator[str]:
        yield one.figure
        for below in one.of:
            yield from walk(below)

    for key, told in pack.workings:
        if key.startswith("share:"):
            yield from walk(told)


def otherwise(hub: Hub, rng: random.Random) -> Hub:
    """The hub with somebody's licences at no desks and somebody's figures at nothing."""
    gone = set(rng.sample(sorted(hub.agencies), 2))

    def before(record: Record) -> Record:
        match record:
            case Licence() if record.agency in gone:
                return replace(record, desks=Timeline())
            case DriverFigure() if record.agency in gone:
                return replace(record, figures=Timeline())
            case _:
                return record

    return Hub.of(map(before, hub.records()))


def without_some(hub: Hub, rng: random.Random) -> Hub:
    """The hub without half of its fixed shares and concessions."""
    optional = (FixedShare, Concession)
    return Hub.of(one for one in hub.records() if not isinstance(one, optional) or rng.randrange(2))


def a_year_later(hub: Hub) -> Hub:
    """The hub with the costs of 2026-27 rolled forward: other records of the same codes."""
    costs = (one for one in hub.records() if not isinstance(one, CostLine) or one.year == 2026)
    without = Hub.of(costs)
    return without.applying(roll_forward(without, 2027))


def withheld(hub: Hub, year: int) -> RoundSeen:
    """A round of that charging year, from its first day."""
    return seen(hub, replace(WITHHELD, as_at=hub.charging_year(year).first))
