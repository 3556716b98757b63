"""The packs of a round as files in one folder, and that they went out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cached_property, partial
from pathlib import Path

from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.review import AgencyReview, ReviewRound, Totals
from hubdesk.editing import reviews
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.review_pack import hubview, workbook
from hubdesk.exchange.review_pack.html.page import page
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.pdf.typeset import Typesetter
from hubdesk.workflows.document import Document
from hubdesk.workflows.file_names import file_names
from hubdesk.workflows.out_folder import Existing, File, OutFolder
from hubdesk.workflows.resources import fonts_folder, review_pack_template
from hubdesk.workflows.review.contents import pack_of
from hubdesk.workflows.review.gone_out import Note, notes_in, packs_out, remember
from hubdesk.workflows.review.rounds import SeenRounds
from hubdesk.workflows.review.totals import PackOut

__all__ = ["Existing", "Form", "PackFolder", "RoundPacks", "kept", "sent"]


class Form(Enum):
    """In what form a pack goes out; the value is the ending of the file."""

    WORKBOOK = ".xlsx"
    """To fill in and send back."""
    PDF = ".pdf"
    PAGE = ".html"
    HUBVIEW = ".hubview"
    """To look into with Hubdesk itself."""

    @property
    def words(self) -> str:
        """What people call it."""
        return _WORDS[self]


_WORDS = {Form.WORKBOOK: "Workbook", Form.PDF: "PDF", Form.PAGE: "Page", Form.HUBVIEW: "File to look into"}


class RoundPacks:
    """The packs of a round, each put together once: the next copy of each agency's, made on the day `made`.

    `hub` is the hub as it stands, which knows what went out; figures are those of the snapshots.
    """

    def __init__(self, hub: Hub, rounds: SeenRounds, round_: ReviewRound, made: date) -> None:
        self.hub = hub
        self.round = round_
        self._rounds = rounds
        self._made = made
        self._packs: dict[RecordId, Pack] = {}
        self._heeded: dict[RecordId, set[Note]] = {}
        self._left: dict[RecordId, str] = {}

    @cached_property
    def reviews(self) -> Mapping[RecordId, AgencyReview]:
        """Who is asked in the round, by agency, in order of code."""
        asked = self.hub.reviews_of.get(self.round.id, {})
        return {one: asked[one] for one in sorted(asked, key=lambda one: self.hub.agencies[one].code)}

    @property
    def agencies(self) -> tuple[Agency, ...]:
        return tuple(self.hub.agencies[one] for one in self.reviews)

    def asked(self, codes: Sequence[str]) -> tuple[Agency, ...]:
        """The agencies of those codes, all without any. Raises Refused for one that is not asked."""
        known = {one.code: one for one in self.agencies}
        if unknown := [code for code in codes if code not in known]:
            raise Refused(*(_not_asked(code, self.round) for code in unknown))
        return tuple(known[code] for code in dict.fromkeys(codes)) if codes else self.agencies

    def pack(self, agency: RecordId) -> Pack:
        """The pack of `agency`.

        Raises Refused where a snapshot is missing or cannot be worked out; and in a round whose totals are
        withheld, where one of a later round has left the house: its own charge then, beside what that one
        shows, could tell what others have.
        """
        if agency not in self._packs:
            self._heeded[agency] = self._notes(agency)
            out = tuple(packs_out(self._rounds, self._heeded[agency]))
            self._refuse_after_a_later_one(agency, out)
            self._packs[agency] = pack_of(
                self._rounds.seen(self.round),
                agency,
                copy=self.reviews[agency].copies + 1,
                made=self._made,
                earlier=self._rounds.earlier(self.hub, self.round, agency),
                out=out,
            )
        return self._packs[agency]

    def leaves(self, agency: RecordId) -> str:
        """Remember that the pack of `agency` leaves the house; the SHA-256 under which it is kept.

        Raises Refused as `pack` does, where the hub cannot be changed, and where totals are withheld and
        another pack has left since this one was put together, which was not chosen with that in mind.
        """
        if agency not in self._left:
            pack = self.pack(agency)
            if self._notes(agency) != self._heeded[agency]:
                raise Refused(_sent_meanwhile(self.hub.agencies[agency], self.round))
            self._left[agency] = remember(self._rounds.store, agency, self.round, pack)
        return self._left[agency]

    def _notes(self, agency: RecordId) -> set[Note]:
        """What has left the house for `agency` by now, where this round has to heed it."""
        return set() if self.round.totals is Totals.OPEN else notes_in(self._rounds.store, self.hub)[agency]

    def _refuse_after_a_later_one(self, agency: RecordId, out: Sequence[PackOut]) -> None:
        """A later round is one whose snapshot has this one in it."""
        for one in out:
            if self.round.id in one.seen.hub.table(ReviewRound):
                raise Refused(_later_sent(self.hub.agencies[agency], self.round, one.pack.review))


class PackFolder(OutFolder):
    """The packs of a round as files of the folder `place`: see `OutFolder`."""

    def __init__(self, packs: RoundPacks, place: Path, *, hub: str) -> None:
        super().__init__(place, hub=hub)
        self._packs = packs

    def files(self, agencies: Iterable[Agency], forms: Iterable[Form] = Form) -> tuple[File, ...]:
        """A file to each of `agencies` and `forms`, named by agency and round."""
        chosen, kinds = tuple(agencies), tuple(forms)
        names = file_names(f"{one.code} {self._packs.round.name}" for one in chosen)
        return tuple(
            File(
                f"{name}{form.value}",
                f"{form.words} for {agency_name(one)}",
                partial(self._write, one.id, form),
            )
            for name, one in zip(names, chosen, strict=True)
            for form in kinds
        )

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(review_pack_template(), fonts_folder())

    def _write(self, agency: RecordId, form: Form, path: Path) -> None:
        self._packs.leaves(agency)
        pack = self._packs.pack(agency)
        match form:
            case Form.WORKBOOK:
                workbook.write(pack, path)
            case Form.PDF:
                _put(self._typesetter.pdf(pack), path)
            case Form.PAGE:
                _put(page(pack, fonts_folder()).encode(), path)
            case Form.HUBVIEW:
                hubview.write(pack, path)


def sent(document: Document, packs: RoundPacks, agencies: Iterable[Agency], on: date) -> None:
    """Keep the packs of `agencies` as they went out `on` that day, and mark them as sent, in one change.

    Writing a pack does not send it, and only who sent it knows. Raises Refused as `Document.apply` does.
    """
    going = kept(packs, agencies)
    document.apply(reviews.sent(document.hub, going, on))


def kept(packs: RoundPacks, agencies: Iterable[Agency]) -> tuple[tuple[RecordId, str], ...]:
    """Keep the packs of `agencies` as they were written, for `editing.reviews.sent`: it takes a worker."""
    return tuple((packs.reviews[one.id].id, packs.leaves(one.id)) for one in agencies)


def _put(body: bytes, path: Path) -> None:
    with replacing(path) as draft:
        draft.write_bytes(body)


def _later_sent(agency: Agency, round_: ReviewRound, later: str) -> Problem:
    return error(
        "later-review-sent",
        f"{agency_name(agency)} was sent a pack of “{later}”, which is later. Beside that one, "
        "the totals of this review could tell what others have",
        f"review “{round_.name}”",
        f"Send it the packs of “{later}”, and leave it out here",
    )


def _sent_meanwhile(agency: Agency, round_: ReviewRound) -> Problem:
    return error(
        "pack-out-meanwhile",
        f"Another pack for {agency_name(agency)} was written while this one was put together. Beside that "
        "one, the totals in this one could tell what others have",
        f"review “{round_.name}”",
        "Write the packs once more",
    )


def _not_asked(code: str, round_: ReviewRound) -> Problem:
    return error(
        "not-asked",
        f"{code} is not asked in this review",
        f"review “{round_.name}”",
        "Name agencies by their codes; “hubdesk review status” lists those that are asked",
    )
