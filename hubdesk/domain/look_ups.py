"""`LookUps`: the records of a hub by id, by code, by what belongs to what, and as at a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import cast

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point, encloses
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.record_tables import R, grouped
from hubdesk.domain.review_look_ups import ReviewLookUps
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.underlay import Underlay
from hubdesk.domain.vat import VatCode


@dataclass(frozen=True)
class LookUps(ReviewLookUps):
    """All records by kind and id, and ways to find them, each worked out when first asked for."""

    @cached_property
    def settings(self) -> HubSettings:
        """The hub's one settings record. Raises LookupError if it has none, or more than one."""
        return self._only(HubSettings)

    @property
    def host(self) -> Agency:
        return self.agencies[self.settings.host]

    @cached_property
    def rate(self) -> DeskRate:
        """The hub's one desk rate. Raises LookupError if it has none, or more than one."""
        return self._only(DeskRate)

    @property
    def ledger(self) -> LedgerSettings | None:
        return next(iter(self.all(LedgerSettings)), None)

    @property
    def statements(self) -> StatementSettings | None:
        return next(iter(self.all(StatementSettings)), None)

    @property
    def placement_settings(self) -> PlacementSettings | None:
        return next(iter(self.all(PlacementSettings)), None)

    @property
    def floors(self) -> Mapping[RecordId, Floor]:
        return self.table(Floor)

    @property
    def areas(self) -> Mapping[RecordId, Area]:
        return self.table(Area)

    @property
    def desks(self) -> Mapping[RecordId, Desk]:
        return self.table(Desk)

    @property
    def underlays(self) -> Mapping[RecordId, Underlay]:
        return self.table(Underlay)

    @property
    def agencies(self) -> Mapping[RecordId, Agency]:
        return self.table(Agency)

    @property
    def licences(self) -> Mapping[RecordId, Licence]:
        return self.table(Licence)

    @property
    def vat_codes(self) -> Mapping[RecordId, VatCode]:
        return self.table(VatCode)

    @property
    def concessions(self) -> Mapping[RecordId, Concession]:
        return self.table(Concession)

    @property
    def cost_lines(self) -> Mapping[RecordId, CostLine]:
        return self.table(CostLine)

    @property
    def driver_figures(self) -> Mapping[RecordId, DriverFigure]:
        return self.table(DriverFigure)

    @property
    def allocations(self) -> Mapping[RecordId, Allocation]:
        return self.table(Allocation)

    @property
    def working_links(self) -> Mapping[RecordId, WorkingLink]:
        return self.table(WorkingLink)

    @property
    def placement_rules(self) -> Mapping[RecordId, PlacementRule]:
        return self.table(PlacementRule)

    @property
    def drop_ins(self) -> Mapping[RecordId, DropIn]:
        return self.table(DropIn)

    def charging_year(self, starts_in: int) -> ChargingYear:
        """This hub's charging year that starts in the calendar year `starts_in`."""
        return ChargingYear(starts_in, self.settings.year_start)

    # By code

    @cached_property
    def agency_codes(self) -> Mapping[str, Agency]:
        return {agency.code: agency for agency in self.agencies.values()}

    @cached_property
    def floor_codes(self) -> Mapping[str, Floor]:
        return {floor.code: floor for floor in self.floors.values()}

    @cached_property
    def area_codes(self) -> Mapping[str, Area]:
        return {area.code: area for area in self.areas.values()}

    @cached_property
    def desk_codes(self) -> Mapping[str, Desk]:
        return {desk.code: desk for desk in self.desks.values()}

    @cached_property
    def licence_codes(self) -> Mapping[str, Licence]:
        return {licence.code: licence for licence in self.licences.values()}

    @cached_property
    def cost_line_codes(self) -> Mapping[tuple[str, int], CostLine]:
        """Cost lines by code and the calendar year in which their charging year starts."""
        return {(line.code, line.year): line for line in self.cost_lines.values()}

    @cached_property
    def vat_by_code(self) -> Mapping[str, VatCode]:
        return {vat.code: vat for vat in self.vat_codes.values()}

    @cached_property
    def driver_names(self) -> frozenset[str]:
        return frozenset(figure.driver for figure in self.driver_figures.values())

    # What belongs to what

    @cached_property
    def licences_of(self) -> Mapping[RecordId, tuple[Licence, ...]]:
        """The licences of each agency that has any, in order of code."""
        return grouped(
            sorted(self.licences.values(), key=lambda licence: licence.code), lambda one: one.agency
        )

    @cached_property
    def awards_of(self) -> Mapping[RecordId, tuple[Concession, ...]]:
        """The concessions awarded to each licence that has any, in order of first day."""
        awards = (one for one in self.concessions.values() if one.licence is not None)
        return grouped(sorted(awards, key=lambda one: one.first), lambda one: cast(RecordId, one.licence))

    @cached_property
    def standing_rates(self) -> Mapping[Sector, tuple[Concession, ...]]:
        """The standing concessions of each sector that has any, in order of first day."""
        standing = (one for one in self.concessions.values() if one.sector is not None)
        return grouped(sorted(standing, key=lambda one: one.first), lambda one: cast(Sector, one.sector))

    @cached_property
    def cost_lines_of(self) -> Mapping[int, tuple[CostLine, ...]]:
        """The cost lines of each charging year, in order of code, by the calendar year it starts in."""
        return grouped(sorted(self.cost_lines.values(), key=lambda line: line.code), lambda one: one.year)

    @cached_property
    def participants_of(self) -> Mapping[RecordId, frozenset[RecordId]]:
        """The agencies on the named list of each cost line that has one."""
        lists = grouped(self.all(Participant), lambda one: one.cost_line)
        return {line: frozenset(one.agency for one in listed) for line, listed in lists.items()}

    @cached_property
    def fixed_shares_of(self) -> Mapping[RecordId, tuple[FixedShare, ...]]:
        """The fixed shares of each cost line that has any, in order of agency code."""
        return grouped(
            sorted(self.all(FixedShare), key=lambda one: self.agencies[one.agency].code),
            lambda one: one.cost_line,
        )

    @cached_property
    def caps_of(self) -> Mapping[RecordId, tuple[ShareCap, ...]]:
        """The caps of each cost line that has any, in order of agency code."""
        return grouped(
            sorted(self.all(ShareCap), key=lambda one: self.agencies[one.agency].code),
            lambda one: one.cost_line,
        )

    @cached_property
    def figures_of(self) -> Mapping[str, tuple[DriverFigure, ...]]:
        """The agencies' figures for each driver, by its name, in order of agency code."""
        return grouped(
            sorted(self.all(DriverFigure), key=lambda one: self.agencies[one.agency].code),
            lambda one: one.driver,
        )

    @cached_property
    def allocations_of(self) -> Mapping[RecordId, tuple[Allocation, ...]]:
        """The allocations of each desk that has any, in order of first day."""
        return grouped(sorted(self.allocations.values(), key=lambda one: one.first), lambda one: one.desk)

    @cached_property
    def rules_of(self) -> Mapping[RecordId, tuple[PlacementRule, ...]]:
        """The placement rules of each agency that has any."""
        return grouped(self.placement_rules.values(), lambda one: one.agency)

    @cached_property
    def links_between(self) -> Mapping[frozenset[RecordId], tuple[WorkingLink, ...]]:
        """The working links of each two agencies that have any, whichever is named first."""
        return grouped(self.working_links.values(), lambda one: frozenset((one.agency, one.other)))

    @cached_property
    def desks_on_floor(self) -> Mapping[RecordId, tuple[Desk, ...]]:
        return grouped(self.desks.values(), lambda one: one.floor)

    @cached_property
    def areas_on_floor(self) -> Mapping[RecordId, tuple[Area, ...]]:
        return grouped(self.areas.values(), lambda one: one.floor)

    @cached_property
    def underlays_on_floor(self) -> Mapping[RecordId, tuple[Underlay, ...]]:
        """The underlays of each floor that has any, from the lowest up: in order of name, then id."""
        underlays = sorted(self.underlays.values(), key=lambda one: (one.name, one.id))
        return grouped(underlays, lambda one: one.floor)

    # As at a day

    def capacity(self, day: date) -> int:
        """The desks of every kind in service on `day`."""
        return sum(holds(desk, day) for desk in self.desks.values())

    def allocation_on(self, desk: RecordId, day: date) -> Allocation | None:
        """Who sits at `desk` on `day`, if anybody."""
        return next((one for one in self.allocations_of.get(desk, ()) if holds(one, day)), None)

    def licensed_desks(self, agency: RecordId, day: date) -> int:
        """The desks that `agency` is licensed for on `day`, over all its licences."""
        return sum(licence.desks_on(day) for licence in self.licences_of.get(agency, ()))

    def area_of(self, desk: Desk, day: date | None = None) -> Area | None:
        """The area `desk` is in: its own, else the first by code (on `day`) around its centre."""
        if desk.area is not None:
            return self.areas[desk.area]
        centre = Point(desk.x_mm, desk.y_mm)
        candidates = (
            area
            for area in self.areas_on_floor.get(desk.floor, ())
            if area.outline and (day is None or holds(area, day)) and encloses(area.outline, centre)
        )
        return min(candidates, key=lambda area: area.code, default=None)

    def _only(self, kind: type[R]) -> R:
        records = list(self.all(kind))
        if len(records) != 1:
            raise LookupError(f"a hub has one {kind.__name__}, not {len(records)}")
        return records[0]
