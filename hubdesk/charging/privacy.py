"""What one agency may see of a run: its own records and lines, and the host as issuer."""

import re
from collections.abc import Iterable
from dataclasses import replace

from hubdesk.charging.occupancy import Occupancy
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.run import Adjustment, Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, ShareCap
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode

_EVERYBODYS = (HubSettings, DeskRate, VatCode, LedgerSettings)
_OTHERS_CHANGED = "facts of others in the building have changed"


def run_for(agency: RecordId, run: Run) -> Run:
    """`run` as far as `agency` may see it."""
    own = tuple(line for line in run.own if line.agency == agency)
    adjustments = tuple(one for one in run.adjustments if one.line.agency == agency)
    seen = {agency, run.facts.host, *(line.source for line in own), *(one.line.source for one in adjustments)}
    hub = Hub.of(_records(run.facts.hub, agency, seen))
    hidden = _words_of_others(run, hub)
    return replace(
        run,
        facts=replace(run.facts, hub=hub, occupancy=Occupancy(Timeline(), {}, {})),
        own=own,
        adjustments=tuple(_without(hidden, one) for one in adjustments),
        identities=(),
        former=Hub.of(one for one in run.former.records() if one.id in seen),
    )


def recharge_for(agency: RecordId, recharge: Recharge, run: Run) -> Recharge:
    """`recharge` with the licences of `agency` alone, under the facts of its own `run`."""
    own = tuple(one for one in recharge.licences if one.licence.agency == agency)
    return replace(recharge, facts=run.facts, licences=own, apportionments=(), charges=(), identities=())


def _records(hub: Hub, agency: RecordId, seen: set[RecordId]) -> Iterable[Record]:
    known = hub.agencies.get(agency)
    for record in hub.records():
        match record:
            case Agency():
                kept = record.id in seen
            case Licence():
                kept = record.agency == agency or record.id in seen
            case CostLine():
                kept = record.id in seen
            case Concession():
                owner = hub.licences[record.licence].agency if record.licence else None
                kept = owner == agency or (known is not None and record.sector is known.sector)
            case ShareCap():
                kept = record.agency == agency and record.cost_line in seen
            case _:
                kept = isinstance(record, _EVERYBODYS)
        if kept:
            yield record


def _words_of_others(run: Run, own: Hub) -> re.Pattern[str]:
    """What names another agency or its licences in words."""
    words: set[str] = set()
    for hub in (run.facts.hub, run.former):
        others = [one for one in hub.agencies.values() if one.id not in own.agencies]
        words |= {word for one in others for word in (one.code, one.name) if word}
        words |= {one.code for one in hub.licences.values() if one.id not in own.licences}
    return re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words)) or r"(?!)")


def _without(hidden: re.Pattern[str], one: Adjustment) -> Adjustment:
    """`one` with the reasons that name nobody else."""
    kept = [reason for reason in one.reasons if not hidden.search(reason)]
    if len(kept) < len(one.reasons):
        kept.append(_OTHERS_CHANGED)
    return replace(one, reasons=tuple(kept))
