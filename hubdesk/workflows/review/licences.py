"""The licences of a pack: so many desks at a rate, what is taken off, and who pays for that."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.stretches import Stretch, concession_on, concessions_of
from hubdesk.charging.workings.licence import LicenceWorkings
from hubdesk.charging.workings.tree import Step, Unit, Working, worked
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.days import holds
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, percent
from hubdesk.domain.plain import decimal_text
from hubdesk.exchange.review_pack.pack import DeskSpell, LicenceLine, Reckoned
from hubdesk.workflows.review.reckoned import reckoned
from hubdesk.workflows.review.words import asked_of_licence, funder_words
from hubdesk.workflows.review.year import YearSeen
from hubdesk.workflows.statement.saying import months_in_words


def licence_lines(seen: YearSeen, agency: RecordId) -> Iterator[LicenceLine]:
    """The licences of `agency` that hold on a day of the year, in order of code."""
    for record in seen.hub.licences_of.get(agency, ()):
        if seen.reckoning.stretches[record.id]:
            yield _line(seen, seen.licences[record.id])


def licence_workings(seen: YearSeen, licence: RecordId) -> Reckoned:
    """How the licence's net came about: nothing goes into it but its own records and the rate."""
    charges = seen.licences[licence]
    rate = seen.hub.rate.id
    gross = [_dated(LicenceWorkings(one, rate).gross(), one) for one in charges if one.gross]
    awards = [_dated(LicenceWorkings(one, rate).award(), one) for one in charges if one.award.pence]
    whole = worked("gross of the year", Unit.PENCE, Step.SUM, *gross)
    if awards:
        off = worked("concession of the year", Unit.PENCE, Step.SUM, *awards)
        whole = worked("gross less concession", Unit.PENCE, Step.DIFFERENCE, whole, off)
    return reckoned(whole)


def _dated(working: Working, charge: LicenceCharge) -> Working:
    """`working` of a period by its months, which say more to an agency than the name of the period."""
    return replace(working, what=working.what.replace(charge.period.name, months_in_words(charge.period)))


def _line(seen: YearSeen, charges: tuple[LicenceCharge, ...]) -> LicenceLine:
    record, as_at = charges[0].licence, seen.as_at
    gross, award = sum(one.gross for one in charges), sum(one.award.pence for one in charges)
    stretches = [one for one in seen.reckoning.stretches[record.id] if one.desks]
    return LicenceLine(
        asked_of_licence(record.id, record.desks_on(as_at)),
        record.code,
        record.first,
        record.last,
        record.desks_on(as_at),
        tuple(_spell(one) for one in stretches),
        gross,
        award,
        gross - award,
        funder_words(
            {funder for one in charges for funder in _funders(one.award.by_host, one.award.by_partners)}
        ),
        _concession(seen, charges[0], stretches),
    )


def _spell(one: Stretch) -> DeskSpell:
    off = percent(one.concession.percent) if one.concession else Fraction(0)
    if not off or not one.desks_conceded:
        return DeskSpell(one.first, one.last, one.days, one.desks, one.rate)
    return DeskSpell(one.first, one.last, one.days, one.desks, one.rate, one.desks_conceded, off)


def _funders(by_host: Pence, by_partners: Pence) -> Iterator[Funder]:
    if by_host:
        yield Funder.HOST
    if by_partners:
        yield Funder.PARTNERS


def _concession(seen: YearSeen, charge: LicenceCharge, stretches: list[Stretch]) -> str:
    """The concession of the snapshot's day in words; else the last that the year has, if any."""
    today = concession_on(concessions_of(charge.licence, seen.hub), seen.as_at)
    if today is None or not any(one.concession == today for one in stretches):
        today = next((one.concession for one in reversed(stretches) if one.concession), None)
    return _in_words(today, seen) if today and today.percent else ""


def _in_words(one: Concession, seen: YearSeen) -> str:
    off = f"{decimal_text(one.percent)} %"
    for_whom = f"as a {one.sector.value} body" if one.sector else "awarded to this licence"
    at_most = "" if one.desk_cap is None else f", on at most {one.desk_cap} desks"
    over = "" if holds(one, seen.as_at) else ", for a part of the year"
    return f"{off} {for_whom}{at_most}{over}"
