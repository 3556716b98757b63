"""The book that a sample hub is written in: records that name each other by code."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point, encloses
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.record import Record
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode
from tests.builders.layout import FloorPlan

YEAR = 2026
YEAR_FIRST = date(2026, 4, 1)


class SampleBook:
    """Records as they are written down, and who is known by which code so far."""

    def __init__(self) -> None:
        self._records: list[Record] = []
        self._agencies: dict[str, RecordId] = {}
        self._licences: dict[str, RecordId] = {}
        self._cost_lines: dict[str, RecordId] = {}
        self._areas: dict[str, Area] = {}
        self._floors: list[FloorPlan] = []
        self._taken: set[RecordId] = set()

    def hub(self) -> Hub:
        return Hub.of([*self._records, *(desk for plan in self._floors for desk in plan.desks)])

    def add(self, *records: Record) -> None:
        """Write down `records`, and remember their codes."""
        self._records += records
        for record in records:
            if isinstance(record, Agency):
                self._agencies[record.code] = record.id
            elif isinstance(record, Licence):
                self._licences[record.code] = record.id
            elif isinstance(record, CostLine):
                self._cost_lines[record.code] = record.id
            elif isinstance(record, Area):
                self._areas[record.code] = record

    def agency(self, code: str) -> RecordId:
        return self._agencies[code]

    def licence(self, code: str) -> RecordId:
        return self._licences[code]

    def area(self, code: str) -> RecordId:
        return self._areas[code].id

    def organisation(
        self, code: str, name: str, sector: Sector, colour: str, customer: str, *, internal: bool = False
    ) -> None:
        """An agency with all the codes that the host's ledger asks for, and a mailbox that goes nowhere."""
        self.add(
            Agency(
                new_id(),
                code,
                name,
                sector,
                colour,
                "Finance officer" if internal else "Accounts payable",
                f"recharges@{code.lower()}.example",
                customer,
                cost_centre=f"P{customer[-3:]}",
                subjective="47100",
                purchase_order="" if internal else f"PO-{code}-26",
                internal=internal,
            )
        )

    def grant(
        self,
        code: str,
        agency: str,
        *desks: tuple[date, int],
        last: date | None = None,
        ledger: tuple[str, str],
        notice_months: int,
    ) -> None:
        """A licence of so many desks from each day, exempt from VAT; `ledger`: cost centre, subjective."""
        first = desks[0][0]
        steps = Timeline.of(desks)
        terms = ("E", *ledger, notice_months)
        self.add(Licence(new_id(), code, self.agency(agency), first, last, steps, *terms))

    def plan(self, plan: FloorPlan) -> None:
        """A floor that has been laid out."""
        self._floors.append(plan)
        self.add(plan.floor, *plan.areas)

    def seat(
        self,
        agency: str,
        area: str,
        desks: int,
        first: date = YEAR_FIRST,
        last: date | None = None,
        *,
        charged_to: str | None = None,
    ) -> None:
        """Allocate the next free `desks` of `area`. Raises ValueError if there are too few.

        Desks that were given up on `last` are free to those who come later.
        """
        free = [desk for desk in self._desks_in(self._areas[area]) if desk not in self._taken][:desks]
        if len(free) < desks:
            raise ValueError(f"{area} has {len(free)} desks free, not {desks}")
        payer = None if charged_to is None else self.agency(charged_to)
        for desk in free:
            self.add(Allocation(new_id(), desk, self.agency(agency), first, last, payer))
        if last is None:
            self._taken.update(free)

    def participants(self, line: str, *agencies: str) -> None:
        self.add(*(Participant(new_id(), self._cost_lines[line], self.agency(code)) for code in agencies))

    def fixed_share(self, line: str, agency: str, percent: int) -> None:
        self.add(FixedShare(new_id(), self._cost_lines[line], self.agency(agency), Decimal(percent)))

    def cap(self, line: str, agency: str, pounds: int) -> None:
        self.add(ShareCap(new_id(), self._cost_lines[line], self.agency(agency), pounds * 100))

    def driver(self, name: str, **figures: str) -> None:
        """A driver's figures since the start of the year, by agency code."""
        for code, figure in figures.items():
            self.driver_steps(name, code, (YEAR_FIRST, figure))

    def driver_steps(self, name: str, agency: str, *figures: tuple[date, str]) -> None:
        dated = Timeline.of((day, Decimal(figure)) for day, figure in figures)
        self.add(DriverFigure(new_id(), name, self.agency(agency), dated))

    def vat_codes(self) -> None:
        """The codes of the charging rules, at the rates of the United Kingdom since 4 January 2011."""
        since = date(2011, 1, 4)
        percents = {"S": 20, "R": 5, "Z": 0, "E": 0, "O": 0}
        for code, percent in percents.items():
            self.add(VatCode(new_id(), code, Timeline.of([(since, Decimal(percent))])))

    def link(self, agency: str, other: str, strength: int, reason: str) -> None:
        ids = self.agency(agency), self.agency(other)
        self.add(WorkingLink(new_id(), *ids, Decimal(strength), reason))

    def rule(self, agency: str, kind: RuleKind, value: str = "") -> None:
        self.add(PlacementRule(new_id(), self.agency(agency), kind, value))

    def _desks_in(self, area: Area) -> Iterable[RecordId]:
        plan = next(plan for plan in self._floors if plan.floor.id == area.floor)
        return [desk.id for desk in plan.desks if encloses(area.outline, Point(desk.x_mm, desk.y_mm))]


def a_floor(code: str, name: str, level: int, size_m: tuple[int, int], theme: str) -> Floor:
    """A floor of that width and depth in metres."""
    return Floor(new_id(), code, name, level, size_m[0] * 1000, size_m[1] * 1000, theme)
