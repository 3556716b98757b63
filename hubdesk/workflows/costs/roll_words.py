"""Next year's costs in words: what the budgets, the rate and all agencies together come to."""

from collections.abc import Sequence

from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import year_name
from hubdesk.workflows.costs.before_after import BeforeAfter
from hubdesk.workflows.costs.rolling import Rolled


def sums_told(proposal: Rolled) -> str:
    """The budgets of both years, and both rates."""
    now, then = proposal.budget_now, proposal.budget_next
    said = f"Budgets: {pounds(now)} → {pounds(then)}, {more_or_less(then - now)}."
    if proposal.rate_now is None or proposal.rate_next is None:
        return f"{said} No desk rate is set yet."
    if proposal.rate_now == proposal.rate_next:
        return f"{said} The desk rate stays at {pounds(proposal.rate_now)}."
    return f"{said} The desk rate: {pounds(proposal.rate_now)} → {pounds(proposal.rate_next)}."


def agencies_told(proposal: Rolled, rows: Sequence[BeforeAfter]) -> str:
    """What all agencies together pay in both years."""
    before, after = sum(row.before for row in rows), sum(row.after for row in rows)
    return (
        f"All agencies together: {pounds(before)} in {year_name(proposal.starts_in - 1)}, "
        f"{pounds(after)} in {year_name(proposal.starts_in)}, {more_or_less(after - before)}. "
        "Licences and drivers are as they are dated now."
    )


def more_or_less(pence: Pence) -> str:
    """ "£12.00 more", "£12.00 less", "the same"."""
    if not pence:
        return "the same"
    return f"{pounds(abs(pence))} {'more' if pence > 0 else 'less'}"
