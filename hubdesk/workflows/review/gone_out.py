"""Packs that have left the house, remembered for good: what they told cannot be taken back.

A pack that was written into a folder may have been sent, marked or not, and it stays sent when the mark is
undone, its review renamed, another copy made or the review removed. So before a pack is written the store
keeps it, with a note of whose it is and of what snapshot: files that the store keeps are outside the log,
and no undo takes them away. The log alone would not do: it has what was marked, and not what was only
written. What a review itself says was sent last counts too. A hub that is open only to be looked at could
not remember, so no pack is written from it.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.plain import canonical
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.review import ReviewRound
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.store import Store
from hubdesk.workflows.review.rounds import SeenRounds
from hubdesk.workflows.review.totals import PackOut

_START = b"hubdesk: a pack that left the house, form 1\n"
_LONGEST = 1000
"""Bytes of a note."""


@dataclass(frozen=True, slots=True)
class Note:
    """The hashes under which the store keeps a pack of `agency` and its snapshot, as at that day."""

    agency: RecordId
    pack: str
    snapshot: str
    as_at: str

    @classmethod
    def of(cls, agency: RecordId, pack: str, round_: ReviewRound) -> "Note":
        return cls(agency, pack, round_.snapshot, round_.as_at.isoformat())


def notes_in(store: Store, hub: Hub) -> dict[RecordId, set[Note]]:
    """What has left the house, by agency: by the notes that `store` keeps, and by the reviews of `hub`."""
    found: defaultdict[RecordId, set[Note]] = defaultdict(set)
    for body in store.files_that_begin(_START, _LONGEST):
        note = Note(**json.loads(body.removeprefix(_START)))
        found[note.agency].add(note)
    for round_ in hub.review_rounds:
        for agency, review in hub.reviews_of.get(round_.id, {}).items():
            if review.pack:
                found[agency].add(Note.of(agency, review.pack, round_))
    return found


def remember(store: Store, agency: RecordId, round_: ReviewRound, pack: Pack) -> str:
    """Keep `pack`, which is about to leave the house; its SHA-256."""
    sha256 = store.keep_file(pack_file.written(pack))
    store.keep_file(_START + canonical(asdict(Note.of(agency, sha256, round_))).encode())
    return sha256


def packs_out(rounds: SeenRounds, notes: set[Note]) -> Iterator[PackOut]:
    """The packs of `notes`. Raises Refused where one, or its snapshot, is missing or altered."""
    for one in sorted(notes, key=lambda note: note.pack):
        try:
            pack = pack_file.read(rounds.store.file(one.pack))
        except pack_file.BadPack as trouble:
            raise Refused(_unreadable(str(trouble))) from trouble
        yield PackOut(rounds.year(one.snapshot, date.fromisoformat(one.as_at)), pack)


def _unreadable(why: str) -> Problem:
    return error(
        "pack-unreadable",
        f"What an earlier pack told cannot be read: {why}",
        "the review",
        "Use the version of Hubdesk that wrote that pack",
    )
