"""What somebody else changed meanwhile, beside what was to be changed: both values, for the user to judge."""

from collections.abc import Iterator

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub, Stale
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.names import named
from hubdesk.domain.plain import Plain, canonical, to_plain
from hubdesk.domain.problem import Problem
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.record import Record
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.exchange.xlsx.hub_workbook import differences

_WITHOUT_A_SHEET = (
    *(LedgerSettings, StatementSettings),
    *(ReviewSettings, ReviewRound, AgencyReview, Query, QueryMessage),
)
"""Kinds that no workbook has words for."""

_MOST_SHOWN = 60
"""Letters of a text: enough to know it by."""


def clashes(stale: Stale, hub: Hub) -> tuple[Problem, ...]:
    """A problem to each record of `stale` that is not as it was; `hub` is the hub as it stands now."""
    return tuple(_problems(stale, hub))


def _problems(stale: Stale, hub: Hub) -> Iterator[Problem]:
    for edit, now in stale.conflicts:
        theirs, yours = _told(hub, edit.before, now), _told(hub, edit.before, edit.after)
        record = edit.before or edit.after or now
        assert record is not None
        yield error(
            "changed-meanwhile",
            f"Somebody else changed it meanwhile ({theirs}), and this would have made of it: {yours}. "
            "Nothing was changed",
            named(hub, record),
            "Look at what stands now, and try again if your change is still meant",
            (record.id,),
        )


def _told(hub: Hub, before: Record | None, after: Record | None) -> str:
    """What becomes of `before`, in the words of the hub workbook."""
    if before is None and after is None:
        return "it is gone"
    if isinstance(before, _WITHOUT_A_SHEET) and after is not None:
        told = tuple(_fields_told(before, after))
    elif isinstance(after, _WITHOUT_A_SHEET):
        told = ("they are there by now",)
    else:
        told = differences(Change("", (Edit(before, after),)), hub, hub)
    return "; ".join(told) or "it stays as it was"


def _fields_told(before: Record, after: Record) -> Iterator[str]:
    """What becomes of a record that no workbook has a sheet for, field by field."""
    old, new = to_plain(before), to_plain(after)
    for field in sorted(old.keys() | new.keys()):
        if old.get(field) != new.get(field):
            yield f"{field.replace('_', ' ')}: {_shown(old.get(field))} → {_shown(new.get(field))}"


def _shown(plain: Plain | None) -> str:
    if plain is None:
        return "blank"
    text = plain if isinstance(plain, str) else canonical(plain)
    return f"“{text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + '…'}”"
