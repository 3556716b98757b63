"""Runs: adjustments, year end, freezing and verifying (charging rules, sections 6 and 7)."""

import json
import random
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import facts_from_plain, facts_of, facts_to_plain
from hubdesk.charging.frozen import freeze
from hubdesk.charging.ledger import invoice_lines
from hubdesk.charging.lines import Line, LineKey, LineKind
from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import Closing, parse_run_name
from hubdesk.charging.verify import verify
from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import BadPeriodName, Billing, ChargingYear, Period, YearStart
from hubdesk.domain.plain import canonical
from hubdesk.domain.run import IssuedRun, digest
from tests.builders import a_hub
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub
from tests.charging.ledger_of_runs import LedgerOfRuns

YEAR = ChargingYear(2026)
Q1, Q2, Q3, Q4 = YEAR.periods(Billing.QUARTER)


def sums(lines: Iterable[Line]) -> dict[LineKey, tuple[int, int]]:
    """Pence and VAT by what lines are about, whatever the period."""
    found: defaultdict[LineKey, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for line in lines:
        pence, vat = found[line.adjusted_key]
        found[line.adjusted_key] = pence + line.pence, vat + line.vat_pence
    return {key: amounts for key, amounts in found.items() if amounts != (0, 0)}


def a_year_of(seed: int) -> tuple[Hub, ChargingYear]:
    hub = random_hub(seed)
    return hub, hub.charging_year(min(line.year for line in hub.cost_lines.values()))


@pytest.mark.parametrize("seed", range(24))
def test_after_any_changes_what_was_issued_is_what_todays_facts_give(seed: int) -> None:
    hub, year = a_year_of(seed)
    rng, ledger = random.Random(seed), LedgerOfRuns()
    for period in year.periods(hub.settings.billing):
        ledger.issue(hub, period)
        for _ in range(3):
            hub = _charged_change(hub, rng)
    ledger.issue(hub, Closing(year), Amounts.ACTUAL)
    reckoning = Reckoning(facts_of(hub, year, hub.settings.billing), Amounts.ACTUAL)
    again = [recharge_of(reckoning, period) for period in year.periods(hub.settings.billing)]
    issued = sums(line for run in ledger.issued for line in run.lines)
    assert issued == sums(line for one in again for line in one.lines)
    assert verify(ledger.kept) == ()


def _charged_change(hub: Hub, rng: random.Random) -> Hub:
    """A random change that leaves how the year is cut alone, as an issued year demands."""
    while True:
        after = hub.applying(random_change(hub, rng))
        cut = [(one.settings.year_start, one.settings.billing) for one in (hub, after)]
        if cut[0] == cut[1]:
            return after


@pytest.mark.parametrize("seed", range(20))
def test_four_periods_are_exactly_the_year(seed: int) -> None:
    hub, year = a_year_of(seed)
    whole = [
        recharge_of(Reckoning(facts_of(hub, year, billing), Amounts.ACTUAL), period)
        for billing in Billing
        for period in year.periods(billing)
    ]
    licences: defaultdict[tuple[str, Billing], list[int]] = defaultdict(lambda: [0, 0])
    costs: defaultdict[tuple[str, Billing], int] = defaultdict(int)
    for one in whole:
        for charge in one.licences:
            licences[charge.licence.code, one.period.billing][0] += charge.gross
            licences[charge.licence.code, one.period.billing][1] += charge.award.pence
        for apportionment in one.apportionments:
            costs[apportionment.split.line.code, one.period.billing] += apportionment.split.cost
    for table in (licences, costs):
        assert table
        for code, billing in table:
            assert table[code, billing] == table[code, Billing.YEAR]
    amounts = {line.code: Amounts.ACTUAL.of(line) for line in hub.cost_lines_of[year.starts_in]}
    for (code, _), cost in costs.items():
        assert cost == amounts[code]


@pytest.mark.parametrize("seed", range(15))
def test_the_sum_of_all_charges_is_the_shared_costs_and_the_gross_licences(seed: int) -> None:
    hub, year = a_year_of(seed)
    reckoning = Reckoning(facts_of(hub, year, hub.settings.billing), Amounts.ACTUAL)
    recharges = [recharge_of(reckoning, period) for period in year.periods(hub.settings.billing)]
    charged = sum(line.pence for one in recharges for line in one.lines)
    gross = sum(charge.gross for one in recharges for charge in one.licences)
    shared = sum(Amounts.ACTUAL.of(line) for line in reckoning.shared_lines)
    assert charged == gross + shared


@pytest.mark.parametrize("seed", range(20))
def test_facts_survive_being_written_as_text(seed: int) -> None:
    hub, year = a_year_of(seed)
    facts = facts_of(hub, year, hub.settings.billing)
    assert facts_from_plain(facts_to_plain(facts)) == facts


def two_quarters() -> LedgerOfRuns:
    hub = a_hub().agency("DWP").licence("L01", "DWP", 10).cost_line("C01", 1000, vacant="shared").build()
    ledger = LedgerOfRuns()
    ledger.issue(hub, Q1)
    ledger.issue(hub, Q2)
    return ledger


def test_an_issued_run_reads_back_as_it_was_issued() -> None:
    hub = a_hub().agency("DWP").licence("L01", "DWP", 10).build()
    ledger = LedgerOfRuns()
    draft = ledger.draft(hub, Q1)
    issued = ledger.issue(hub, Q1)
    assert issued.lines == draft.lines
    assert issued.issue is not None
    assert (issued.issue.sequence, issued.issue.by, issued.issue.previous) == (1, "Fin Officer", "")
    assert issued.recharge == draft.recharge


def test_a_renamed_code_alone_adjusts_nothing() -> None:
    ledger = LedgerOfRuns()
    before = a_hub().agency("DWP").licence("L01", "DWP", 10).build()
    ledger.issue(before, Q1)
    after = a_hub().agency("JCP").licence("L99", "JCP", 10).build()
    assert ledger.draft(after, Q2).adjustments == ()


def test_a_licence_that_was_never_to_be_is_credited_whole_under_its_old_name() -> None:
    ledger = LedgerOfRuns()
    with_it = a_hub().agency("DWP").licence("L01", "DWP", 10)
    ledger.issue(with_it.build(), Q1)
    run = ledger.issue(a_hub().agency("DWP").build(), Q2)
    (adjustment,) = run.adjustments
    assert adjustment.line.pence == -747945
    assert run.source_code(adjustment.line.source) == "L01"
    assert adjustment.reasons[0] == "licence L01: 10 → 0 desks from 1 April 2026"


def test_vat_of_an_adjustment_is_the_reworked_vat_less_the_vat_so_far() -> None:
    def with_code(code: str) -> Hub:
        hub = a_hub().agency("DWP").vat_code("S", {"2011-01-04": 20})
        return hub.licence("L01", "DWP", 10, vat=code).build()

    ledger = LedgerOfRuns()
    ledger.issue(with_code("E"), Q1)
    (adjustment,) = ledger.draft(with_code("S"), Q2).adjustments
    line = adjustment.line
    assert (line.pence, line.vat_code, line.vat_pence) == (0, "S", 149589)
    assert (line.of, line.of_kind) == ("2026-27-Q1", LineKind.LICENCE)


def test_the_year_end_balances_budgets_to_actuals() -> None:
    def with_actual(actual: int | None) -> Hub:
        hub = a_hub().agency("DWP").licence("L01", "DWP", 10)
        return hub.cost_line("C01", 1000, vacant="shared", actual=actual).build()

    ledger = LedgerOfRuns()
    for period in (Q1, Q2, Q3, Q4):
        ledger.issue(with_actual(None), period)
    close = ledger.issue(with_actual(1100), Closing(YEAR), Amounts.ACTUAL)
    assert close.own == ()
    assert sum(line.pence for line in close.lines) == 10000
    assert close.adjustments[0].reasons == ("cost line C01: £1,000.00 → actual £1,100.00",)
    again = ledger.issue(with_actual(1090), Closing(YEAR, 2), Amounts.ACTUAL)
    assert sum(line.pence for line in again.lines) == -1000
    assert verify(ledger.kept) == ()


def test_a_whole_year_of_a_hub_billed_by_quarter_is_the_sum_of_its_periods() -> None:
    hub = a_hub().agency("DWP").licence("L01", "DWP", 10).cost_line("C01", 1000).build()
    ledger = LedgerOfRuns()
    year = ledger.draft(hub, Period(YEAR, Billing.YEAR, 1))
    quarters = [ledger.draft(hub, period) for period in (Q1, Q2, Q3, Q4)]
    assert year.summed
    assert sums(year.lines) == sums(line for run in quarters for line in run.lines)


def conceded_late() -> LedgerOfRuns:
    """A second quarter that adjusts the first: another rate and another concession since."""
    hub = a_hub().agency("CAB", "voluntary").licence("L01", "CAB", 10)
    ledger = LedgerOfRuns()
    ledger.issue(hub.standing("voluntary", 40).build(), Q1)
    after = a_hub().agency("CAB", "voluntary").licence("L01", "CAB", 10).rate("2026-04-01", 3100)
    ledger.issue(after.standing("voluntary", 50).build(), Q2)
    return ledger


def test_a_concession_is_no_reason_for_another_gross_charge() -> None:
    run = conceded_late().issued[1]
    reasons = {one.line.of_kind: one.reasons for one in run.adjustments}
    of_rate = "desk rate: £3,000.00 → £3,100.00 from 1 April 2026"
    assert reasons[LineKind.LICENCE] == (of_rate,)
    of_concession = "concession of the voluntary sector: 40 % → 50 %"
    assert reasons[LineKind.CONCESSION] == reasons[LineKind.CONCESSION_FUNDED] == (of_rate, of_concession)


def with_reasons(ledger: LedgerOfRuns, *reasons: str) -> IssuedRun:
    """The last run of `ledger` as a version would have issued it that gave `reasons` for every adjustment."""
    kept, run = ledger.kept[-1], ledger.issued[-1]
    assert run.issue is not None
    told = tuple(replace(one, reasons=reasons) for one in run.adjustments)
    return freeze(
        replace(run, adjustments=told),
        sequence=kept.sequence,
        previous=run.issue.previous,
        at=run.issue.at,
        by=run.issue.by,
    )


def test_a_run_that_gave_every_change_as_a_reason_is_still_the_same() -> None:
    ledger = conceded_late()
    every = max((one.reasons for one in ledger.issued[1].adjustments), key=len)
    assert len(every) == 2
    assert verify([ledger.kept[0], with_reasons(ledger, *every)]) == ()


def test_a_reason_that_tells_of_no_change_is_found() -> None:
    ledger = conceded_late()
    (problem,) = verify([ledger.kept[0], with_reasons(ledger, "desk rate: £3,000.00 → £2,900.00")])
    assert (problem.code, problem.where) == ("run-differs", "run 2026-27-Q2")


def test_one_changed_byte_of_an_issued_run_is_found_and_named() -> None:
    ledger = two_quarters()
    first, second = ledger.kept
    spoilt = replace(first, body=first.body.replace("747945", "747946", 1))
    (problem,) = [one for one in verify([spoilt, second]) if one.code == "run-altered"]
    assert problem.where == "run 2026-27-Q1"


def test_a_forged_run_with_a_fresh_hash_breaks_the_chain_and_does_not_repeat() -> None:
    ledger = two_quarters()
    first, second = ledger.kept
    body = first.body.replace("747945", "747946")
    forged = IssuedRun(1, first.name, body, digest(body))
    codes = {(one.where, one.code) for one in verify([forged, second])}
    assert ("run 2026-27-Q1", "run-differs") in codes
    assert ("run 2026-27-Q2", "chain-broken") in codes


@settings(max_examples=150, deadline=None)
@given(
    seed=st.integers(0, 5),
    which=st.integers(0, 1),
    place=st.integers(0, 10**6),
    byte=st.sampled_from("0159acfx-"),
    rehashed=st.booleans(),
)
def test_whatever_byte_is_changed_the_run_is_told_and_nothing_breaks(
    seed: int, which: int, place: int, byte: str, *, rehashed: bool
) -> None:
    runs = list(_issued_twice(seed))
    one = runs[which]
    place %= len(one.body)
    body = one.body[:place] + byte + one.body[place + 1 :]
    assume(body != one.body)
    runs[which] = replace(one, body=body, sha256=digest(body) if rehashed else one.sha256)
    told = verify(runs)
    assert rehashed or f"run {one.name}" in {problem.where for problem in told}


@cache
def _issued_twice(seed: int) -> tuple[IssuedRun, ...]:
    """Two runs of a random hub, which changes between them."""
    rng = random.Random(seed)
    hub, year = a_year_of(seed)
    first, second, *_ = year.periods(Billing.QUARTER)
    quarterly = replace(hub.settings, billing=Billing.QUARTER)
    hub = hub.applying(updating("Bill by quarters", (hub.settings, quarterly)))
    ledger = LedgerOfRuns()
    ledger.issue(hub, first)
    for _ in range(12):
        hub = hub.applying(random_change(hub, rng))
    ledger.issue(hub, second)
    return tuple(ledger.kept)


def test_a_missing_run_breaks_the_chain() -> None:
    first, *_ = verify(two_quarters().kept[1:])
    assert first.code == "chain-broken"


@pytest.mark.parametrize(
    "text", ["", "2026-28-Q1", "2026-27-Q5", "2026-27-M1", "2026-27-close-1", "2026-27-shut"]
)
def test_what_names_no_run_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadPeriodName, match=r"such as|is written"):
        parse_run_name(text, YearStart())


@pytest.mark.parametrize("run", [Q1, Period(YEAR, Billing.MONTH, 12), Closing(YEAR), Closing(YEAR, 2)])
def test_a_runs_name_reads_back(run: Period | Closing) -> None:
    assert parse_run_name(run.name, YearStart()) == run


def test_a_run_is_a_value() -> None:
    hub = a_hub().licence("L01", "HBC", 10).build()
    one, other = (LedgerOfRuns().draft(hub, Q1) for _ in range(2))
    assert isinstance(one, Run)
    assert one == other


def test_a_changed_vat_code_is_booked_back_under_the_old_code_and_anew_under_the_new() -> None:
    def with_code(code: str) -> Hub:
        hub = a_hub().agency("DWP").vat_code("S", {"2011-01-04": 20})
        return hub.licence("L01", "DWP", 10, vat=code).build()

    ledger = LedgerOfRuns()
    ledger.issue(with_code("S"), Q1)
    run = ledger.issue(with_code("Z"), Q2)
    booked = [(one.vat_code, one.net, one.vat) for one in invoice_lines(run) if one.of]
    assert booked == [("S", -747945, -149589), ("Z", 747945, 0)]
    assert sum(one.gross for one in invoice_lines(run)) == sum(
        line.pence + line.vat_pence for line in run.lines
    )


@pytest.mark.parametrize(
    "body", ["[]", "7", "{}", "not json", '{"rules":1}', '{"rules":1,"facts":[]}', '{"rules":2}']
)
def test_a_run_that_cannot_be_read_is_told_in_words(body: str) -> None:
    ledger = two_quarters()
    forged = IssuedRun(1, "2026-27-Q1", body, digest(body))
    assert "run-unreadable" in {one.code for one in verify([forged, ledger.kept[1]])}


def test_a_run_robbed_of_a_fact_is_told_in_words() -> None:
    ledger = two_quarters()
    plain = json.loads(ledger.kept[0].body)
    for kind in ("rate", "settings", "agency"):
        kept = [one for one in plain["facts"]["records"] if one["record"] != kind]
        body = canonical({**plain, "facts": {**plain["facts"], "records": kept}})
        codes = {one.code for one in verify([IssuedRun(1, "2026-27-Q1", body, digest(body))])}
        assert codes & {"run-not-repeatable", "run-unreadable"}
