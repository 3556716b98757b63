"""What the licences bring in against the costs that the desk rate is to cover (section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubdesk.charging.apportionment import cost_of_period, days_in_period
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class RateCover:
    """`costs` that the desk rate is to cover, the `gross` licence charges, and what the host gives back.

    `conceded_by_host` are concessions on licences that the host pays for, and so never gets.
    """

    costs: Pence
    gross: Pence
    conceded_by_host: Pence

    @property
    def income(self) -> Pence:
        """What the host has of the licences in the end."""
        return self.gross - self.conceded_by_host

    @property
    def over(self) -> Pence:
        """What the licences bring in above the costs; below zero where they fall short."""
        return self.income - self.costs


def rate_cover(run: Run) -> RateCover:
    """The cover in the run's own period; for a year end, and a year as a sum, in the whole year."""
    if isinstance(run.of, Period) and not run.summed:
        return cover_of(run.reckoning, [run.of])
    return year_cover(run.reckoning)


def year_cover(reckoning: Reckoning) -> RateCover:
    """The cover in the whole year, as the sum of its billing periods."""
    facts = reckoning.facts
    return cover_of(reckoning, facts.year.periods(facts.billing))


def cover_of(reckoning: Reckoning, periods: Iterable[Period]) -> RateCover:
    """The cover in `periods`. Raises Refused where desks have no rate."""
    listed = list(periods)
    charges = [charge for period in listed for charge in reckoning.licence_charges(period)]
    return RateCover(
        costs=sum(_costs(reckoning, period) for period in listed),
        gross=sum(charge.gross for charge in charges),
        conceded_by_host=sum(charge.award.by_host for charge in charges),
    )


def covered_by_rate(reckoning: Reckoning) -> tuple[CostLine, ...]:
    """The cost lines of the year that the desk rate is to pay for, in order of code."""
    return tuple(line for line in reckoning.facts.cost_lines if line.recovery is Recovery.LICENCE)


def _costs(reckoning: Reckoning, period: Period) -> Pence:
    return sum(
        cost_of_period(line, reckoning.amounts.of(line), period)
        for line in covered_by_rate(reckoning)
        if days_in_period(line, period)
    )
