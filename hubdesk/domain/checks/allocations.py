"""Allocations and capacity: one agency to a desk, within its licence and the desk's service."""

from collections.abc import Iterator
from datetime import date

from hubdesk.domain.checks.sharing import beyond_licences, beyond_service
from hubdesk.domain.checks.spells import above_zero, overlaps, when
from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem


def overlapping(hub: Hub) -> Iterator[Problem]:
    """Two allocations of one desk on one day."""
    for desk, allocations in hub.allocations_of.items():
        for earlier, later, common in overlaps(allocations):
            codes = " and ".join(hub.agencies[one.agency].code for one in (earlier, later))
            yield error(
                "desk-allocated-twice",
                f"It is allocated twice, to {codes}, {when((common,))}",
                named(hub, hub.desks[desk]),
                "End one allocation before the other starts, or remove one",
                (later.id, earlier.id, desk),
                "first",
            )


def outside_service(hub: Hub) -> Iterator[Problem]:
    """Allocations that go beyond the days on which their desk is in service."""
    for one in hub.allocations.values():
        desk = hub.desks[one.desk]
        early = desk.first is not None and one.first < desk.first
        late = desk.last is not None and (one.last is None or one.last > desk.last)
        if not (early or late):
            continue
        service = " ".join(
            f"{word} {in_words(day)}" for word, day in (("from", desk.first), ("to", desk.last)) if day
        )
        yield warning(
            "allocation-outside-service",
            f"The allocation goes beyond the desk's service ({service}) and counts only within it",
            named(hub, one),
            "Shorten the allocation, or change the desk's first or last day",
            (one.id, desk.id),
            "first" if early else "last",
        )


def beyond_licence(hub: Hub) -> Iterator[Problem]:
    """Agencies that are charged to more desks on the plan than they are licensed for, on some day."""
    for agency, surplus in beyond_licences(hub).items():
        spells = above_zero(surplus)
        if spells:
            yield warning(
                "allocation-beyond-licence",
                f"More desks are allocated than licensed, {when(spells)}",
                named(hub, hub.agencies[agency]),
                "Add desks to its licence, or vacate some",
                (agency,),
            )


def licensed_beyond_service(hub: Hub) -> Iterator[Problem]:
    """Days on which more desks are licensed than are in service, once there is a plan to go by."""
    if not hub.floors and not hub.desks:
        return
    spells = above_zero(beyond_service(hub))
    if spells:
        day = spells[0].first
        total = sum(licence.desks_on(day) for licence in hub.licences.values())
        count = f"{total:,} desks and {hub.capacity(day):,} in service" if day != date.min else "desks"
        yield warning(
            "licensed-beyond-service",
            f"More desks are licensed than in service, {when(spells)}: {count} on the first such day",
            "the building",
            "Add desks to the plan, or lower the licences",
            tuple(licence.id for licence in hub.licences.values() if licence.desks_on(day)),
        )
