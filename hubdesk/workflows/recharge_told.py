"""How a recharge stands, in sentences."""

from datetime import datetime

from hubdesk.charging.run import Run
from hubdesk.charging.run_name import Closing
from hubdesk.domain.days import in_words
from hubdesk.domain.money import pounds
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Severity, sentence
from hubdesk.workflows.recharge_figures import ADJUSTMENTS, NET, TO_PAY, VAT
from hubdesk.workflows.recharge_seen import Seen

NEVER_UNDONE = (
    "An issued run is never undone or altered: what turns out wrong is put right by an adjustment in the "
    "next run."
)


def totals_words(seen: Seen) -> str:
    """What the run comes to in all, on which amounts."""
    if seen.view is None:
        return ""
    run, totals = seen.view.run, seen.view.totals
    adjusting = f", of which adjustments {pounds(totals[ADJUSTMENTS])}" if run.adjustments else ""
    return (
        f"{run.name} on {run.amounts.value}s: {pounds(totals[NET])} before VAT{adjusting}, "
        f"{pounds(totals[VAT])} VAT, {pounds(totals[TO_PAY])} to pay"
    )


def standing_words(seen: Seen) -> str:
    """Whether it is a draft or issued, by whom and with which hash, and what stands in the way of issue."""
    if seen.view is None:
        if not seen.problems:
            return "There is nothing to recharge yet: recharging begins with a year that has costs. Add them."
        return "It cannot be worked out: " + " ".join(one.told_there for one in seen.problems)
    run = seen.view.run
    if run.issue is not None:
        return f"{issue_words(run)} {NEVER_UNDONE}"
    if run.summed:
        return (
            "The sum of the year's periods as things stand: to look at, and not to issue. What is issued is "
            "each period; the forecast has them as they were."
        )
    return f"{_draft_words(run)} {_in_the_way(seen)}"


def issue_words(run: Run) -> str:
    """When, by whom and as what `run` was issued."""
    issue = run.issue
    assert issue is not None
    at = datetime.fromisoformat(issue.at)
    return (
        f"Issued on {in_words(at.date())}, {at:%H:%M}, by {issue.by}, as run {issue.sequence} of this hub, "
        f"and frozen since. SHA-256 {issue.sha256}."
    )


def _draft_words(run: Run) -> str:
    if isinstance(run.of, Closing):
        return (
            "A draft of the year end: what every issued period comes to on actuals, against what was issued."
        )
    return "A draft: it follows every change of the hub until it is issued."


def _in_the_way(seen: Seen) -> str:
    if seen.not_now:
        first = seen.not_now[0]
        return f"{sentence(first.what)} {sentence(first.remedy)}"
    if seen.unsettled:
        return f"{counted(len(seen.unsettled), 'thing')} to settle before it can be issued."
    if doubts := sum(one.severity is Severity.WARNING for one in seen.problems):
        return f"It can be issued; {counted(doubts, 'thing')} to think over."
    return "It can be issued."


def why_not_issued(seen: Seen | None) -> str:
    """Why the run on screen is none to issue now; empty if it is one."""
    if seen is None or seen.view is None:
        return "There is no draft"
    if seen.not_now:
        return f"{sentence(seen.not_now[0].what)} {sentence(seen.not_now[0].remedy)}"
    return ""
