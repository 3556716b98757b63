"""An adversary with all packs of one agency in hand, who puts every total shown beside every other."""

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest

from hubdesk.charging.apportionment import Apportionment
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import pounds
from hubdesk.domain.record import Record
from hubdesk.domain.review import Totals
from hubdesk.domain.timeline import Timeline
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.pack import Pack, Reckoned, ShareLine
from hubdesk.workflows.review.contents import RoundSeen, pack_of
from hubdesk.workflows.review.year import YearSeen
from tests.builders import a_hub
from tests.builders.random_hubs import random_hub
from tests.charging.test_totals_shown import null_space, parallel
from tests.workflows.review.made import MADE, ROUND, parkside_pack, parkside_seen, seen

WITHHELD = replace(ROUND, totals=Totals.WITHHELD)
Sums = dict[str, set[frozenset[RecordId]]]
"""By basis: whose figures are summed in a total that was shown."""


@pytest.mark.parametrize("seed", range(40))
def test_nobody_recovers_what_one_or_two_others_have(seed: int) -> None:
    """Six or seven agencies, an earlier round in which things were otherwise, each agency in turn."""
    now = random_hub(seed, agencies=6 + seed % 2, lines=8, desks=12)
    then = otherwise(now, random.Random(seed))
    asking, before = seen(now, WITHHELD), seen(then, replace(WITHHELD, id=RecordId("00000000000000f0")))
    for agency in now.agencies:
        packs = [
            (before, pack_of(before, agency, copy=1, made=MADE)),
            (asking, pack_of(asking, agency, copy=1, made=MADE, earlier=[before])),
        ]
        assert not recovered(agency, now.settings.host, packs)


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
    after = pack_of(asking, agency, copy=1, made=MADE, earlier=[before])
    assert (shows(alone), shows(after)) == ({"C01"}, set())


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


def recovered(
    agency: RecordId, host: RecordId, packs: list[tuple[RoundSeen, Pack]]
) -> list[tuple[RecordId, ...]]:
    """Whom the totals of `packs` tell of alone, or two by two: the adversary knows who shares in what."""
    told: Sums = defaultdict(set)
    for asking, pack in packs:
        for share in pack.shares:
            for basis, whom in totals_in(share, asking.seen, agency):
                told[basis].add(whom - {agency, host})
    found: list[tuple[RecordId, ...]] = []
    for sums in told.values():
        names = sorted(frozenset().union(*sums))
        rows = null_space(
            [[int(name in total) for name in names] for total in sorted(sums, key=sorted)], len(names)
        )
        found += [(name,) for name, row in zip(names, rows, strict=True) if not any(row)]
        found += [
            (names[one], names[other])
            for one, other in combinations(range(len(names)), 2)
            if parallel(rows[one], rows[other])
        ]
    return found


def totals_in(
    share: ShareLine, seen: YearSeen, agency: RecordId
) -> Iterator[tuple[str, frozenset[RecordId]]]:
    """Whose figures are summed in each total that `share` shows, by basis."""
    line = next(one for one in seen.reckoning.shared_lines if one.code == share.code)
    if share.parts[0].cost is None:
        assert all(part.whole is None and not part.odd for part in share.parts)
        return
    costs = seen.costs[line.id]
    if any(agency in one.split.fixed for one in costs):
        basis, whose = f"cost {line.code}", [paying(one) for one in costs]
    else:
        basis = line.driver if line.basis is Basis.DRIVER else line.basis.value
        whose = [frozenset(sub.weights) for one in costs for sub in one.split.parts.sub_periods()]
    of_the_year = len(share.parts) == 1 and (share.parts[0].unit == "%" or len(costs) > 1)
    for whom in [frozenset().union(*whose)] if of_the_year else whose:
        yield basis, whom


def paying(one: Apportionment) -> frozenset[RecordId]:
    return frozenset(who for who in one.split.sharing if one.split.of(who) or one.split.parts.of.get(who))


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
