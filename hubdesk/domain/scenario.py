"""A scenario: edits that are tried out, and not made to the hub."""

from dataclasses import dataclass

from hubdesk.domain.change import Change
from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Scenario:
    """What if: `change` as it would be made to the hub that it was last looked at upon.

    `name` is its own among the scenarios of a hub; `note` says why, for whoever reads it later.
    """

    id: RecordId
    name: str
    change: Change
    note: str = ""
