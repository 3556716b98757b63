"""Workings: every line of random hubs followed from its total to the facts."""

import random

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.frozen import freeze, thaw
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings
from hubdesk.domain.hub import Hub
from tests.builders import a_hub
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub
from tests.charging.following import assert_follows, without_a_record


def draft_of(hub: Hub, number: int, issued: list[Run], amounts: Amounts = Amounts.BUDGET) -> Run:
    year = hub.charging_year(min((line.year for line in hub.cost_lines.values()), default=2026))
    period = year.periods(hub.settings.billing)[number]
    return draft(facts_of(hub, year, hub.settings.billing), period, amounts, issued)


@pytest.mark.parametrize("seed", range(25))
def test_the_workings_of_every_line_add_up_to_the_line(seed: int) -> None:
    run = draft_of(random_hub(seed), -1, [])
    assert run.lines
    workings = RunWorkings(run)
    for line in run.lines:
        working = workings.of(line)
        assert working.value == line.pence
        assert_follows(working)
        assert list(without_a_record(working, run.facts.hub)) == []


def test_the_workings_of_an_adjustment_name_what_was_issued_and_what_it_should_have_been() -> None:
    before = a_hub().licence("L01", "HBC", 10).build()
    after = a_hub().licence("L01", "HBC", {"2026-04-01": 10, "2026-05-16": 12}).build()
    first = draft_of(before, 0, [])
    issued = [thaw(freeze(first, sequence=1, previous="", at="2026-07-01T09:00:00", by="Fin"))]
    second = draft_of(after, 1, issued)
    (adjustment,) = second.adjustments
    working = RunWorkings(second).of(adjustment.line)
    assert working.value == adjustment.line.pence == 75617
    assert [one.value for one in working.of] == [747945 + 75617, 747945]
    assert_follows(working)
    assert adjustment.reasons == ("licence L01: 10 → 12 desks from 16 May 2026",)


def test_the_odd_penny_says_why_it_is_there() -> None:
    hub = a_hub().agency("A").agency("B").agency("C")
    for code in "ABC":
        hub.licence(f"L{code}", code, 1)
    run = draft_of(hub.cost_line("C01", "4.00", "equal").build(), 0, [])
    odd = {
        run.agency(line.agency).code: RunWorkings(run).of(line).of[-1].what
        for line in run.lines
        if line.kind.value == "shared"
    }
    assert odd["A"].startswith(
        "an odd penny: 1 penny is left over, and its fraction of a penny is number 1 by size"
    )
    assert odd["B"].startswith("no odd penny: 1 penny is left over")


@pytest.mark.parametrize("seed", range(12))
def test_the_workings_of_random_adjustments_add_up(seed: int) -> None:
    hub, rng = random_hub(seed), random.Random(seed)
    issued = [thaw(freeze(draft_of(hub, 0, []), sequence=1, previous="", at="2026-07-01", by="Fin"))]
    for _ in range(6):
        hub = hub.applying(random_change(hub, rng))
    if hub.settings.billing.per_year == 1:
        return
    run = draft_of(hub, 1, issued)
    for line in run.lines:
        working = RunWorkings(run).of(line)
        assert working.value == line.pence
        assert_follows(working)


@pytest.mark.parametrize("seed", range(25))
def test_every_line_of_a_random_hub_has_its_reason_in_a_sentence(seed: int) -> None:
    run = draft_of(random_hub(seed), -1, [])
    workings = RunWorkings(run)
    assert all(workings.sentence(line) for line in run.lines)


def test_a_sentence_names_the_figures_that_people_know() -> None:
    hub = a_hub().agency("CAB", "voluntary").standing("voluntary", 40).licence("L01", "CAB", 4)
    hub.licence("L02", "HBC", {"2026-04-01": 6, "2026-05-16": 8}).cost_line("C01", 1000, "FTE", vat="E")
    hub.driver("FTE", "CAB", "2.5").driver("FTE", "HBC", "7.5")
    run = draft_of(hub.build(), 0, [])
    workings = RunWorkings(run)
    said = {
        (run.agency(line.agency).code, line.kind.value, run.source_code(line.source)): workings.sentence(line)
        for line in run.lines
    }
    assert said["HBC", "licence", "L02"] == (
        "6 desks × £3,000.00 × 45 of 365 days + 8 desks × £3,000.00 × 46 of 365 days"
    )
    assert said["CAB", "concession", "L01"] == "40 % off, paid for by the host, on 4 desks for 91 days"
    assert said["CAB", "shared", "C01"] == "£249.32 × 2.50 of 10 (FTE)"
