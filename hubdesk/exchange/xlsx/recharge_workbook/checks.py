"""The identities, as rows of the Control sheet."""

from collections.abc import Sequence

from hubdesk.charging.apportionment import days_charged
from hubdesk.charging.identity import LICENCES as LICENCES_IDENTITY
from hubdesk.charging.lines import POOL
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import Expression, added, equals, if_, rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.control import ControlSheet
from hubdesk.exchange.xlsx.recharge_workbook.issued import charged_by
from hubdesk.exchange.xlsx.recharge_workbook.ledger_sheets import LedgerSheet
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import Statement
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.summary import LICENCES, PERIOD, TO_PAY, Summary
from hubdesk.exchange.xlsx.recharge_workbook.worked import Worked

_OWN_NAMES = {LICENCES_IDENTITY: "Licences", POOL: "Concessions"}


def check_period(
    control: ControlSheet, worked: Worked, statements: Sequence[Statement], summary: Summary
) -> None:
    """Licences, each cost, the pool, each statement, and all of it together."""
    licences = worked.licences.totals
    gross: Expression = rounded(0)
    if licences:
        gross = licences.gross / 100
        funded = licences.by_host + licences.by_partners
        why = "Net charges and what is paid for concessions are the gross charges"
        control.check(
            _OWN_NAMES[LICENCES_IDENTITY], why, (licences.gross - licences.awards + funded) / 100, gross
        )
    for cost, figure, together in worked.matrix.costs:
        line = cost.one.split.line
        why = "Shares, vacant desks, days without weights, caps and concessions are the cost"
        control.check(f"{line.code} {line.name}", why, figure, together)
    if worked.pool:
        shares = list(worked.pool.shares.values())
        why = "What the partners pay for concessions is what was conceded"
        paid = sum_of(shares[0].to(shares[-1])) / 100
        control.check(_OWN_NAMES[POOL], why, worked.pool.pence / 100, paid)
    for one in statements:
        row = worked.matrix.agencies.get(one.agency.id)
        if row and one.shared_net:
            why = "Statement equals this agency's row on Shared costs"
            control.check(f"Statement {one.agency.code}", why, one.shared_net, row)
    control.check(
        "All together",
        "What all agencies are charged for the period is the gross licences and the costs",
        summary.totals[PERIOD],
        rounded(added([gross, *([worked.matrix.total_cost] if worked.matrix.total_cost else [])]), 2),
    )


def check_issued(control: ControlSheet, subject: Subject) -> None:
    """The identities of a run without a period of its own, which are constants."""
    for one in subject.run.identities:
        why = "What has been charged, adjustments included, is the cost (constants)"
        control.check(_named(one.source, subject), why, one.charged / 100, one.cost / 100)


def _named(source: RecordId, subject: Subject) -> str:
    """What people call the source of an identity; the two without a record of their own in a word."""
    return _OWN_NAMES.get(source) or subject.run.source_code(source)


def check_as_issued(
    control: ControlSheet, subject: Subject, statements: Sequence[Statement], summary: Summary
) -> None:
    """What each agency is to pay is what was issued; a draft has nothing to be held against."""
    run = subject.run
    if run.issue is not None:
        charged = [(one.agency.code, charged_by([run], one.agency.id), one.box.to_pay) for one in statements]
        control.hold_against_issue(charged, summary.totals[TO_PAY])


def check_ledgers(
    control: ControlSheet, journal: LedgerSheet, invoices: LedgerSheet, summary: Summary
) -> None:
    """The journal balances, and the invoices are what external agencies are charged."""
    control.check("Journal", "Debits equal credits", *journal.totals)
    why = "The invoice lines are what external agencies are charged"
    control.check("Invoices", why, invoices.totals[2], summary.invoiced)


def show_rate_cover(control: ControlSheet, worked: Worked, summary: Summary) -> None:
    """What the licences bring in against the costs that the desk rate is to cover."""
    lines = worked.recharge.facts.cost_lines
    covered = [_of_period(line, worked) for line in lines if line.recovery is Recovery.LICENCE]
    if covered:
        income, cost = summary.totals[LICENCES], added(covered) / 100
        conceded = _conceded_by_host(worked)
        control.inform(
            "The desk rate and the costs that it is to cover, in this period",
            [
                ("Gross licence charges", income),
                ("Concessions on them that the host pays for", conceded),
                ("Costs covered by the desk rate", cost),
                ("Licences above costs (below zero: short of them)", rounded(income - conceded - cost, 2)),
            ],
        )


def _conceded_by_host(worked: Worked) -> Expression:
    """What the host pays of the concessions on licences: the partners' part too where none has a desk."""
    licences, pool = worked.licences.totals, worked.pool
    if licences is None:
        return rounded(0)
    if pool is None:
        return licences.by_host / 100
    return (licences.by_host + if_(equals(pool.together, 0), licences.by_partners, 0)) / 100


def _of_period(line: CostLine, worked: Worked) -> Expression:
    """What falls in the period of the amount on Inputs, in pence."""
    period = worked.recharge.period
    first, last = days_charged(line, period.year)
    before, to_date = (
        max(0, (min(day, last) - first).days + 1) for day in (period.first - ONE_DAY, period.last)
    )
    pence, days = rounded(worked.inputs.amounts[line.id] * 100), (last - first).days + 1
    return rounded(pence * to_date / days) - rounded(pence * before / days)
