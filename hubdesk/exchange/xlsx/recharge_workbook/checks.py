"""The identities, as rows of the Control sheet."""

from collections.abc import Sequence

from hubdesk.charging.apportionment import days_charged
from hubdesk.charging.lines import POOL
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.exchange.xlsx.expression import Expression, added, rounded, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.control import ControlSheet
from hubdesk.exchange.xlsx.recharge_workbook.ledger_sheets import LedgerSheet
from hubdesk.exchange.xlsx.recharge_workbook.statement_parts import Statement
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.summary import LICENCES, PERIOD, Summary
from hubdesk.exchange.xlsx.recharge_workbook.worked import Worked


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
        control.check("licences", why, (licences.gross - licences.awards + funded) / 100, gross)
    for cost, figure, together in worked.matrix.costs:
        line = cost.one.split.line
        why = "Shares, vacant desks, days without weights, caps and concessions are the cost"
        control.check(f"{line.code} {line.name}", why, figure, together)
    if worked.pool:
        shares = list(worked.pool.shares.values())
        why = "What the partners pay for concessions is what was conceded"
        paid = sum_of(shares[0].to(shares[-1])) / 100
        control.check(str(POOL), why, worked.pool.pence / 100, paid)
    for one in statements:
        column = worked.matrix.agencies.get(one.agency.id)
        if column and one.shared_net:
            why = "The statement's shared costs are the agency's column of the matrix"
            control.check(f"Statement {one.agency.code}", why, one.shared_net, column)
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
        control.check(subject.run.source_code(one.source), why, one.charged / 100, one.cost / 100)


def check_ledgers(
    control: ControlSheet, journal: LedgerSheet, invoices: LedgerSheet, summary: Summary
) -> None:
    """The journal balances, and the invoices are what external agencies are charged."""
    control.check("Journal", "Debits are credits", *journal.totals)
    why = "The invoice lines are what external agencies are charged"
    control.check("Invoices", why, invoices.totals[2], summary.invoiced)


def show_rate_cover(control: ControlSheet, worked: Worked, summary: Summary) -> None:
    """What the licences bring in against the costs that the desk rate is to cover."""
    lines = worked.recharge.facts.cost_lines
    covered = [_of_period(line, worked) for line in lines if line.recovery is Recovery.LICENCE]
    if covered:
        income, cost = summary.totals[LICENCES], added(covered) / 100
        control.inform(
            "The desk rate and the costs that it is to cover, in this period",
            [
                ("Gross licence charges", income),
                ("Costs covered by the desk rate", cost),
                ("Licences above costs (below zero: short of them)", rounded(income - cost, 2)),
            ],
        )


def _of_period(line: CostLine, worked: Worked) -> Expression:
    """What falls in the period of the amount on Inputs, in pence."""
    period = worked.recharge.period
    first, last = days_charged(line, period.year)
    before, to_date = (
        max(0, (min(day, last) - first).days + 1) for day in (period.first - ONE_DAY, period.last)
    )
    pence, days = rounded(worked.inputs.amounts[line.id] * 100), (last - first).days + 1
    return rounded(pence * to_date / days) - rounded(pence * before / days)
