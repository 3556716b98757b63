"""Changes of agencies and of VAT rates, in words."""

from collections.abc import Iterator
from decimal import Decimal

from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL
from hubdesk.charging.reasons.differences import dated, or_none, pairs, percent_words
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.domain.agency import Agency
from hubdesk.domain.days import in_words
from hubdesk.domain.timeline import Timeline


def agency_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of agencies: sectors, codes, the host."""
    for old, new in pairs(before.hub, after.hub, Agency):
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


def vat_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of VAT rates."""
    nothing: Timeline[Decimal] = Timeline()
    for code in sorted({*before.hub.vat_by_code, *after.hub.vat_by_code}):
        old, new = (
            facts.hub.vat_by_code[code].percent if code in facts.hub.vat_by_code else nothing
            for facts in (before, after)
        )
        sources = {licence.id for licence in after.hub.licences.values() if licence.vat_code == code}
        sources |= {line.id for line in after.hub.cost_lines.values() if line.vat_code == code}
        for day, was, now in dated(old, new, after):
            percents = f"{or_none(was, percent_words)} → {or_none(now, percent_words)}"
            yield FactChange(
                f"VAT code {code}: {percents} from {in_words(day)}", frozenset(sources), since=day
            )
