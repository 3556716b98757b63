"""Corrections of who has which desk: "not our desk", another one instead, one that it says it has."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change, Edit, merged
from hubdesk.domain.checks.allocations import beyond_licence
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import query_name
from hubdesk.domain.query import Query
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import allocations
from hubdesk.editing.ending import ended
from hubdesk.editing.records import agency_code, found, refusal
from hubdesk.workflows.review.proposal import Proposal, day_of
from hubdesk.workflows.review.words import NOT_OURS


def desk_corrected(hub: Hub, query: Query, desk: RecordId) -> Proposal:
    """The desk is not the agency's from the day on; named a code, it has that desk instead."""
    record = found(hub, Desk, desk)
    day, notes = day_of(hub, query)
    stays = _stays(hub, query, record, day)
    left = _left(hub, query, record, day, stays)
    notes = (*notes, *_who_pays_then(hub, query, stays))
    if query.wanted.strip().casefold() == NOT_OURS:
        return Proposal(left, notes)
    if desk_called(hub, query.wanted) == record:
        raise refusal(
            "desk-as-it-is",
            f"It names desk {record.code}, which it has already",
            query_name(query),
            f"Ask {agency_code(hub, query.agency)} which desk it means, or end it as explained",
            query,
            record,
        )
    after = hub.applying(left)
    had, more = _had(after, query, day)
    what = f"{had.title}, in place of {record.code}"
    return Proposal(merged(what, (left, had)), (*notes, *more))


def other_desk(hub: Hub, query: Query, _line: RecordId) -> Proposal:
    """The agency has the desk whose code it names, from the day on."""
    day, notes = day_of(hub, query)
    had, more = _had(hub, query, day)
    beyond = [one.happened_there for one in beyond_licence(hub.applying(had)) if query.agency in one.records]
    known = {one.happened_there for one in beyond_licence(hub)}
    return Proposal(had, (*notes, *more, *(one for one in beyond if one not in known)))


def desk_called(hub: Hub, typed: str) -> Desk | None:
    """The desk whose code an agency typed, with or without the word, in any case; None if there is none."""
    code = typed.strip()
    if code[:5].casefold() == "desk ":
        code = code[5:].strip()
    if code in hub.desk_codes:
        return hub.desk_codes[code]
    alike = [desk for one, desk in hub.desk_codes.items() if one.casefold() == code.casefold()]
    return alike[0] if len(alike) == 1 else None


def _stays(hub: Hub, query: Query, desk: Desk, day: date) -> list[Allocation]:
    """Where the agency sits at the desk on or after `day`, or pays for it."""
    return [
        one
        for one in hub.allocations_of.get(desk.id, ())
        if query.agency in (one.agency, one.payer) and (one.last is None or one.last >= day)
    ]


def _who_pays_then(hub: Hub, query: Query, stays: list[Allocation]) -> Iterator[str]:
    """Who sits at a desk that the agency only pays for."""
    for who in dict.fromkeys(one.agency for one in stays if one.agency != query.agency):
        yield f"{agency_code(hub, who)}, which sits there, pays for it from then on."


def _left(hub: Hub, query: Query, desk: Desk, day: date, stays: list[Allocation]) -> Change:
    """The agency neither sits at the desk from `day` on, nor pays for it."""
    code = agency_code(hub, query.agency)
    if not stays:
        raise refusal(
            "desk-not-held",
            f"By the hub's records, {code} does not have desk {desk.code} on or after {in_words(day)}",
            query_name(query),
            "Nothing is left to correct: end it as explained",
            query,
            desk,
        )
    edits = tuple(edit for one in stays for edit in _without(one, query.agency, day))
    return Change(f"desk {desk.code} is not {code}'s from {in_words(day)}", edits)


def _without(stay: Allocation, agency: RecordId, day: date) -> Iterator[Edit]:
    if stay.agency == agency:
        yield from ended(stay, day - ONE_DAY)
    elif stay.first >= day:
        yield Edit(stay, replace(stay, charged_to=None))
    else:
        yield Edit(stay, replace(stay, last=day - ONE_DAY))
        yield Edit(None, replace(stay, id=new_id(), first=day, charged_to=None))


def _had(hub: Hub, query: Query, day: date) -> tuple[Change, tuple[str, ...]]:
    """The agency sits at the desk whose code it typed, from `day` until somebody else is to."""
    code = agency_code(hub, query.agency)
    desk = desk_called(hub, query.wanted)
    if desk is None:
        near = get_close_matches(query.wanted.strip().upper(), sorted(hub.desk_codes), n=3)
        raise refusal(
            "desk-unknown",
            f"No desk has the code “{query.wanted.strip()}”",
            query_name(query),
            f"Ask {code} which one it means{_or(near)}, or allocate it on the plan",
            query,
        )
    stays = hub.allocations_of.get(desk.id, ())
    there = next((one for one in stays if holds(one, day)), None)
    if there is not None:
        raise _taken(hub, query, desk, there, day)
    later = next((one for one in stays if one.first > day), None)
    last = None if later is None else later.first - ONE_DAY
    change = allocations.allocate(hub, [desk.id], query.agency, day, last)
    until = "" if last is None else f" to {in_words(last)}"
    notes: tuple[str, ...] = ()
    if later is not None:
        whose = agency_code(hub, later.agency)
        notes = (f"From {in_words(later.first)} on, desk {desk.code} is allocated to {whose}.",)
    return replace(change, title=f"{code} has desk {desk.code} from {in_words(day)}{until}"), notes


def _taken(hub: Hub, query: Query, desk: Desk, there: Allocation, day: date) -> Exception:
    code, whose = agency_code(hub, query.agency), agency_code(hub, there.agency)
    if there.agency == query.agency:
        return refusal(
            "desk-held-already",
            f"{code} has desk {desk.code} on {in_words(day)} already, since {in_words(there.first)}",
            query_name(query),
            "Nothing is left to correct: end it as explained",
            query,
            desk,
        )
    return refusal(
        "desk-held-by-another",
        f"On {in_words(day)} desk {desk.code} is allocated to {whose}",
        query_name(query),
        f"Settle with {code} and {whose} whose it is; then end the allocation to {whose} on the plan, and "
        "accept this",
        query,
        desk,
        there,
    )


def _or(near: list[str]) -> str:
    return f" ({' or '.join(near)}?)" if near else ""
