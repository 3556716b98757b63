"""Next year's costs as a proposal: what each line would become, and what each agency would pay."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

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
class Rolled:
    """The proposal for the year that starts in `starts_in`: one change, and what it is made of.

    Rates are pence a desk and year on the last day of this year, and the first of the next.
    """

    starts_in: int
    lines: tuple[RolledLine, ...]
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
    return Rolled(starts_in, lines, hub.rate.pence.at(first - ONE_DAY), after.at(first), change)


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
