"""How long charges take to work out, and how that grows."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import facts_of
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear, Period
from tests.benchmarks.hubs import charged_hub
from tests.benchmarks.measuring import CPU, Bench, Goal, Measurement, side_by_side
from tests.builders.parkside import parkside

_DIVISIONS = "one division to each of its lines"


def parkside_quarters(bench: Bench) -> Iterator[Measurement]:
    """A real building's quarter: fast enough to follow a slider. The last one looks at the year so far."""
    hub = parkside()
    for period in (_quarters(hub)[0], _quarters(hub)[3]):
        seconds, divisions = side_by_side(
            (_working_out(hub, period), _divisions(_worked_out(hub, period))), CPU, bench.times * 3
        )
        yield Measurement(
            f"Parkside, quarter {period.number} worked out",
            seconds,
            _DIVISIONS,
            divisions,
            seconds_goal=Goal.of_seconds(0.020),
        )


def large_year(bench: Bench) -> Iterator[Measurement]:
    """A year of a hub that is larger than any."""
    hub = charged_hub(bench.agencies, bench.lines, bench.changes)
    quarters = _quarters(hub)
    what = f"{bench.agencies} agencies × {bench.lines} lines × 4 quarters, {bench.changes:,} dated changes"
    proved, read, divisions = side_by_side(
        (
            working_out_a_year(hub),
            lambda: _agencies_totals(_worked_out(hub, *quarters)),
            _divisions(_worked_out(hub, *quarters)),
        ),
        CPU,
        bench.times,
    )
    goal = Goal.of_seconds(1)
    yield Measurement(f"{what}: worked out and proved", proved, _DIVISIONS, divisions, seconds_goal=goal)
    yield Measurement(f"{what}: and every line read", read, _DIVISIONS, divisions, seconds_goal=goal)


def growth(bench: Bench) -> Iterator[Measurement]:
    """Whether four times as much takes four times as long."""
    agencies, lines, changes = bench.agencies // 2, bench.lines // 2, bench.changes
    yield from _growth(bench, "line", [charged_hub(agencies, lines * by // 2, changes) for by in (1, 2, 4)])
    yield from _growth(bench, "agency", [charged_hub(agencies * by // 2, lines, changes) for by in (1, 2, 4)])


def _growth(bench: Bench, each: str, hubs: list[Hub]) -> Iterator[Measurement]:
    runs = tuple(working_out_a_year(hub) for hub in hubs)
    once, twice, fourfold = side_by_side(runs, CPU, bench.times)
    counted = len(hubs[0].cost_lines) if each == "line" else len(hubs[0].agencies)
    words = {"line": "lines", "agency": "agencies"}[each]
    for by, seconds in ((2, twice), (4, fourfold)):
        yield Measurement(
            f"time per {each}, {counted * by} {words}",
            seconds / (counted * by),
            f"the same with {counted} {words}",
            once / counted,
            ratio_goal=Goal.of_ratio(1.25),
        )


def working_out_a_year(hub: Hub) -> Callable[[], list[Recharge]]:
    """All quarters of 2026-27, from nothing but `hub`."""
    return _working_out(hub, *_quarters(hub))


def _quarters(hub: Hub) -> tuple[Period, ...]:
    return _year(hub).periods(hub.settings.billing)


def _year(hub: Hub) -> ChargingYear:
    return hub.charging_year(2026)


def _worked_out(hub: Hub, *periods: Period) -> list[Recharge]:
    """Each of `periods`, from nothing but the hub."""
    reckoning = Reckoning(facts_of(hub, _year(hub), hub.settings.billing), Amounts.BUDGET)
    return [recharge_of(reckoning, period) for period in periods]


def _working_out(hub: Hub, *periods: Period) -> Callable[[], list[Recharge]]:
    return lambda: _worked_out(hub, *periods)


def _agencies_totals(recharges: list[Recharge]) -> dict[RecordId, Pence]:
    """What each agency is charged in all, line by line."""
    totals: defaultdict[RecordId, Pence] = defaultdict(int)
    for recharge in recharges:
        for charge in recharge.charges:
            for line in charge.lines():
                totals[line.agency] += line.pence + line.vat_pence
    return totals


def _divisions(recharges: list[Recharge]) -> Callable[[], list[tuple[int, int]]]:
    """The least that rounding can take: the plain interpreter's `divmod`, once for each line."""
    pence = [line.pence for recharge in recharges for line in recharge.lines]
    return lambda: [divmod(one * 91, 7_919) for one in pence]
