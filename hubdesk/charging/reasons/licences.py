"""Changes of the desk rate and of licences, in words."""

from collections.abc import Iterator

from hubdesk.charging.bases import licensed_desks
from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL
from hubdesk.charging.reasons.differences import dated, or_none, pairs
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.days import in_words
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import pounds


def rate_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of the desk rate."""
    for day, old, new in dated(before.hub.rate.pence, after.hub.rate.pence, after):
        yield FactChange(
            f"desk rate: {or_none(old, pounds)} → {or_none(new, pounds)} from {in_words(day)}",
            sources=frozenset({POOL, *before.hub.licences, *after.hub.licences}),
            since=day,
        )


def licence_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of licences: desks, days, holder, VAT code."""
    bases = frozenset({Basis.LICENSED_DESKS.value, Basis.EQUAL.value, Basis.ALLOCATED_DESKS.value})
    for old, new in pairs(before.hub, after.hub, Licence):
        one = new or old
        assert one is not None
        sources = frozenset({one.id, POOL})
        desks = licensed_desks([old] if old else [], before)
        for day, was, now in dated(desks, licensed_desks([new] if new else [], after), after):
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


def _days(licence: Licence) -> str:
    return f"{in_words(licence.first)} to {in_words(licence.last) if licence.last else 'open-ended'}"


def _vat_codes(old: Licence, new: Licence) -> str:
    return f"{old.vat_code or 'blank'} → {new.vat_code or 'blank'}"
