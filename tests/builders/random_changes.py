"""Random changes: what people do to a hub in the course of a year, none of it an error."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.change import Change, adding, removing, updating
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.record_tables import R
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.vat import VatCode


def random_change(hub: Hub, rng: random.Random) -> Change:
    """One change to a hub without errors that leaves it without; never an empty one."""
    for draw in rng.sample(_DRAWS, len(_DRAWS)):
        change = draw(hub, rng)
        if change:
            return change
    return updating(
        "Rename the hub", (hub.settings, replace(hub.settings, name=f"{hub.settings.name} again"))
    )


def _any(hub: Hub, rng: random.Random, kind: type[R]) -> R | None:
    records = sorted(hub.all(kind), key=lambda one: one.id)
    return rng.choice(records) if records else None


def _a_day(hub: Hub, rng: random.Random) -> date:
    """A day of the first charging year with costs, else of the first with a rate."""
    known = hub.rate.pence.first
    year = hub.charging_year(min(hub.cost_lines_of, default=known.year if known else 2026))
    return year.first + timedelta(days=rng.randrange(year.days))


def _licence_step(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, Licence)):
        return None
    new = replace(old, desks=old.desks.with_step(max(_a_day(hub, rng), old.first), rng.randrange(30)))
    return updating(f"Desks on licence {old.code}", (old, new))


def _licence_end(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, Licence)):
        return None
    last = max(old.first, _a_day(hub, rng))
    return updating(f"End licence {old.code}", (old, replace(old, last=last)))


def _rate_step(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, DeskRate)):
        return None
    new = replace(old, pence=old.pence.with_step(_a_day(hub, rng), rng.randrange(400_000)))
    return updating("Desk rate", (old, new))


def _vat_step(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, VatCode)):
        return None
    percent = Decimal(rng.choice(["0", "5", "17.5", "20"]))
    new = replace(old, percent=old.percent.with_step(_a_day(hub, rng), percent))
    return updating(f"VAT code {old.code}", (old, new))


def _amount(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, CostLine)):
        return None
    amount = rng.randrange(-(10**5), 10**8)
    new = rng.choice([replace(old, budget=amount), replace(old, actual=amount), replace(old, actual=None)])
    return updating(f"Amounts of cost line {old.code}", (old, new))


def _concession(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, Concession)):
        return None
    percent = Decimal(rng.choice(["0", "25", "33.33", "100"]))
    return updating("Concession", (old, replace(old, percent=percent, funder=rng.choice(list(Funder)))))


def _driver_step(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, DriverFigure)):
        return None
    new = replace(
        old, figures=old.figures.with_step(_a_day(hub, rng), Decimal(rng.randrange(900)).scaleb(-1))
    )
    return updating(f"{old.driver}", (old, new))


def _cap(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, ShareCap)):
        return None
    return updating("Cap", (old, replace(old, pence=rng.randrange(10**6))))


def _fewer_sharers(hub: Hub, rng: random.Random) -> Change | None:
    one = _any(hub, rng, FixedShare) or _any(hub, rng, Participant)
    return removing("Remove a fixed share or a participant", one) if one else None


def _new_allocation(hub: Hub, rng: random.Random) -> Change | None:
    """Somebody new at a desk that nobody has yet."""
    desks = sorted(set(hub.desks) - set(hub.allocations_of))
    agency = _any(hub, rng, Agency)
    if not desks or agency is None:
        return None
    id_ = RecordId(f"{rng.getrandbits(64):016x}")
    return adding("Allocate a desk", Allocation(id_, rng.choice(desks), agency.id, _a_day(hub, rng)))


def _allocation_end(hub: Hub, rng: random.Random) -> Change | None:
    old = _any(hub, rng, Allocation)
    day = _a_day(hub, rng)
    if old is None or day < old.first or (old.last is not None and day > old.last):
        return None
    return updating("Vacate a desk", (old, replace(old, last=day)))


def _desk_move(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, Desk)):
        return None
    new = replace(old, x_mm=old.x_mm + rng.randrange(-400, 400), y_mm=old.y_mm + rng.randrange(-400, 400))
    return updating(f"Move desk {old.code}", (old, new))


def _agency_name(hub: Hub, rng: random.Random) -> Change | None:
    if not (old := _any(hub, rng, Agency)):
        return None
    return updating(f"Rename agency {old.code}", (old, replace(old, name=f"{old.name} {rng.randrange(100)}")))


_DRAWS: list[Callable[[Hub, random.Random], Change | None]] = [
    _licence_step,
    _licence_end,
    _rate_step,
    _vat_step,
    _amount,
    _concession,
    _driver_step,
    _cap,
    _fewer_sharers,
    _new_allocation,
    _allocation_end,
    _desk_move,
    _agency_name,
]
