"""Adjustments: earlier periods worked out again under today's facts (charging rules, section 6)."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hubdesk.charging.identity import Identity, asserted
from hubdesk.charging.lines import Line, LineKey, LineKind
from hubdesk.charging.reasons import fact_changes, reasons_for
from hubdesk.charging.reasons.fact_change import FactChange
from hubdesk.charging.recharge import Recharge, identities_of, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Adjustment, Run, periods_issued
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period


class SoFar(NamedTuple):
    """What was issued so far of one line, and the VAT code that it last had."""

    pence: Pence
    vat_pence: Pence
    vat_code: str | None


NOTHING_YET = SoFar(0, 0, None)


class Reworked(NamedTuple):
    """The adjustments of one earlier period, and the identities that hold with them."""

    adjustments: tuple[Adjustment, ...]
    identities: tuple[Identity, ...]


def rework(reckoning: Reckoning, issued: Sequence[Run]) -> tuple[Reworked, ...]:
    """Every period that `issued` (the year's runs, in order) covers, under the facts of `reckoning`."""
    if not issued:
        return ()
    last = issued[-1]
    changes = fact_changes(last.facts, last.amounts, reckoning.facts, reckoning.amounts)
    return tuple(
        _period(recharge_of(reckoning, period), issued, changes) for period in periods_issued(issued)
    )


def issued_so_far(period: Period, issued: Iterable[Run]) -> dict[LineKey, SoFar]:
    """What `issued` charged for `period`, adjustments included, line by line."""
    so_far: dict[LineKey, SoFar] = {}
    for line in _about(period, issued):
        before = so_far.get(line.adjusted_key, NOTHING_YET)
        so_far[line.adjusted_key] = SoFar(
            before.pence + line.pence, before.vat_pence + line.vat_pence, line.vat_code or before.vat_code
        )
    return so_far


def _about(period: Period, issued: Iterable[Run]) -> Iterator[Line]:
    for run in issued:
        if run.of == period:
            yield from run.own
        yield from (one.line for one in run.adjustments if one.line.of == period.name)


def _period(again: Recharge, issued: Sequence[Run], changes: Sequence[FactChange]) -> Reworked:
    so_far = issued_so_far(again.period, issued)
    now = {line.key: line for line in again.lines}
    adjustments = tuple(
        adjustment
        for key in (*now, *(key for key in so_far if key not in now))
        if (adjustment := _adjusted(key, so_far.get(key, NOTHING_YET), now.get(key), again, changes))
    )
    lines = [*_about(again.period, issued), *(one.line for one in adjustments)]
    charged = ((line.source, line.pence) for line in lines)
    proved = identities_of(again.licences, again.apportionments, again.pool, charged)
    return Reworked(adjustments, asserted(proved))


def _adjusted(
    key: LineKey, before: SoFar, now: Line | None, again: Recharge, changes: Sequence[FactChange]
) -> Adjustment | None:
    reworked, vat = (now.pence, now.vat_pence) if now else (0, 0)
    if reworked == before.pence and vat == before.vat_pence:
        return None
    code = now.vat_code if now else before.vat_code
    line = Line(
        key.agency,
        LineKind.ADJUSTMENT,
        key.source,
        reworked - before.pence,
        code if code or vat == before.vat_pence else before.vat_code,
        vat - before.vat_pence,
        again.period.name,
        key.kind,
    )
    reasons = reasons_for(line, again, changes)
    return Adjustment(line, before.pence, reworked, reasons, before.vat_pence, before.vat_code)
