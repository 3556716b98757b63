"""What the licences bring in against the costs that the desk rate is to cover (section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubdesk.charging.apportionment import cost_of_period, days_in_period
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.run import Run
from hubdesk.domain.cost_line import Recovery
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
    def over(self) -> Pence:
        """What the licences bring in above the costs; below zero where they fall short."""
        return self.gross - self.conceded_by_host - self.costs


def rate_cover(run: Run) -> RateCover:
    """The cover in the run's own period; for a year end, and a year as a sum, in the whole year."""
    if isinstance(run.of, Period) and not run.summed:
        return _cover([recharge_of(run.reckoning, run.of)])
    periods = run.year.periods(run.facts.billing)
    return _cover([recharge_of(run.reckoning, period) for period in periods])


def _cover(recharges: Iterable[Recharge]) -> RateCover:
    listed = list(recharges)
    return RateCover(
        costs=sum(_costs(one) for one in listed),
        gross=sum(charge.gross for one in listed for charge in one.licences),
        conceded_by_host=sum(charge.award.by_host for one in listed for charge in one.licences),
    )


def _costs(recharge: Recharge) -> Pence:
    covered = (line for line in recharge.facts.cost_lines if line.recovery is Recovery.LICENCE)
    return sum(
        cost_of_period(line, recharge.amounts.of(line), recharge.period)
        for line in covered
        if days_in_period(line, recharge.period)
    )
