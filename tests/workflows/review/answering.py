"""A hub whose agencies were sent their packs, to answer them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.query import Query
from hubdesk.domain.review import AgencyReview, ReviewRound
from hubdesk.editing import reviews
from hubdesk.exchange.review_pack import pack_file
from hubdesk.exchange.review_pack.layout import YOUR_CHARGES, YOUR_DESKS, Verdict
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.workbook import write
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.opening import made
from hubdesk.workflows.review.answer_whose import kept_pack
from hubdesk.workflows.review.answers import change_of, keep_files, taken_in
from hubdesk.workflows.review.contents import pack_of
from hubdesk.workflows.review.incoming import Incoming, Standing
from hubdesk.workflows.review.rounds import RoundWanted, SeenRounds, round_opened
from tests.builders.hub import a_hub
from tests.exchange.review_pack.filling import Wish, fill

OPENED = date(2026, 11, 23)
DEADLINE = date(2027, 1, 15)
TODAY = date(2026, 12, 20)
SECRET = "0123456789abcdef" * 4

Lines = Mapping[str, tuple[str | int | float | date | Verdict | None, ...]]


def three_agencies() -> Hub:
    """A host, the police with three desks and advice with two; the cleaning is shared."""
    hub = a_hub().agency("POL", "public").agency("CAB", "voluntary")
    hub = hub.licence("L-HBC", "HBC", 4).licence("L-POL", "POL", 3).licence("L-CAB", "CAB", 2)
    hub = hub.floor("G").desks(10)
    for number, agency in enumerate(("POL", "POL", "POL", "CAB", "CAB"), 1):
        hub = hub.allocation(f"G-{number:03}", agency)
    return hub.cost_line("C01", 9000).build()


def a_moment() -> datetime:
    return datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Asking:
    """An open hub, and the folder in which its packs come and go."""

    document: Document
    folder: Path

    @property
    def round(self) -> ReviewRound:
        return self.document.hub.review_rounds[-1]

    def review(self, code: str) -> AgencyReview:
        return self.document.hub.reviews_of[self.round.id][self.document.hub.agency_codes[code].id]

    def queries(self, code: str) -> tuple[Query, ...]:
        return self.document.hub.queries_of.get(self.document.hub.agency_codes[code].id, ())

    def pack(self, code: str) -> Pack:
        """The pack that the agency was sent last."""
        return kept_pack(self.document.store, self.review(code))

    def desk(self, code: str, number: int) -> str:
        """The key of the agency's desk of that place in its list, from 1."""
        return self.pack(code).desks[number - 1].asked.key

    def open(self, name: str = "Autumn 2026", *, secret: str = SECRET) -> ReviewRound:
        others = tuple(one.id for one in self.document.hub.agencies.values() if one.code != "HBC")
        wanted = RoundWanted(name, date(2026, 12, 1), DEADLINE, others)
        return round_opened(self.document, wanted, today=OPENED, secret=secret)

    def send(self, code: str) -> Path:
        """Send the agency its pack; its workbook."""
        review, hub = self.review(code), self.document.hub
        seen = SeenRounds(self.document.store).seen(self.round)
        pack = pack_of(seen, review.agency, copy=review.copies + 1, made=OPENED)
        kept = self.document.store.keep_file(pack_file.written(pack))
        self.document.apply(reviews.sent(hub, [(review.id, kept)], OPENED))
        return self.workbook(code)

    def workbook(self, code: str, name: str = "") -> Path:
        """The workbook of the pack that was sent last, as it went out."""
        path = self.folder / f"{name or code}.xlsx"
        write(self.pack(code), path)
        return path

    def answered(self, code: str, lines: Lines | None = None, *, name: str = "", **rest: object) -> Path:
        """The workbook filled in: `lines` as given, all else agreed unless `agree_to_all` says otherwise."""
        path = self.workbook(code, name)
        given = {"signed_by": "Manager", "signed_on": TODAY, "agree_to_all": (YOUR_DESKS, YOUR_CHARGES)}
        fill(path, lines or {}, **(given | rest))  # type: ignore[arg-type]
        return path

    def come(self, *paths: Path, today: date = TODAY) -> tuple[Incoming, ...]:
        return taken_in(self.document.hub, self.document.store, paths, today)

    def take(self, *incoming: Incoming, today: date = TODAY, withdraw: tuple[Query, ...] = ()) -> Change:
        """Take in what came, and hand back the change."""
        keep_files(self.document.store, incoming)
        change = change_of(self.document.hub, incoming, today, withdraw=[one.id for one in withdraw])
        self.document.apply(change)
        return change

    def ready(self, path: Path, today: date = TODAY) -> Incoming:
        [one] = self.come(path, today=today)
        assert one.standing is Standing.READY, one.problems
        return one

    def refused(self, path: Path) -> str:
        """With what the file is refused, told plainly; nothing is changed by it."""
        before = self.document.hub
        [one] = self.come(path)
        assert one.standing is Standing.REFUSED, one
        assert self.document.hub is before
        for problem in one.problems:
            assert problem.what
            assert problem.where
            assert problem.remedy
        return one.problems[0].code


def asking(folder: Path) -> Asking:
    """Autumn 2026 is open, and both agencies have their packs."""
    document = made(str(folder / "hub.hubdesk"), three_agencies(), "Hub", user="Ann", clock=a_moment)
    made_ = Asking(document, folder)
    made_.open()
    for code in ("POL", "CAB"):
        made_.send(code)
    return made_


def opened_in(folder: Path) -> Asking:
    """The hub that lies in `folder`."""
    return Asking(
        Document(open_store(str(folder / "hub.hubdesk"), user="Ann", mode=Mode.WRITE), clock=a_moment), folder
    )


def codes(one: Incoming) -> list[str]:
    return [problem.code for problem in one.problems]


def a_wish(desks: int) -> Wish:
    return Wish(desks, date(2027, 4, 1), "growing")
