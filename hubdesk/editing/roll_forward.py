"""The next charging year's costs, made from this one's."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.money import Pence, percent, to_penny
from hubdesk.domain.period import year_name
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.records import refusal

__all__ = ["roll_forward"]


def roll_forward(hub: Hub, year: int, uplift: Decimal = Decimal(0)) -> Change:
    """The cost lines of the charging year that starts in `year`, from those of the year before.

    Participants, fixed shares and caps come along; actuals are blank; budgets, and the desk rate from
    the year's first day, are raised by `uplift` per cent and rounded to the penny. A rate that already
    starts on that day stays. Raises Refused if the year has cost lines, or the year before has none.
    """
    name = year_name(year)
    there, last_year = hub.cost_lines_of.get(year, ()), hub.cost_lines_of.get(year - 1, ())
    if there:
        raise refusal(
            "year-has-costs",
            f"{name} has cost lines already",
            f"charging year {name}",
            "Change those, or remove them first",
            *there,
        )
    if not last_year:
        raise refusal(
            "year-before-has-no-costs",
            f"{year_name(year - 1)} has no cost lines to start from",
            f"charging year {name}",
            "Add this year's cost lines, or choose the year after one that has some",
        )
    if not uplift.is_finite() or uplift <= -100:
        raise refusal(
            "uplift-too-low",
            f"An uplift of {uplift} % leaves nothing",
            f"charging year {name}",
            "Type a percentage above -100",
        )
    edits = [edit for line in last_year for edit in _next_year(hub, line, uplift)]
    by = f", {uplift.normalize():+f} %" if uplift else ""
    return Change(f"Roll forward to {name}{by}", (*edits, *_rate(hub, year, uplift)))


def _next_year(hub: Hub, line: CostLine, uplift: Decimal) -> Iterator[Edit]:
    new = replace(
        line,
        id=new_id(),
        year=line.year + 1,
        budget=_raised(line.budget, uplift),
        actual=None,
        first=_a_year_on(line.first),
        last=_a_year_on(line.last),
    )
    yield Edit(None, new)
    shares: tuple[Participant | FixedShare | ShareCap, ...] = (
        *hub.all(Participant),
        *hub.all(FixedShare),
        *hub.all(ShareCap),
    )
    for one in shares:
        if one.cost_line == line.id:
            yield Edit(None, replace(one, id=new_id(), cost_line=new.id))


def _rate(hub: Hub, year: int, uplift: Decimal) -> Iterator[Edit]:
    first, rate = hub.charging_year(year).first, hub.rate
    before = rate.pence.at(first - ONE_DAY)
    if before is None or not uplift or any(step.first == first for step in rate.pence.steps):
        return
    yield Edit(rate, replace(rate, pence=rate.pence.with_step(first, _raised(before, uplift))))


def _raised(pence: Pence, uplift: Decimal) -> Pence:
    return to_penny(Fraction(pence) * (1 + percent(uplift)))


def _a_year_on(day: date | None) -> date | None:
    """The same day next year; 29 February is the 28th then."""
    if day is None:
        return None
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
