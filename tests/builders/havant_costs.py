"""Havant Plaza's costs of 2026-27, and the figures by which they are shared."""

from datetime import date

from hubdesk.domain.cost_line import Basis, Recovery, VacantPolicy
from tests.builders.havant_building import POLICE_ARRIVE
from tests.builders.sample_book import YEAR_FIRST, SampleBook
from tests.builders.sample_costs import CostSheet

NEW_YEAR = date(2027, 1, 1)
"""Health has left, the police and the county take more desks."""


def costs(book: SampleBook) -> None:
    sheet = CostSheet(book, "H210", "H220")
    _not_shared(sheet)
    _shared(sheet)
    _who_bears_more_or_less(book)
    _drivers(book)


def _not_shared(sheet: CostSheet) -> None:
    sheet.unshared("H01", "Business rates", 104_000, actual="103712.00")
    sheet.unshared("H02", "Financing of the building", 86_000)
    sheet.unshared("H03", "Repairs and servicing", 44_000)
    sheet.unshared("H04", "Gas, electricity and water", 39_000, "Energy")
    sheet.unshared("H05", "Cleaning", 34_000, "Services", actual="33480.25")
    sheet.unshared("H19", "Conference rooms", 15_000, "Services", Recovery.HOST)


def _shared(sheet: CostSheet) -> None:
    licensed, allocated = Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS
    moving = date(2026, 8, 1), date(2026, 10, 31)
    sheet.shared("H10", "Lead officer of the joint board", 58_400, Basis.EQUAL, "O")
    sheet.shared("H11", "Security guard", 26_500, licensed, "S")
    sheet.shared("H12", "Reception and switchboard", 34_000, "Footfall", "E")
    sheet.shared("H13", "Refreshments", 6_200, allocated, "S", vacant=VacantPolicy.SHARED, actual="5987.40")
    sheet.shared("H14", "Printing and post", 8_900, "FTE", "S")
    sheet.shared("H15", "Electricity on sub-meters", 7_400, "kWh", "R")
    sheet.shared("H16", "Alarms and door control of rooms of sole use", 3_900, Basis.AREA, "E")
    sheet.shared("H17", "Network support", 12_000, allocated, "S")
    sheet.shared("H20", "Car charging points", 2_400, "Car charges", "S")
    sheet.shared("H18", "Support for moves", 4_500, licensed, "S", days=moving, actual="4500.00")


def _who_bears_more_or_less(book: SampleBook) -> None:
    """The county and the borough bear 60 % of the lead officer; the other public partners the rest."""
    book.participants("H10", "HIC", "DWP", "NHS")
    book.fixed_share("H10", "HBC", 30)
    book.fixed_share("H10", "HCC", 30)
    book.fixed_share("H11", "DWP", 90)
    book.cap("H12", "CAH", 2_500)
    book.cap("H14", "CF", 120)
    book.participants("H18", "HBC", "HIC", "HCC")


def _drivers(book: SampleBook) -> None:
    """Visits and kilowatt-hours a year, and staff."""
    leaving = NEW_YEAR, "0"
    book.driver("Footfall", HBC="22400", HCC="7900", DWP="14600", CAH="6800", CF="1250")
    book.driver_steps("Footfall", "NHS", (YEAR_FIRST, "5200"), leaving)
    book.driver_steps("Footfall", "HIC", (POLICE_ARRIVE, "1900"), (NEW_YEAR, "2600"))
    book.driver("FTE", HBC="66.4", DWP="9.5", CAH="7.2", CF="2.6")
    book.driver_steps("FTE", "HCC", (YEAR_FIRST, "34.5"), (NEW_YEAR, "42"))
    book.driver_steps("FTE", "NHS", (YEAR_FIRST, "15.8"), leaving)
    book.driver_steps("FTE", "HIC", (POLICE_ARRIVE, "9"), (NEW_YEAR, "14.5"))
    _car_charges(book)
    book.driver("kWh", HBC="9800", DWP="5150")
    book.driver_steps("kWh", "HIC", (POLICE_ARRIVE, "7200"))
    book.driver_steps("kWh", "NHS", (YEAR_FIRST, "3900"), leaving)


def _car_charges(book: SampleBook) -> None:
    """Counted from June, when the first cars came; April and May of the standing charge fall to nobody."""
    for agency, charges in {"HBC": "410", "HCC": "265"}.items():
        book.driver_steps("Car charges", agency, (date(2026, 6, 1), charges))
    book.driver_steps("Car charges", "HIC", (POLICE_ARRIVE, "120"))
