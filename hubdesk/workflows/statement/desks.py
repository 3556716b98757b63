"""Where an agency's desks are: a small plan of each floor, which tells nothing about anybody else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from hubdesk.domain.agency import Agency
from hubdesk.domain.days import in_words
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, floor_name, natural_order
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import UNTOLD
from hubdesk.exchange.plan.plan import Plan, ShownDesk
from hubdesk.exchange.plan.small import small_plan
from hubdesk.exchange.statement.statement import FloorShown
from hubdesk.workflows.plan_contents import OnADay, plan_for_one

MOST_FLOORS = 4
_ONE_WIDE, _SIDE_BY_SIDE, _HIGH = 118.0, 84.0, 56.0
"""The most that a plan takes: by itself, beside another, and in height; in millimetres."""


def day_shown(hub: Hub, agency: Agency, first: date, last: date) -> date | None:
    """The last day from `first` to `last` on which the agency sits anywhere; None if it never does."""
    sat = (
        min(one.last or last, last)
        for one in hub.allocations.values()
        if one.agency == agency.id and one.first <= last and (one.last is None or one.last >= first)
    )
    return max(sat, default=None)


def floors_shown(hub: Hub, agency: Agency, day: date, made: date, fonts: Path) -> tuple[FloorShown, ...]:
    """The floors on which the agency sits on `day`, those with most of its desks if there are many.

    Desks are those of `hub` as it is now: an issued run holds figures, and no plan.
    """
    plans = [(floor, plan, own) for floor, plan, own in _plans(hub, agency, day, made)]
    plans.sort(key=lambda one: (-len(one[2]), one[0].level, one[0].code))
    chosen = sorted(plans[:MOST_FLOORS], key=lambda one: (one[0].level, one[0].code))
    width = _ONE_WIDE if len(chosen) == 1 else _SIDE_BY_SIDE
    lettering = Lettering(fonts)
    return tuple(
        FloorShown(
            small_plan(plan, width, _HIGH, lettering), _caption(floor, own), _alt(floor, plan, own, day)
        )
        for floor, plan, own in chosen
    )


def _plans(hub: Hub, agency: Agency, day: date, made: date) -> Iterator[tuple[Floor, Plan, list[ShownDesk]]]:
    for floor in hub.floors.values():
        seen = OnADay(hub, floor, day, made)
        if not any(_sits(hub, desk.id, agency, day) for desk in seen.desks):
            continue
        plan = plan_for_one(seen, agency)
        own = [desk for desk in plan.desks if desk.mark != UNTOLD]
        nameless = [
            replace(desk, mark=replace(desk.mark, label="")) if desk.mark != UNTOLD else desk
            for desk in plan.desks
        ]
        yield floor, replace(plan, desks=nameless), own


def _sits(hub: Hub, desk: RecordId, agency: Agency, day: date) -> bool:
    seat = hub.allocation_on(desk, day)
    return seat is not None and seat.agency == agency.id


def _caption(floor: Floor, own: list[ShownDesk]) -> str:
    return f"{floor.code} {floor_name(floor)}: {counted(len(own), 'desk')}"


def _alt(floor: Floor, plan: Plan, own: list[ShownDesk], day: date) -> str:
    codes = ", ".join(sorted((desk.code for desk in own), key=natural_order))
    others = len(plan.desks) - len(own)
    rest = f" {counted(others, 'other desk')} in grey, without names." if others else ""
    return (
        f"Floor plan of {floor.code}, {floor_name(floor)}, on {in_words(day)}. "
        f"Your {counted(len(own), 'desk')} in colour: {codes}.{rest}"
    )
