"""The costs of a year as rows and sums, against the engine, with their whys."""

from datetime import date
from fractions import Fraction

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.workings.tree import Step, follow
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, Period
from hubdesk.workflows.costs.charged import CostsCharged, NotCharged, costs_charged
from hubdesk.workflows.costs.reckoned import reckoned
from hubdesk.workflows.costs.rows import cost_year
from hubdesk.workflows.costs.shares import year_shares
from hubdesk.workflows.costs.workings import FIGURES, CostWorkings
from tests.builders import a_hub
from tests.builders.parkside import parkside
from tests.builders.random_hubs import random_hub


def charged(hub: Hub, starts_in: int = 2026) -> CostsCharged:
    found = costs_charged(hub, starts_in)
    assert isinstance(found, CostsCharged), found
    return found


def two_years() -> Hub:
    """Reception is shared by visitors, of which the police had 31 of 100 last year and 40 now."""
    hub = a_hub().agency("POL").agency("DWP").licence("L1", "HBC", 6).licence("L2", "POL", 4)
    hub.cost_line("C10", 900, "visitors", "2025-26", actual=930)
    hub.cost_line("C10", 1000, "visitors", actual="1040.50")
    hub.cost_line("C11", 500, "equal")
    hub.driver("visitors", "POL", {"2025-04-01": 31, "2026-04-01": 40})
    hub.driver("visitors", "DWP", {"2025-04-01": 10, "2026-04-01": 13})
    return hub.driver("visitors", "HBC", {"2025-04-01": 59, "2026-04-01": 47}).build()


def test_a_row_has_its_variance_and_last_years_figures_beside_it() -> None:
    year = cost_year(two_years(), 2026)
    reception, other = year.rows
    assert (reception.variance, reception.expected) == (4050, 104050)
    assert (reception.budget_before, reception.actual_before) == (90000, 93000)
    assert (other.variance, other.expected, other.budget_before) == (None, 50000, None)


def test_sums_are_by_class_and_overall() -> None:
    year = cost_year(parkside(), 2026)
    assert year.whole.budget == 62500000
    assert sum(one.budget for one in year.classes) == year.whole.budget
    assert sum(one.variance for one in year.classes) == year.whole.variance
    assert sum(one.lines for one in year.classes) == len(year.rows) == year.whole.lines
    assert {one.name for one in year.classes} >= {"Energy", "Services", "Administration"}


def test_a_share_that_moved_by_more_than_three_points_is_told() -> None:
    hub = two_years()
    row = cost_year(hub, 2026, charged(hub)).rows[0]
    assert [one.points for one in row.moved] == [-12, 9]
    assert "POL has 40.00 %, last year 31.00 %: 9.00 points more" in row.moved_words
    assert "DWP" not in row.moved_words  # By three points, and not by more.


def test_participants_fixed_shares_and_caps_are_in_words() -> None:
    rows = {row.line.code: row for row in cost_year(parkside(), 2026).rows}
    assert rows["C18"].participants == "CAB, DWP, MBC, REG"
    assert rows["C11"].fixed == "DWP 90 %"
    assert rows["C13"].caps == "CAB £350.00"


def test_a_hub_with_errors_is_not_charged_and_says_why() -> None:
    hub = a_hub().without_rate().licence("L1", "HBC", 3).cost_line("C1", 10).build()
    found = costs_charged(hub, 2026)
    assert isinstance(found, NotCharged)
    assert found.problems
    assert [row.charged for row in cost_year(hub, 2026).rows] == [None]


def engine(hub: Hub, starts_in: int) -> tuple[dict[RecordId, Pence], dict[RecordId, Pence]]:
    """What the lines of the whole year's recharge come to, for the host and for all others, by source."""
    reckoning = reckoned(hub, starts_in, ())
    run = draft(reckoning.facts, Period(reckoning.facts.year, Billing.YEAR, 1), Amounts.BUDGET, ())
    host: dict[RecordId, Pence] = {}
    others: dict[RecordId, Pence] = {}
    for line in run.own:
        sums = host if line.agency == hub.settings.host else others
        sums[line.source] = sums.get(line.source, 0) + line.pence
    return host, others


@pytest.mark.parametrize("seed", range(8))
def test_who_bears_a_cost_is_what_the_engine_charges(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    host, others = engine(hub, 2026)
    for line, one in charged(hub).lines.items():
        assert one.to_others == others.get(line, 0)
        assert one.by_host == host.get(line, 0)
        assert one.cost == hub.cost_lines[line].budget


@pytest.mark.parametrize("seed", range(8))
def test_the_parts_of_a_cost_are_the_whole_and_give_its_shares_to_within_the_rounding(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    reckoning = reckoned(hub, 2026, ())
    periods = reckoning.facts.year.periods(reckoning.facts.billing)
    for line in reckoning.shared_lines:
        shares = year_shares(reckoning, line)
        assert shares is not None
        assert sum(shares.of.values()) == shares.over
        splits = [split for one in periods if (split := reckoning.split(line, one))]
        for sharer in shares.of:
            if sharer.bears.name == "ITSELF":
                charged_in_all = sum(split.of(sharer.agency) for split in splits)
                # Each period's cost is rounded to the penny, and each share by at most one more; a
                # fixed share leaves a rest that is rounded once more.
                assert abs(charged_in_all - shares.part(sharer) * line.budget) < 3 * len(splits)


@pytest.mark.parametrize("seed", range(4))
def test_every_why_adds_up_to_its_figure(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    workings = CostWorkings(hub, 2026)
    for row in cost_year(hub, 2026, charged(hub)).rows:
        for figure in FIGURES:
            tree = workings.of(row.id, figure)
            shown = getattr(row, figure, None) if hasattr(row, figure) else getattr(row.line, figure)
            if figure == "to_others" and row.charged is None:
                assert tree is None or not tree.of
                continue
            assert (None if tree is None else tree.value) == (None if shown is None else Fraction(shown))
            for one in tree.walk() if tree else ():
                if one.step is not Step.FACT:
                    assert follow(one.step, [below.value for below in one.of]) == one.value


def test_a_sum_has_a_why_of_its_lines() -> None:
    hub = parkside()
    year = cost_year(hub, 2026, charged(hub))
    workings = CostWorkings(hub, 2026)
    for figure in ("budget", "variance", "to_others"):
        tree = workings.of_all((row.id for row in year.rows), figure, "all costs of 2026-27")
        assert tree.value == getattr(year.whole, figure)
    assert {id_ for one in tree.walk() for id_ in one.records} >= {
        row.id for row in year.rows if row.charged and row.charged.to_others
    }


def test_a_year_without_lines_has_no_rows() -> None:
    hub = a_hub().build()
    assert cost_year(hub, 2026).rows == ()
    assert charged(hub).lines == {}
    assert hub.charging_year(2026).first == date(2026, 4, 1)
