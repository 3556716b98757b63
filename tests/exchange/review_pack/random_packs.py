"""Packs of every shape, whose figures are reckoned as the charging rules have it: in fractions."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from hubdesk.domain.money import to_penny
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import (
    Asked,
    Correction,
    DeskLine,
    DeskSpell,
    LicenceLine,
    Other,
    Pack,
    ShareLine,
    SharePart,
)
from tests.exchange.review_pack.packs import YEAR, a_pack

TEXTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=30)
_PENCE = st.integers(-5_000_000, 5_000_000)
_PARTS = st.fractions(min_value=Fraction(1, 1000), max_value=10_000, max_denominator=5040)
_AWARDS = st.sampled_from([Fraction(0), Fraction(2, 5), Fraction(1), Fraction(1, 3), Fraction(501, 1000)])


@st.composite
def asked(draw: st.DrawFn, key: str) -> Asked:
    correction = draw(st.sampled_from(Correction))
    choices, reasons = (tuple(draw(st.lists(TEXTS, max_size=3, unique=True))) for _ in range(2))
    return Asked(key, correction, choices, reasons)


@st.composite
def desks(draw: st.DrawFn, place: int) -> DeskLine:
    return DeskLine(
        draw(asked(f"desk:{place:016x}")),
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        draw(st.dates(date(2000, 1, 1), date(2026, 1, 1))),
        draw(st.none() | st.dates(date(2026, 1, 2), date(2030, 1, 1))),
        draw(st.just("") | TEXTS),
    )


@st.composite
def licences(draw: st.DrawFn, place: int) -> LicenceLine:
    ends = draw(st.sets(st.integers(1, 364), max_size=4))
    bounds = [0, *sorted(ends), 365]
    spells = [
        DeskSpell(
            YEAR[0] + timedelta(first),
            YEAR[0] + timedelta(after - 1),
            after - first,
            number := draw(st.integers(0, 60)),
            draw(st.integers(0, 900_000)),
            draw(st.integers(0, number)),
            draw(_AWARDS),
        )
        for first, after in pairwise(bounds)
    ]
    gross = to_penny(sum((Fraction(one.desks * one.rate * one.days, 365) for one in spells), Fraction(0)))
    award = to_penny(
        sum((one.awarded * one.rate * one.days * one.award / 365 for one in spells), Fraction(0))
    )
    line = draw(asked(f"licence:{place:016x}"))
    return LicenceLine(
        line,
        draw(TEXTS),
        YEAR[0],
        None,
        spells[0].desks,
        tuple(spells),
        gross,
        award,
        gross - award,
        draw(st.sampled_from(["", "the host"])),
    )


@st.composite
def parts(draw: st.DrawFn, period: int) -> SharePart:
    cost, part = draw(_PENCE), draw(_PARTS)
    whole = part + draw(st.just(Fraction(0)) | _PARTS)
    odd = draw(st.sampled_from([0, 1])) * (-1 if cost < 0 else 1)
    exact = cost * part / whole
    share = (abs(exact).__floor__() if exact >= 0 else -(abs(exact).__floor__())) + odd
    if draw(st.booleans()):
        return SharePart(f"Q{period}", share, draw(st.sampled_from([part, None])))
    return SharePart(f"Q{period}", share, part, odd, whole, cost, draw(st.sampled_from(["", "days"])))


@st.composite
def shares(draw: st.DrawFn, place: int) -> ShareLine:
    periods = tuple(draw(parts(one)) for one in range(draw(st.integers(1, 4))))
    share = sum(one.share for one in periods)
    over_cap, award = draw(st.integers(0, 1000)), draw(st.integers(0, 1000))
    return ShareLine(
        draw(asked(f"share:{place:016x}")),
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        draw(TEXTS),
        periods,
        share,
        over_cap,
        award,
        share - over_cap - award,
        note=draw(st.just("") | TEXTS),
        periods_note=draw(st.just("") | TEXTS),
    )


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """A pack of up to four of everything."""
    count = st.integers(0, 4)
    own = tuple(draw(desks(place)) for place in range(draw(count)))
    held = tuple(draw(licences(place)) for place in range(draw(count)))
    borne = tuple(draw(shares(place)) for place in range(draw(count)))
    others = tuple(Other(draw(TEXTS), draw(_PENCE), draw(st.just("") | TEXTS)) for _ in range(draw(count)))
    total = sum(one.net for one in held) + sum(one.net for one in borne) + sum(one.pence for one in others)
    return a_pack(
        desks=own,
        licences=held,
        shares=borne,
        others=others,
        total=total,
        agency=draw(TEXTS),
        text=tuple(draw(st.lists(TEXTS, max_size=3))),
        totals=draw(st.sampled_from(Totals)),
        silence=draw(st.booleans()),
        estimate=None,
    )
