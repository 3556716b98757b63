"""Ending what has a first and a last day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Edit
from hubdesk.domain.concession import Concession
from hubdesk.domain.licence import Licence


def ended(record: Allocation | Concession | Licence, last: date) -> Iterator[Edit]:
    """The edit that makes `last` its last day: none if it ended by then, removal if it starts later."""
    if record.first > last:
        yield Edit(record, None)
    elif record.last is None or record.last > last:
        yield Edit(record, replace(record, last=last))
