"""Whose answer a file is, and to what: told by its key, which nobody can make."""

from dataclasses import dataclass

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import named
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import AgencyReview, ReviewRound
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.returned import Returned
from hubdesk.store import Store
from hubdesk.workflows.review.answer_lines import lines_of, unlisted
from hubdesk.workflows.review.key import PackKey, contents_of, is_genuine, parse_key

_SEND_AGAIN = "Send the agency its pack again, and ask it to fill in that copy and leave the key as it is"


@dataclass(frozen=True, slots=True)
class Whose:
    """The review that a file answers, the copy of the pack that it is, and the pack that was sent last."""

    review: AgencyReview
    round: ReviewRound
    copy: int
    pack: Pack

    @property
    def is_older(self) -> bool:
        return self.copy < self.pack.copy


def whose(hub: Hub, store: Store, returned: Returned, name: str) -> Whose:
    """Whose answer the file `name` is. Raises Refused where its key is none that was given out."""
    key = parse_key(returned.key)
    if key is None:
        raise _refused("key-altered", "Its key has been changed, or it is not a review pack of Hubdesk", name)
    review, round_ = _asked(hub, key, name)
    if not review.pack:
        raise _refused(
            "pack-not-sent",
            f"No pack is recorded as sent for {named(hub, review)}",
            name,
            "Send its pack first",
        )
    pack = kept_pack(store, review)
    if key.copy > pack.copy or (key.copy == pack.copy and key.contents != contents_of(pack)):
        raise _refused(
            "pack-not-sent", f"It is of a copy that is not recorded as sent: number {key.copy}", name
        )
    _refuse_others(hub, store, Whose(review, round_, key.copy, pack), returned, name)
    return Whose(review, round_, key.copy, pack)


def kept_pack(store: Store, review: AgencyReview) -> Pack:
    """The pack that was sent last for `review`. Raises Refused where it is not kept any more."""
    try:
        return pack_file.read(store.file(review.pack))
    except pack_file.BadPack as trouble:
        raise _refused(
            "pack-unreadable", f"The pack that was sent cannot be read: {trouble}", "the review"
        ) from trouble


def _asked(hub: Hub, key: PackKey, name: str) -> tuple[AgencyReview, ReviewRound]:
    round_ = hub.table(ReviewRound).get(key.round)
    if round_ is None:
        raise _refused(
            "another-hub",
            f"It answers a review that {hub.settings.name} does not have",
            name,
            "Take it in where it was sent from, or send the agency a pack of this hub",
        )
    if not is_genuine(key, round_):
        raise _refused("key-forged", f"Its key was not given out in review “{round_.name}”", name)
    review = hub.reviews_of.get(round_.id, {}).get(key.agency)
    if review is None:
        raise _refused(
            "agency-not-asked",
            f"Its agency is not asked in review “{round_.name}” any more",
            name,
            "Open a review that asks it",
        )
    return review, round_


def _refuse_others(hub: Hub, store: Store, found: Whose, returned: Returned, name: str) -> None:
    """Raises Refused where lines of another agency stand under this one's key."""
    strange = {one.line for one in returned.answers} - set(lines_of(found.pack)) - unlisted()
    if not strange:
        return
    for other in hub.reviews_of[found.round.id].values():
        if other.agency == found.review.agency or not other.pack:
            continue
        if strange & set(lines_of(kept_pack(store, other))):
            code, theirs = (hub.agencies[one].code for one in (found.review.agency, other.agency))
            raise _refused(
                "another-agencys-lines",
                f"It bears the key of {code}, and answers lines of {theirs}",
                name,
                "Find out who sent it. Send both agencies their own packs again",
                hub.agencies[found.review.agency].id,
            )


def _refused(code: str, what: str, where: str, remedy: str = _SEND_AGAIN, *records: RecordId) -> Refused:
    return Refused(error(code, what, where, remedy, records))
