"""Rounds of review: opening one, and how far each agency is."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings
from hubdesk.editing.records import added, agency_code, changed, found, refusal, removed


def set_up(hub: Hub, settings: ReviewSettings) -> Change:
    """The first settings of reviews, or others in their place (with the id of those that there are)."""
    return added(hub, settings) if hub.review_settings is None else changed(hub, settings)


def open_round(hub: Hub, round_: ReviewRound, agencies: Iterable[RecordId]) -> Change:
    """A new round that asks `agencies`.

    Raises Refused if it has no name or that of another, its deadline has passed, or it asks nobody.
    """
    asked = sorted(agencies, key=lambda one: agency_code(hub, one))
    _refuse_name(hub, round_)
    if not asked:
        raise refusal("review-asks-nobody", "It asks no agency", round_.name, "Choose at least one agency")
    if round_.deadline < round_.opened:
        raise refusal("review-deadline", "The deadline has passed already", round_.name, "Choose a later day")
    reviews = (AgencyReview(new_id(), round_.id, agency) for agency in asked)
    return replace(added(hub, round_, *reviews), title=f"Open review {round_.name}")


def change_round(hub: Hub, round_: ReviewRound) -> Change:
    """The round as given, in place of the one with its id.

    Raises Refused if that is gone, the name is empty or another round's, or the deadline lies before the
    day on which it was opened.
    """
    _refuse_name(hub, round_)
    if round_.deadline < round_.opened:
        raise refusal(
            "review-deadline",
            f"It was opened on {in_words(round_.opened)}, after this deadline",
            round_.name,
            "Choose a later day",
            round_,
        )
    return changed(hub, round_, title=f"Change review {round_.name}")


def remove_round(hub: Hub, round_: RecordId) -> Change:
    """The round gone. Raises Refused once a pack of it was sent: what was asked is not unasked."""
    record = found(hub, ReviewRound, round_)
    if any(one.sent or one.answered for one in hub.reviews_of.get(round_, {}).values()):
        raise refusal(
            "review-sent",
            "Packs of this review were sent, so it stays",
            record.name,
            "Open another review, and let this one pass its deadline",
            record,
        )
    return removed(hub, record, with_=(AgencyReview,))


def sent(hub: Hub, packs: Iterable[tuple[RecordId, str]], on: date) -> Change:
    """Packs went out `on` that day: each the id of a review, and the SHA-256 of what was sent."""
    records = [
        replace(one, sent=on, pack=pack, copies=one.copies + 1)
        for one, pack in ((found(hub, AgencyReview, review), pack) for review, pack in packs)
    ]
    codes = [agency_code(hub, one.agency) for one in records]
    whom = codes[0] if len(codes) == 1 else f"{len(codes)} agencies"
    return changed(hub, *records, title=f"Send packs to {whom}")


def opened(hub: Hub, review: RecordId, on: date | None) -> Change:
    """The agency is known to have opened its pack `on` that day; None: it is not known."""
    record = found(hub, AgencyReview, review)
    return changed(
        hub, replace(record, opened=on), title=f"{agency_code(hub, record.agency)} has opened its pack"
    )


def all_opened(hub: Hub, those: Iterable[RecordId], on: date) -> Change:
    """The agencies of several reviews are known to have opened their packs `on` that day."""
    changes = [opened(hub, one, on) for one in those]
    title = changes[0].title if len(changes) == 1 else f"{len(changes)} agencies have opened their packs"
    return Change(title, tuple(edit for one in changes for edit in one.edits))


def _refuse_name(hub: Hub, round_: ReviewRound) -> None:
    if not round_.name.strip():
        raise refusal("review-no-name", "The review has no name", "the review", "Type one")
    others = (one for one in hub.review_rounds if one.id != round_.id)
    if any(one.name.casefold() == round_.name.casefold() for one in others):
        raise refusal("review-named-so", "A review has this name already", round_.name, "Type another name")
