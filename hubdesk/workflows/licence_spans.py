"""Licences on a line of time: when they start and end, and the desks between."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.checks.spells import Amount, Spell, above_zero
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import ONE_DAY


@dataclass(frozen=True, slots=True)
class DeskSpan:
    """A number of desks that holds from `first` to `last`, both inclusive; None is open-ended."""

    first: date
    last: date | None
    desks: int


@dataclass(frozen=True, slots=True)
class LicenceSpan:
    """One licence from its first day to its last (None: open-ended), whole: `spans` leave no day out.

    Days before its first step are a span of 0 desks.
    """

    licence: Licence
    spans: tuple[DeskSpan, ...]

    @property
    def id(self) -> RecordId:
        return self.licence.id

    @property
    def first(self) -> date:
        return self.licence.first

    @property
    def last(self) -> date | None:
        return self.licence.last

    @property
    def steps(self) -> tuple[date, ...]:
        """The days on which the desks change after the first day."""
        return tuple(span.first for span in self.spans[1:])

    def desks_on(self, day: date) -> int:
        return self.licence.desks_on(day)


def licence_span(licence: Licence) -> LicenceSpan:
    """`licence` cut where its desks change. Steps to the number there was already are no cut."""
    days = [step.first for step in licence.desks.steps if step.first > licence.first]
    if licence.last is not None:
        days = [day for day in days if day <= licence.last]
    starts = [licence.first]
    for day in days:
        if licence.desks_on(day) != licence.desks_on(starts[-1]):
            starts.append(day)
    ends = [*(day - ONE_DAY for day in starts[1:]), licence.last]
    return LicenceSpan(
        licence,
        tuple(
            DeskSpan(first, last, licence.desks_on(first)) for first, last in zip(starts, ends, strict=True)
        ),
    )


def licence_spans(hub: Hub, agency: RecordId | None = None) -> tuple[LicenceSpan, ...]:
    """The licences of `agency`, else of all: by the agency's code, then by first day and code."""
    licences: Iterable[Licence] = hub.licences.values() if agency is None else hub.licences_of.get(agency, ())
    ordered = sorted(licences, key=lambda one: (hub.agencies[one.agency].code, one.first, one.code))
    return tuple(licence_span(one) for one in ordered)


def presence(hub: Hub, agency: RecordId) -> tuple[Spell, ...]:
    """When `agency` holds any licence, if only for no desks, in order; open-ended to date.max.

    Licences of which one follows another are one spell.
    """
    return above_zero(Amount(one.first, one.last, 1) for one in hub.licences_of.get(agency, ()))
