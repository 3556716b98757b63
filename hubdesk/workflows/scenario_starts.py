"""What scenarios mostly begin with: another rate, concession, basis, vacant policy or number of desks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.cost_line import Basis, CostLine, VacantPolicy
from hubdesk.domain.days import holds
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.names import counted
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.plain import decimal_text
from hubdesk.domain.problem import Refused
from hubdesk.editing import concessions, cost_lines, licences, rates
from hubdesk.editing.records import found
from hubdesk.workflows.bases_compared import shared_lines

Begun = tuple[str, Change]
"""What a scenario could be called, and what it begins with."""

ON_DESKS = (Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS)
"""The bases for which the vacant policy means anything."""


def another_rate(hub: Hub, first: date, pence: Pence) -> Begun:
    """The desk rate, in pence a year, from `first` on; a later step of today's rate still comes after it."""
    return f"Rate {in_short(pence)}", rates.set_step(hub, first, pence)


def another_concession(
    hub: Hub, concession: RecordId, first: date, percent: Decimal, funder: Funder
) -> Begun:
    """Other terms from `first` on. Raises Refused if it has ended by then, or is gone."""
    before = found(hub, Concession, concession)
    after = replace(before, percent=percent, funder=funder)
    name = f"{concession_name(hub, before)} at {decimal_text(percent)} %, paid by the {funder.value}"
    if first <= before.first:
        return name, concessions.change(hub, after)
    return name, concessions.supersede(hub, concession, replace(after, id=new_id(), first=first))


def another_basis(
    hub: Hub, year: ChargingYear, line: RecordId | None, basis: Basis, driver: str = ""
) -> Begun:
    """The shared line, or all of the year's where none is named, by another basis."""
    lines = _lines(hub, year, line)
    word = driver if basis is Basis.DRIVER else basis.value
    change = cost_lines.change(hub, *(replace(one, basis=basis, driver=driver) for one in lines))
    return f"{_called(lines, year)} by {word}", change


def another_vacant_policy(hub: Hub, year: ChargingYear, line: RecordId | None, policy: VacantPolicy) -> Begun:
    """Who carries vacant desks, on the line or on all of the year's that go by desks."""
    lines = [one for one in _lines(hub, year, line) if one.basis in ON_DESKS]
    if not lines:
        raise Refused(
            error(
                "no-desk-basis",
                f"No shared cost of {year.name} goes by desks, and so none knows of vacant ones",
                "the cost lines",
                "Begin with another basis instead",
            )
        )
    who = "the host pays for" if policy is VacantPolicy.HOST_PAYS else "partners share"
    change = cost_lines.change(hub, *(replace(one, vacant=policy) for one in lines))
    of = f" of {lines[0].code}" if line is not None else ""
    return f"Vacant desks{of}: {who} them", change


def other_desks(hub: Hub, licence: RecordId, first: date, desks: int) -> Begun:
    """The licence's desks from `first` on. Raises Refused outside its days."""
    held = found(hub, Licence, licence)
    agency = found(hub, Agency, held.agency)
    return f"{agency.code} with {counted(desks, 'desk')}", licences.set_desks(hub, licence, first, desks)


def concessions_on(hub: Hub, year: ChargingYear) -> tuple[Concession, ...]:
    """The standing rates and awards that hold in some part of `year`, standing rates first."""
    running = (
        one
        for one in hub.concessions.values()
        if one.first <= year.last and (one.last is None or one.last >= year.first)
    )
    return tuple(sorted(running, key=lambda one: (one.sector is None, concession_name(hub, one), one.first)))


def licences_on(hub: Hub, day: date) -> tuple[Licence, ...]:
    """The licences that are held on `day`, by agency and code."""
    held = (one for one in hub.licences.values() if holds(one, day))
    return tuple(sorted(held, key=lambda one: (hub.agencies[one.agency].code, one.code)))


def concession_name(hub: Hub, concession: Concession) -> str:
    """ "Voluntary", "CAB (L07)"."""
    if concession.sector is not None:
        return concession.sector.value.capitalize()
    licence = hub.licences.get(concession.licence) if concession.licence else None
    return "?" if licence is None else f"{hub.agencies[licence.agency].code} ({licence.code})"


def in_short(pence: Pence) -> str:
    """£3,200 for whole pounds, else with its pence."""
    return pounds(pence).removesuffix(".00")


def _lines(hub: Hub, year: ChargingYear, line: RecordId | None) -> Sequence[CostLine]:
    if line is not None:
        return [found(hub, CostLine, line)]
    lines = shared_lines(hub, year)
    if not lines:
        raise Refused(
            error(
                "nothing-shared", f"No cost line of {year.name} is shared", "the cost lines", "Add one first"
            )
        )
    return lines


def _called(lines: Sequence[CostLine], year: ChargingYear) -> str:
    return f"{lines[0].code} {lines[0].name}" if len(lines) == 1 else f"All shared costs of {year.name}"
