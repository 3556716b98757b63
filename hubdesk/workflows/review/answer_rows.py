"""An agency's answer beside its allocation: each line of its pack, and what it said of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, LineKey, parse_line_key
from hubdesk.domain.money import Pence
from hubdesk.domain.names import counted
from hubdesk.domain.query import Asks, Query
from hubdesk.domain.review import AgencyReview, State
from hubdesk.workflows.review.contents import RoundSeen
from hubdesk.workflows.review.desks import desk_lines
from hubdesk.workflows.review.licences import licence_lines
from hubdesk.workflows.review.others import others
from hubdesk.workflows.review.year import YearSeen
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Pounds, Text


class Said(Enum):
    """What an agency said of a line; the value is what people read, with a sign before it."""

    AGREED = "✓ agreed"
    BY_SILENCE = "✓ agreed by silence"
    QUERIED = "? asks"
    CORRECTED = "✎ to be corrected"
    WISHED = "+ wishes"
    NOTHING = "– nothing yet"
    NOT_ASKED = "not asked about"
    """It is part of the year's £, and nobody is asked whether it is right: the partners' pool."""


_BY_ASKING = {Asks.QUERY: Said.QUERIED, Asks.CORRECTION: Said.CORRECTED, Asks.WISH: Said.WISHED}
_KINDS = {
    About.DESK: "Desk",
    About.OTHER_DESK: "Another desk",
    About.LICENCE: "Licence",
    About.SHARE: "Share of a cost",
    About.WISH: "Wish",
}


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A line of a pack, by its key, with what it comes to in the year and what was said.

    What is charged besides and is not asked about has no key: its `id` is made of its words. `record` is the
    desk, licence or cost line that it is about, `query` what it led to, if anything.
    """

    id: str
    kind: str
    line: str
    """What it is about, in words: "G-014, G Ground floor, Open plan"."""
    pence: Pence | None
    said: Said
    words: str = ""
    """More of it: what it is to be corrected to, from when and why, and how the query stands."""
    record: RecordId | None = None
    query: RecordId | None = None


def answer_rows(hub: Hub, asking: RoundSeen, review: AgencyReview, state: State) -> tuple[AnswerRow, ...]:
    """Every line that the agency is asked about, what it said of it, and what it asks beside them.

    What it is charged besides comes after them, so that their £ are together all of its year's. `state` is
    how far its review is; `hub` is the hub as it stands, with the queries of the review. Raises
    Refused where the year of the round cannot be worked out.
    """
    raised = [one for one in hub.queries_of.get(review.agency, ()) if one.round == review.round]
    queries: Mapping[str, Query] = {one.line: one for one in raised}  # The latest, where there are several.
    agreed = frozenset(review.agreed)
    otherwise = Said.BY_SILENCE if state is State.AGREED_BY_SILENCE else Said.NOTHING
    lines = list(_lines(asking.seen, review.agency))
    known = {key for key, _, _ in lines}
    rows = [
        _row(key, line, pence, queries.get(key), Said.AGREED if key in agreed else otherwise)
        for key, line, pence in lines
    ]
    return (
        *rows,
        *_besides(asking.seen, review.agency),
        *(_row(key, one.said, None, one, Said.NOTHING) for key, one in queries.items() if key not in known),
    )


def left_open(rows: tuple[AnswerRow, ...]) -> tuple[str, ...]:
    """The lines of which nothing was said, in words, for a reminder."""
    return tuple(f"{row.kind}: {row.line}" for row in rows if row.said is Said.NOTHING)


def _lines(seen: YearSeen, agency: RecordId) -> Iterator[tuple[str, str, Pence | None]]:
    for desk in desk_lines(seen.hub, agency, seen.as_at):
        where = (desk.code, desk.floor, desk.area, desk.note)
        yield desk.asked.key, ", ".join(one for one in where if one), None
    for licence in licence_lines(seen, agency):
        yield licence.asked.key, f"{licence.code}, {counted(licence.desks, 'desk')}", licence.net
    for line in seen.shared_with(agency):
        net = sum(one.net(agency) for one in seen.costs[line.id])
        yield str(LineKey(About.SHARE, line.id)), f"{line.code} {line.name}".strip(), net


def _besides(seen: YearSeen, agency: RecordId) -> Iterator[AnswerRow]:
    for one in others(seen, agency):
        yield AnswerRow(f"besides:{one.what}", "Besides", one.what, one.pence, Said.NOT_ASKED, one.why)


def _row(key: str, line: str, pence: Pence | None, query: Query | None, said: Said) -> AnswerRow:
    about, record = parse_line_key(key)
    place = record if about in (About.DESK, About.LICENCE, About.SHARE) else None
    if query is None:
        return AnswerRow(key, _KINDS[about], line, pence, said, record=place)
    words = _told(query)
    return AnswerRow(key, _KINDS[about], line, pence, _BY_ASKING[query.asks], words, place, query.id)


def _told(query: Query) -> str:
    """What is wanted, why, and how the query stands: "not our desk: we left it. Query 4: explained"."""
    wanted = query.wanted
    if query.wished:
        wanted = f"{wanted}, from {in_words(query.wished)}".removeprefix(", ")
    said = ": ".join(one.rstrip(".") for one in (wanted, query.reason) if one)
    stands = query.end.value if query.end else f"before {query.stage.value}, due {in_words(query.due)}"
    return f"{said}; query {query.number}: {stands}".removeprefix("; ")


ANSWER_COLUMNS: tuple[Column[AnswerRow], ...] = (
    Column(id="kind", title="What", kind=Text(), value=lambda row: row.kind, opens=True),
    Column(id="line", title="Line", kind=Text(), value=lambda row: row.line, opens=True),
    Column(
        id="said",
        title="Says",
        kind=Text(),
        value=lambda row: row.said.value,
        opens=True,
        sample="✎ to be corrected",
    ),
    Column(
        id="words",
        title="In detail",
        kind=Text(),
        value=lambda row: row.words or None,
        opens=True,
        sample="x" * 40,
    ),
    Column(id="pence", title="The year", kind=Pounds(), value=lambda row: row.pence, total=summed),
)
"""What, its line, what was said, more of it, and the £ of the year without VAT."""
