"""Changes of the desk rate and of licences, in words."""

from collections.abc import Iterable, Iterator
from datetime import date

from hubdesk.charging.bases import licensed_desks
from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL
from hubdesk.charging.reasons.differences import dated, or_none, pairs
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import Pence, pounds


def rate_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of the desk rate."""
    licences = {*before.hub.licences, *after.hub.licences}
    for day, old, new in dated(before.hub.rate.pence, after.hub.rate.pence, after):
        yield rate_step(licences, day, old, new)


def rate_step(licences: Iterable[RecordId], day: date, old: Pence | None, new: Pence | None) -> FactChange:
    """That the desk rate of `licences` is another from `day` on."""
    text = f"desk rate: {or_none(old, pounds)} → {or_none(new, pounds)} from {in_words(day)}"
    return FactChange(text, sources=frozenset({POOL, *licences}), since=day)


def licence_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of licences: desks, days, holder, VAT code."""
    for old, new in pairs(before.hub, after.hub, Licence):
        one = new or old
        assert one is not None
        sources = frozenset({one.id, POOL})
        desks = licensed_desks([old] if old else [], before)
        for day, was, now in dated(desks, licensed_desks([new] if new else [], after), after):
            yield desks_step(one, day, was or 0, now or 0)
        if old and new:
            if (old.first, old.last) != (new.first, new.last):
                yield FactChange(
                    f"licence {one.code}: {_days(old)} → {_days(new)}", sources, _BASES, on_concessions=True
                )
            if old.agency != new.agency:
                codes = [
                    facts.hub.agencies[at].code for facts, at in ((before, old.agency), (after, new.agency))
                ]
                yield FactChange(
                    f"licence {one.code}: held by {codes[0]} → {codes[1]}",
                    sources,
                    _BASES,
                    on_concessions=True,
                )
            if old.vat_code != new.vat_code:
                yield FactChange(f"licence {one.code}: VAT code {_vat_codes(old, new)}", frozenset({one.id}))


def desks_step(licence: Licence, day: date, old: int, new: int) -> FactChange:
    """That `licence` has another number of desks from `day` on."""
    return FactChange(
        f"licence {licence.code}: {old} → {new} desks from {in_words(day)}",
        frozenset({licence.id, POOL}),
        _BASES,
        on_concessions=True,
        since=day,
    )


_BASES = frozenset({Basis.LICENSED_DESKS.value, Basis.EQUAL.value, Basis.ALLOCATED_DESKS.value})


def _days(licence: Licence) -> str:
    return f"{in_words(licence.first)} to {in_words(licence.last) if licence.last else 'open-ended'}"


def _vat_codes(old: Licence, new: Licence) -> str:
    return f"{old.vat_code or 'blank'} → {new.vat_code or 'blank'}"
