"""Rounds of review: opening one, and the hub as it stood then, worked out again whenever it is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.checks import errors
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import ReviewRound, Totals
from hubdesk.editing.reviews import open_round
from hubdesk.store import Store
from hubdesk.workflows.document import Document
from hubdesk.workflows.review.contents import RoundSeen
from hubdesk.workflows.review.desks import own_desks
from hubdesk.workflows.review.snapshot import snapshot_in, snapshot_of, written
from hubdesk.workflows.review.year import YearSeen

_TIME_TO_ANSWER = timedelta(weeks=6)
"""From 1 December to mid-January: data are checked in October, and charges worked out in February."""
_FROM, _UNTIL = 10, 1
"""From October to January a review is by default as at 1 December, which fixes the occupation of the year."""


@dataclass(frozen=True, slots=True)
class RoundWanted:
    """A round as it is to be opened: see `ReviewRound` for the fields."""

    name: str
    as_at: date
    deadline: date
    agencies: tuple[RecordId, ...]
    silence: bool = False
    text: str = ""


def default_as_at(today: date) -> date:
    """1 December from October to January, the usual day; otherwise today."""
    if today.month >= _FROM:
        return date(today.year, 12, 1)
    return date(today.year - 1, 12, 1) if today.month <= _UNTIL else today


def default_round(
    hub: Hub, today: date, as_at: date | None = None, issued: Sequence[Run] = ()
) -> RoundWanted:
    """What a round is by default: it asks everybody concerned, and gives six weeks to answer.

    Raises Refused where the hub has errors, or its year cannot be worked out.
    """
    day = as_at or default_as_at(today)
    names = {one.name.casefold() for one in hub.review_rounds}
    first = name = f"Review as at {in_words(day)}"
    number = 2
    while name.casefold() in names:
        name, number = f"{first}, no {number}", number + 1
    deadline = max(day, today) + _TIME_TO_ANSWER
    return RoundWanted(name, day, deadline, tuple(one.id for one in concerned(hub, day, issued)))


def concerned(hub: Hub, as_at: date, issued: Sequence[Run] = ()) -> tuple[Agency, ...]:
    """Whom a round asks by default, in order of code: all with desks, a licence or a charge; not the host.

    Raises Refused as `default_round` does.
    """
    seen = _year_of(hub, as_at, issued)
    return tuple(
        one
        for one in sorted(hub.agencies.values(), key=lambda one: one.code)
        if one.id != hub.settings.host
        and (
            own_desks(hub, one.id, as_at)
            or any(seen.reckoning.stretches[licence.id] for licence in hub.licences_of.get(one.id, ()))
            or one.id in seen.lines
        )
    )


def round_opened(
    document: Document, wanted: RoundWanted, *, today: date, secret: str, issued: Sequence[Run] = ()
) -> ReviewRound:
    """Open a round: the hub is kept as it is at this moment, and the round asks its agencies.

    `secret` is 64 random hexadecimal digits; `issued` are the runs issued from the hub. Raises Refused
    where the hub has errors or its year cannot be worked out, and as `editing.reviews.open_round` does.
    """
    hub = document.hub
    round_ = round_kept(hub, document.store, wanted, today=today, secret=secret, issued=issued)
    document.apply(open_round(hub, round_, wanted.agencies))
    return round_


def round_kept(
    hub: Hub, store: Store, wanted: RoundWanted, *, today: date, secret: str, issued: Sequence[Run] = ()
) -> ReviewRound:
    """The round as `editing.reviews.open_round` is to open it; `store` keeps `hub` as its snapshot.

    The part of opening a round that takes long, for a worker. Raises as `round_opened`.
    """
    seen = _year_of(hub, wanted.as_at, issued)
    settings = hub.review_settings
    round_ = ReviewRound(
        new_id(),
        wanted.name.strip(),
        today,
        wanted.as_at,
        wanted.deadline,
        "",
        secret,
        settings.totals if settings else Totals.OPEN,
        wanted.silence,
        wanted.text,
    )
    open_round(hub, round_, wanted.agencies)  # What it refuses is told before anything is kept.
    return replace(round_, snapshot=store.keep_file(written(seen.snapshot)))


class SeenRounds:
    """The rounds of a hub with their years, each read and worked out but once. For one thread at a time."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._seen: dict[tuple[str, date], YearSeen] = {}

    def seen(self, round_: ReviewRound) -> RoundSeen:
        """`round_` with the year of its snapshot. Raises Refused where that is missing or altered."""
        return RoundSeen(round_, self.year(round_.snapshot, round_.as_at))

    def year(self, snapshot: str, as_at: date) -> YearSeen:
        """The year of `as_at` by the `snapshot` of that hash. Raises Refused as `seen` does."""
        key = (snapshot, as_at)
        if key not in self._seen:
            self._seen[key] = YearSeen(snapshot_in(self.store, snapshot), as_at)
        return self._seen[key]

    def earlier(self, hub: Hub, round_: ReviewRound, agency: RecordId) -> tuple[RoundSeen, ...]:
        """The rounds before `round_` whose packs went to `agency`, oldest first."""
        return tuple(
            self.seen(one)
            for one in hub.review_rounds[: hub.review_rounds.index(round_)]
            if (review := hub.reviews_of.get(one.id, {}).get(agency)) and review.sent
        )


def _year_of(hub: Hub, as_at: date, issued: Sequence[Run]) -> YearSeen:
    if found := errors(hub):
        raise Refused(*found)
    year = ChargingYear.containing(as_at, hub.settings.year_start)
    seen = YearSeen(snapshot_of(hub, year, issued), as_at)
    _ = seen.lines  # Desks without a rate are told now, and not when the packs are made.
    return seen
