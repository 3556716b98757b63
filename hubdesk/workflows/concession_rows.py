"""Concessions as a list: what each is off, who gets it, who pays for it, and which are due for review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from hubdesk.domain.concession import Concession
from hubdesk.domain.days import holds, in_words, months_on
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId

MONTHS_BEFORE_REVIEW = 3


class Review(Enum):
    """How a concession's review stands on a day."""

    NONE = "No review day"
    LATER = "Later"
    DUE = "Due for review"
    OVERDUE = "Review overdue"
    OVER = "Over"
    """The concession has ended; there is nothing to review."""

    @property
    def is_due(self) -> bool:
        return self in (Review.DUE, Review.OVERDUE)


@dataclass(frozen=True, slots=True)
class ConcessionRow:
    """A concession as at a day. `agency` gets it, if it is an award; `scope` says what it is off."""

    concession: Concession
    scope: str
    agency: RecordId | None
    in_force: bool
    review: Review

    @property
    def id(self) -> RecordId:
        return self.concession.id

    @property
    def told(self) -> str:
        """The review in words: "Review overdue since 30 September 2026"."""
        day = self.concession.review
        if self.review is Review.OVERDUE and day is not None:
            return f"Review overdue since {in_words(day)}"
        if self.review.is_due and day is not None:
            return f"Due for review by {in_words(day)}"
        return "" if self.review is Review.LATER else self.review.value


def concession_rows(hub: Hub, day: date, agency: RecordId | None = None) -> tuple[ConcessionRow, ...]:
    """The concessions of the hub on `day`; with an `agency`, its awards and the standing rates of its sector.

    Standing rates first, by sector, then awards by licence; each by its first day.
    """
    listed: Iterable[Concession] = hub.concessions.values()
    if agency is not None:
        own = {one.id for one in hub.licences_of.get(agency, ())}
        sector = hub.agencies[agency].sector
        listed = [one for one in listed if one.sector is sector or one.licence in own]
    return tuple(_row(hub, one, day) for one in sorted(listed, key=lambda one: _order(hub, one)))


def review_on(concession: Concession, day: date) -> Review:
    """How the review of `concession` stands on `day`: due in the three months up to its day, then overdue."""
    if concession.last is not None and concession.last < day:
        return Review.OVER
    if concession.review is None:
        return Review.NONE
    if concession.review < day:
        return Review.OVERDUE
    return Review.DUE if concession.review <= months_on(day, MONTHS_BEFORE_REVIEW) else Review.LATER


def _row(hub: Hub, one: Concession, day: date) -> ConcessionRow:
    licence = hub.licences[one.licence] if one.licence else None
    if licence is not None:
        scope = f"Licence {licence.code} of {hub.agencies[licence.agency].code}"
    else:
        scope = f"Standing rate, {one.sector.value if one.sector else '?'} sector"
    agency = licence.agency if licence else None
    return ConcessionRow(one, scope, agency, holds(one, day), review_on(one, day))


def _order(hub: Hub, one: Concession) -> tuple[bool, str, date]:
    if one.licence:
        return True, hub.licences[one.licence].code, one.first
    return False, one.sector.value if one.sector else "", one.first
