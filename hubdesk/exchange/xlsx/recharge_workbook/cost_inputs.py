"""The sections of the Inputs sheet on shared costs: amounts, fixed shares, caps, drivers and counts."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from hubdesk.charging.recharge import Recharge
from hubdesk.domain.cost_line import Basis, CostLine, Recovery
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import Timeline
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import DatedCell, DatedCells, in_force
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

N = TypeVar("N", int, Fraction)

_DAYS_HEADS = ("Code", "What", "From", "To")


def add_costs(made: Inputs, subject: Subject, running: Sequence[CostLine]) -> None:
    """The amounts of costs `running`, with their fixed shares, and of those that the desk rate covers."""
    hub, year = subject.hub, subject.facts.year
    covered = [one for one in subject.facts.cost_lines if one.recovery is Recovery.LICENCE]
    if running or covered:
        made.page.section(
            "Costs", "Pounds for the whole of the days that the cost runs in the year", (*_DAYS_HEADS, "£")
        )
    for line in (*running, *covered):
        days = line.first or year.first, line.last or year.last
        name = line.name if line.recovery is Recovery.SHARED else f"{line.name} (covered by the desk rate)"
        pounds = subject.amount(line) / 100
        (made.amounts[line.id],) = made.page.row(line.code, name, days, (pounds, "Fact money"))
    fixed = [(line, one) for line in running for one in hub.fixed_shares_of.get(line.id, ())]
    if fixed:
        made.page.section(
            "Fixed shares", "Per cent of the cost, before the rest is shared", ("Code", "Agency", "", "", "%")
        )
    for line, one in fixed:
        name = agency_name(hub.agencies[one.agency])
        (cell,) = made.page.row(line.code, name, (None, None), (float(one.percent), "Fact percent"))
        made.fixed[line.id, one.agency] = cell


def add_caps(made: Inputs, subject: Subject, lines: Sequence[CostLine]) -> None:
    """The caps on agencies other than the host, who is not capped."""
    hub = subject.hub
    caps = [
        (line, cap) for line in lines for cap in hub.caps_of.get(line.id, ()) if cap.agency != subject.host
    ]
    if caps:
        made.page.section("Caps", "The most that an agency pays in the year", ("Code", "Agency", "", "", "£"))
    for line, cap in caps:
        name = agency_name(hub.agencies[cap.agency])
        (made.caps[line.id, cap.agency],) = made.page.row(
            line.code, name, (None, None), (cap.pence / 100, "Fact money")
        )


def add_drivers(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    """The figures of the drivers that costs of the period are shared by."""
    names = sorted(
        {one.split.line.driver for one in recharge.apportionments if one.split.line.basis is Basis.DRIVER}
    )
    if names:
        made.page.section(
            "Drivers", "Figures that costs are shared by", ("Driver", "Agency", "From", "To", "Figure")
        )
    for name in names:
        for one in subject.hub.figures_of.get(name, ()):
            agency = agency_name(subject.hub.agencies[one.agency])
            spans = in_force(one.figures, recharge.period.first, recharge.period.last)
            made.figures[name, one.agency] = DatedCells(
                DatedCell(
                    span.first,
                    span.last,
                    made.page.row(name, agency, (span.first, span.last), (float(span.value), "Fact figure"))[
                        0
                    ],
                )
                for span in spans
            )


def add_occupancy(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    """Counts from the plan, as far as costs of the period are shared by them."""
    lines = [one.split.line for one in recharge.apportionments]
    occupancy, period = subject.facts.occupancy, recharge.period
    if any(line.basis in (Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS) for line in lines):
        made.page.section(
            "Desks in service", "Desks of every kind, as counts from the plan", (*_DAYS_HEADS, "Desks")
        )
        made.capacity = DatedCells(
            DatedCell(
                span.first,
                span.last,
                made.page.row("", "Desks in service", (span.first, span.last), (span.value, "Fact count"))[0],
            )
            for span in in_force(occupancy.capacity, period.first, period.last)
        )
    if any(line.basis is Basis.ALLOCATED_DESKS for line in lines):
        made.page.section(
            "Desks allocated",
            "Desks assigned on the plan, by the agency that is charged",
            ("Code", "Agency", "From", "To", "Desks"),
        )
        made.allocated = _by_agency(made, subject, recharge, occupancy.allocated, "Fact count")
    if any(line.basis is Basis.AREA for line in lines):
        made.page.section(
            "Areas",
            "Square metres for an agency's sole use",
            ("Code", "Agency", "From", "To", "m²"),
        )
        made.areas = _by_agency(made, subject, recharge, occupancy.sole_use, "Fact figure")


def _by_agency(
    made: Inputs, subject: Subject, recharge: Recharge, figures: Mapping[RecordId, Timeline[N]], style: str
) -> dict[RecordId, DatedCells]:
    found = {}
    for agency in subject.agencies:
        spans = in_force(figures.get(agency.id, Timeline()), recharge.period.first, recharge.period.last)
        found[agency.id] = DatedCells(
            DatedCell(
                span.first,
                span.last,
                made.page.row(
                    agency.code, agency_name(agency), (span.first, span.last), (float(span.value), style)
                )[0],
            )
            for span in spans
        )
    return found
