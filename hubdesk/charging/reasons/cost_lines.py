"""Changes of cost lines and of who shares them, in words."""

from collections.abc import Iterator

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import POOL
from hubdesk.charging.reasons.differences import agency_code, or_none, pairs, percent_words, word
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.money import pounds


def cost_line_changes(
    before: Facts, old_use: Amounts, after: Facts, new_use: Amounts
) -> Iterator[FactChange]:
    """What changed of cost lines and their amounts."""
    for old, new in pairs(before.hub, after.hub, CostLine):
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
            values = [word(getattr(line, name)) for line in (old, new)]
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


def fixed_share_and_cap_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """What changed of fixed shares and caps."""
    for share, new_share in pairs(before.hub, after.hub, FixedShare):
        if share != new_share:
            was, now = or_none(share, _percent_of), or_none(new_share, _percent_of)
            yield _on_cost_line(share or new_share, "fixed share", was, now, before=before, after=after)
    for cap, new_cap in pairs(before.hub, after.hub, ShareCap):
        if cap != new_cap:
            was, now = or_none(cap, _pounds_of), or_none(new_cap, _pounds_of)
            yield _on_cost_line(cap or new_cap, "cap", was, now, before=before, after=after)


def participant_changes(before: Facts, after: Facts) -> Iterator[FactChange]:
    """Who joined or left the named list of a cost line."""
    for old, new in pairs(before.hub, after.hub, Participant):
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
    agency = agency_code(record.agency, after.hub, before.hub)
    words = f"{agency} {what}".strip()
    return FactChange(f"cost line {line}: {words} {was} → {now}", frozenset({record.cost_line, POOL}))


def _percent_of(share: FixedShare) -> str:
    return percent_words(share.percent)


def _pounds_of(cap: ShareCap) -> str:
    return pounds(cap.pence)
