"""Cost lines, and who shares them: participants, fixed shares, caps."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.names import named
from hubdesk.editing.records import added, agency_code, changed, found, refusal, removed, renamed


def add(hub: Hub, *lines: CostLine) -> Change:
    """New cost lines. Raises Refused if one with its id is there already."""
    return added(hub, *lines)


def change(hub: Hub, *lines: CostLine) -> Change:
    """Each cost line as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *lines)


def rename(hub: Hub, line: RecordId, code: str) -> Change:
    """Another code for the cost line."""
    before = found(hub, CostLine, line)
    return renamed(hub, before, replace(before, code=code))


def set_actual(hub: Hub, line: RecordId, pence: Pence | None) -> Change:
    """What it came to in the end; None: not known yet."""
    before = found(hub, CostLine, line)
    figure = "not known" if pence is None else pounds(pence)
    return changed(hub, replace(before, actual=pence), title=f"Actual of {named(hub, before)}: {figure}")


def remove(hub: Hub, line: RecordId) -> Change:
    """With its participants, fixed shares and caps."""
    return removed(hub, found(hub, CostLine, line), with_=(Participant, FixedShare, ShareCap))


def set_participants(hub: Hub, line: RecordId, agencies: Iterable[RecordId]) -> Change:
    """The named list; empty: all agencies with a weight."""
    record, wanted = found(hub, CostLine, line), list(dict.fromkeys(agencies))
    now = {one.agency: one for one in hub.all(Participant) if one.cost_line == line}
    gone = tuple(Edit(one, None) for agency, one in now.items() if agency not in wanted)
    new = tuple(Edit(None, Participant(new_id(), line, one)) for one in wanted if one not in now)
    return Change(f"Participants of {named(hub, record)}", gone + new)


def set_fixed_share(hub: Hub, line: RecordId, agency: RecordId, percent: Decimal) -> Change:
    """`agency` pays that part before the rest is shared."""
    title = f"{agency_code(hub, agency)} pays {percent:f} % of {named(hub, found(hub, CostLine, line))}"
    before = next((one for one in hub.fixed_shares_of.get(line, ()) if one.agency == agency), None)
    if before is None:
        return Change(title, (Edit(None, FixedShare(new_id(), line, agency, percent)),))
    return changed(hub, replace(before, percent=percent), title=title)


def remove_fixed_share(hub: Hub, line: RecordId, agency: RecordId) -> Change:
    """`agency` shares by the basis again. Raises Refused if it has no fixed share."""
    return removed(hub, _share_of(hub, hub.fixed_shares_of.get(line, ()), line, agency))


def set_cap(hub: Hub, line: RecordId, agency: RecordId, pence: Pence) -> Change:
    """`agency` pays no more than `pence` of it in the year."""
    where = named(hub, found(hub, CostLine, line))
    title = f"{agency_code(hub, agency)} pays at most {pounds(pence)} of {where}"
    before = next((one for one in hub.caps_of.get(line, ()) if one.agency == agency), None)
    if before is None:
        return Change(title, (Edit(None, ShareCap(new_id(), line, agency, pence)),))
    return changed(hub, replace(before, pence=pence), title=title)


def remove_cap(hub: Hub, line: RecordId, agency: RecordId) -> Change:
    """Raises Refused if it has no cap."""
    return removed(hub, _share_of(hub, hub.caps_of.get(line, ()), line, agency))


def _share_of(
    hub: Hub, shares: Iterable[FixedShare | ShareCap], line: RecordId, agency: RecordId
) -> FixedShare | ShareCap:
    for share in shares:
        if share.agency == agency:
            return share
    raise refusal(
        "record-gone",
        f"{agency_code(hub, agency)} has none on this line",
        named(hub, found(hub, CostLine, line)),
        "Choose an agency that has one",
        hub.get(CostLine, line),
    )
