"""Havant Plaza's two floors: an L, its main wing 42 × 15 m and its east wing 15 × 15 m south of that."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.area import AreaKind
from hubdesk.domain.geometry import Point
from tests.builders.layout import TOUCHDOWN, FloorPlan, Run, metres
from tests.builders.sample_book import SampleBook, a_floor

SIZE_M = (42, 30)
ELL = tuple(Point(x * 1000, y * 1000) for x, y in ((0, 0), (42, 0), (42, 30), (27, 30), (27, 15), (0, 15)))
POLICE_ARRIVE = date(2026, 9, 1)
HEALTH_LEAVES = date(2026, 12, 31)


def building(book: SampleBook) -> None:
    """132 desks: 36 on the ground floor, twelve of them fitted out for the police, and 96 above."""
    book.plan(_ground(book))
    book.plan(_first())


def _core(code: str, name: str, level: int, theme: str) -> FloorPlan:
    """A floor with what stands above itself on both: corridors, stairs, lifts and lavatories."""
    plan = FloorPlan(replace(a_floor(code, name, level, SIZE_M, theme), outline=ELL))
    plan.area(f"{code}-C1", "Main corridor", AreaKind.CIRCULATION, metres(0, 6.6, 42, 8.4))
    plan.area(f"{code}-C2", "East wing corridor", AreaKind.CIRCULATION, metres(33.6, 8.4, 35.4, 30))
    plan.area(f"{code}-STW", "West stair", AreaKind.CIRCULATION, metres(0, 0, 3, 6.6))
    plan.area(f"{code}-LIFT", "Lifts and main stair", AreaKind.CIRCULATION, metres(15, 0, 21, 6.6))
    plan.area(f"{code}-WC", "Lavatories", AreaKind.CIRCULATION, metres(21, 0, 27, 6.6))
    plan.area(f"{code}-STS", "South stair", AreaKind.CIRCULATION, metres(27, 27, 33.6, 30))
    return plan


def _ground(book: SampleBook) -> FloorPlan:
    plan = _core("0", "Ground", 0, "Front of house")
    police = book.agency("HIC")
    vetting = "police vetting"
    advice = plan.area("0-ADV", "Advice and community", AreaKind.NEIGHBOURHOOD, metres(3, 0, 15, 6.6))
    plan.benches(advice, (3, 3))
    hall = plan.area("0-HALL", "Customer hall", AreaKind.PUBLIC, metres(0, 8.4, 8.4, 15))
    plan.benches(hall, (2,), size=TOUCHDOWN)
    plan.area("0-POD1", "Pod A", AreaKind.POD, metres(9, 8.7, 11.4, 11.1))
    plan.area("0-POD2", "Pod B", AreaKind.POD, metres(9, 12.3, 11.4, 14.7))
    plan.area("0-REC", "Reception and atrium", AreaKind.RECEPTION, metres(12, 8.4, 18, 15))
    jobcentre = plan.sole_use("0-JCP", "Jobcentre", metres(18, 8.4, 27, 15), book.agency("DWP"))
    plan.benches(jobcentre, (2, 2))
    station = plan.restricted("0-POL", "Police station", metres(27, 0, 36, 6.6), police, vetting)
    plan.benches(station, (3, 3), first=POLICE_ARRIVE)
    plan.restricted("0-POLI", "Police interview rooms", metres(36, 0, 42, 6.6), police, vetting)
    plan.during("0-POL", POLICE_ARRIVE, None)
    plan.during("0-POLI", POLICE_ARRIVE, None)
    plan.area("0-TEA", "Café and refreshments", AreaKind.REFRESHMENT, metres(27, 8.4, 33.6, 15))
    plan.area("0-M1", "Hurstwood Room", AreaKind.MEETING, metres(27, 15, 33.6, 27))
    plan.area("0-M2", "Hollybank Room", AreaKind.MEETING, metres(35.4, 8.4, 42, 15))
    consulting = metres(35.4, 15, 42, 27)
    plan.restricted("0-NHS", "Consulting rooms", consulting, book.agency("NHS"), "clinical")
    plan.measured("0-NHS", "71.5")
    plan.during("0-NHS", None, HEALTH_LEAVES)
    plan.accessible("0-003", "0-018")
    return plan


def _first() -> FloorPlan:
    plan = _core("1", "First", 1, "Offices")
    west, north = metres(3, 0, 15, 6.6), metres(27, 0, 42, 6.6)
    neighbourhood = AreaKind.NEIGHBOURHOOD
    plan.benches(plan.area("1-N1", "Housing and customers", neighbourhood, west), (3, 3, 3))
    plan.benches(plan.area("1-N2", "Adult and children's care", neighbourhood, north), (3, 3, 3, 3))
    south = metres(0, 8.4, 12, 15)
    plan.benches(plan.area("1-N3", "Planning and environment", neighbourhood, south), (3, 3, 3))
    plan.area("1-TEA", "Kitchen and break-out", AreaKind.REFRESHMENT, metres(12, 8.4, 18, 15))
    plan.area("1-M1", "Meeting room 1.1", AreaKind.MEETING, metres(18, 8.4, 22.5, 15))
    plan.area("1-M2", "Meeting room 1.2", AreaKind.MEETING, metres(22.5, 8.4, 27, 15))
    plan.area("1-M3", "Meeting room 1.3", AreaKind.MEETING, metres(27, 8.4, 33.6, 15))
    plan.area("1-M4", "Meeting room 1.4", AreaKind.MEETING, metres(35.4, 8.4, 42, 15))
    for code, name, left in (("1-E1", "Community health", 27), ("1-E2", "Finance and support", 35.4)):
        wing = plan.area(code, name, neighbourhood, metres(left, 15, left + 6.6, 27))
        plan.benches(wing, (3, 3, 3), Run.ACROSS)
    plan.accessible("1-003", "1-021", "1-043", "1-063", "1-079")
    return plan
