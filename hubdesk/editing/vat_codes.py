"""VAT codes and their rates."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.ledger import VatMapping
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import named
from hubdesk.domain.record import Record
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import NO_VAT_CODES, VatCode
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed
from hubdesk.editing.steps import without_step


def add(hub: Hub, *codes: VatCode) -> Change:
    """New VAT codes. Raises Refused if one with its id is there already."""
    return added(hub, *codes)


def change(hub: Hub, *codes: VatCode) -> Change:
    """Each VAT code as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *codes)


def rename(hub: Hub, vat: RecordId, code: str) -> Change:
    """Another code, and licences, cost lines and the ledger's map follow."""
    before = found(hub, VatCode, vat)
    followers = [*_users(hub, before)]
    after = [replace(one, vat_code=code) for one in followers]
    ledger: list[Record] = []
    if hub.ledger is not None and any(one.code == before.code for one in hub.ledger.vat_codes):
        pairs = (
            VatMapping(code, one.ledger_code) if one.code == before.code else one
            for one in hub.ledger.vat_codes
        )
        ledger = [replace(hub.ledger, vat_codes=tuple(pairs))]
    return renamed(hub, before, replace(before, code=code), *after, *ledger)


def set_rate(hub: Hub, vat: RecordId, first: date, percent: Decimal) -> Change:
    """The percentage from `first` until the next step."""
    before = found(hub, VatCode, vat)
    after = replace(before, percent=before.percent.with_step(first, percent))
    return changed(hub, after, title=f"VAT code {before.code} at {percent:f} % from {in_words(first)}")


def move_rate(hub: Hub, vat: RecordId, first: date, to: date) -> Change:
    """The percentage that held from `first` holds from `to`. Raises Refused if another begins there."""
    before = found(hub, VatCode, vat)
    percent = next((step.value for step in before.percent.steps if step.first == first), None)
    rest = without_step(hub, before, before.percent, first)
    if percent is None or any(step.first == to for step in rest.steps):
        raise refusal(
            "step-there",
            f"Another percentage begins on {in_words(to)}",
            named(hub, before),
            "Choose another day, or remove that one first",
            before,
        )
    after = replace(before, percent=rest.with_step(to, percent))
    return changed(hub, after, title=f"VAT code {before.code} at {percent:f} % from {in_words(to)}")


def add_rate(hub: Hub, code: str, first: date | None, percent: Decimal | None) -> Change:
    """The percentage of the VAT code called `code` from `first`; a code that is not listed yet is added.

    Raises Refused where the code has one from that day, where there is one of day and percentage alone, and
    where there is nothing to do.
    """
    where = f"VAT code {code}"
    if (first is None) != (percent is None):
        what = "A percentage goes with the day from which it holds"
        raise refusal("vat-rate-half", what, where, "Type both, or neither for a code without VAT")
    listed = hub.vat_by_code.get(code)
    if first is None or percent is None:
        if listed is not None:
            raise refusal("record-there", "This code is listed already", where, "Type its percentage and day")
        return add(hub, VatCode(new_id(), code))
    if listed is None:
        return add(hub, VatCode(new_id(), code, Timeline.of([(first, percent)])))
    if any(step.first == first for step in listed.percent.steps):
        what = f"It has a percentage from {in_words(first)} already"
        raise refusal("step-there", what, where, "Change that one, or choose another day", listed)
    return set_rate(hub, listed.id, first, percent)


def remove_rate(hub: Hub, vat: RecordId, first: date) -> Change:
    """The step before holds on. Raises Refused if there is none on that day."""
    before = found(hub, VatCode, vat)
    after = replace(before, percent=without_step(hub, before, before.percent, first))
    return changed(hub, after, title=f"Remove the rate of VAT code {before.code} from {in_words(first)}")


def remove(hub: Hub, vat: RecordId) -> Change:
    """Raises Refused while a licence or cost line bears it, but for those that mean no VAT."""
    record = found(hub, VatCode, vat)
    users = _users(hub, record)
    if users and record.code not in NO_VAT_CODES:
        raise refusal(
            "vat-code-in-use",
            f"It is still on {named(hub, users[0])}",
            named(hub, record),
            "Give those another VAT code first",
            record,
            *users,
        )
    return removed(hub, record)


def _users(hub: Hub, vat: VatCode) -> list[Licence | CostLine]:
    sources: list[Licence | CostLine] = [*hub.licences.values(), *hub.cost_lines.values()]
    return [one for one in sources if one.vat_code == vat.code]
