"""The columns of who takes part in a cost line: list, fixed shares, caps, and what each pays."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import Pence, to_penny
from hubdesk.domain.names import named
from hubdesk.editing import cost_lines
from hubdesk.editing.records import refusal
from hubdesk.workflows.costs.line_shares import ShareRow, Worked
from hubdesk.workflows.costs.shares import POINTS
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Choice, Percent, Pounds, Text

_YES_NO = Choice(lambda _hub: (("yes", True), ("no", False)))


def set_takes_part(hub: Hub, row: ShareRow, takes_part: bool) -> Change:  # noqa: FBT001  a cell's value
    """The agency on the list of those who share, or off it. Raises Refused where nobody would be left."""
    agency, line = row.sharer.agency, row.line
    listed = hub.participants_of.get(line, frozenset(hub.agencies))
    wanted = listed | {agency} if takes_part else listed - {agency}
    if not wanted:
        raise refusal(
            "nobody-takes-part",
            "A cost that is shared needs somebody who takes part",
            named(hub, hub.cost_lines[line]),
            "Let another agency take part first, or set the recovery to host",
            hub.cost_lines[line],
        )
    everybody = wanted >= set(hub.agencies)
    return cost_lines.set_participants(hub, line, () if everybody else sorted(wanted))


def set_fixed(hub: Hub, row: ShareRow, percent: Decimal | None) -> Change:
    """The agency's fixed share, or none."""
    if percent is None:
        return cost_lines.remove_fixed_share(hub, row.line, row.sharer.agency)
    return cost_lines.set_fixed_share(hub, row.line, row.sharer.agency, percent)


def set_cap(hub: Hub, row: ShareRow, pence: Pence | None) -> Change:
    """The most that the agency pays a year, or no cap."""
    if pence is None:
        return cost_lines.remove_cap(hub, row.line, row.sharer.agency)
    return cost_lines.set_cap(hub, row.line, row.sharer.agency, pence)


def _called(row: ShareRow) -> str:
    return row.code if row.is_agency else f"{row.code}: {row.sharer.bears.value}"


def _is_agency(row: ShareRow) -> bool:
    return row.is_agency


def _percent(figure: Callable[[Worked], Fraction | None]) -> Callable[[ShareRow], Decimal | None]:
    """A part in hundredths of a per cent, as tables show it; copies have the same."""

    def value(row: ShareRow) -> Decimal | None:
        found = None if row.worked is None else figure(row.worked)
        return None if found is None else Decimal(to_penny(found * 100)).scaleb(-2)

    return value


def _pence(figure: Callable[[Worked], Pence]) -> Callable[[ShareRow], Pence | None]:
    return lambda row: None if row.worked is None else figure(row.worked)


def _moved(row: ShareRow) -> str:
    """A word on a share that is far from last year's."""
    if row.worked is None or not row.worked.is_far or row.worked.points is None:
        return ""
    way = "above" if row.worked.points > 0 else "below"
    return f"More than {POINTS} percentage points {way} last year’s share"


def _sum_percent(rows: Sequence[ShareRow], value: Callable[[ShareRow], Any]) -> Any:
    """All parts together are the whole: taken from the exact ones, lest hundredths do not add up."""
    if not rows or all(value(row) is None for row in rows):
        return None
    exact = sum((row.worked.part for row in rows if row.worked), Fraction(0))
    return Decimal(to_penny(exact * 10_000)).scaleb(-2)


SHARE_COLUMNS: Sequence[Column[ShareRow]] = (
    Column(id="code", title="Agency", kind=Text(), value=_called, sample="MBC: vacant desks"),
    Column(id="name", title="Name", kind=Text(), value=lambda row: row.name, shown=False),
    Column(
        id="takes_part",
        title="Takes part",
        kind=_YES_NO,
        value=lambda row: ("yes" if row.takes_part else "no") if row.is_agency else None,
        edit=set_takes_part,
        open_to=_is_agency,
        hint="Whether it shares by the basis. A fixed share is paid all the same",
    ),
    Column(
        id="fixed",
        title="Fixed share",
        kind=Percent(),
        value=lambda row: row.fixed,
        edit=set_fixed,
        open_to=_is_agency,
        may_be_blank=True,
        hint="Per cent of the cost that it pays before the rest is shared",
    ),
    Column(
        id="cap",
        title="Cap",
        sample="1,234.00",
        kind=Pounds(),
        value=lambda row: row.cap,
        edit=set_cap,
        open_to=_is_agency,
        may_be_blank=True,
        hint="The most that it pays of this cost in the year; the host bears what is above",
    ),
    Column(
        id="part",
        title="Share",
        kind=Percent(2),
        value=_percent(lambda one: one.part * 100),
        total=_sum_percent,
        opens=True,
        sample="100,000.00 %",
        note=_moved,
        hint="Of the whole cost, day by day over the year, before caps and concessions",
    ),
    Column(
        id="before",
        title="Last year",
        kind=Percent(2),
        value=_percent(lambda one: None if one.before is None else one.before * 100),
        opens=True,
        sample="100,000.00 %",
    ),
    Column(
        id="pays",
        title="Pays",
        kind=Pounds(),
        value=_pence(lambda one: one.pays),
        sample="123,456.00",
        total=summed,
        opens=True,
        hint="In the year, without VAT: share less what is above the cap less concession",
    ),
    Column(
        id="share",
        title="Before cap",
        kind=Pounds(),
        value=_pence(lambda one: one.share),
        total=summed,
        shown=False,
    ),
    Column(
        id="over_cap",
        title="Above cap",
        kind=Pounds(),
        value=_pence(lambda one: one.cap),
        total=summed,
        shown=False,
    ),
    Column(
        id="concession",
        title="Concession",
        kind=Pounds(),
        value=_pence(lambda one: one.concession),
        total=summed,
        shown=False,
    ),
)
