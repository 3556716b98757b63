"""A review of all sixteen agencies of Parkside, from its opening to the run that puts things right."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from hubdesk.cli.given import now
from hubdesk.domain.hub import Hub
from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.money import pounds
from hubdesk.domain.query import End, Query, Stage
from hubdesk.domain.review import State
from hubdesk.editing import queries
from hubdesk.exchange.review_pack import hubview
from hubdesk.exchange.review_pack.layout import YOUR_CHARGES, YOUR_DESKS, Verdict
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.resources import Sample, sample_workbook
from hubdesk.workflows.review.correction_effects import corrected_years
from hubdesk.workflows.review.proposals import accepting, proposed
from hubdesk.workflows.review.rounds import SeenRounds
from hubdesk.workflows.review.states import RoundAtAGlance, at_a_glance
from hubdesk.workflows.standing import standing_of
from tests.command_line import done, hubdesk
from tests.exchange.review_pack.filling import Typed, Wish, fill, saved_by_libreoffice
from tests.libreoffice import LibreOffice

AGENCIES = (
    *("BID", "CAB", "CRS", "CUN", "DWP", "EMH", "HIA", "LCC"),
    *("LFR", "LPT", "MBC", "POL", "PRO", "REG", "VAM", "YOS"),
)
SILENT = ("LFR", "REG")
IN_LIBREOFFICE = ("BID", "CRS", "EMH", "LCC", "MBC", "PRO", "YOS")
"""The others use Excel."""

AS_AT, DEADLINE = date(2026, 12, 1), date(2099, 1, 15)
MAY, JUNE, NEXT_YEAR = date(2026, 5, 1), date(2026, 6, 1), date(2027, 4, 1)

ANSWERED = {
    State.AGREED: ("BID", "CRS", "CUN", "DWP", "MBC", "VAM"),
    State.QUERIED: ("CAB", "EMH", "HIA", "LCC", "LPT", "POL", "PRO"),
    State.ANSWERED: ("YOS",),
    State.SENT: SILENT,
}
SETTLED = {
    State.AGREED: ANSWERED[State.AGREED],
    State.SETTLED: ("CAB", "EMH", "HIA", "LPT", "POL", "PRO"),
    State.QUERIED: ("LCC",),
    State.ANSWERED: ("YOS",),
    State.AGREED_BY_SILENCE: SILENT,
}

Charges = Mapping[tuple[str, str, str], int]
"""Pence by agency, kind of line and source."""


class Said(NamedTuple):
    """What an agency fills in beyond its agreement to the rest of `sheets`."""

    lines: Mapping[str, tuple[Typed | Verdict, ...]] = {}
    sheets: tuple[str, ...] = (YOUR_DESKS, YOUR_CHARGES)
    wish: Wish | None = None
    remark: str | None = None


@dataclass(frozen=True)
class Office:
    """Who runs the hub: its file at `place`, and all else that comes and goes, in `folder`."""

    folder: Path

    @property
    def place(self) -> str:
        return str(self.folder / "parkside.hubdesk")

    def charges(self, period: str, of: str | None = None) -> Charges:
        """What a run charges; with `of` what it adjusts of that period."""
        return charges(self.place, period, of)


def test_all_agencies_are_asked_answer_and_are_put_right(libreoffice: LibreOffice, tmp_path: Path) -> None:
    office = Office(tmp_path)
    done("import", sample_workbook(Sample.PARKSIDE), office.place)
    done("issue", office.place, "2026-27-Q1")
    year = totals(office.charges("2026-27"))
    packs = packs_out(office)
    assert {code: pack.total for code, pack in packs.items()} == year

    come_back = filled_in(office, packs, libreoffice)
    answers_in(office, come_back, packs, year)

    with open_store(office.place, user="Ann", mode=Mode.WRITE) as store:
        document = Document(store, clock=now)
        foreseen = settle(document)
        settled(document, packs)
    put_right(office, foreseen)


def packs_out(office: Office) -> Mapping[str, Pack]:
    """Open the review, and send everybody a pack."""
    asked = [word for code in AGENCIES for word in ("--agency", code)]
    opened = done(
        *("review", "open", office.place, "--name", "Autumn", "--silence-agrees", *asked),
        *("--as-at", AS_AT.isoformat(), "--deadline", DEADLINE.isoformat()),
    )
    assert opened.out.endswith("16 agencies to answer by 15 January 2099\n")
    sent = done("review", "packs", office.place, office.folder / "out")
    assert sent.out.endswith("Packs of “Autumn” for 16 agencies: marked as sent\n")
    out = {path.name for path in (office.folder / "out").iterdir()}
    assert out == {
        f"{code} Autumn.{kind}" for code in AGENCIES for kind in ("xlsx", "pdf", "html", "hubview")
    }
    assert "16 agencies: 16 sent" in done("review", "status", office.place).out
    return {code: hubview.read(office.folder / "out" / f"{code} Autumn.hubview") for code in AGENCIES}


def filled_in(office: Office, packs: Mapping[str, Pack], libreoffice: LibreOffice) -> Mapping[str, Path]:
    """The workbooks that come back: filled in, and saved by Excel or by LibreOffice."""
    back: dict[str, Path] = {}
    for code, said in everybody_says(packs).items():
        path = back[code] = office.folder / "out" / f"{code} Autumn.xlsx"
        fill(
            path,
            said.lines,
            wish=said.wish,
            remark=said.remark,
            agree_to_all=said.sheets,
            signed_by=f"Manager of {code}",
            signed_on=today(),
        )
    saved = saved_by_libreoffice(libreoffice, *(back[code] for code in IN_LIBREOFFICE))
    return back | dict(zip(IN_LIBREOFFICE, saved, strict=True))


def everybody_says(packs: Mapping[str, Pack]) -> Mapping[str, Said]:
    """What each agency says; LFR and REG say nothing."""
    licence = {code: packs[code].licences[0].asked.key for code in AGENCIES}
    share = {(code, one.code): one.asked.key for code, pack in packs.items() for one in pack.shares}
    said = dict.fromkeys((code for code in AGENCIES if code not in SILENT), Said())
    said["CAB"] = Said({licence["CAB"]: (Verdict.QUERY, None, None, None, "Is the discount in it?")})
    said["DWP"] = Said(wish=Wish(2, NEXT_YEAR, "growing"))
    said["EMH"] = Said({share["EMH", "C13"]: (Verdict.CORRECT, 3.5, "our figure is wrong", MAY)})
    said["HIA"] = Said({"other desk:1": (None, "1-076", None, AS_AT, "Ours since the autumn")})
    said["LCC"] = Said({share["LCC", "C16"]: (Verdict.QUERY, None, "the basis is wrong")})
    said["LPT"] = Said({licence["LPT"]: (Verdict.CORRECT, 7, "the number of desks is wrong", JUNE)})
    said["POL"] = Said({share["POL", "C14"]: (Verdict.QUERY, None, "we do not use this")})
    said["PRO"] = Said({packs["PRO"].desks[0].asked.key: (Verdict.CORRECT, "not our desk", None, JUNE)})
    said["VAM"] = Said(wish=Wish(-1, NEXT_YEAR, "shrinking"), remark="With many thanks")
    said["YOS"] = Said(sheets=(YOUR_DESKS,))
    return said


def answers_in(
    office: Office, back: Mapping[str, Path], packs: Mapping[str, Pack], year: Mapping[str, int]
) -> None:
    """Take in what came back, in one go; a second time nothing is left to take."""
    told = done("review", "answers", office.place, *back.values())
    assert told.out.endswith("Took in 14 answers of 14 files\n")
    for code, path in back.items():
        assert f"{path.name}: ready to take in; {code}: " in told.out
    assert told.err.count("lines are not answered") == 1, "YOS says nothing of its charges"
    again = hubdesk("review", "answers", office.place, *back.values())
    assert (again.status, again.out.count("taken in already")) == (1, 14)

    status = done("review", "status", office.place).out
    assert "16 agencies: 2 sent, 1 answered, 6 agreed, 7 queried" in status
    assert "10 queries open, none overdue." in status, "seven that ask, two wishes and a remark"
    for state, codes in ANSWERED.items():
        for code in codes:
            row = row_of(status, code)
            assert f" {state.value} " in row
            assert row.endswith(pounds(year[code]))
            # HIA agrees every line that it was asked about, and asks for one desk more.
            agrees_all = state is State.AGREED or code == "HIA"
            assert row.count(pounds(year[code])) == (2 if agrees_all else 1), row
    assert f"of {pounds(sum(year.values()))}" in status


def settle(document: Document) -> Mapping[str, int]:
    """End or pass on what was asked, as the window does; what the next run is said to adjust, by agency."""
    foreseen: Counter[str] = Counter()
    for query in sorted(document.hub.queries.values(), key=lambda one: one.number):
        match query_name_of(document.hub, query):
            case "EMH C13" | "LPT L07" | "PRO G-047":
                adjusted = accept(document, query)
                assert adjusted, "it changes charges of the quarter that was issued"
                foreseen.update(adjusted)
            case "HIA other desk" | "DWP wish" | "VAM wish":
                assert not accept(document, query), "it begins after the quarter that was issued"
            case "CAB L12":
                end(document, query, End.EXPLAINED, "Yes: see its concession")
            case "POL C14":
                end(document, query, End.WITHDRAWN, "We have found the meter")
            case "VAM remark":
                end(document, query, End.EXPLAINED, "")
            case "LCC C16":
                assert query.said == "Share of C16 Partnership board secretariat, equally"
                passed_on = queries.escalate(
                    document.hub, query.id, Stage.HOUSE_COMMITTEE, words="For June", by="Ann", on=today()
                )
                document.apply(passed_on)
            case other:
                raise AssertionError(f"nobody asked about {other}")
    return {agency: pence for agency, pence in foreseen.items() if pence}


def query_name_of(hub: Hub, query: Query) -> str:
    """Who asks about what: "EMH C13"."""
    key = parse_line_key(query.line)
    about = key.about.value
    match key.about:
        case About.DESK:
            about = hub.desks[key.id].code
        case About.LICENCE:
            about = hub.licences[key.id].code
        case About.SHARE:
            about = hub.cost_lines[key.id].code
        case About.WISH if not query.wanted:
            about = "remark"
        case About.WISH | About.OTHER_DESK:
            pass
    return f"{hub.agencies[query.agency].code} {about}"


def accept(document: Document, query: Query) -> Mapping[str, int]:
    """Make the correction that is proposed; what the next run adjusts by it, as the window tells first."""
    correction = proposed(document.hub, query.id).change
    years = corrected_years(standing_of(document.store), correction, AS_AT)
    assert {one.next_run for one in years} <= {"2026-27-Q2"}
    document.apply(accepting(document.hub, query.id, correction, words="", by="Ann", on=today()))
    ended = document.hub.queries[query.id]
    assert (ended.end, ended.ended) == (End.ACCEPTED, today())
    assert document.hub.messages_of[query.id][-1].words.startswith("Accepted. ")
    return {
        document.hub.agencies[one.agency].code: one.adjusted
        for year in years
        for one in year.of
        if one.adjusted
    }


def end(document: Document, query: Query, how: End, words: str) -> None:
    document.apply(queries.end(document.hub, query.id, how, words=words, by="Ann", on=today()))


def settled(document: Document, packs: Mapping[str, Pack]) -> None:
    """Once the deadline is over, who was silent has agreed; what is agreed is told in desks and pounds."""
    [round_] = document.hub.review_rounds
    asking = SeenRounds(document.store).seen(round_)
    in_time = at_a_glance(document.hub, asking, DEADLINE)
    late = at_a_glance(document.hub, asking, DEADLINE + timedelta(1))
    waiting = {state: codes for state, codes in SETTLED.items() if state is not State.AGREED_BY_SILENCE}
    assert states(in_time) == waiting | {State.SENT: SILENT}
    assert states(late) == SETTLED
    for one in late.agencies:
        pack = packs[one.agency.code]
        assert (one.desks, one.pence) == (len(pack.desks), pack.total)
        match pack.agency_code:
            case "LCC":  # Not what it still asks about, and not its part of the pool while it asks.
                shares = [share.net for share in pack.shares if share.code != "C16"]
                agreed = sum(shares) + sum(licence.net for licence in pack.licences)
                assert (one.desks_agreed, one.pence_agreed) == (14, agreed)
            case "YOS":
                assert (one.desks_agreed, one.pence_agreed) == (3, 0)
            case _:
                assert (one.desks_agreed, one.pence_agreed) == (one.desks, one.pence)
    waited_for = [one for one in in_time.agencies if one.state is State.SENT]
    assert late.pence_agreed - in_time.pence_agreed == sum(one.pence for one in waited_for) > 0


def states(glance: RoundAtAGlance) -> Mapping[State, tuple[str, ...]]:
    found: defaultdict[State, tuple[str, ...]] = defaultdict(tuple)
    for one in glance.agencies:
        found[one.state] += (one.agency.code,)
    return dict(found)


def put_right(office: Office, foreseen: Mapping[str, int]) -> None:
    """The next draft adjusts what was issued to what it would have been, and says why."""
    issued = office.charges("2026-27-Q1")
    adjusted = office.charges("2026-27-Q2", of="2026-27-Q1")
    assert totals(adjusted) == foreseen

    done("export", office.place, "--as", "hub-workbook", office.folder / "right.xlsx")
    right = str(office.folder / "right.hubdesk")
    done("import", office.folder / "right.xlsx", right)
    assert together(issued, adjusted) == charges(right, "2026-27-Q1")

    # £3,091.51 × 4.5 of 219.65 for all days; 3.5 of 218.65 for the last 61 of 91. Two odd pennies may go.
    assert adjusted["EMH", "shared", "C13"] == pytest.approx(-928.4, abs=2)
    # A desk less at £2,850.00 a year for the 30 days of June.
    assert adjusted["LPT", "licence", "L07"] == -234_24
    assert not [1 for agency, _, source in adjusted if (agency, source) == ("POL", "C14")]
    for agency, source, reason in (
        ("EMH", "C13", "EMH: FTE 4.5 → 3.5 from 1 May 2026"),
        ("BID", "C13", "EMH: FTE 4.5 → 3.5 from 1 May 2026"),
        ("LPT", "L07", "licence L07: 8 → 7 desks from 1 June 2026"),
        ("PRO", "C12", "PRO: allocated desks 6 → 5 from 1 June 2026"),
    ):
        told = done("explain", office.place, "2026-27-Q2", agency, source).out
        assert f"adjustment of 2026-27-Q1, {'licence' if source == 'L07' else 'shared'}" in told
        assert f"because {reason}\n" in told

    warned = done("issue", office.place, "2026-27-Q2")
    assert "rests on occupancy that 3 agencies never agreed." in warned.out
    assert agencies_warned(warned.err) == {"LFR", "REG", "YOS"}
    assert not office.charges("2026-27-Q3", of="2026-27-Q1"), "it is put right once"
    assert "2 runs verified" in done("verify", office.place).out
    log = done("log", office.place).out
    for what in (
        "Take in the answers of 14 agencies",
        "Accept query 3 of EMH: FTE of EMH: 3.5 from 1 May 2026",
    ):
        assert what in log


def agencies_warned(told: str) -> set[str]:
    """Whose occupancy was never agreed, as issuing tells it."""
    found = (re.match(r"warning: agency (\w+): .*\(Autumn\)", line) for line in told.splitlines())
    return {one[1] for one in found if one}


def row_of(status: str, code: str) -> str:
    return next(line for line in status.splitlines() if line.startswith(f"{code} "))


def charges(place: str, period: str, of: str | None = None) -> Charges:
    """What a run charges; with `of` what it adjusts of that period."""
    run = done("recharge", place, period, "--json", "-").data
    assert {one["difference"] for one in run["identities"]} == {0}
    found: defaultdict[tuple[str, str, str], int] = defaultdict(int)
    for one in run["lines"]:
        if one.get("of") == of:
            found[one["agency"], one.get("of_kind") or one["kind"], one["source"]] += one["pence"]
    return dict(found)


def together(*several: Charges) -> Charges:
    found: Counter[tuple[str, str, str]] = Counter()
    for one in several:
        found.update(one)
    return {key: pence for key, pence in found.items() if pence}


def totals(of: Charges) -> Mapping[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for (agency, _, _), pence in of.items():
        found[agency] += pence
    return dict(found)


def today() -> date:
    return now().astimezone().date()
