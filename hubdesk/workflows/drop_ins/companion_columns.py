"""The table of who meets whom: a row to each agency and one that it works with."""

from hubdesk.workflows.drop_ins.meetings import Companion
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Measure, Text


def companion_columns() -> tuple[Column[Companion], ...]:
    """Who, with whom, how closely, when they meet, and what would do where they never do."""
    return (
        Column(id="agency", title="Agency", kind=Text(), value=lambda row: row.agency.code),
        Column(id="other", title="Works with", kind=Text(), value=lambda row: row.other.code),
        Column(id="strength", title="Strength", kind=Measure(), value=lambda row: row.strength),
        Column(
            id="when",
            title="Meets in this week",
            kind=Text(),
            value=lambda row: row.when,
            note=lambda row: "" if row.meetings else "They work together and never meet in this week",
            sample="Tuesdays 10:00 to 12:30 in Customer hall",
        ),
        Column(id="would_do", title="What would do", kind=Text(), value=lambda row: row.would_do),
        Column(
            id="reason",
            title="They work together on",
            kind=Text(),
            value=lambda row: row.reason,
            shown=False,
        ),
    )
