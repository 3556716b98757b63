"""The occupancy that charges rest on: who agreed it, when, and whether it still is as it was."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.names import named
from hubdesk.domain.query import Asks, End, Query
from hubdesk.domain.review import AgencyReview, ReviewRound
from hubdesk.store import Store
from hubdesk.workflows.review.occupancy import lines_asked, occupied
from hubdesk.workflows.review.proposals_desks import desk_called
from hubdesk.workflows.review.silence import is_silent
from hubdesk.workflows.review.snapshot import snapshot_in

Snapshots = Callable[[str], Hub]
"""The hub as it stood when a round was opened, by the SHA-256 under which it is kept. May raise Refused."""


def snapshots_of(store: Store) -> Snapshots:
    """The hubs of the rounds that `store` keeps."""
    return lambda sha256: snapshot_in(store, sha256).hub


class How(Enum):
    """How an agency's occupancy was agreed, or why it was not; the value is what people read."""

    AGREED = "agreed"
    SILENCE = "agreed by silence"
    PARTLY = "agreed in part"
    """An answer came that leaves desks or licences open."""
    QUERIED = "queried"
    """A query about its desks or licences has not ended."""
    ASKED = "asked, no answer yet"
    NEVER = "never asked"


@dataclass(frozen=True, slots=True)
class Agreed:
    """How `agency` agreed what it occupies on some days, in which `round`, on which day, by which role.

    `changed` names the desks, licences and areas that are not as they were agreed, corrections that the
    agency itself asked for apart.
    """

    agency: RecordId
    how: How
    round: ReviewRound | None = None
    by: str = ""
    on: date | None = None
    changed: tuple[str, ...] = ()

    @property
    def was(self) -> bool:
        """Whether it was agreed, be it that something has changed since."""
        return self.how in (How.AGREED, How.SILENCE)

    @property
    def stands(self) -> bool:
        """Whether it was agreed as it is."""
        return self.was and not self.changed

    @property
    def short(self) -> str:
        """A word or two for a column: "agreed", "changed since", "queried"."""
        return "changed since" if self.was and self.changed else self.how.value

    @property
    def told(self) -> str:
        """Who agreed, when and in which round, and what has changed since, in sentences."""
        where = f" ({self.round.name})" if self.round else ""
        match self.how:
            case How.AGREED:
                by = f" by {self.by}" if self.by else ""
                said = f"Agreed{by} on {in_words(self.on)}{where}." if self.on else f"Agreed{by}{where}."
            case How.SILENCE:
                said = f"Agreed by silence: no answer by {in_words(self.on)}{where}." if self.on else ""
            case How.PARTLY:
                said = f"Answered{where}, and not everything was agreed."
            case How.QUERIED:
                said = f"Not agreed: a query about its desks or licences has not ended{where}."
            case How.ASKED:
                said = f"Not agreed: asked, and no answer yet{where}."
            case How.NEVER:
                return "Never asked to agree."
        if not self.changed:
            return said
        first, more = self.changed[:3], len(self.changed) - 3
        others = f" and {more} more" if more > 0 else ""
        return f"{said} Changed since: {', '.join(first)}{others}."


def agreed_by_all(
    hub: Hub, snapshots: Snapshots, first: date, last: date, today: date
) -> Mapping[RecordId, Agreed]:
    """How each agency, the host apart, agreed what it occupies from `first` to `last`, as known `today`.

    The last round in which it agreed or answered counts; a query about its desks or licences that has not
    ended takes that back. What it agreed is what the hub then said of those days. Raises Refused where the
    hub of a round cannot be read.
    """
    asking = _Asking(hub, snapshots, first, last, today)
    return {one: asking.agreed(one) for one in hub.agencies if one != hub.settings.host}


class _Asking:
    """One question about some days; each round's snapshot is looked through but once."""

    def __init__(self, hub: Hub, snapshots: Snapshots, first: date, last: date, today: date) -> None:
        self._hub, self._today = hub, today
        self._snapshot = snapshots
        self._now = occupied(hub, first, last)
        self._then = cache(lambda sha256: occupied(snapshots(sha256), first, last))
        self._asked = cache(lambda round_: lines_asked(snapshots(round_.snapshot), round_.as_at))

    def agreed(self, agency: RecordId) -> Agreed:
        one = self._last_said(agency)
        if not one.was or one.round is None:
            return one
        if any(query.end is None for query in _about_occupancy(self._hub, agency)):
            return Agreed(agency, How.QUERIED, one.round)
        return replace(one, changed=tuple(sorted(self._changed(agency, one.round))))

    def _last_said(self, agency: RecordId) -> Agreed:
        """What the newest round says in which it answered, or agreed by silence; else that it was asked."""
        asked = Agreed(agency, How.NEVER)
        for round_ in reversed(self._hub.review_rounds):
            review = self._hub.reviews_of.get(round_.id, {}).get(agency)
            if review is None:
                continue
            one = self._in_round(review, round_)
            if one.how is not How.ASKED:
                return one
            asked = asked if asked.round else one
        return asked

    def _in_round(self, review: AgencyReview, round_: ReviewRound) -> Agreed:
        agency = review.agency
        if review.answered is None:
            if is_silent(round_, review, self._today):
                return Agreed(agency, How.SILENCE, round_, on=round_.deadline)
            return Agreed(agency, How.ASKED, round_)
        queries = [one for one in _about_occupancy(self._hub, agency) if one.round == round_.id]
        if any(one.end is None for one in queries):
            return Agreed(agency, How.QUERIED, round_)
        settled = {*review.agreed, *(one.line for one in queries)}
        if self._asked(round_).get(agency, frozenset()) <= settled:
            ends = [one.ended for one in queries if one.ended is not None]
            return Agreed(agency, How.AGREED, round_, review.signed_by, max([review.answered, *ends]))
        return Agreed(agency, How.PARTLY, round_, review.signed_by, review.answered)

    def _changed(self, agency: RecordId, round_: ReviewRound) -> Iterator[str]:
        """What is not as it was agreed, by name."""
        then, now = self._then(round_.snapshot).get(agency, {}), self._now.get(agency, {})
        corrected = set(_corrected(self._hub, agency, round_))
        for id_ in {**then, **now}:
            if then.get(id_) != now.get(id_) and id_ not in corrected:
                yield self._called(id_, round_)

    def _called(self, id_: RecordId, round_: ReviewRound) -> str:
        """The desk, licence or area, which may be gone by now."""
        for hub in (self._hub, self._snapshot(round_.snapshot)):
            record = hub.desks.get(id_) or hub.licences.get(id_) or hub.areas.get(id_)
            if record is not None:
                return named(hub, record)
        raise KeyError(id_)


def _about_occupancy(hub: Hub, agency: RecordId) -> Iterator[Query]:
    """The queries of `agency` about its desks and licences; wishes doubt nothing."""
    for query in hub.queries_of.get(agency, ()):
        if query.asks is not Asks.WISH and parse_line_key(query.line).about in _OCCUPANCY:
            yield query


_OCCUPANCY = frozenset({About.DESK, About.OTHER_DESK, About.LICENCE})


def _corrected(hub: Hub, agency: RecordId, round_: ReviewRound) -> Iterator[RecordId]:
    """The desks, licences and areas that the agency itself had put right since the round was opened."""
    for query in hub.queries_of.get(agency, ()):
        if query.end is not End.ACCEPTED or query.ended is None or query.ended < round_.opened:
            continue
        key = parse_line_key(query.line)
        yield key.id
        if key.about in (About.DESK, About.OTHER_DESK) and (desk := desk_called(hub, query.wanted)):
            yield desk.id
        elif key.about is About.WISH:
            yield from (one.id for one in hub.licences_of.get(agency, ()))
        elif key.about is About.SHARE:
            yield from (one.id for one in hub.areas.values() if one.agency == agency)
