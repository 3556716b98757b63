"""`Proposed`: who would sit where, laid over the plan until it is accepted or let go of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Proposed:
    """`sits` has the desks at which somebody else would sit than does, and who: None where nobody would.

    `ways` are the moves that one looks at, as pairs of desks from and to.
    """

    sits: Mapping[RecordId, RecordId | None] = field(default_factory=dict)
    ways: tuple[tuple[RecordId, RecordId], ...] = ()


NOTHING = Proposed()
