"""A pack to write and read: the police at Parkside, with one of everything."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hubdesk.domain.geometry import Point, rectangle
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import (
    Asked,
    Correction,
    DeskLine,
    DeskSpell,
    Estimate,
    LicenceLine,
    Other,
    Pack,
    PackArea,
    PackDesk,
    PackFloor,
    Reckoned,
    ShareLine,
    SharePart,
)

YEAR = (date(2026, 4, 1), date(2027, 3, 31))
_DESK_REASONS = ("We have left this desk", "We never had it", "The days are wrong", "Another reason")


def a_pack(**otherwise: object) -> Pack:
    """The pack of Citizens Advice: two desks, 4 licensed at 40 % off, and a share of the cleaning."""
    values: dict[str, object] = {
        "review": "Autumn 2026",
        "key": "r1-CAB-1-0123456789abcdef",
        "copy": 1,
        "hub": "Parkside",
        "host": "Melton Borough Council",
        "contact": ("Ann Reed, facilities", "01664 500100", "desks@melton.example"),
        "agency_code": "CAB",
        "agency": "Citizens Advice",
        "sector": "voluntary",
        "as_at": date(2026, 12, 1),
        "deadline": date(2027, 1, 15),
        "made": date(2026, 12, 2),
        "silence": True,
        "totals": Totals.OPEN,
        "text": ("Look at your desks first.", "What you agree here is what you are charged for."),
        "year": "2026-27",
        "days_of_year": 365,
        "desks": (_desk("desk:00000000000000a1", "G-001"), _desk("desk:00000000000000a2", "G-002")),
        "licences": (_licence(),),
        "shares": (_share(),),
        "others": (),
        "total": 720_000 + 123_457,
        "wish": Asked("wish:00000000000000f1", Correction.WHOLE_NUMBER),
        "changes": ("Desk G-002 is new since 1 September 2026.",),
        "compared_with": "Autumn 2025, as at 1 December 2025",
        "estimate": Estimate(
            "2027-28", (Other("Licence L-CAB", 740_000),), 740_000, ("The rate of 2027-28 as it is set now.",)
        ),
        "floors": (_floor(),),
        "workings": (
            (
                "licence:00000000000000b1",
                Reckoned(
                    "Licence L-CAB",
                    "£7,200.00",
                    "the first less the rest",
                    (Reckoned("Gross", "£12,000.00"),),
                ),
            ),
        ),
    }
    return Pack(**{**values, **otherwise})  # type: ignore[arg-type]


def _desk(key: str, code: str) -> DeskLine:
    asked = Asked(key, choices=("not our desk",), reasons=_DESK_REASONS, held="yours since 1 April 2026")
    return DeskLine(asked, code, "G Ground floor", "Advice", "standard", date(2026, 4, 1))


def _licence() -> LicenceLine:
    key, reasons = "licence:00000000000000b1", ("The number is wrong",)
    asked = Asked(key, Correction.WHOLE_NUMBER, reasons=reasons, held="4 desks")
    spell = DeskSpell(*YEAR, 365, 4, 300_000, 4, Fraction(2, 5))
    return LicenceLine(
        asked,
        "L-CAB",
        date(2024, 4, 1),
        None,
        4,
        (spell,),
        1_200_000,
        480_000,
        720_000,
        "the host",
        "40 % as a voluntary body",
    )


def _share() -> ShareLine:
    parts = tuple(
        SharePart(months, share, Fraction(365), odd, Fraction(7_665), 648_148)
        for months, share, odd in (
            ("April to June 2026", 30_865, 1),
            ("July to September 2026", 30_864, 0),
            ("October to December 2026", 30_864, 0),
            ("January to March 2027", 30_864, 0),
        )
    )
    asked = Asked("share:00000000000000c1", reasons=("The basis is wrong", "Another reason"))
    return ShareLine(
        asked,
        "C01",
        "Cleaning",
        "licensed desks",
        "desk-days",
        parts,
        123_457,
        0,
        0,
        123_457,
        note="At most £2,000.00 a year: the host pays what is over.",
        periods_note="In a period in which figures change, each day counts by itself.",
    )


def _floor() -> PackFloor:
    own = rectangle(6_000, 4_000)
    return PackFloor(
        "G",
        "Ground",
        0,
        rectangle(20_000, 10_000),
        (
            PackArea(own, "Advice", "neighbourhood", own=True),
            PackArea((Point(7_000, 0), Point(9_000, 0), Point(8_000, 3_000))),
        ),
        (
            PackDesk(1_000, 1_000, 1_600, 800, Decimal(0), "G-001"),
            PackDesk(3_000, 1_000, 1_600, 800, Decimal("90.5"), "G-002"),
            PackDesk(8_000, 6_000, 1_600, 800, Decimal(0)),
        ),
    )
