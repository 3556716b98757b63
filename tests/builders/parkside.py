"""Parkside: one council building, sixteen agencies. An illustration; see resources/samples/README.md."""

from datetime import date, time

from hubdesk.domain.agency import Sector
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.rule import RuleKind
from hubdesk.domain.settings import HubSettings
from tests.builders.parkside_building import building
from tests.builders.parkside_costs import costs
from tests.builders.parkside_licences import licences
from tests.builders.sample_book import YEAR_FIRST, SampleBook


def parkside() -> Hub:
    """The hub of the sample workbook, with ids of its own."""
    book = SampleBook()
    _agencies(book)
    book.add(HubSettings(new_id(), "Parkside", book.agency("MBC")))
    building(book)
    licences(book)
    costs(book)
    _seats(book)
    _working_together(book)
    return book.hub()


def _agencies(book: SampleBook) -> None:
    public, voluntary, private = Sector.PUBLIC, Sector.VOLUNTARY, Sector.PRIVATE
    book.organisation("MBC", "Melton Borough Council", public, "#006666", "C0001", internal=True)
    book.organisation("DWP", "Jobcentre Plus", public, "#330080", "C0118")
    book.organisation("LCC", "Leicestershire County Council", public, "#CC801A", "C0102")
    book.organisation("POL", "Leicestershire Police", public, "#000000", "C0131")
    book.organisation("PRO", "Probation Service", public, "#4D3300", "C0144")
    book.organisation("LPT", "Leicestershire Partnership NHS Trust", public, "#9933FF", "C0156")
    book.organisation("REG", "Registration Service", public, "#809999", "C0103")
    book.organisation("YOS", "Youth Offending Service", public, "#666633", "C0104")
    book.organisation("LFR", "Leicestershire Fire and Rescue Service", public, "#B31A66", "C0160")
    book.organisation("HIA", "Home Improvement Agency", public, "#6633B3", "C0012", internal=True)
    book.organisation("CAB", "Citizens Advice", voluntary, "#B380CC", "C0207")
    book.organisation("CUN", "Credit Union", voluntary, "#339966", "C0211")
    book.organisation("VAM", "Voluntary Action Melton", voluntary, "#666699", "C0215")
    book.organisation("CRS", "Careers Service", voluntary, "#330033", "C0223")
    book.organisation("EMH", "East Midlands Homes", private, "#333333", "C0305")
    book.organisation("BID", "Town Centre Partnership", private, "#001A00", "C0309")


def _seats(book: SampleBook) -> None:
    """Who sits where. The careers service hands its three desks on overnight, 15 to 16 November."""
    book.seat("DWP", "G-JCP", 16)
    book.seat("DWP", "G-JCP", 2, date(2026, 7, 1))
    book.seat("POL", "G-POL", 8)
    book.seat("PRO", "G-PRO", 6)
    book.seat("CAB", "G-ADV", 6)
    book.seat("VAM", "G-ADV", 3)
    book.seat("CUN", "G-ADV", 2)
    book.seat("MBC", "1-N1", 24)
    book.seat("MBC", "1-N2", 14)
    book.seat("YOS", "1-N2", 3)
    book.seat("CRS", "1-N2", 3, last=date(2026, 11, 15))
    book.seat("HIA", "1-N2", 3, date(2026, 11, 16))
    book.seat("LCC", "1-N3", 9)
    book.seat("LPT", "1-N3", 1, charged_to="LCC")
    book.seat("LPT", "1-N3", 7)
    book.seat("EMH", "1-N4", 4)
    book.seat("REG", "1-N4", 3)
    book.seat("HIA", "1-N4", 2)
    book.seat("MBC", "2-N1", 24)
    book.seat("MBC", "2-N2", 12)
    book.seat("MBC", "2-N3", 14)
    book.seat("LCC", "2-N4", 4)
    book.seat("LFR", "2-N4", 2)
    book.seat("BID", "2-N4", 2)


def _working_together(book: SampleBook) -> None:
    book.link("MBC", "DWP", 8, "Housing benefit and claims for work benefits")
    book.link("MBC", "CAB", 7, "Debt and homelessness")
    book.link("CAB", "CUN", 9, "Debt advice leads to affordable loans")
    book.link("LCC", "LPT", 10, "Joint care assessments")
    book.link("POL", "MBC", 6, "Community safety partnership")
    book.link("POL", "PRO", 5, "Offender management")
    book.link("YOS", "POL", 4, "Young people on orders")
    book.link("HIA", "LPT", 3, "Adaptations after a stay in hospital")
    book.rule("DWP", RuleKind.PUBLIC_ACCESS)
    book.rule("DWP", RuleKind.GROUND_FLOOR)
    book.rule("CAB", RuleKind.PUBLIC_ACCESS)
    book.rule("CUN", RuleKind.GROUND_FLOOR)
    book.rule("POL", RuleKind.CLEARANCE, "police vetting")
    book.rule("PRO", RuleKind.CLEARANCE, "probation vetting")
    book.rule("PRO", RuleKind.TOGETHER)
    book.rule("LPT", RuleKind.STAY_ON_FLOOR, "1")
    book.rule("YOS", RuleKind.KEEP_OUT, "G-JCP")
    _drop_in(book, "CUN", "G-POD1", Weekday.THURSDAY, (10, 13), "Accounts and loans")
    _drop_in(book, "LFR", "G-POD2", Weekday.MONDAY, (9, 12), "Home fire safety visits booked")
    _drop_in(book, "BID", "G-HALL", Weekday.TUESDAY, (13, 16), "Advice to shopkeepers", desks=2)
    registrars = (book.agency("REG"), book.area("1-M5"))
    one_day = date(2026, 6, 27)
    book.add(DropIn(new_id(), *registrars, None, one_day, time(10), time(12, 30), purpose="Open morning"))


def _drop_in(
    book: SampleBook,
    agency: str,
    area: str,
    weekday: Weekday,
    hours: tuple[int, int],
    purpose: str,
    desks: int | None = None,
) -> None:
    """Every such weekday of the charging year."""
    ids = book.agency(agency), book.area(area)
    starts, ends = time(hours[0]), time(hours[1])
    year_end = date(2027, 3, 31)
    book.add(DropIn(new_id(), *ids, weekday, None, starts, ends, YEAR_FIRST, year_end, desks, purpose))
