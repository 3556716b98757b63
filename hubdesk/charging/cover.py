"""What the licences bring in against the costs that the desk rate is to cover (section 4)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

from hubdesk.charging.apportionment import cost_of_period, days_in_period
from hubdesk.charging.licences import LicenceCharge, licence_charge
from hubdesk.charging.pool import is_paid_by_partners
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, Period


@dataclass(frozen=True, slots=True)
class RateCover:
    """`costs` that the desk rate is to cover, the `gross` licence charges, and what the host gives back.

    `conceded_by_host` are concessions on licences that the host pays for, and so never gets: those that it
    funds, and in a period in which nobody has desk-days the partners' too. What is `by_partners` comes in
    all the same.
    """

    costs: Pence
    gross: Pence
    conceded_by_host: Pence
    by_partners: Pence = 0

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
    """The cover in the whole year: what its billing periods add up to. Raises Refused without a rate.

    A licence's charges of the periods are those of the year worked out at once (section 3); so is what
    the host pays of its concession, unless who pays changes within the year.
    """
    facts = reckoning.facts
    whole = Period(facts.year, Billing.YEAR, 1)
    in_parts = facts.year.periods(facts.billing)
    partners_pay = cache(partial(is_paid_by_partners, reckoning))
    charges: list[LicenceCharge] = []
    for licence in facts.hub.licences.values():
        stretches = reckoning.stretches[licence.id]
        funders = {one.concession.funder for one in stretches if one.concession}
        changes = len(funders) > 1 or (Funder.PARTNERS in funders and not all(map(partners_pay, in_parts)))
        for period in in_parts if changes else (whole,):
            charges.append(licence_charge(licence, stretches, period, facts))
    return _cover(sum(map(reckoning.amounts.of, covered_by_rate(reckoning))), charges, partners_pay)


def cover_of(reckoning: Reckoning, periods: Iterable[Period]) -> RateCover:
    """The cover in `periods`. Raises Refused where desks have no rate."""
    listed = list(periods)
    charges = [charge for period in listed for charge in reckoning.licence_charges(period)]
    partners_pay = cache(partial(is_paid_by_partners, reckoning))
    return _cover(sum(_costs(reckoning, period) for period in listed), charges, partners_pay)


def covered_by_rate(reckoning: Reckoning) -> tuple[CostLine, ...]:
    """The cost lines of the year that the desk rate is to pay for, in order of code."""
    return tuple(line for line in reckoning.facts.cost_lines if line.recovery is Recovery.LICENCE)


def _cover(
    costs: Pence, charges: Sequence[LicenceCharge], partners_pay: Callable[[Period], bool]
) -> RateCover:
    by_host = sum(charge.award.by_host for charge in charges)
    pooled = [charge for charge in charges if charge.award.by_partners]
    by_partners = sum(charge.award.by_partners for charge in pooled if partners_pay(charge.period))
    left = sum(charge.award.by_partners for charge in pooled) - by_partners
    return RateCover(
        costs=costs,
        gross=sum(charge.gross for charge in charges),
        conceded_by_host=by_host + left,
        by_partners=by_partners,
    )


def _costs(reckoning: Reckoning, period: Period) -> Pence:
    return sum(
        cost_of_period(line, reckoning.amounts.of(line), period)
        for line in covered_by_rate(reckoning)
        if days_in_period(line, period)
    )
