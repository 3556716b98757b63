"""Whom and what a problem concerns: the agencies and cost lines behind the records that it names."""

from collections.abc import Iterable, Iterator

from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import KINDS, Record, references


def agencies_behind(hub: Hub, ids: Iterable[RecordId]) -> frozenset[RecordId]:
    """The agencies among the records of `ids`, and those that these records belong to.

    An award belongs to its licence's agency; a standing rate or a whole cost line to nobody.
    """
    return frozenset(record.id for record in _behind(hub, ids) if isinstance(record, Agency))


def cost_lines_behind(hub: Hub, ids: Iterable[RecordId]) -> tuple[CostLine, ...]:
    """The cost lines among the records of `ids`, and those that these records are about."""
    return tuple(record for record in _behind(hub, ids) if isinstance(record, CostLine))


def _behind(hub: Hub, ids: Iterable[RecordId]) -> Iterator[Record]:
    """The records of `ids`, and what they refer to, and what that refers to."""
    for id_ in ids:
        for kind in KINDS.values():
            if record := hub.table(kind).get(id_):
                yield record
                for reference, target in references(record):
                    if target in hub.table(reference.to):
                        yield from _behind(hub, [target])
