"""The next charging year's costs, made from this one's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.money import Pence, percent, to_penny
from hubdesk.domain.period import ChargingYear, year_name
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.records import refusal

__all__ = ["NO_EXCEPTIONS", "Exceptions", "next_budget", "roll_forward", "uplift_of"]

_Share = Participant | FixedShare | ShareCap

_MOST_UPLIFT = 1_000
_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What of a year does not follow the one uplift: classes and lines with their own, in per cent.

    A line's own stands before its class's, and a budget that was set before both. `left_out` are lines
    that have no next year. A `rate` of None follows the one uplift.
    """

    classes: Mapping[str, Decimal] = field(default_factory=dict)
    lines: Mapping[RecordId, Decimal] = field(default_factory=dict)
    budgets: Mapping[RecordId, Pence] = field(default_factory=dict)
    left_out: frozenset[RecordId] = frozenset()
    rate: Decimal | None = None

    def __bool__(self) -> bool:
        return self != NO_EXCEPTIONS

    @property
    def uplifts(self) -> tuple[Decimal, ...]:
        rate = () if self.rate is None else (self.rate,)
        return (*self.classes.values(), *self.lines.values(), *rate)


NO_EXCEPTIONS = Exceptions()


def roll_forward(
    hub: Hub, year: int, uplift: Decimal = Decimal(0), but: Exceptions = NO_EXCEPTIONS
) -> Change:
    """The cost lines of the charging year that starts in `year`, from those of the year before.

    Participants, fixed shares and caps come along; actuals are blank; budgets, and the desk rate from
    the year's first day, are raised by `uplift` per cent, `but` for what has its own, and rounded to the
    penny. A rate that already starts on that day stays. Raises Refused if the year has cost lines, the
    year before has none, or an uplift is beyond reason.
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
    for one in (uplift, *but.uplifts):
        if not _is_uplift(one):
            raise refusal(
                "uplift-out-of-range",
                f"An uplift of {one} % is not one that can be worked with",
                f"charging year {name}",
                f"Type a percentage above -100 and up to {_MOST_UPLIFT:,}, with at most {_DECIMALS} decimals",
            )
    shares = _shares_by_line(hub)
    edits = [
        edit
        for line in last_year
        if line.id not in but.left_out
        for edit in _next_year(hub, line, shares[line.id], next_budget(line, uplift, but))
    ]
    by = f", {uplift.normalize():+f} %" if uplift else ""
    apart = ", some lines otherwise" if replace(but, rate=None) else ""
    rate = uplift if but.rate is None else but.rate
    return Change(f"Roll forward to {name}{by}{apart}", (*edits, *_rate(hub, year, rate)))


def uplift_of(line: CostLine, uplift: Decimal, but: Exceptions) -> Decimal:
    """The uplift that `line` has: its own, its class's, or the one for all."""
    return but.lines.get(line.id, but.classes.get(line.cost_class, uplift))


def next_budget(line: CostLine, uplift: Decimal, but: Exceptions) -> Pence:
    """Next year's budget of `line`: as it was set, else this year's, uplifted."""
    return but.budgets.get(line.id, _raised(line.budget, uplift_of(line, uplift, but)))


def _is_uplift(uplift: Decimal) -> bool:
    if not uplift.is_finite() or not -100 < uplift <= _MOST_UPLIFT:
        return False
    return uplift == uplift.quantize(Decimal(1).scaleb(-_DECIMALS))


def _shares_by_line(hub: Hub) -> Mapping[RecordId, list[_Share]]:
    by_line: defaultdict[RecordId, list[_Share]] = defaultdict(list)
    shares: tuple[Iterable[_Share], ...] = (hub.all(Participant), hub.all(FixedShare), hub.all(ShareCap))
    for one in chain.from_iterable(shares):
        by_line[one.cost_line].append(one)
    return by_line


def _next_year(hub: Hub, line: CostLine, shares: Iterable[_Share], budget: Pence) -> Iterator[Edit]:
    old, year = hub.charging_year(line.year), hub.charging_year(line.year + 1)
    new = replace(
        line,
        id=new_id(),
        year=line.year + 1,
        budget=budget,
        actual=None,
        first=_a_year_on(line.first, old, year),
        last=_a_year_on(line.last, old, year),
    )
    yield Edit(None, new)
    for one in shares:
        yield Edit(None, replace(one, id=new_id(), cost_line=new.id))


def _rate(hub: Hub, year: int, uplift: Decimal) -> Iterator[Edit]:
    first, rate = hub.charging_year(year).first, hub.rate
    before = rate.pence.at(first - ONE_DAY)
    if before is None or not uplift or any(step.first == first for step in rate.pence.steps):
        return
    yield Edit(rate, replace(rate, pence=rate.pence.with_step(first, _raised(before, uplift))))


def _raised(pence: Pence, uplift: Decimal) -> Pence:
    return to_penny(Fraction(pence) * (1 + percent(uplift)))


def _a_year_on(day: date | None, old: ChargingYear, new: ChargingYear) -> date | None:
    """The same day of `new` as `day` of `old`: its first, its last, else by the calendar.

    29 February is the 28th in a year that has none; a year that ends with February ends with its last day.
    """
    if day is None:
        return None
    if day in (old.first, old.last):
        return new.first if day == old.first else new.last
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
