"""Parkside's three floors: 42 × 18 m, stairs at both ends, a core in the middle of the north side."""

from dataclasses import replace

from hubdesk.domain.area import AreaKind
from hubdesk.domain.geometry import Point
from tests.builders.layout import TOUCHDOWN, FloorPlan, metres
from tests.builders.sample_book import SampleBook, a_floor

SIZE_M = (42, 18)
RECESSED_ENTRANCE = tuple(
    Point(round(x * 1000), round(y * 1000))
    for x, y in ((0, 0), (42, 0), (42, 18), (24, 18), (24, 17), (18, 17), (18, 18), (0, 18))
)


def building(book: SampleBook) -> None:
    """222 desks: 54 on the ground, 84 on each floor above."""
    book.plan(_ground(book))
    book.plan(_people())
    book.plan(_place())


def _core(plan: FloorPlan) -> None:
    """What stands above itself on every floor."""
    code = plan.floor.code
    plan.area(f"{code}-COR", "Corridor", AreaKind.CIRCULATION, metres(0, 8.1, 42, 9.9))
    plan.area(f"{code}-STW", "West stair", AreaKind.CIRCULATION, metres(0, 0, 3, 8.1))
    plan.area(f"{code}-LIFT", "Lifts and main stair", AreaKind.CIRCULATION, metres(15, 0, 21, 8.1))
    plan.area(f"{code}-WC", "Lavatories", AreaKind.CIRCULATION, metres(21, 0, 27, 8.1))
    plan.area(f"{code}-STE", "East stair", AreaKind.CIRCULATION, metres(39, 0, 42, 8.1))


def _ground(book: SampleBook) -> FloorPlan:
    floor = replace(a_floor("G", "Ground", 0, SIZE_M, "Front of house"), outline=RECESSED_ENTRANCE)
    plan = FloorPlan(floor)
    _core(plan)
    police, probation = book.agency("POL"), book.agency("PRO")
    office = metres(3, 0, 10.2, 8.1)
    beat = plan.restricted("G-POL", "Police neighbourhood office", office, police, "police vetting")
    suite = metres(10.2, 0, 15, 8.1)
    plan.restricted("G-POLI", "Police interview suite", suite, police, "police vetting")
    office = metres(27, 0, 34.2, 8.1)
    probation_office = plan.restricted("G-PRO", "Probation office", office, probation, "probation vetting")
    rooms = metres(34.2, 0, 39, 8.1)
    plan.restricted("G-PROI", "Probation interview rooms", rooms, probation, "probation vetting")
    jobcentre = plan.sole_use("G-JCP", "Jobcentre", metres(0, 9.9, 13.2, 18), book.agency("DWP"))
    hall = plan.area("G-HALL", "Customer hall", AreaKind.PUBLIC, metres(13.2, 9.9, 18, 18))
    plan.area("G-REC", "Shared reception", AreaKind.RECEPTION, metres(18, 9.9, 24, 17))
    plan.area("G-WAIT", "Waiting area", AreaKind.PUBLIC, metres(24, 9.9, 27.6, 14.1))
    plan.area("G-TEA", "Refreshment point", AreaKind.REFRESHMENT, metres(27.6, 9.9, 30, 14.1))
    plan.area("G-POD1", "Meeting pod 1", AreaKind.POD, metres(24.3, 14.7, 26.7, 17.4))
    plan.area("G-POD2", "Meeting pod 2", AreaKind.POD, metres(27.3, 14.7, 29.7, 17.4))
    advice = plan.area("G-ADV", "Advice centre", AreaKind.NEIGHBOURHOOD, metres(30, 9.9, 42, 18))
    plan.benches(jobcentre, (4, 4, 2))
    plan.benches(hall, (2,), size=TOUCHDOWN)
    plan.benches(advice, (3, 3))
    plan.benches(beat, (3, 2))
    plan.benches(probation_office, (2, 2))
    plan.accessible("G-001", "G-025")
    return plan


def _people() -> FloorPlan:
    plan = FloorPlan(a_floor("1", "People", 1, SIZE_M, "Services to people"))
    _core(plan)
    _neighbourhoods(plan, ("Housing and benefits", "Customers and young people", "Care", "Homes and health"))
    plan.area("1-TEA", "Kitchen and break-out", AreaKind.REFRESHMENT, metres(15, 9.9, 21, 18))
    plan.area("1-M5", "Family room", AreaKind.MEETING, metres(21, 9.9, 27, 18))
    return plan


def _place() -> FloorPlan:
    plan = FloorPlan(a_floor("2", "Place", 2, SIZE_M, "Services to places"))
    _core(plan)
    _neighbourhoods(plan, ("Planning and building", "Corporate services", "Environment", "Town and roads"))
    plan.area("2-M5", "Committee room", AreaKind.MEETING, metres(15, 9.9, 22.2, 18))
    plan.area("2-TEA", "Kitchen and break-out", AreaKind.REFRESHMENT, metres(22.2, 9.9, 27, 18))
    return plan


def _neighbourhoods(plan: FloorPlan, names: tuple[str, str, str, str]) -> None:
    """Two of 24 desks along the north side, two of 18 and small meeting rooms along the south."""
    code = plan.floor.code
    boxes = (
        metres(3, 0, 15, 8.1),
        metres(27, 0, 39, 8.1),
        metres(0, 9.9, 11.4, 18),
        metres(30.6, 9.9, 42, 18),
    )
    for place, (name, box, pairs) in enumerate(zip(names, boxes, (4, 4, 3, 3), strict=True)):
        area = plan.area(f"{code}-N{place + 1}", name, AreaKind.NEIGHBOURHOOD, box)
        plan.benches(area, (pairs, pairs, pairs))
    plan.accessible(f"{code}-004", f"{code}-028", f"{code}-049", f"{code}-067")
    for number, (left, top) in enumerate(((11.4, 9.9), (11.4, 13.9), (27, 9.9), (27, 13.9))):
        box = metres(left, top, left + 3.6, top + (4 if top < 10 else 4.1))
        plan.area(f"{code}-M{number + 1}", f"Meeting room {code}.{number + 1}", AreaKind.MEETING, box)
