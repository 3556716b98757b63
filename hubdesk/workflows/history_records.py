"""What an entry of the log did, record by record."""

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.record import KINDS, Record
from hubdesk.store import Store

_MOST = 500
"""Lines to an entry; the first one of a hub has as many records as the hub."""


def records_of(store: Store, hub: Hub, sequence: int) -> tuple[str, ...]:
    """A line to each record that entry `sequence` touched, called as in `hub`, else as it was then."""
    entry = next(iter(store.log(after=sequence - 1)), None)
    if entry is None or entry.sequence != sequence:
        return ()
    known = _with(hub, entry.change)
    lines = [_line(known, edit) for edit in entry.change.edits[:_MOST]]
    rest = len(entry.change.edits) - len(lines)
    return (*lines, f"and {rest:,} more") if rest else tuple(lines)


def _line(hub: Hub, edit: Edit) -> str:
    record = edit.after or edit.before
    assert record is not None
    happened = "added" if edit.before is None else "removed" if edit.after is None else "changed"
    name = named(hub, record)
    return f"{name[:1].upper()}{name[1:]} {happened}"


def _with(hub: Hub, change: Change) -> Hub:
    """`hub` with the records of `change` that it does not have, so that all of them have names."""
    tables: dict[type[Record], dict[RecordId, Record]] = {kind: {} for kind in KINDS.values()}
    for edit in change.edits:
        record = edit.after or edit.before
        assert record is not None
        tables[edit.kind][record.id] = record
    return Hub({kind: {**tables[kind], **hub.table(kind)} for kind in KINDS.values()})
