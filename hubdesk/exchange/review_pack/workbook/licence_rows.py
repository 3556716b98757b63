"""A licence: gross = R(Σ desks × rate × days ÷ days of the year), less the concession, worked out alike."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from hubdesk.domain.days import in_words
from hubdesk.domain.money import Pence
from hubdesk.exchange.review_pack.pack import DeskSpell, LicenceLine
from hubdesk.exchange.review_pack.workbook.sums import to_penny
from hubdesk.exchange.review_pack.workbook.workings import (
    CONCESSION,
    DAYS,
    OUT_OF,
    PART,
    RATE,
    Line,
    Workings,
)
from hubdesk.exchange.xlsx.expression import Expression, sum_of
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell

_CORRECTS = "How many desks the licence should have: a whole number, 0 for none."


def put_licence(workings: Workings, licence: LicenceLine, days_of_year: int) -> Cell:
    """The line of `licence` and its workings; its net, in pounds."""
    row = workings.begin_line()
    awarded = [spell for spell in licence.spells if spell.awarded and spell.award]
    what = "Before the concession" if awarded else "For the year"
    gross = _Sum(what, "", licence.gross, f"licence {licence.code}, gross", to_penny)
    sums = [_put_spells(workings, licence.spells, days_of_year, gross)]
    if awarded or licence.award:
        funded = f", paid for by {licence.funder}" if licence.funder else ""
        what = f"Less your concession{funded}"
        less = _Sum(what, "Concession: ", -licence.award, f"licence {licence.code}, concession", _less)
        sums.append(_put_concessions(workings, awarded, days_of_year, less))
        if licence.concession:
            workings.put_words(f"Concession: {licence.concession}")
    line = Line(licence.code, _what(licence), licence.asked, _CORRECTS, licence.net)
    return workings.put_line(row, line, sums)


class _Sum(NamedTuple):
    """What several rows come to: in words, in pence, for a bug's message, and how it is rounded."""

    what: str
    each: str
    """Before the dates of each row."""
    pence: Pence
    doing: str
    finish: Callable[[Expression], Expression]


def _less(pounds: Expression) -> Expression:
    return -to_penny(pounds)


def _what(licence: LicenceLine) -> str:
    desks = "1 desk" if licence.desks == 1 else f"{licence.desks:,} desks"
    until = f" to {in_words(licence.last)}" if licence.last else ""
    return f"Licence for {desks}, from {in_words(licence.first)}{until}"


def _put_spells(workings: Workings, spells: Sequence[DeskSpell], year: int, gross: _Sum) -> Cell:
    def put(spell: DeskSpell) -> Expression:
        return _factors(workings, spell.desks, spell, year)

    return _summed(workings, spells, put, gross)


def _put_concessions(workings: Workings, spells: Sequence[DeskSpell], year: int, less: _Sum) -> Cell:
    def put(spell: DeskSpell) -> Expression:
        full = _factors(workings, spell.awarded, spell, year)
        style = "Worked whole percent" if (spell.award * 100).denominator == 1 else "Worked percent"
        return full * workings.factor(CONCESSION, spell.award, style)

    return _summed(workings, spells, put, less)


def _factors(workings: Workings, desks: int, spell: DeskSpell, year: int) -> Expression:
    """Desks × days × rate ÷ days of the year, in pounds."""
    number = workings.factor(PART, desks)
    days = workings.factor(DAYS, spell.days)
    out_of = workings.factor(OUT_OF, year)
    rate = workings.factor(RATE, spell.rate / 100, "Worked money")
    return number * days * rate / out_of


def _summed(
    workings: Workings, spells: Sequence[DeskSpell], put: Callable[[DeskSpell], Expression], total: _Sum
) -> Cell:
    """A row for each of `spells`, and what they come to; a single one is rounded where it stands."""
    if len(spells) == 1:
        what = f"{total.what}: {_dates(spells[0])}"
        return workings.put_sum(what, total.finish(put(spells[0])), total.pence, total.doing)
    parts = [workings.put_part(f"{total.each}{_dates(spell)}", put(spell)) for spell in spells]
    added = sum_of(parts[0].to(parts[-1])) if parts else sum_of(0)
    return workings.put_sum(f"{total.what}, to the penny", total.finish(added), total.pence, total.doing)


def _dates(spell: DeskSpell) -> str:
    return f"{in_words(spell.first)} to {in_words(spell.last)}"
