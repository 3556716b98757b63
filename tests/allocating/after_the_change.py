"""What is wrong with a hub after a plan was allocated, by the rules of the domain and of the charges."""

from collections import Counter
from collections.abc import Iterator

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.checks import problems
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.placement import keeps_together, misfits, place_of
from hubdesk.domain.problem import Severity
from hubdesk.domain.timeline import ONE_DAY
from tests.allocating.asked import Asked


def faults(before: Asked, after: Hub) -> list[str]:
    """Everything, in a few words each."""
    return [
        *_new_problems(before, after),
        *_out_of_place(before, after),
        *_charges(before, after),
        *_other_days(before, after),
        *_last_days(before, after),
    ]


def _new_problems(before: Asked, after: Hub) -> Iterator[str]:
    """Errors, and stays beyond a desk's service; a plan is not asked for other days' licences."""
    known = {(one.code, one.records[-1:]) for one in problems(before.hub)}
    for one in problems(after):
        matters = one.severity is Severity.ERROR or one.code == "allocation-outside-service"
        if matters and (one.code, one.records[-1:]) not in known:
            yield f"{one.where}: {one.what}"


def _out_of_place(before: Asked, after: Hub) -> Iterator[str]:
    for agency in before.agencies:
        stays = [one for one in _on_the_day(before, after) if one.agency == agency.id]
        for stay in stays:
            for problem in misfits(after, agency, after.desks[stay.desk], before.day):
                yield f"{agency.code}: {problem.what}"
        places = {place_of(after, after.desks[stay.desk], before.day) for stay in stays}
        if keeps_together(after, agency.id) and len(places) > 1:
            yield f"{agency.code} is in {len(places)} places"


def _charges(before: Asked, after: Hub) -> Iterator[str]:
    """Whoever holds a licence is charged for so many desks as it is licensed for, no more and no fewer.

    Whoever pays for more desks of others than that goes on paying for them; who pays for whom stays, as
    far as there are desks.
    """
    now, then = before.sits.values(), _on_the_day(before, after)
    charged = Counter(stay.payer for stay in then)
    for agency in before.agencies:
        if not any(holds(one, before.day) for one in after.licences_of.get(agency.id, ())):
            continue
        for_others = sum(stay.payer == agency.id != stay.agency for stay in now)
        licensed = after.licensed_desks(agency.id, before.day)
        if charged[agency.id] != max(licensed, for_others):
            yield f"{agency.code} pays for {charged[agency.id]} desks and is licensed for {licensed}"
    for agency in before.agencies:
        paid, was_paid = (
            Counter(one.payer for one in stays if one.agency == agency.id != one.payer)
            for stays in (then, now)
        )
        as_far_as_may_be = min(was_paid.total(), before.wanted[agency.id])
        if not paid <= was_paid or paid.total() != as_far_as_may_be:
            yield f"others pay for {paid.total()} desks of {agency.code}, and did for {was_paid.total()}"


def _other_days(before: Asked, after: Hub) -> Iterator[str]:
    """What was before the day, and what is to begin after it, stays as it is."""
    eve = before.day - ONE_DAY
    for desk in after.desks:
        then, now = after.allocation_on(desk, eve), before.hub.allocation_on(desk, eve)
        if (then and (then.agency, then.payer)) != (now and (now.agency, now.payer)):
            yield f"{after.desks[desk].code} on the day before"
    if _to_come(before, after) != _to_come(before, before.hub):
        yield "what is to begin later"
    for desk in before.stays:
        then, now = after.allocation_on(desk, before.day), before.sits[desk]
        if then is None or (then.agency, then.last, then.pinned) != (now.agency, now.last, now.pinned):
            yield f"{after.desks[desk].code} was to stay"


def _last_days(before: Asked, after: Hub) -> Iterator[str]:
    """Whoever has as many desks as before has them as long as before."""
    for agency in before.agencies:
        now = [stay.last for stay in before.sits.values() if stay.agency == agency.id]
        then = [stay.last for stay in _on_the_day(before, after) if stay.agency == agency.id]
        if len(now) == len(then) and Counter(now) != Counter(then):
            yield f"{agency.code} has its desks for longer, or not as long"


def _to_come(before: Asked, hub: Hub) -> dict[RecordId, Allocation]:
    return {id_: one for id_, one in hub.allocations.items() if one.first > before.day}


def _on_the_day(before: Asked, hub: Hub) -> list[Allocation]:
    stays = (hub.allocation_on(desk.id, before.day) for desk in hub.desks.values() if holds(desk, before.day))
    return [stay for stay in stays if stay]
