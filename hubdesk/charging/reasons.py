"""Reasons: which facts changed since a run was issued, in words (charging rules, section 6)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import TypeVar

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.bases import licensed_desks
from hubdesk.charging.fact_change import FactChange
from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL, Line
from hubdesk.charging.recharge import Recharge
from hubdesk.domain.agency import Agency
from hubdesk.domain.concession import Applies, Concession
from hubdesk.domain.cost_line import Basis, CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import pounds
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.record import Record
from hubdesk.domain.timeline import Timeline

T = TypeVar("T")
R = TypeVar("R", bound=Record)


def fact_changes(before: Facts, old: Amounts, after: Facts, new: Amounts) -> tuple[FactChange, ...]:
    """What changed from one set of facts and amounts to another of the same year, in words."""
    return (
        *_rate(before, after),
        *_licences(before, after),
        *_concessions(before, after),
        *_cost_lines(before, old, after, new),
        *_fixed_shares_and_caps(before, after),
        *_participants(before, after),
        *_drivers(before, after),
        *_plan(before, after),
        *_agencies(before, after),
        *_vat(before, after),
    )


def reasons_for(line: Line, again: Recharge, changes: Sequence[FactChange]) -> tuple[str, ...]:
    """The changes that bear on the adjustment `line` of the period worked out `again`."""
    bearing = tuple(change.text for change in changes if change.bears_on(line, again))
    return bearing or tuple(change.text for change in changes)


def _rate(before: Facts, after: Facts) -> Iterator[FactChange]:
    for day, old, new in _dated(before.hub.rate.pence, after.hub.rate.pence, after):
        yield FactChange(
            f"desk rate: {_or_none(old, pounds)} → {_or_none(new, pounds)} from {in_words(day)}",
            sources=frozenset({POOL, *before.hub.licences, *after.hub.licences}),
            since=day,
        )


def _licences(before: Facts, after: Facts) -> Iterator[FactChange]:
    bases = frozenset({Basis.LICENSED_DESKS.value, Basis.EQUAL.value, Basis.ALLOCATED_DESKS.value})
    for old, new in _pairs(before.hub, after.hub, Licence):
        one = new or old
        assert one is not None
        sources = frozenset({one.id, POOL})
        desks = licensed_desks([old] if old else [], before)
        for day, was, now in _dated(desks, licensed_desks([new] if new else [], after), after):
            yield FactChange(
                f"licence {one.code}: {was or 0} → {now or 0} desks from {in_words(day)}",
                sources,
                bases,
                on_concessions=True,
                since=day,
            )
        if old and new:
            if (old.first, old.last) != (new.first, new.last):
                yield FactChange(
                    f"licence {one.code}: {_days(old)} → {_days(new)}", sources, bases, on_concessions=True
                )
            if old.agency != new.agency:
                codes = [
                    facts.hub.agencies[at].code for facts, at in ((before, old.agency), (after, new.agency))
                ]
                yield FactChange(
                    f"licence {one.code}: held by {codes[0]} → {codes[1]}",
                    sources,
                    bases,
                    on_concessions=True,
                )
            if old.vat_code != new.vat_code:
                yield FactChange(f"licence {one.code}: VAT code {_vat_codes(old, new)}", frozenset({one.id}))


def _concessions(before: Facts, after: Facts) -> Iterator[FactChange]:
    for old, new in _pairs(before.hub, after.hub, Concession):
        if old != new:
            one = new or old
            assert one is not None
            touched = (covering for covering in (old, new) if covering)
            yield FactChange(
                f"concession {_whose(one, after.hub, before.hub)}: {_concession(old)} → {_concession(new)}",
                frozenset({POOL, *_conceded(one, before.hub), *_conceded(one, after.hub)}),
                on_concessions=any(covering.applies is Applies.LICENCE_AND_SHARED for covering in touched),
                since=min(covering.first for covering in (old, new) if covering),
            )


def _cost_lines(before: Facts, old_use: Amounts, after: Facts, new_use: Amounts) -> Iterator[FactChange]:
    for old, new in _pairs(before.hub, after.hub, CostLine):
        one = new or old
        assert one is not None
        sources = frozenset({one.id, POOL})
        if old is None or new is None:
            yield FactChange(f"cost line {one.code} {'added' if new else 'removed'}", sources)
            continue
        was, now = old_use.of(old), new_use.of(new)
        if was != now:
            source = "actual" if new_use is Amounts.ACTUAL and new.actual is not None else "budget"
            yield FactChange(f"cost line {one.code}: {pounds(was)} → {source} {pounds(now)}", sources)
        for name, label in _COST_LINE_FIELDS.items():
            values = [_word(getattr(line, name)) for line in (old, new)]
            if values[0] != values[1]:
                yield FactChange(f"cost line {one.code}: {label} {values[0]} → {values[1]}", sources)


_COST_LINE_FIELDS = {
    "recovery": "recovery",
    "basis_name": "basis",
    "vacant": "vacant desks",
    "first": "first day",
    "last": "last day",
    "vat_code": "VAT code",
}


def _fixed_shares_and_caps(before: Facts, after: Facts) -> Iterator[FactChange]:
    for share, new_share in _pairs(before.hub, after.hub, FixedShare):
        if share != new_share:
            was, now = _or_none(share, _percent_of), _or_none(new_share, _percent_of)
            yield _on_cost_line(share or new_share, "fixed share", was, now, before=before, after=after)
    for cap, new_cap in _pairs(before.hub, after.hub, ShareCap):
        if cap != new_cap:
            was, now = _or_none(cap, _pounds_of), _or_none(new_cap, _pounds_of)
            yield _on_cost_line(cap or new_cap, "cap", was, now, before=before, after=after)


def _participants(before: Facts, after: Facts) -> Iterator[FactChange]:
    for old, new in _pairs(before.hub, after.hub, Participant):
        if old != new:
            was, now = ("takes part" if one else "does not take part" for one in (old, new))
            yield _on_cost_line(old or new, "", was, now, before=before, after=after)


def _on_cost_line(
    record: Participant | FixedShare | ShareCap | None,
    what: str,
    was: str,
    now: str,
    *,
    before: Facts,
    after: Facts,
) -> FactChange:
    assert record is not None
    line = (after.hub.cost_lines.get(record.cost_line) or before.hub.cost_lines[record.cost_line]).code
    agency = _agency_code(record.agency, after.hub, before.hub)
    words = f"{agency} {what}".strip()
    return FactChange(f"cost line {line}: {words} {was} → {now}", frozenset({record.cost_line, POOL}))


def _drivers(before: Facts, after: Facts) -> Iterator[FactChange]:
    names = sorted(before.hub.driver_names | after.hub.driver_names)
    for name in names:
        lines = [
            {figure.agency: figure.figures for figure in facts.hub.figures_of.get(name, ())}
            for facts in (before, after)
        ]
        yield from _figures(name, lines[0], lines[1], frozenset({name}), before, after)


def _plan(before: Facts, after: Facts) -> Iterator[FactChange]:
    was, now = before.occupancy, after.occupancy
    desk_bases = frozenset({Basis.LICENSED_DESKS.value, Basis.ALLOCATED_DESKS.value})
    for day, old, new in _dated(was.capacity, now.capacity, after):
        yield FactChange(
            f"desks in service: {old or 0} → {new or 0} from {in_words(day)}", bases=desk_bases, since=day
        )
    allocated, area = Basis.ALLOCATED_DESKS.value, Basis.AREA.value
    yield from _figures(allocated, was.allocated, now.allocated, frozenset({allocated}), before, after)
    yield from _figures("m² of area", was.sole_use, now.sole_use, frozenset({area}), before, after)


def _figures(
    name: str,
    old: Mapping[RecordId, Timeline[T]],
    new: Mapping[RecordId, Timeline[T]],
    bases: frozenset[str],
    before: Facts,
    after: Facts,
) -> Iterator[FactChange]:
    nothing: Timeline[T] = Timeline()
    for agency in sorted({*old, *new}):
        code = _agency_code(agency, after.hub, before.hub)
        for day, was, now in _dated(old.get(agency, nothing), new.get(agency, nothing), after):
            yield FactChange(
                f"{code}: {name} {_word(was or 0)} → {_word(now or 0)} from {in_words(day)}",
                bases=bases,
                since=day,
            )


def _agencies(before: Facts, after: Facts) -> Iterator[FactChange]:
    for old, new in _pairs(before.hub, after.hub, Agency):
        if old and new and old.sector is not new.sector:
            yield FactChange(
                f"{new.code}: sector {old.sector.value} → {new.sector.value}",
                frozenset({POOL, *(one.id for one in after.hub.licences_of.get(new.id, ()))}),
                on_concessions=True,
            )
        if old and new and old.code != new.code:
            yield FactChange(f"{old.code} renamed {new.code}: equal remainders go by code", everywhere=True)
    if before.host != after.host:
        codes = [facts.hub.agencies[facts.host].code for facts in (before, after)]
        yield FactChange(f"host {codes[0]} → {codes[1]}", everywhere=True)


def _vat(before: Facts, after: Facts) -> Iterator[FactChange]:
    nothing: Timeline[Decimal] = Timeline()
    for code in sorted({*before.hub.vat_by_code, *after.hub.vat_by_code}):
        old, new = (
            facts.hub.vat_by_code[code].percent if code in facts.hub.vat_by_code else nothing
            for facts in (before, after)
        )
        sources = {licence.id for licence in after.hub.licences.values() if licence.vat_code == code}
        sources |= {line.id for line in after.hub.cost_lines.values() if line.vat_code == code}
        for day, was, now in _dated(old, new, after):
            percents = f"{_or_none(was, _percent)} → {_or_none(now, _percent)}"
            yield FactChange(
                f"VAT code {code}: {percents} from {in_words(day)}", frozenset(sources), since=day
            )


def _pairs(before: Hub, after: Hub, kind: type[R]) -> Iterator[tuple[R | None, R | None]]:
    """Each record of `kind` that either hub has, as it was and as it is."""
    old, new = before.table(kind), after.table(kind)
    for id_ in (*old, *(id_ for id_ in new if id_ not in old)):
        yield old.get(id_), new.get(id_)


def _dated(old: Timeline[T], new: Timeline[T], facts: Facts) -> Iterator[tuple[date, T | None, T | None]]:
    """The first day of each run of days in the year on which the two differ in the same way."""
    year = facts.year
    days = {year.first, *(step.first for step in (*old.steps, *new.steps))}
    last: tuple[T | None, T | None] | None = None
    for day in sorted(one for one in days if year.first <= one <= year.last):
        values = (old.at(day), new.at(day))
        if (values[0] or None) != (values[1] or None) and values != last:
            yield day, *values
        last = values


def _conceded(concession: Concession, hub: Hub) -> Iterable[RecordId]:
    if concession.licence is not None:
        return (concession.licence,)
    return (
        licence.id
        for licence in hub.licences.values()
        if hub.agencies[licence.agency].sector is concession.sector
    )


def _whose(concession: Concession, *hubs: Hub) -> str:
    if concession.sector is not None:
        return f"of the {concession.sector.value} sector"
    found = (hub.licences.get(concession.licence) for hub in hubs if concession.licence is not None)
    return f"of licence {next(licence.code for licence in found if licence)}"


def _concession(concession: Concession | None) -> str:
    if concession is None:
        return "none"
    words = [
        _percent(concession.percent),
        concession.applies.value,
        f"funded by {'the host' if concession.funder.value == 'host' else 'the partners'}",
        f"from {in_words(concession.first)}",
    ]
    if concession.last:
        words.append(f"to {in_words(concession.last)}")
    if concession.desk_cap is not None:
        words.append(f"at most {concession.desk_cap} desks")
    return ", ".join(words)


def _agency_code(agency: RecordId, *hubs: Hub) -> str:
    return next(hub.agencies[agency].code for hub in hubs if agency in hub.agencies)


def _days(licence: Licence) -> str:
    return f"{in_words(licence.first)} to {in_words(licence.last) if licence.last else 'open-ended'}"


def _vat_codes(old: Licence, new: Licence) -> str:
    return f"{old.vat_code or 'blank'} → {new.vat_code or 'blank'}"


def _percent(value: Decimal) -> str:
    return f"{decimal_text(value)} %"


def _percent_of(share: FixedShare) -> str:
    return _percent(share.percent)


def _pounds_of(cap: ShareCap) -> str:
    return pounds(cap.pence)


def _or_none(value: T | None, show: Callable[[T], str]) -> str:
    return "none" if value is None else show(value)


def _word(value: object) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return in_words(value)
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Fraction):
        return decimal_text(round(Decimal(value.numerator) / value.denominator, 2))
    return "blank" if value in (None, "") else str(value)
