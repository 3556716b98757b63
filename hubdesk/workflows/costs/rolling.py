"""Next year's costs as a proposal: what each line would become, and what each agency would pay."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeVar

from hubdesk.charging.run import Run
from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing.roll_forward import (
    NO_EXCEPTIONS,
    Exceptions,
    next_budget,
    roll_forward,
    uplift_of,
)
from hubdesk.workflows.year_cost import AgencyEffect, NoYearCost, YearCost, year_cost

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class RolledLine:
    """One cost line of this year with next year's budget; `budget` is None where it is left out."""

    line: CostLine
    uplift: Decimal
    budget: Pence | None

    @property
    def id(self) -> RecordId:
        return self.line.id

    @property
    def more(self) -> Pence:
        """By how much next year's budget is above this year's."""
        return (self.budget or 0) - self.line.budget


@dataclass(frozen=True, slots=True)
class RolledClass:
    """A class's budgets of this year and the next; `own` is whether it has an uplift of its own."""

    name: str
    uplift: Decimal
    own: bool
    now: Pence
    next: Pence

    @property
    def id(self) -> str:
        return f"class {self.name}"

    @property
    def more(self) -> Pence:
        return self.next - self.now


@dataclass(frozen=True, slots=True)
class Rolled:
    """The proposal for the year that starts in `starts_in`: one change, and what it is made of.

    Rates are pence a desk and year on the last day of this year, and the first of the next.
    """

    starts_in: int
    lines: tuple[RolledLine, ...]
    classes: tuple[RolledClass, ...]
    rate_now: Pence | None
    rate_next: Pence | None
    change: Change

    @property
    def budget_now(self) -> Pence:
        return sum(one.line.budget for one in self.lines)

    @property
    def budget_next(self) -> Pence:
        return sum(one.budget or 0 for one in self.lines)


def rolled(hub: Hub, starts_in: int, uplift: Decimal, but: Exceptions = NO_EXCEPTIONS) -> Rolled:
    """What `roll_forward` would make. Raises Refused where it would."""
    change = roll_forward(hub, starts_in, uplift, but)
    lines = tuple(
        RolledLine(
            line,
            uplift_of(line, uplift, but),
            None if line.id in but.left_out else next_budget(line, uplift, but),
        )
        for line in hub.cost_lines_of[starts_in - 1]
    )
    first = hub.charging_year(starts_in).first
    after = hub.applying(change).rate.pence
    classes = tuple(_classes(lines, uplift, but))
    return Rolled(starts_in, lines, classes, hub.rate.pence.at(first - ONE_DAY), after.at(first), change)


def _classes(lines: Sequence[RolledLine], uplift: Decimal, but: Exceptions) -> Iterator[RolledClass]:
    for name in sorted({one.line.cost_class for one in lines}, key=lambda name: (not name, name.casefold())):
        mine = [one for one in lines if one.line.cost_class == name]
        yield RolledClass(
            name,
            but.classes.get(name, uplift),
            name in but.classes,
            sum(one.line.budget for one in mine),
            sum(one.budget or 0 for one in mine),
        )


def with_class(but: Exceptions, name: str, uplift: Decimal | None) -> Exceptions:
    """A class with an uplift of its own; None: as all."""
    return replace(but, classes=_with(but.classes, name, uplift))


def with_line(but: Exceptions, line: RecordId, uplift: Decimal | None) -> Exceptions:
    """A line with an uplift of its own, in place of a budget that was set; None: as its class."""
    return replace(but, lines=_with(but.lines, line, uplift), budgets=_with(but.budgets, line, None))


def with_budget(but: Exceptions, line: RecordId, budget: Pence | None) -> Exceptions:
    """A line with a budget that was set; None: this year's, uplifted."""
    return replace(but, budgets=_with(but.budgets, line, budget))


def taken_along(but: Exceptions, line: RecordId, taken: bool) -> Exceptions:  # noqa: FBT001  a cell's value
    """A line that next year has, or not."""
    return replace(but, left_out=but.left_out - {line} if taken else but.left_out | {line})


def _with(some: Mapping[K, V], key: K, value: V | None) -> dict[K, V]:
    kept = {one: held for one, held in some.items() if one != key}
    return kept if value is None else {**kept, key: value}


def year_on_year(
    hub: Hub, proposal: Rolled, issued: Sequence[Run] = ()
) -> tuple[AgencyEffect, ...] | NoYearCost:
    """What each agency is charged this year, and would be next year under `proposal`, by its code.

    Licences, concessions and drivers are as they are dated; those who pay nothing in both are left out.
    """
    year = hub.charging_year(proposal.starts_in)
    now = year_cost(hub, year.first - ONE_DAY, issued)
    then = year_cost(hub.applying(proposal.change), year.first, issued)
    for one in (now, then):
        if isinstance(one, NoYearCost):
            return one
    assert isinstance(now, YearCost)
    assert isinstance(then, YearCost)
    codes = {one.id: one.code for one in hub.agencies.values()}
    effects = (
        AgencyEffect(agency, now.of[agency].pence, then.of[agency].pence)
        for agency in sorted(now.of, key=codes.__getitem__)
    )
    return tuple(one for one in effects if one.before or one.after)
