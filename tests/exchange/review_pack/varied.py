"""Packs of all sorts: bare, crowded, with credits and withheld totals, and with texts meant to do harm."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from hubdesk.domain.geometry import Point, rectangle
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import (
    Asked,
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
from tests.exchange.review_pack.packs import a_pack

LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch and Districts Advice and Support Partnership"
HARM = "<script>alert(1)</script> \"'&amp; ]]> \u202egnp.exe\u2066 <img src=x onerror=alert(2)> #let [*_$"


def bare() -> Pack:
    """Of an agency without desk, licence, share or plan, asked for the first time."""
    return a_pack(
        desks=(),
        licences=(),
        shares=(),
        total=0,
        changes=(),
        compared_with="",
        estimate=None,
        floors=(),
        workings=(),
        text=(),
        contact=(),
        silence=False,
    )


def crowded(desks: int = 60, shares: int = 9, floors: int = 3) -> Pack:
    """With long names, many of everything, credits, periods that differ and totals that are withheld."""
    lines = tuple(_desk(number, floors) for number in range(desks))
    costs = tuple(_share(number) for number in range(shares))
    others = (
        Other("Vacant desks that the host pays for", 1_234_567, "12 of 240 desks, all year"),
        Other("Credit for 2025-26", -98_765, "The actual gas bill was lower."),
    )
    licences = (_licence(1, None), _licence(2, date(2026, 9, 15)))
    return a_pack(
        agency=LONG,
        host="The Public Service Hub of " + LONG,
        totals=Totals.WITHHELD,
        silence=False,
        desks=lines,
        licences=licences,
        shares=costs,
        others=others,
        total=sum(one.net for one in licences)
        + sum(one.net for one in costs)
        + sum(one.pence for one in others),
        changes=tuple(f"Desk F{one}-{one:03} is new since 1 September 2026." for one in range(7)),
        estimate=Estimate("2027-28", others, 1_135_802, ("Rates rise by 3.5 %.", LONG)),
        floors=tuple(_floor(number, lines) for number in range(floors)),
        workings=(
            ("share:0000000000000000", _working(4)),
            ("other:00000000000000ff", Reckoned("The pool of the partners", "-£12.00", "", (_working(1),))),
        ),
    )


def harmful() -> Pack:
    """With a text that is meant to do harm in every place that takes one; codes differ by a number."""
    numbers = iter(range(10_000))

    def harmed(value: Any) -> Any:
        if type(value) is str:
            return f"{HARM}{next(numbers)}" if value else ""
        if type(value) is tuple:
            return tuple(harmed(one) for one in value)
        if isinstance(value, Asked):
            return value
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{one.name: harmed(getattr(value, one.name)) for one in fields(value)})
        return value

    pack: Pack = harmed(a_pack(others=(Other("x", 1, "y"),)))
    workings = tuple((key, harmed(one)) for key, one in a_pack().workings)
    return replace(pack, workings=workings)


def _desk(number: int, floors: int) -> DeskLine:
    floor = number % max(1, floors)
    return DeskLine(
        Asked(f"desk:{number:016x}"),
        f"F{floor}-{number:03}",
        f"F{floor} {LONG} floor",
        LONG if number % 7 == 0 else "Open plan",
        "standard",
        date(2026, 4, 1),
        date(2027, 1, 31) if number % 5 == 0 else None,
        "charged to the host" if number % 11 == 0 else "",
    )


def _licence(number: int, last: date | None) -> LicenceLine:
    spells = (
        DeskSpell(date(2026, 4, 1), date(2026, 9, 15), 168, 12, 300_000, 10, Fraction(33_333, 100_000)),
        DeskSpell(date(2026, 9, 16), date(2027, 3, 31), 197, 9, 310_000),
    )
    return LicenceLine(
        Asked(f"licence:{number:016x}"),
        f"L-{number}",
        date(2024, 4, 1),
        last,
        9,
        spells,
        3_163_726,
        460_274,
        2_703_452,
        "the partners together",
        "33.333 % as a voluntary body, for 10 desks at most",
    )


def _share(number: int) -> ShareLine:
    withheld = number % 3 == 1
    parts = tuple(
        SharePart(
            f"2026-27-Q{one}",
            -100_003 * (number + 1),
            Fraction(91 * one, 7),
            0 if one > 1 else -1,
            None if withheld else Fraction(1_000_000, 37),
            None if withheld else -9_876_543 * one,
        )
        for one in (1, 2, 3, 4)
    )
    share = sum(one.share for one in parts)
    return ShareLine(
        Asked(f"share:{number:016x}"),
        f"C{number:02}",
        f"{LONG}: lift, gates and water" if number % 4 == 0 else f"Cost {number}",
        "floor area",
        "m² × days",
        parts,
        share,
        0,
        -1_000 if number == 2 else 0,
        share + (1_000 if number == 2 else 0),
        "the host" if number == 2 else "",
        "The total would tell about others." if withheld else "",
    )


def _floor(number: int, lines: tuple[DeskLine, ...]) -> PackFloor:
    own = [one.code for one in lines if one.code.startswith(f"F{number}-")]
    desks = tuple(
        PackDesk(
            1_200 + 1_900 * (place % 20),
            1_500 + 2_400 * (place // 20),
            1_600,
            800,
            Decimal(0 if place % 3 else 180),
            own[place // 2] if place % 2 == 0 and place // 2 < len(own) else "",
        )
        for place in range(max(80, 2 * len(own)))
    )
    deep = 3_000 + 2_400 * (len(desks) // 20)
    areas = (
        PackArea(rectangle(12_000, deep), "Interview rooms", "restricted", own=True),
        PackArea(tuple(Point(x + 20_000, y) for x, y in rectangle(8_000, deep)), "Kitchen", "refreshment"),
        PackArea(tuple(Point(x + 30_000, y) for x, y in rectangle(9_000, deep))),
    )
    return PackFloor(f"F{number}", f"{LONG} {number}", number, rectangle(40_000, deep), areas, desks)


def _working(depth: int) -> Reckoned:
    below = (_working(depth - 1), Reckoned("days", "91 days")) if depth else ()
    return Reckoned(f"step {depth}", f"£{depth}.00", "the first × the second" if depth else "", below)
