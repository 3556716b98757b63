"""A draft: a run worked out afresh from today's facts (charging rules, section 6)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from hubdesk.charging.adjustments import Reworked, rework
from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import Facts
from hubdesk.charging.identity import Identity
from hubdesk.charging.lines import Line, LineKey
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run, in_year
from hubdesk.charging.run_name import RunOf
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import Period
from hubdesk.domain.record import Record


def draft(facts: Facts, of: RunOf, amounts: Amounts, issued: Sequence[Run]) -> Run:
    """The run of `of` under `facts`, with what it adjusts of the runs `issued` before, in their order.

    A whole year asked of a hub billed by quarter or month is the sum of its periods, without
    adjustments. Raises Refused where the facts cannot be worked out.
    """
    reckoning = Reckoning(facts, amounts)
    if isinstance(of, Period) and of.billing is not facts.billing:
        return _summed(reckoning, of)
    earlier = in_year(issued, facts.year)
    reworked = rework(reckoning, earlier)
    adjustments = tuple(adjustment for one in reworked for adjustment in one.adjustments)
    own: tuple[Line, ...] = ()
    identities = added_up(one.identities for one in reworked)
    if isinstance(of, Period):
        recharge = recharge_of(reckoning, of)
        own, identities = recharge.lines, recharge.identities
    lines = (*own, *(one.line for one in adjustments))
    return Run(
        of,
        amounts,
        facts,
        own,
        adjustments,
        identities,
        Hub.of(_former(lines, facts, reworked, earlier)),
        reckoning=reckoning,
    )


def _summed(reckoning: Reckoning, of: Period) -> Run:
    facts = reckoning.facts
    recharges = [recharge_of(reckoning, period) for period in facts.year.periods(facts.billing)]
    return Run(
        of,
        reckoning.amounts,
        facts,
        tuple(_sum_of_lines(recharges)),
        (),
        added_up(one.identities for one in recharges),
        reckoning=reckoning,
    )


def _sum_of_lines(recharges: Iterable[Recharge]) -> Iterator[Line]:
    """The lines of several periods by agency, kind and source. A VAT code is a source's, so it is one."""
    found: defaultdict[LineKey, list[Line]] = defaultdict(list)
    for recharge in recharges:
        for line in recharge.lines:
            found[line.key].append(line)
    for lines in found.values():
        pence, vat = sum(line.pence for line in lines), sum(line.vat_pence for line in lines)
        if pence or vat:
            yield lines[0]._replace(pence=pence, vat_pence=vat)


def added_up(several: Iterable[Iterable[Identity]]) -> tuple[Identity, ...]:
    """The identities of several periods as one to a source."""
    sums: dict[RecordId, Identity] = {}
    for identities in several:
        for one in identities:
            before = sums.get(one.source, Identity(one.source, 0, 0))
            sums[one.source] = Identity(one.source, before.cost + one.cost, before.charged + one.charged)
    return tuple(sums.values())


def _former(
    lines: Iterable[Line], facts: Facts, reworked: Iterable[Reworked], earlier: Sequence[Run]
) -> Iterator[Record]:
    """What `lines` and identities refer to that is no longer among `facts`, as the last run knew it."""
    hub = facts.hub
    named = {line.agency for line in lines} | {line.source for line in lines}
    named |= {one.source for period in reworked for one in period.identities}
    present = {*hub.agencies, *hub.licences, *hub.cost_lines}
    for id_ in sorted(named - present):
        for run in reversed(earlier):
            tables = (run.facts.hub, run.former)
            found: list[Record] = [
                record
                for known in tables
                for table in (known.agencies, known.licences, known.cost_lines)
                if (record := table.get(id_))
            ]
            if found:
                yield found[0]
                break
