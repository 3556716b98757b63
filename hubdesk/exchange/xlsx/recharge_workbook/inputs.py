"""The Inputs sheet: every fact that the period rests on, once, and where to find its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from hubdesk.charging.recharge import Recharge
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import Basis, CostLine, Recovery
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VAT_MEANINGS
from hubdesk.exchange.xlsx.expression import Expression, exact, rounded, sum_product
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import NEVER, DatedCell, DatedCells, in_force
from hubdesk.exchange.xlsx.recharge_workbook.inputs_sheet import InputsSheet
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

AgencyFact = tuple[RecordId, RecordId]
"""A cost line and an agency."""

DriverFact = tuple[str, RecordId]
"""A driver's name and an agency."""

N = TypeVar("N", int, Fraction)

_DAYS_HEADS = ("Code", "What", "From", "To")


@dataclass(frozen=True)
class ConcessionCells:
    """What can be changed of a concession; an empty `cap` is none."""

    percent: Cell
    cap: Cell
    funder: Cell


@dataclass
class Inputs:
    """The cells of all facts of the period, by what they are of."""

    page: InputsSheet
    percent_scale: int
    """Percentages count in 1 / `percent_scale` of a per cent, as whole numbers."""
    rate: DatedCells = NEVER
    desks: dict[RecordId, DatedCells] = field(default_factory=dict)
    concessions: dict[RecordId, ConcessionCells] = field(default_factory=dict)
    amounts: dict[RecordId, Cell] = field(default_factory=dict)
    fixed: dict[AgencyFact, Cell] = field(default_factory=dict)
    caps: dict[AgencyFact, Cell] = field(default_factory=dict)
    figures: dict[DriverFact, DatedCells] = field(default_factory=dict)
    capacity: DatedCells = NEVER
    allocated: dict[RecordId, DatedCells] = field(default_factory=dict)
    areas: dict[RecordId, DatedCells] = field(default_factory=dict)
    vat_codes: dict[RecordId, Cell] = field(default_factory=dict)
    vat_percents: dict[RecordId, Cell] = field(default_factory=dict)

    def percent_of(self, cell: Expression) -> Expression:
        """The percentage in `cell` as a whole number of 1 / `percent_scale` per cent."""
        return rounded(cell * self.percent_scale)

    @property
    def hundred(self) -> int:
        """100 % on that scale."""
        return 100 * self.percent_scale


def decimal_places(figures: Sequence[Decimal]) -> int:
    """The most decimals that one of `figures` has; two at least, to leave room for changes."""
    return max([2, *(-int(one.normalize().as_tuple().exponent) for one in figures)])


def inputs_of(subject: Subject, recharge: Recharge) -> Inputs:
    """The Inputs sheet of `recharge`."""
    made = Inputs(InputsSheet(), 10 ** decimal_places(_percents(subject)))
    made.page.heading("Inputs", f"{subject.hub.settings.name} · {subject.run.name} · {subject.days_in_words}")
    _rate(made, subject, recharge)
    _licences(made, subject, recharge)
    _concessions(made, subject, recharge)
    _costs(made, subject, recharge)
    _drivers(made, subject, recharge)
    _occupancy(made, subject, recharge)
    _vat(made, subject, recharge)
    return made


def _percents(subject: Subject) -> list[Decimal]:
    hub = subject.hub
    fixed = [one.percent for line in subject.shared_lines for one in hub.fixed_shares_of.get(line.id, ())]
    vat = [step.value for code in hub.vat_codes.values() for step in code.percent.steps]
    return [*(one.percent for one in hub.concessions.values()), *fixed, *vat]


def _rate(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    made.page.section("Desk rate", "Pounds a desk and year, the same for every agency", (*_DAYS_HEADS, "£"))
    spans = in_force(subject.hub.rate.pence, recharge.period.first, recharge.period.last)
    made.rate = DatedCells(
        DatedCell(
            one.first,
            one.last,
            made.page.row("", "Desk rate", (one.first, one.last), (one.value / 100, "Fact money"))[0],
        )
        for one in spans
    )


def _licences(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    made.page.section(
        "Desks licensed",
        "Desks of each licence in this period; steps that began before it act within it",
        (*_DAYS_HEADS, "Desks"),
    )
    for charge in recharge.licences:
        licence = charge.licence
        within = days_of_licence(licence, recharge)
        if within:
            agency = agency_name(subject.hub.agencies[licence.agency])
            made.desks[licence.id] = DatedCells(
                DatedCell(
                    one.first,
                    one.last,
                    made.page.row(licence.code, agency, (one.first, one.last), (one.value, "Fact count"))[0],
                )
                for one in in_force(licence.desks, *within)
            )


def days_of_licence(licence: Licence, recharge: Recharge) -> tuple[date, date] | None:
    """The first and last day of `licence` in the period, if there are any."""
    first = max(licence.first, recharge.period.first)
    last = min(licence.last or date.max, recharge.period.last)
    return (first, last) if first <= last else None


def _concessions(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    period = recharge.period
    found = [
        one
        for one in subject.hub.concessions.values()
        if one.first <= period.last and (one.last is None or one.last >= period.first)
    ]
    if not found:
        return
    made.page.section(
        "Concessions",
        "Per cent off; the desks of each licence that it is limited to (empty: all); who pays for it",
        (*_DAYS_HEADS, "Per cent", "Desks at most", "Paid by"),
    )
    for one in sorted(found, key=lambda one: (scope_of(one, subject), one.first)):
        percent, cap, funder = made.page.row(
            "" if one.licence is None else subject.hub.licences[one.licence].code,
            f"{scope_of(one, subject)}, on {one.applies.value}",
            (one.first, one.last),
            (float(one.percent), "Fact percent"),
            (one.desk_cap, "Fact count"),
            (one.funder.value, "Fact word"),
        )
        made.page.choose(funder, "host", "partners")
        made.concessions[one.id] = ConcessionCells(percent, cap, funder)


def scope_of(concession: Concession, subject: Subject) -> str:
    """What a concession is given to, in words."""
    if concession.licence is not None:
        return f"Award to licence {subject.hub.licences[concession.licence].code}"
    assert concession.sector is not None
    return f"Standing rate, {concession.sector.value} sector"


def _costs(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    hub, year = subject.hub, subject.facts.year
    running = [one.split.line for one in recharge.apportionments]
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
    caps = [
        (line, cap) for line in running for cap in hub.caps_of.get(line.id, ()) if cap.agency != subject.host
    ]
    if caps:
        made.page.section("Caps", "The most that an agency pays in the year", ("Code", "Agency", "", "", "£"))
    for line, cap in caps:
        name = agency_name(hub.agencies[cap.agency])
        (made.caps[line.id, cap.agency],) = made.page.row(
            line.code, name, (None, None), (cap.pence / 100, "Fact money")
        )


def _drivers(made: Inputs, subject: Subject, recharge: Recharge) -> None:
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


def _occupancy(made: Inputs, subject: Subject, recharge: Recharge) -> None:
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


def _vat(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    hub, last = subject.hub, recharge.period.last
    known = {code: vat.percent.at(last) or Decimal(0) for code, vat in hub.vat_by_code.items()}
    sources: list[Licence | CostLine] = [one.licence for one in recharge.licences]
    sources += [one.split.line for one in recharge.apportionments]
    codes = sorted({*known, *VAT_MEANINGS, *(one.vat_code for one in sources if one.vat_code)})
    made.page.section(
        "VAT rates", "Per cent, as on the last day of the period", ("Code", "Meaning", "", "", "Per cent")
    )
    rows = [
        made.page.row(
            code,
            VAT_MEANINGS.get(code, "").capitalize(),
            (None, None),
            (float(known.get(code, 0)), "Fact percent"),
        )[0]
        for code in codes
    ]
    sheet = made.page.sheet
    first, last_row = rows[0], rows[-1]
    names = sheet.rows[first.row][0].to(sheet.rows[last_row.row][0])
    percents = first.to(last_row)
    made.page.section(
        "VAT codes",
        "Of each licence and cost; your choice, never the program's",
        ("Code", "What", "", "", "VAT code", "Per cent"),
    )
    for one in sources:
        what = one.name if isinstance(one, CostLine) else "Licence"
        (code,) = made.page.row(one.code, what, (None, None), (one.vat_code or None, "Fact word"))
        made.page.choose(code, *codes)
        made.vat_codes[one.id] = code
        percent = sum_product(exact(names, code) * percents)
        made.vat_percents[one.id] = sheet.put(code.row, code.column + 1, percent, "Percent")
