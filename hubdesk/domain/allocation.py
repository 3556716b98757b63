"""An allocation: who sits at a desk."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.ids import RecordId


@dataclass(frozen=True, slots=True)
class Allocation:
    """`agency` sits at `desk` from `first` to `last` (None: open-ended).

    `charged_to` is the agency that pays where that is another (a secondment). A `pinned` one
    stays when another plan is proposed.
    """

    id: RecordId
    desk: RecordId
    agency: RecordId
    first: date
    last: date | None = None
    charged_to: RecordId | None = None
    pinned: bool = False

    @property
    def payer(self) -> RecordId:
        """The agency for which this counts when costs are shared by allocated desks."""
        return self.charged_to or self.agency
