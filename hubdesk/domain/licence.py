"""A licence: an agency's right to a number of desks."""

from dataclasses import dataclass, field
from datetime import date

from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Licence:
    """Desks licensed to `agency` from `first` to `last` (None: open-ended), changing on dated steps.

    Steps outside those days count for nothing; before the first step the number is 0.
    `vat_code` is empty until the user chooses the treatment.
    """

    id: RecordId
    code: str
    agency: RecordId
    first: date
    last: date | None = None
    desks: Timeline[int] = field(default_factory=Timeline)
    vat_code: str = ""
    cost_centre: str = ""
    subjective: str = ""
    notice_months: int | None = None

    def desks_on(self, day: date) -> int:
        """n(d) of the charging rules: the desks licensed on `day`, 0 outside the licence."""
        if day < self.first or (self.last is not None and day > self.last):
            return 0
        return self.desks.at(day) or 0
