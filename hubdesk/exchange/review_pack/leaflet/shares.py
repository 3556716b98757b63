"""The agency's shares of costs: of each its part, the whole, and what is taken off."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from hubdesk.domain.money import Pence
from hubdesk.exchange.review_pack.leaflet.figures import WITHHELD, conceded, exact
from hubdesk.exchange.review_pack.leaflet.leaflet import Row, Section, Table, Why
from hubdesk.exchange.review_pack.pack import Pack, Reckoned, ShareLine, SharePart
from hubdesk.exchange.statement.figures import MINUS, sum_of_money
from hubdesk.exchange.statement.statement import Cell, Column, Kind, Words

_TITLE = "Your shares of costs"
_BY_PERIOD = "see the periods below"
_HUNDRED = 100
_FIXED, _EQUALLY = "fixed share", "equally"
"""How a basis begins, or is, that no figure of the agency goes into."""


class _Figure(NamedTuple):
    """A column of money that stands only where a line has something in it."""

    heading: str
    of: Callable[[ShareLine], Pence]


_TAKEN_OFF = (
    _Figure("Over your cap £", lambda one: -one.over_cap),
    _Figure("Concession £", lambda one: -one.award),
)


def shares_of(pack: Pack, workings: dict[str, Reckoned]) -> Section:
    """Each cost with the agency's part of it, the whole, and what it pays."""
    if not pack.shares:
        return Section("shares", _TITLE, (f"You bear no share of a cost in {pack.year}.",))
    taken_off = [one for one in _TAKEN_OFF if any(map(one.of, pack.shares))]
    columns = (
        Column("Cost", Kind.WORDS),
        Column("Your part of all", Kind.FIGURE),
        Column("Whole cost £", Kind.MONEY),
        Column("Your share £", Kind.MONEY),
        *(Column(one.heading, Kind.MONEY) for one in taken_off),
        *([Column("You pay £", Kind.MONEY)] if taken_off else []),
    )

    def money(figures: Sequence[ShareLine]) -> tuple[Pence, ...]:
        """Share, what is taken off, and net, summed over `figures`."""
        of_each = (_share, *(one.of for one in taken_off), *([_net] if taken_off else []))
        return tuple(sum(map(of, figures)) for of in of_each)

    common = _common_concession(pack.shares)
    rows = tuple(
        Row((*_part_of(one, common), *money((one,))), _why(one, workings.pop(one.asked.key, None)))
        for one in pack.shares
    )
    total = (Words("Total"), None, None, *money(pack.shares)) if len(rows) > 1 else ()
    caption = f"Your shares of costs in {pack.year}"
    words = (_method(pack), f"{common}. It is taken off each share.") if common else (_method(pack),)
    return Section("shares", _TITLE, words, tables=(Table(caption, columns, rows, total),))


def _share(one: ShareLine) -> Pence:
    return one.share


def _net(one: ShareLine) -> Pence:
    return one.net


def _method(pack: Pack) -> str:
    said = "Your share is the whole cost × your part ÷ that of all, to the penny."
    if any("desk-days" in one.unit for one in pack.shares):
        said += " Desk-days are desks × days."
    return said


def _common_concession(shares: Sequence[ShareLine]) -> str:
    """The concession of all `shares` in words where they have the same; else nothing."""
    found = {_concession(one) for one in shares}
    return found.pop() if len(shares) > 1 and len(found) == 1 else ""


def _concession(one: ShareLine) -> str:
    return conceded(one.concession, one.funder) if one.award or one.funder else ""


def _part_of(one: ShareLine, common: str) -> tuple[Cell, ...]:
    """What the cost is, the agency's part, that of all, and the whole cost in the year."""
    told = [_shared_by(one)]
    if one.asked.held:
        told.append(f"We hold for you: {one.asked.held}")
    if (concession := _concession(one)) != common:
        told.append(concession)
    if one.share < 0:
        told.append(_credit(one))
    if one.note:
        told.append(one.note)
    if one.periods_note and len(one.parts) == 1:
        told.append(one.periods_note)
    costs = [each.cost for each in one.parts if each.cost is not None]
    cost: Cell = sum(costs) if len(costs) == len(one.parts) else Words(WITHHELD)
    return Words(f"{one.code} {one.name}".strip(), tuple(told)), _ratio(one), cost


def _shared_by(one: ShareLine) -> str:
    """By what the cost is shared: "Shared by FTE, counted in FTE × days", "A fixed share of 90 %"."""
    counted = f", counted in {one.unit}" if one.unit else ""
    if one.basis.startswith(_FIXED):
        return f"A {one.basis} {one.unit}".strip()
    return f"Shared {'' if one.basis == _EQUALLY else 'by '}{one.basis}{counted}"


def _credit(one: ShareLine) -> str:
    """Why the line is in the agency's favour, and where what a concession takes off that goes."""
    said = "A credit: money that comes in lowers what you pay, so your share has a minus."
    if one.award >= 0:
        return said
    whose = one.funder or "whoever pays for it"
    return (
        f"{said} A concession takes its percentage off credits as off charges: {sum_of_money(-one.award)} of "
        f"this one goes to {whose}, as your concessions are at their cost."
    )


def _ratio(one: ShareLine) -> Words:
    """Part and whole of the year where one pair says it: the same, or days that add up in one ratio."""
    pairs = [
        (each.part, each.whole) for each in one.parts if each.part is not None and each.whole is not None
    ]
    if len(pairs) < len(one.parts) or not pairs:
        parts = {each.part for each in one.parts}
        return Words(_or_withheld(parts.pop()) if len(parts) == 1 else _BY_PERIOD, (f"the whole {WITHHELD}",))
    first_part, first_whole = pairs[0]
    units = {each.unit for each in one.parts}
    if len(units) == 1:
        [unit] = units
        if len(set(pairs)) == 1:
            return Words(_of(first_part, first_whole, unit))
        if "day" in (unit or one.unit) and all(
            part * first_whole == whole * first_part for part, whole in pairs
        ):
            part, whole = (sum(figures, Fraction(0)) for figures in zip(*pairs, strict=True))
            return Words(_of(part, whole, unit))
    return Words(_BY_PERIOD)


def _of(part: Fraction, whole: Fraction, unit: str) -> str:
    """ "12 of 84", "12.5 of 92 days", "41.9 %"."""
    if unit == "%" and whole == _HUNDRED:
        return f"{exact(part)} %"
    return f"{exact(part)} of {exact(whole)} {unit}".strip()


def _or_withheld(figure: Fraction | None) -> str:
    return WITHHELD if figure is None else exact(figure)


def _why(one: ShareLine, working: Reckoned | None) -> Why | None:
    several = len(one.parts) > 1
    if not several and working is None:
        return None
    return Why(f"{one.code} {one.name}".strip(), _by_period(one) if several else None, working)


def _by_period(one: ShareLine) -> Table:
    odd = any(each.odd for each in one.parts)
    columns = (
        Column("Period", Kind.WORDS),
        Column("Your part", Kind.FIGURE),
        Column("Of all", Kind.FIGURE),
        Column("Whole cost £", Kind.MONEY),
        Column("Your share £", Kind.MONEY),
        *([Column("Odd pence", Kind.FIGURE)] if odd else []),
    )
    rows = tuple(Row(_period(each) if odd else _period(each)[:-1]) for each in one.parts)
    total = (Words("Total"), None, None, None, one.share, *([None] if odd else []))
    return Table(f"{one.code} {one.name}, period by period".strip(), columns, rows, total, one.periods_note)


def _counted(figure: Fraction | None, unit: str) -> Words:
    """ "92 days": with its unit where that is another one than the line's."""
    return Words(WITHHELD if figure is None else f"{exact(figure)} {unit}".strip())


def _period(each: SharePart) -> tuple[Cell, ...]:
    return (
        Words(each.period),
        _counted(each.part, each.unit),
        _counted(each.whole, each.unit),
        Words(WITHHELD) if each.cost is None else each.cost,
        each.share,
        Words(f"{each.odd:+,}p".replace("-", MINUS)) if each.odd else None,
    )
