"""A run as a table for people: agencies by stream, with totals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from hubdesk.charging.cover import rate_cover
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import Period

_BETWEEN = 3
"""Characters from one column to the next."""

_STREAMS: Mapping[str, frozenset[LineKind]] = {
    "Licences": frozenset({LineKind.LICENCE}),
    "Concessions": frozenset({LineKind.CONCESSION}),
    "Shared costs": frozenset({LineKind.SHARED, LineKind.FIXED_SHARE, LineKind.CAP}),
    "Vacant, unshared": frozenset({LineKind.VACANT_DESKS, LineKind.UNSHARED}),
    "Funded": frozenset({LineKind.CONCESSION_FUNDED, LineKind.CAP_FUNDED}),
    "Adjustments": frozenset({LineKind.ADJUSTMENT}),
}


Table = tuple[Sequence[str], Sequence[Sequence[str]]]


def headings_and_rows(run: Run, agency: RecordId | None, width: int) -> Table:
    """A row to each agency of `run` and the totals, or one `agency` alone; empty streams are left out.

    All of them are, where they would not fit into `width` characters.
    """
    table = _table(run, agency, in_full=True)
    return table if _width(table) <= width else _table(run, agency, in_full=False)


def _width(table: Table) -> int:
    headings, rows = table
    return sum(max(map(len, column)) + _BETWEEN for column in zip(headings, *rows, strict=True))


def _table(run: Run, agency: RecordId | None, *, in_full: bool) -> Table:
    lines = [line for line in run.lines if agency in (None, line.agency)]
    by_agency: defaultdict[RecordId, list[Line]] = defaultdict(list)
    for line in lines:
        by_agency[line.agency].append(line)
    streams = {
        name: kinds
        for name, kinds in _STREAMS.items()
        if in_full and any(line.kind in kinds for line in lines)
    }
    agencies = sorted(map(run.agency, by_agency), key=lambda one: one.code)
    rows = [[one.code, one.name, *_money(by_agency[one.id], streams)] for one in agencies]
    if agency is None:
        rows.append(["", "Total", *_money(lines, streams)])
    return ["Agency", "", *streams, "Net", "VAT", "Total"], rows


def _money(lines: Iterable[Line], streams: Mapping[str, frozenset[LineKind]]) -> list[str]:
    listed = list(lines)
    net: Pence = sum(line.pence for line in listed)
    vat: Pence = sum(line.vat_pence for line in listed)
    parts = [sum(line.pence for line in listed if line.kind in kinds) for kinds in streams.values()]
    return [pounds(pence) for pence in (*parts, net, vat, net + vat)]


def cover_in_words(run: Run) -> str:
    """What the licences bring in against the costs that the desk rate is to cover."""
    cover = rate_cover(run)
    time = "" if isinstance(run.of, Period) else f" in {run.year.name}"
    conceded = (
        f", less {pounds(cover.conceded_by_host)} of concessions that the host pays for"
        if cover.conceded_by_host
        else ""
    )
    judged = f"{pounds(abs(cover.over))} {'too little' if cover.over < 0 else 'over'}"
    return (
        f"Desk rate{time}: licences bring in {pounds(cover.gross)}{conceded}, "
        f"against {pounds(cover.costs)} of costs that it is to cover: {judged if cover.over else 'even'}"
    )
