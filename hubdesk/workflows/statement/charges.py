"""What an agency is charged for itself: its licences, and its shares of costs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from hubdesk.charging.apportionment import Apportionment, Split, days_in_period
from hubdesk.charging.licences import Award, LicenceCharge
from hubdesk.charging.lines import POOL, Line, LineKind
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.hundredths import in_percent, whole_or_hundredths
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import counted
from hubdesk.domain.plain import decimal_text
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.exchange.statement.statement import Cell, Column, Kind, Table, Words
from hubdesk.workflows.statement.account import Account
from hubdesk.workflows.statement.columns import NET, VAT, VAT_CODE, Draft, money, vat_cells, words
from hubdesk.workflows.statement.saying import days_in_words
from hubdesk.workflows.statement.shares import Part

OWN_KINDS = (
    LineKind.LICENCE,
    LineKind.SHARED,
    LineKind.FIXED_SHARE,
    LineKind.CAP,
    LineKind.CONCESSION,
)
"""What an agency is charged for itself; the other kinds are borne for others."""

Found = Mapping[LineKind, Line]
_NAMED = 3
"""So many costs are named that are shared alike; the rest are counted."""


def licences_table(account: Account) -> Table | None:
    """Each licence as desks × rate × days, gross, what is off and who pays for that, and net."""
    rows: list[tuple[Cell, ...]] = []
    for source, found in account.by_source.items():
        record = account.run.source(source)
        if isinstance(record, Licence) and (lines := _own(found)):
            charge = account.worked.licences.get(source)
            rows.append(
                (
                    Words(f"Licence {record.code}", tuple(_why_licence(charge)) if charge else ()),
                    _pence(found, LineKind.LICENCE),
                    _pence(found, LineKind.CONCESSION),
                    sum(line.pence for line in lines),
                    *vat_cells(lines),
                )
            )
    columns = (words("Licence"), money("Gross £"), money("Concession £"), money(NET), VAT_CODE, VAT)
    return Draft("Desk licences", columns, rows).table() if rows else None


def _why_licence(charge: LicenceCharge) -> Iterator[str]:
    """A line to each stretch of the period in which there were desks."""
    period = charge.period
    for stretch in charge.stretches:
        one = stretch.within(period.first, period.last)
        if one is None or not one.desks:
            continue
        yield (
            f"{days_in_words(one.first, one.last)}: {counted(one.desks, 'desk')} × "
            f"{sum_of_money(one.rate)} a year × {one.days}/{period.year.days} days"
        )
        if one.concession:
            conceded = one.desks_conceded
            of = "" if conceded == one.desks else f" on {conceded} of them"
            yield (
                f"less concession of {decimal_text(one.concession.percent)} %{of}, "
                f"paid for by the {one.concession.funder.value}"
            )
    if charge.award.by_host and charge.award.by_partners:
        yield _both_pay(charge.award)


def shared_table(account: Account) -> Table | None:
    """Each shared cost: its basis, the agency's figure, the total and the percentage; then what is off."""
    rows: list[tuple[Cell, ...]] = []
    for source, found in account.by_source.items():
        record = account.run.source(source)
        if isinstance(record, CostLine) and (lines := _own(found)):
            worked = account.worked.costs.get(source)
            why = _why_shared(account, record, worked, found)
            rows.append(
                (
                    Words(
                        f"{record.code} {record.name}",
                        ("; ".join(why),),
                    ),
                    _part_cell(account, worked),
                    worked.split.cost if worked else None,
                    _pence(found, LineKind.SHARED, LineKind.FIXED_SHARE),
                    _pence(found, LineKind.CAP),
                    _pence(found, LineKind.CONCESSION),
                    sum(line.pence for line in lines),
                    *vat_cells(lines),
                )
            )
    columns = (
        words("Cost"),
        Column("Your part", Kind.FIGURE),
        money("Cost £"),
        money("Your share £"),
        money("Over cap £"),
        money("Concession £"),
        money(NET),
        VAT_CODE,
        VAT,
    )
    return Draft("Shared costs", columns, rows).table() if rows else None


def _why_shared(account: Account, line: CostLine, one: Apportionment | None, found: Found) -> Iterator[str]:
    agency = account.agency.id
    by = "equally" if line.basis is Basis.EQUAL else f"by {line.basis_name}"
    if one is None:
        yield by
        return
    split = one.split
    if agency in split.fixed:
        yield "a fixed share"
    elif split.fixed:
        yield f"{by}, of {_left(account, split)} left after fixed shares"
    else:
        yield by
    days = days_in_period(line, split.period)
    if days and days != (split.period.first, split.period.last):
        yield f"for {days_in_words(*days)}"
    if LineKind.CAP in found:
        cap = next(cap for cap in account.run.facts.hub.caps_of[line.id] if cap.agency == agency)
        yield f"at most {sum_of_money(cap.pence)} a year; the host pays what is over"
    if award := one.awards.get(agency):
        if award.by_host and award.by_partners:
            yield _both_pay(award)
        elif award.pence:
            yield f"concession paid for by the {'host' if award.by_host else 'partners'}"


def _left(account: Account, split: Split) -> str:
    """The sum that is shared; in words alone where it would tell what one other agency is charged."""
    others = split.fixed.keys() - {account.run.facts.host}
    return "what is" if len(others) == 1 and not account.is_host else sum_of_money(split.rest)


def _both_pay(award: Award) -> str:
    host, partners = sum_of_money(award.by_host), sum_of_money(award.by_partners)
    return f"the host pays for {host} of the concession, the partners for {partners}"


def _part_cell(account: Account, one: Apportionment | None) -> Cell:
    if one is None:
        return None
    split, agency = one.split, account.agency.id
    if agency in split.fixed:
        share = next(
            share for share in account.run.facts.hub.fixed_shares_of[split.line.id] if share.agency == agency
        )
        return Words("fixed", (f"{decimal_text(share.percent)} %",))
    part = account.worked.shares.of(agency, split.parts)
    return Words(part.words, (part.percent,))


def changing_table(account: Account) -> Table | None:
    """The agency's figures day by day, for the bases whose figures changed in the period."""
    costs: defaultdict[tuple[str, Part], list[str]] = defaultdict(list)
    for source in account.by_source:
        one = account.worked.costs.get(source)
        if one is None or account.agency.id not in one.split.shares:
            continue
        part = account.worked.shares.of(account.agency.id, one.split.parts)
        if part.changes:
            costs[_unit(one.split.line), part].append(one.split.line.code)
    rows = [row for (unit, part), codes in costs.items() for row in _days(part, unit, codes)]
    columns = (
        words("Shared by"),
        Column("Days", Kind.NOTE),
        Column("Your figure", Kind.FIGURE),
        Column("Of all", Kind.FIGURE),
        Column("Part", Kind.FIGURE),
    )
    introduction = "Where figures changed in the period, each day counts by itself."
    return Draft("How your part changed", columns, rows, "", introduction).table() if rows else None


def _days(part: Part, unit: str, codes: list[str]) -> Iterator[tuple[Cell, ...]]:
    more = f" and {len(codes) - _NAMED} more" if len(codes) > _NAMED else ""
    for span in part.spans:
        yield (
            Words(f"{unit} ({', '.join(codes[:_NAMED])}{more})"),
            Words(f"{days_in_words(span.first, span.last)} ({counted(span.days, 'day')})"),
            Words(whole_or_hundredths(span.mine)),
            Words(whole_or_hundredths(span.total)),
            Words(in_percent(span.mine / span.total) if span.total else "nobody has a figure"),
        )


def _unit(line: CostLine) -> str:
    return _UNITS.get(line.basis, line.basis_name)


_UNITS = {Basis.AREA: "m² of sole use", Basis.EQUAL: "equally"}


def _own(found: Found) -> list[Line]:
    return [line for kind, line in found.items() if kind in OWN_KINDS and line.source != POOL]


def _pence(found: Found, *kinds: LineKind) -> int | None:
    kept = [found[kind].pence for kind in kinds if kind in found]
    return sum(kept) if kept else None
