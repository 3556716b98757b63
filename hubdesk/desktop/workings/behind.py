"""What stands behind a figure: the records of the facts that it rests on, and what they are called."""

from collections.abc import Iterator, Sequence

from hubdesk.charging.workings import Working
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named

GONE = "no longer in the hub"


def records_behind(working: Working) -> tuple[RecordId, ...]:
    """The records of all facts below `working`, and its own, each once and in the order of the tree."""
    found = (id_ for one in _each_once(working, set()) for id_ in one.records)
    return tuple(dict.fromkeys(found))


def name_in(hub: Hub, id_: RecordId) -> str:
    """The record as people call it."""
    record = next((one[id_] for one in hub.tables.values() if id_ in one), None)
    return GONE if record is None else named(hub, record)


def names_in(hub: Hub, records: Sequence[RecordId]) -> str:
    """ "licence L01", "licence L01 and 3 more"; empty without records."""
    if not records:
        return ""
    more = f" and {len(records) - 1:,} more" if len(records) > 1 else ""
    return f"{name_in(hub, records[0])}{more}"


def _each_once(working: Working, been: set[int]) -> Iterator[Working]:
    """Trees have branches in common, which are the same value; a cap's have very many."""
    if id(working) not in been:
        been.add(id(working))
        yield working
        for one in working.of:
            yield from _each_once(one, been)
