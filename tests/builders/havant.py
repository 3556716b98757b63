"""Havant Plaza: the seven agencies of a joint board. An illustration; see resources/samples/README.md."""

from datetime import date, time, timedelta

from hubdesk.domain.agency import Sector
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.rule import RuleKind
from hubdesk.domain.settings import HubSettings
from tests.builders.havant_building import HEALTH_LEAVES, POLICE_ARRIVE, building
from tests.builders.havant_costs import costs
from tests.builders.havant_licences import MORE_POLICE, licences
from tests.builders.sample_book import YEAR_FIRST, SampleBook

DAY_AFTER = HEALTH_LEAVES + timedelta(days=1)


def havant() -> Hub:
    """The hub of the sample workbook, with ids of its own."""
    book = SampleBook()
    _agencies(book)
    book.add(HubSettings(new_id(), "Havant Plaza", book.agency("HBC")))
    building(book)
    licences(book)
    costs(book)
    _seats(book)
    _working_together(book)
    return book.hub()


def _agencies(book: SampleBook) -> None:
    public, voluntary = Sector.PUBLIC, Sector.VOLUNTARY
    book.organisation("HBC", "Havant Borough Council", public, "#006666", "0010001", internal=True)
    book.organisation("HCC", "Hampshire County Council", public, "#CC801A", "0010102")
    book.organisation("HIC", "Hampshire Constabulary", public, "#000000", "0010131")
    book.organisation("DWP", "Jobcentre Plus", public, "#330080", "0010118")
    book.organisation("NHS", "Community health service", public, "#9933FF", "0010156")
    book.organisation("CAH", "Citizens Advice Havant", voluntary, "#B380CC", "0010207")
    book.organisation("CF", "Community First", voluntary, "#666699", "0010215")


def _seats(book: SampleBook) -> None:
    """Who sits where. The county's care teams move into the desks that health gives up."""
    book.seat("CAH", "0-ADV", 6)
    book.seat("CF", "0-ADV", 2)
    book.seat("CF", "0-ADV", 1, last=date(2026, 9, 30))
    book.seat("DWP", "0-JCP", 7)
    book.seat("HIC", "0-POL", 6, POLICE_ARRIVE)
    book.seat("HIC", "0-POL", 4, MORE_POLICE)
    book.seat("HBC", "1-N1", 17)
    book.seat("HCC", "1-N2", 23)
    book.seat("HCC", "1-N2", 1, charged_to="HBC")
    book.seat("HBC", "1-N3", 16)
    book.seat("HBC", "1-E2", 14)
    book.seat("NHS", "1-E1", 11, last=HEALTH_LEAVES)
    book.seat("HCC", "1-E1", 6, DAY_AFTER)
    book.seat("HCC", "1-E2", 4)


def _working_together(book: SampleBook) -> None:
    book.link("HBC", "HCC", 8, "Housing and social care")
    book.link("HBC", "DWP", 7, "Benefits")
    book.link("HCC", "NHS", 10, "Joint care assessments")
    book.link("HIC", "HBC", 6, "Community safety")
    book.link("CAH", "DWP", 5, "Claims and appeals")
    book.link("CAH", "CF", 4, "Volunteers")
    book.rule("DWP", RuleKind.GROUND_FLOOR)
    book.rule("CAH", RuleKind.PUBLIC_ACCESS)
    book.rule("HIC", RuleKind.CLEARANCE, "police vetting")
    book.rule("HIC", RuleKind.TOGETHER)
    book.rule("HCC", RuleKind.STAY_ON_FLOOR, "1")
    book.rule("CF", RuleKind.KEEP_OUT, "0-NHS")
    pod, hall = book.area("0-POD1"), book.area("0-HALL")
    morning, noon, four = time(9, 30), time(12, 30), time(16)
    nhs, advice = book.agency("NHS"), book.agency("CF")
    every_week = (YEAR_FIRST, HEALTH_LEAVES, 1, "Stop-smoking clinic")
    book.add(
        DropIn(new_id(), nhs, pod, Weekday.WEDNESDAY, None, morning, noon, *every_week),
        DropIn(new_id(), advice, hall, Weekday.FRIDAY, None, noon, four, desks=2, purpose="Volunteering"),
        DropIn(new_id(), advice, hall, None, date(2026, 6, 5), morning, four, purpose="Volunteers' fair"),
    )
