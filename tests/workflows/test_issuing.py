"""The rules of order: what can be drafted, what can be issued, and when."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.run import Run
from hubdesk.charging.verify import verify
from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.ledger import Column, LedgerSettings
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, YearStart
from hubdesk.domain.problem import Problem, Refused
from hubdesk.editing.settings import set_year
from hubdesk.store import Mode, Store, create_store, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.fixed_by_issue import fixed_settings
from hubdesk.workflows.issuing import issue
from hubdesk.workflows.log_check import log_problems
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.run_choices import runs_to_look_at
from hubdesk.workflows.run_problems import next_period, problems_of_hub, problems_of_run
from hubdesk.workflows.standing import standing_of
from tests.builders import HubBuilder, a_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
QUARTERS = ("2026-27-Q1", "2026-27-Q2", "2026-27-Q3", "2026-27-Q4")


def a_year() -> HubBuilder:
    """A host, the police, and £1,000 of cleaning in 2026-27."""
    return (
        a_hub()
        .floor()
        .desks(20)
        .agency("POL")
        .licence("L01", "HBC", 10)
        .licence("L02", "POL", 5)
        .cost_line("C01", 1000)
    )


class Office:
    """A hub in a file, and what a finance officer does with it."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.document = Document(store, clock=lambda: NOW)

    def issue(self, *names: str, amounts: Amounts | None = None) -> Run:
        for name in names:
            run = issue(self.store, name, amounts, at=NOW).run
        return run

    def draft(self, name: str, amounts: Amounts | None = None) -> Run:
        return run_named(standing_of(self.store), name, amounts)

    def desks(self, code: str, desks: int, first: str) -> None:
        """A step of a licence, written to the hub."""
        day = datetime.fromisoformat(first).date()
        licence = self.document.hub.licence_codes[code]
        after = replace(licence, desks=licence.desks.with_step(day, desks))
        self.document.apply(updating(f"{code} has {desks} desks", (licence, after)))

    def actual(self, code: str, pence: Pence) -> None:
        line = self.document.hub.cost_line_codes[code, 2026]
        self.document.apply(updating(f"Actual of {code}", (line, replace(line, actual=pence))))

    def refused(self, name: str, amounts: Amounts | None = None) -> list[str]:
        """The codes of the problems for which issuing is refused."""
        with pytest.raises(Refused) as refusal:
            self.issue(name, amounts=amounts)
        return [one.code for one in refusal.value.problems]


@contextmanager
def office_of(hub: Hub, folder: Path) -> Iterator[Office]:
    with create_store(folder / "hub.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        yield Office(store, folder)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with office_of(a_year().build(), tmp_path) as office:
        yield office


def not_drafted(office: Office, name: str, amounts: Amounts | None = None) -> list[str]:
    with pytest.raises(Refused) as refusal:
        office.draft(name, amounts)
    return [one.code for one in refusal.value.problems]


def found(office: Office, run: Run) -> dict[str, Problem]:
    return {one.code: one for one in problems_of_run(standing_of(office.store), run)}


# Which runs there are


def test_a_month_asked_of_a_hub_billed_by_quarter_is_refused(office: Office) -> None:
    assert not_drafted(office, "2026-27-M01") == ["not-a-billing-period"]


def test_a_whole_year_is_the_sum_of_its_quarters_to_look_at_and_not_to_issue(office: Office) -> None:
    year = office.draft("2026-27")
    quarters = [office.draft(name) for name in QUARTERS]
    assert sum(line.pence for line in year.own) == sum(line.pence for one in quarters for line in one.own)
    assert office.refused("2026-27") == ["year-not-issued"]


def test_a_hub_billed_by_the_year_issues_its_year(tmp_path: Path) -> None:
    with office_of(a_year().billing("year").build(), tmp_path) as office:
        assert office.issue("2026-27").issue is not None


def test_an_issued_period_is_shown_as_it_was_issued(office: Office) -> None:
    issued = office.issue("2026-27-Q1")
    office.desks("L02", 8, "2026-05-01")
    assert set(office.draft("2026-27-Q1").own) == set(issued.own)


def test_a_later_period_can_be_drafted_before_the_earlier_ones_are_issued(office: Office) -> None:
    assert office.draft("2026-27-Q3").issue is None


# In order, and once


def test_a_period_is_issued_once(office: Office) -> None:
    office.issue("2026-27-Q1")
    assert office.refused("2026-27-Q1") == ["already-issued"]


def test_periods_are_issued_in_order(office: Office) -> None:
    office.issue("2026-27-Q1")
    assert office.refused("2026-27-Q3") == ["period-out-of-order"]


def test_a_new_year_waits_until_the_one_begun_is_complete(office: Office) -> None:
    office.issue("2026-27-Q1")
    assert office.refused("2027-28-Q1") == ["year-out-of-order"]
    office.issue(*QUARTERS[1:])
    assert office.issue("2027-28-Q1").issue is not None


def test_a_year_before_the_last_issued_is_past(office: Office) -> None:
    office.issue("2026-27-Q1")
    assert office.refused("2025-26-Q1") == ["year-out-of-order"]


def test_what_comes_late_is_adjusted_in_the_next_run(office: Office) -> None:
    office.issue("2026-27-Q1", "2026-27-Q2")
    office.desks("L02", 8, "2026-05-16")
    run = office.issue("2026-27-Q3")
    assert {one.line.of for one in run.adjustments} == {"2026-27-Q1", "2026-27-Q2"}


def test_runs_are_chained(office: Office) -> None:
    first, second = office.issue("2026-27-Q1"), office.issue("2026-27-Q2")
    assert first.issue is not None
    assert second.issue is not None
    assert (second.issue.sequence, second.issue.previous) == (2, first.issue.sha256)


# The year end


def test_a_year_end_needs_every_period(office: Office) -> None:
    office.issue(*QUARTERS[:3])
    assert not_drafted(office, "2026-27-close") == ["periods-missing"]


def test_a_year_end_balances_with_actuals(office: Office) -> None:
    office.issue(*QUARTERS)
    office.actual("C01", 123457)
    close = office.issue("2026-27-close")
    assert close.own == ()
    assert sum(one.line.pence for one in close.adjustments) == 123457 - 100000


def test_a_year_end_leaves_no_choice_of_amounts(office: Office) -> None:
    office.issue(*QUARTERS)
    close, *periods = sorted(
        runs_to_look_at(standing_of(office.store)), key=lambda one: one.name != "2026-27-close"
    )
    assert (close.name, close.closes) == ("2026-27-close", True)
    assert close.amounts(Amounts.BUDGET) is None
    assert {one.name for one in periods} >= set(QUARTERS)
    assert not any(one.closes for one in periods)
    assert {one.amounts(Amounts.BUDGET) for one in periods} == {Amounts.BUDGET}


def test_a_further_year_end_comes_after_the_first_and_has_something_to_say(office: Office) -> None:
    office.issue(*QUARTERS)
    assert not_drafted(office, "2026-27-close-2") == ["year-end-missing"]
    office.actual("C01", 90000)
    office.issue("2026-27-close")
    assert office.refused("2026-27-close-2") == ["nothing-to-issue"]
    office.actual("C01", 95000)
    assert sum(one.line.pence for one in office.issue("2026-27-close-2").adjustments) == 5000


def test_a_year_can_be_closed_after_the_next_has_begun(office: Office) -> None:
    office.issue(*QUARTERS, "2027-28-Q1")
    assert office.issue("2026-27-close").issue is not None


# Amounts


def test_after_a_run_on_actuals_the_year_stays_on_actuals(office: Office) -> None:
    office.actual("C01", 120000)
    office.issue("2026-27-Q1", amounts=Amounts.ACTUAL)
    assert office.draft("2026-27-Q2").amounts is Amounts.ACTUAL
    assert not_drafted(office, "2026-27-Q2", Amounts.BUDGET) == ["year-on-actuals"]
    assert office.draft("2027-28-Q1").amounts is Amounts.BUDGET


def test_a_blank_actual_is_reported_and_the_budget_stands(office: Office) -> None:
    run = office.draft("2026-27-Q1", Amounts.ACTUAL)
    blank = found(office, run)["actual-blank"]
    assert (blank.pence, blank.where) == (100000, "cost line C01 of 2026-27")
    office.actual("C01", 0)
    assert "actual-blank" not in found(office, office.draft("2026-27-Q1", Amounts.ACTUAL))


# What has to be settled before


def test_a_blank_vat_code_stops_the_issue_and_not_the_draft(tmp_path: Path) -> None:
    hub = a_year().agency("CAB").licence("L03", "CAB", 1, vat="").build()
    with office_of(hub, tmp_path) as office:
        run = office.draft("2026-27-Q1")
        assert found(office, run)["vat-code-blank"].pence == 74795
        assert office.refused("2026-27-Q1") == ["vat-code-blank"]


def test_what_the_run_does_not_charge_does_not_stop_it(tmp_path: Path) -> None:
    hub = a_year().agency("CAB").licence("L03", "CAB", 1, "2026-10-01", vat="").build()
    with office_of(hub, tmp_path) as office:
        office.issue("2026-27-Q1", "2026-27-Q2")
        assert office.refused("2026-27-Q3") == ["vat-code-blank"]


def test_days_that_nobody_shares_are_reported_with_what_the_host_bears(tmp_path: Path) -> None:
    hub = a_year().cost_line("C02", 365, "footfall").driver("footfall", "POL", {"2026-05-01": 3}).build()
    with office_of(hub, tmp_path) as office:
        assert found(office, office.draft("2026-27-Q1"))["cost-line-unshared"].pence == 3000


def test_more_desks_licensed_than_in_service_cost_their_rate(tmp_path: Path) -> None:
    hub = a_year().licence("L03", "POL", 8).build()
    with office_of(hub, tmp_path) as office:
        assert found(office, office.draft("2026-27-Q1"))["licensed-beyond-service"].pence == 3 * 300000


def test_an_agency_that_gets_money_back_is_pointed_out(office: Office) -> None:
    office.issue("2026-27-Q1", "2026-27-Q2")
    office.desks("L02", 0, "2026-04-01")
    run = office.draft("2026-27-Q3")
    police = run.facts.hub.agency_codes["POL"].id
    credit = -sum(line.pence + line.vat_pence for line in run.lines if line.agency == police)
    assert credit > 0
    assert found(office, run)["agency-in-credit"].pence == credit


def test_a_ledger_column_that_nothing_fills_is_pointed_out(tmp_path: Path) -> None:
    ledger = LedgerSettings(new_id(), journal_columns=(Column("Ref", "reference"), Column("Job", "job")))
    with office_of(a_year().add(ledger).build(), tmp_path) as office:
        told = found(office, office.draft("2026-27-Q1"))["ledger-column-unknown"]
        assert "“Job” stays empty" in told.what


def test_partners_cannot_credit_a_host_without_codes(tmp_path: Path) -> None:
    conceding = (
        a_hub(host="TOP")
        .agency("CAB", "voluntary")
        .licence("L01", "TOP", 10)
        .licence("L02", "CAB", 5)
        .standing("voluntary", 40, funder="partners")
    )
    with office_of(conceding.build(), tmp_path) as office:
        host = office.document.hub.host
        office.document.apply(updating("No codes", (host, replace(host, cost_centre="", internal=False))))
        assert found(office, office.draft("2026-27-Q1"))["pool-without-codes"].pence == 149589


def test_a_year_without_costs_is_pointed_out(office: Office) -> None:
    assert "no-costs-in-year" in found(office, office.draft("2028-29-Q1"))


def test_a_check_prices_problems_by_the_run_that_is_next(tmp_path: Path) -> None:
    hub = a_year().agency("CAB").licence("L03", "CAB", 1, vat="").build()
    with office_of(hub, tmp_path) as office:
        [blank] = problems_of_hub(standing_of(office.store))
        assert blank.pence == 74795


def test_the_next_period_follows_what_was_issued(office: Office) -> None:
    def following() -> str:
        period = next_period(standing_of(office.store))
        return period.name if period else ""

    assert following() == "2026-27-Q1"
    office.issue("2026-27-Q1")
    assert following() == "2026-27-Q2"
    office.issue(*QUARTERS[1:])
    assert following() == "2027-28-Q1"


# What issuing fixes


def test_the_year_start_is_fixed_once_a_run_is_issued(office: Office) -> None:
    office.document.apply(set_year(office.document.hub, YearStart(1, 4), Billing.MONTH))
    office.document.apply(set_year(office.document.hub, YearStart(1, 4), Billing.QUARTER))
    office.issue("2026-27-Q1")
    with pytest.raises(Refused) as refusal:
        office.document.apply(set_year(office.document.hub, YearStart(1, 9), Billing.QUARTER))
    assert [one.code for one in refusal.value.problems] == ["fixed-by-issue"]


def test_the_billing_period_can_change_between_two_years(office: Office) -> None:
    office.issue("2026-27-Q1")
    monthly = set_year(office.document.hub, YearStart(1, 4), Billing.MONTH)
    with pytest.raises(Refused):
        office.document.apply(monthly)
    office.issue(*QUARTERS[1:])
    office.document.apply(monthly)
    assert office.issue("2027-28-M01").issue is not None
    assert office.issue("2026-27-close").issue is not None


def test_what_is_fixed_says_by_which_run_and_until_when(office: Office) -> None:
    assert fixed_settings(standing_of(office.store)) == {}
    office.issue("2026-27-Q1")
    fixed = fixed_settings(standing_of(office.store))
    assert [one.told for one in fixed.values()] == [
        "The start of the charging year is fixed, because 2026-27-Q1 was issued with it.",
        "The billing period is fixed until 2026-27-Q4 is issued, because 2026-27-Q1 was issued with it.",
    ]
    office.issue(*QUARTERS[1:])
    assert list(fixed_settings(standing_of(office.store))) == ["year_start"]


def test_what_an_issue_fixes_holds_for_a_change_that_was_checked_before_it(
    postgres_database: str,
) -> None:
    with (
        create_store(postgres_database, a_year().build(), user="Ann", title="Start", when=NOW) as store,
        open_store(postgres_database, user="Bob", mode=Mode.WRITE) as bobs,
    ):
        issued: list[Run] = []

        def while_bob_issues() -> datetime:
            if not issued:
                issued.append(issue(bobs, "2026-27-Q1", None, at=NOW).run)
            return NOW

        ann = Document(store, clock=while_bob_issues)
        with pytest.raises(Refused) as refusal:
            ann.apply(set_year(ann.hub, YearStart(1, 9), Billing.QUARTER))
        assert [one.code for one in refusal.value.problems] == ["fixed-by-issue"]


# Who issued it


def test_a_run_names_who_issued_it_until_the_name_is_erased(office: Office) -> None:
    run = office.issue("2026-27-Q1")
    assert run.issue is not None
    assert run.issue.by == "Ann"
    (kept,) = office.store.runs()
    assert "Ann" not in kept.body
    assert [one.issue.by for one in standing_of(office.store).runs if one.issue] == ["Ann"]
    with raw(office) as file:
        file.execute("DELETE FROM person")
    assert office.draft("2026-27-Q1").issue == replace(run.issue, by="somebody whose name was erased")
    assert verify(office.store.runs()) == ()


# What the log knows of it


@contextmanager
def raw(office: Office) -> Iterator[sqlite3.Connection]:
    """Another program's connection, which takes the safeguards away."""
    with closing(sqlite3.connect(office.folder / "hub.hubdesk")) as file, file:
        for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        yield file


def past_hubdesk(office: Office, *statements: str) -> dict[str, str]:
    """Where `log_problems` finds each of its codes after raw SQL, which it would not otherwise."""
    assert log_problems(office.store) == ()
    with raw(office) as file:
        for statement in statements:
            file.execute(statement)
    found = {one.code: one.where for one in log_problems(office.store)}
    assert found.pop("safeguards-missing")
    return found


def test_a_last_run_that_is_gone_is_missed(office: Office) -> None:
    office.issue("2026-27-Q1", "2026-27-Q2")
    lost = past_hubdesk(office, "DELETE FROM issued_run WHERE sequence = 2")
    assert lost == {"run-missing": "entry 3 of the log"}


def test_a_run_that_was_put_in_is_seen(office: Office) -> None:
    office.issue("2026-27-Q1")
    put_in = past_hubdesk(office, "INSERT INTO issued_run VALUES (2, '2026-27-Q2', '{}', 'x')")
    assert put_in == {"run-not-in-log": "run 2026-27-Q2"}


@pytest.mark.parametrize(
    ("where", "statements"),
    [
        ("licence L02", ["UPDATE licence SET vat_code = 'Z' WHERE code = 'L02'"]),
        ("cost line C01 of 2026-27", ["UPDATE cost_line SET budget = budget + 1"]),
        ("licence L02", ["DELETE FROM licence WHERE code = 'L02'"]),
        (
            "floor F9",
            [
                "CREATE TABLE two AS SELECT * FROM floor",
                "UPDATE two SET id = 'f', code = 'F9'",
                "INSERT INTO floor SELECT * FROM two",
            ],
        ),
    ],
)
def test_a_fact_altered_past_hubdesk_is_named(office: Office, where: str, statements: list[str]) -> None:
    office.desks("L02", 8, "2026-05-01")
    assert past_hubdesk(office, *statements) == {"facts-altered": where}
