"""Parkside's costs of 2026-27, £625,000 in all, and the figures by which they are shared."""

from datetime import date

from hubdesk.domain.cost_line import Basis, Recovery, VacantPolicy
from tests.builders.sample_book import YEAR_FIRST, SampleBook
from tests.builders.sample_costs import CostSheet


def costs(book: SampleBook) -> None:
    sheet = CostSheet(book, "P110", "P120")
    _paid_for_by_the_rate(sheet)
    _shared(sheet)
    _who_bears_more_or_less(book)
    _drivers(book)


def _paid_for_by_the_rate(sheet: CostSheet) -> None:
    """£492,000 that the licences are to bring in, and what the host keeps to itself."""
    sheet.unshared("C01", "Business rates", 128_000, actual="128450.00")
    sheet.unshared("C02", "Financing of the building", 146_000, actual="146000.00")
    sheet.unshared("C03", "Repairs and servicing", 62_000)
    sheet.unshared("C04", "Gas, electricity and water", 71_000, "Energy")
    sheet.unshared("C05", "Cleaning", 58_000, "Services")
    sheet.unshared("C06", "Insurance", 14_500, actual="14212.60")
    sheet.unshared("C07", "Lifts, alarms and inspections", 12_500)
    sheet.unshared("C20", "Members' room and civic events", 12_000, "Administration", Recovery.HOST)


def _shared(sheet: CostSheet) -> None:
    """£121,000 net of what the solar panels earn."""
    licensed, allocated = Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS
    winter = date(2026, 11, 1), date(2027, 2, 28)
    sheet.shared("C10", "Shared reception team", 41_000, "Footfall", "E")
    sheet.shared("C11", "Security guard", 28_000, licensed, "S", actual="27640.00")
    sheet.shared("C12", "Free refreshments", 9_600, allocated, "S", vacant=VacantPolicy.SHARED)
    sheet.shared("C13", "Post, printing and scanning", 12_400, "FTE", "S")
    sheet.shared("C14", "Electricity on sub-meters", 8_200, "kWh", "R")
    sheet.shared("C15", "Door control of rooms of sole use", 5_400, Basis.AREA, "E")
    sheet.shared("C16", "Partnership board secretariat", 3_200, Basis.EQUAL, "O", actual="3200.00")
    sheet.shared("C17", "Network and Wi-Fi support", 14_000, licensed, "S")
    sheet.shared("C18", "Winter marshal in the customer hall", 3_600, "Footfall", "E", days=winter)
    sheet.shared("C19", "Income from the solar panels", -4_400, licensed, "O")


def _who_bears_more_or_less(book: SampleBook) -> None:
    book.fixed_share("C11", "DWP", 90)
    book.cap("C13", "CAB", 350)
    book.participants("C18", "MBC", "DWP", "CAB", "REG")


def _drivers(book: SampleBook) -> None:
    """Visits and kilowatt-hours a year, and staff; the careers service drops out when it leaves."""
    july, autumn = date(2026, 7, 1), date(2026, 11, 16)
    book.driver("Footfall", MBC="31200", LCC="2900", POL="2100", PRO="3400", LPT="1250", YOS="640")
    book.driver("Footfall", HIA="310", CAB="9800", CUN="2600", VAM="1150", EMH="1900")
    book.driver_steps("Footfall", "DWP", (YEAR_FIRST, "24500"), (july, "27000"))
    book.driver_steps("Footfall", "REG", (YEAR_FIRST, "4100"), (date(2026, 10, 1), "3700"))
    book.driver_steps("Footfall", "CRS", (YEAR_FIRST, "1400"), (autumn, "0"))
    book.driver("FTE", MBC="118.6", LCC="19.5", POL="11", PRO="7.8", LPT="12.4", REG="3.6", YOS="3.5")
    book.driver("FTE", LFR="2.2", CAB="7.25", CUN="1.8", VAM="2.9", EMH="4.5", BID="1.5")
    book.driver_steps("FTE", "DWP", (YEAR_FIRST, "17.4"), (july, "19.4"))
    book.driver_steps("FTE", "HIA", (YEAR_FIRST, "2.5"), (autumn, "5.5"))
    book.driver_steps("FTE", "CRS", (YEAR_FIRST, "3.2"), (autumn, "0"))
    book.driver("kWh", MBC="21400", DWP="8650", POL="6120", PRO="3275")
