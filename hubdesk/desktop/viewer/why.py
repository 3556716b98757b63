"""Why a figure of a pack is what it is: as the pack tells it, else from its figures. Knows nothing of Qt."""

from fractions import Fraction

from hubdesk.desktop.viewer.rows import AWARD, BEFORE, NET, OVER, Charge, charge_rows, charges_of
from hubdesk.domain.days import in_words
from hubdesk.domain.money import pounds
from hubdesk.exchange.review_pack.pack import (
    DeskSpell,
    LicenceLine,
    Other,
    Pack,
    Reckoned,
    ShareLine,
    SharePart,
)

_PLACES = 10_000


def why_charge(pack: Pack, id_: str, column: str) -> Reckoned:
    """Why the figure of the charge `id_` is what it is. Raises IndexError."""
    one = list(charges_of(pack))[int(id_)]
    if column == BEFORE and isinstance(one, LicenceLine):
        return _gross(pack, one)
    if column == AWARD and isinstance(one, LicenceLine):
        return _award(pack, one)
    if column == BEFORE and isinstance(one, ShareLine):
        return _share(one)
    return _net(pack, one)


def why_total(pack: Pack) -> Reckoned:
    """Why the charges of the year come to what they do."""
    of = tuple(_net(pack, one) for one in charges_of(pack))
    return Reckoned(f"Charges of {pack.year}, without VAT", pounds(pack.total), "the sum of these", of)


def why_column(pack: Pack, column: str) -> Reckoned:
    """Why the total below a column of money is what it is."""
    if column == NET:
        return why_total(pack)
    name = {BEFORE: "Before concessions", OVER: "Over the cap", AWARD: "Concessions"}[column]
    found = [(one, value) for one in charge_rows(pack) if (value := getattr(one, column)) is not None]
    total = sum(value for _, value in found)
    of = tuple(why_charge(pack, one.id, column) for one, _ in found)
    return Reckoned(f"{name}, {pack.year}", pounds(total), "the sum of these", of)


def why_estimate(pack: Pack, id_: str) -> Reckoned:
    """Why a line of the estimate, or with an empty id all of it, is what it is."""
    assert pack.estimate is not None
    rows = tuple(_besides(one) for one in pack.estimate.rows)
    if id_:
        return rows[int(id_)]
    what = f"Estimate for {pack.estimate.year}"
    return Reckoned(what, pounds(pack.estimate.total), "the sum of these", rows)


def why_as_text(step: Reckoned) -> str:
    """The figure and all below it, each step under what it leads to."""
    lines: list[str] = []
    waiting = [(step, 0)]
    while waiting:
        one, level = waiting.pop()
        lines.append(f"{'  ' * level}{said(one)}")
        waiting.extend((below, level + 1) for below in reversed(one.of))
    return "\n".join(lines)


def said(step: Reckoned) -> str:
    """One step as a line."""
    return f"{step.what}: {step.figure}" + (f", {step.how}" if step.how else "")


def _net(pack: Pack, one: Charge) -> Reckoned:
    """As the pack tells it, else from its figures."""
    if isinstance(one, Other):
        return _besides(one)
    told = next((reckoned for key, reckoned in pack.workings if key == one.asked.key), None)
    if told is not None:
        return told
    if isinstance(one, LicenceLine):
        of = (_gross(pack, one), *((_award(pack, one),) if one.award else ()))
        return Reckoned(f"Licence {one.code}", pounds(one.net), _less(of), of)
    parts = [_share(one)]
    if one.over_cap:
        parts.append(Reckoned("Over the cap", pounds(one.over_cap), "borne by others"))
    if one.award:
        parts.append(Reckoned("Concession", pounds(one.award), _borne(one.funder)))
    return Reckoned(one.name, pounds(one.net), _less(tuple(parts)), tuple(parts))


def _less(of: tuple[Reckoned, ...]) -> str:
    return "the first less the rest" if len(of) > 1 else "the same as"


def _borne(funder: str) -> str:
    return f"borne by {funder}" if funder else ""


def _besides(one: Other) -> Reckoned:
    return Reckoned(one.what, pounds(one.pence), one.why)


def _gross(pack: Pack, one: LicenceLine) -> Reckoned:
    of = tuple(_spell(pack, spell) for spell in one.spells)
    how = "the sum of these, to the nearest penny"
    return Reckoned(f"Licence {one.code} before any concession", pounds(one.gross), how, of)


def _spell(pack: Pack, spell: DeskSpell) -> Reckoned:
    how = "desks × rate of a year × days ÷ days of the year"
    of = (
        Reckoned("Desks", f"{spell.desks:,}"),
        Reckoned("Rate of a desk for a year", pounds(spell.rate)),
        Reckoned("Days", f"{spell.days:,}", f"{in_words(spell.first)} to {in_words(spell.last)}"),
        Reckoned(f"Days of {pack.year}", f"{pack.days_of_year:,}"),
    )
    return Reckoned(_dates(spell), f"£{_number(_for_days(pack, spell, spell.desks) / 100)}", how, of)


def _award(pack: Pack, one: LicenceLine) -> Reckoned:
    of = tuple(
        Reckoned(
            _dates(spell),
            f"£{_number(_for_days(pack, spell, spell.awarded) * spell.award / 100)}",
            f"{spell.awarded:,} desks × rate × days ÷ days of the year × {_number(spell.award * 100)} %",
        )
        for spell in one.spells
        if spell.award
    )
    words = " ".join(part for part in (one.concession, _borne(one.funder)) if part)
    how = "the sum of these, to the nearest penny"
    return Reckoned(f"Concession: {words}" if words else "Concession", pounds(one.award), how, of)


def _for_days(pack: Pack, spell: DeskSpell, desks: int) -> Fraction:
    """What so many desks cost in the days of the spell, in pence and parts of them."""
    return Fraction(desks * spell.rate * spell.days, pack.days_of_year)


def _dates(spell: DeskSpell) -> str:
    return f"{in_words(spell.first)} to {in_words(spell.last)}"


def _share(one: ShareLine) -> Reckoned:
    of = tuple(_part(one, part) for part in one.parts)
    how = "the sum of the billing periods" if len(of) > 1 else "the same as"
    return Reckoned(f"Share of {one.name}", pounds(one.share), how, of)


def _part(one: ShareLine, part: SharePart) -> Reckoned:
    of: list[Reckoned] = []
    if part.part is not None:
        of.append(Reckoned(f"Your part, {one.shared_by}", _counted(one, part, part.part)))
    how = "the total is not shown"
    if part.cost is not None and part.whole is not None:
        of.insert(0, Reckoned("The cost", pounds(part.cost)))
        of.append(Reckoned("All parts", _counted(one, part, part.whole)))
        how = "cost × your part ÷ all parts"
    if part.odd:
        of.append(
            Reckoned("Odd pence of rounding", pounds(part.odd), "so that all shares add up to the cost")
        )
        how += ", and the odd pence"
    return Reckoned(part.period, pounds(part.share), how, tuple(of))


def _counted(one: ShareLine, part: SharePart, value: Fraction) -> str:
    return f"{_number(value)} {part.unit or one.unit}".strip()


def _number(value: Fraction) -> str:
    """A number with at most four decimals an ellipsis behind them where there are more."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    if _PLACES % value.denominator == 0:
        whole, rest = divmod(abs(value) * _PLACES, _PLACES)
        places = f"{int(rest):04d}".rstrip("0")
        return f"{'−' if value < 0 else ''}{int(whole):,}.{places}"
    return f"{float(value):,.4f}…"
