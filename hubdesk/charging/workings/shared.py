"""The workings of shared costs: shares, caps and what is taken off (charging rules, section 4)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

from hubdesk.charging.apportionment import Apportionment, days_charged, days_in_period, percent_weights
from hubdesk.charging.parts import SubPeriod
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.workings.reduction import ReductionWorkings
from hubdesk.charging.workings.sharing import share
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked
from hubdesk.charging.workings.weights import WeightWorkings
from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, percent
from hubdesk.domain.period import Period
from hubdesk.domain.timeline import ONE_DAY

MOST_FOLLOWED = 40
"""So many agencies of a cost are followed each to the facts where the host or the partners pay for all of
them: a hub of hundreds of agencies and costs has a hundred thousand of them."""
VACANT, UNSHARED = -2, -1
"""The places of vacant desks and of days without weights, after all agencies."""


class SharedWorkings:
    """The workings of one cost line in one period; `weights` are those of all lines of the run."""

    def __init__(self, one: Apportionment, reckoning: Reckoning, weights: WeightWorkings) -> None:
        self._one = one
        self._split = one.split
        self._line = one.split.line
        self._reckoning = reckoning
        self._facts = reckoning.facts
        self._weights = weights

    @cached_property
    def _sub_periods(self) -> tuple[SubPeriod, ...]:
        return self._split.parts.sub_periods()

    def cost(self) -> Working:
        """C: R(K(t(k))) less R(K(t(k−1)))."""
        return cost_of(self._line, self._reckoning.amounts.of(self._line), self._split.period)

    def fixed(self, agency: RecordId) -> Working:
        """A fixed share of the cost."""
        shares = self._facts.hub.fixed_shares_of[self._line.id]
        place = next(place for place, one in enumerate(shares) if one.agency == agency)
        mine = shares[place]
        return share(
            f"{self._code(agency)}'s fixed share of {self._line.code}",
            self.cost(),
            percent_weights([one.percent for one in shares]),
            place,
            fact("fixed share", percent(mine.percent), Unit.FRACTION, mine.id),
            fact("the whole", 1, Unit.FRACTION),
        )

    def rest(self) -> Working:
        """What the basis shares: the cost less the fixed shares."""
        fixed = tuple(self.fixed(agency) for agency in self._split.fixed)
        if not fixed:
            return self.cost()
        return worked("what is left after fixed shares", Unit.PENCE, Step.DIFFERENCE, self.cost(), *fixed)

    def by_basis(self, agency: RecordId) -> Working:
        """A share by the basis."""
        place = list(self._split.shares).index(agency)
        return self._by_basis(f"{self._code(agency)}'s share of {self._line.code}", place, self.part(agency))

    def vacant(self) -> Working:
        """The host's share for vacant desks."""
        return self._by_basis(f"the share of vacant desks in {self._line.code}", VACANT, self.vacant_part())

    def unshared(self) -> Working:
        """The host's share for days on which nobody has a weight."""
        what = f"the share of days without weights in {self._line.code}"
        return self._by_basis(what, UNSHARED, self.unshared_part())

    def share(self, agency: RecordId) -> Working:
        """The share of `agency`, fixed or by the basis."""
        return self.fixed(agency) if agency in self._split.fixed else self.by_basis(agency)

    def part(self, agency: RecordId) -> Working:
        """W: the part of `agency` in the period, in days."""
        terms = [
            _days_times(sub, self._weights.part_of_all(self._line, sub, agency))
            for sub in self._sub_periods
            if sub.weights.get(agency)
        ]
        return worked(f"{self._code(agency)}'s part, in days", Unit.DAYS, Step.SUM, *terms)

    def cap(self, agency: RecordId) -> Working:
        """What of the running total lies above the cap now, less what did before."""
        cap = next(one for one in self._facts.hub.caps_of[self._line.id] if one.agency == agency)
        period = self._split.period
        nothing = fact("nothing", 0, Unit.PENCE)
        above = [
            worked(
                f"above the cap {words} {period.name}",
                Unit.PENCE,
                Step.LARGEST,
                nothing,
                worked(
                    "share to date less cap",
                    Unit.PENCE,
                    Step.DIFFERENCE,
                    self._share_to_date(agency, periods),
                    fact("cap for the year", cap.pence, Unit.PENCE, cap.id),
                ),
            )
            for words, periods in (("after", period.up_to()), ("before", period.up_to()[:-1]))
        ]
        return worked(f"what {self._code(agency)}'s cap takes off", Unit.PENCE, Step.DIFFERENCE, *above)

    def award(self, agency: RecordId) -> Working:
        """R((share − cap) · c)."""
        return self._rounded_off(agency, "concession", *Funder)

    def funded_by_host(self, agency: RecordId) -> Working:
        """What of the concession of `agency` the host pays."""
        award = self._one.awards[agency]
        if not award.by_partners:
            return self.award(agency)
        step = Step.SMALLEST if award.pence >= 0 else Step.LARGEST
        nearest = self._rounded_off(agency, "concession on days that the host funds", Funder.HOST)
        return worked("the host's part, at most the award", Unit.PENCE, step, nearest, self.award(agency))

    def funded_by_partners(self, agency: RecordId) -> Working:
        """What of the concession of `agency` goes to the partners' pool."""
        if not self._one.awards[agency].by_host:
            return self.award(agency)
        return worked(
            f"the rest of {self._code(agency)}'s concession",
            Unit.PENCE,
            Step.DIFFERENCE,
            self.award(agency),
            self.funded_by_host(agency),
        )

    def all_caps(self) -> Working:
        """What the host bears above caps."""
        caps = self._each("cap", self._one.caps, self.cap)
        return worked("above caps, funded by the host", Unit.PENCE, Step.SUM, *caps)

    def all_funded_by_host(self) -> Working:
        """What the host pays of all concessions on this cost."""
        pence = {agency: award.by_host for agency, award in self._one.awards.items() if award.by_host}
        funded = self._each("concession", pence, self.funded_by_host)
        return worked("concessions funded by the host", Unit.PENCE, Step.SUM, *funded)

    def each_funded_by_partners(self) -> Iterator[Working]:
        """What goes to the partners' pool of the concessions on this cost, agency by agency."""
        awards = self._one.awards.items()
        pence = {agency: award.by_partners for agency, award in awards if award.by_partners}
        return self._each("concession", pence, self.funded_by_partners)

    def _each(
        self, what: str, pence: Mapping[RecordId, Pence], follow: Callable[[RecordId], Working]
    ) -> Iterator[Working]:
        """One to an agency. Of very many the figures alone: each agency's own line has the steps."""
        if len(pence) <= MOST_FOLLOWED:
            return map(follow, pence)
        code = self._line.code
        return (
            fact(f"{self._code(agency)}'s {what} on {code}: see its own line", figure, Unit.PENCE, agency)
            for agency, figure in pence.items()
        )

    def _by_basis(self, what: str, place: int, part: Working) -> Working:
        parts = self._split.parts
        weights = (*parts.of.values(), parts.vacant, parts.unshared)
        total = fact("days of the cost in the period", parts.days, Unit.DAYS, self._line.id)
        return share(what, self.rest(), weights, place, part, total)

    def vacant_part(self) -> Working:
        """The part of vacant desks in the period, in days."""
        terms = [
            _days_times(sub, self._weights.vacant_of_all(self._line, sub))
            for sub in self._sub_periods
            if sub.vacant
        ]
        return worked("the part of vacant desks, in days", Unit.DAYS, Step.SUM, *terms)

    def unshared_part(self) -> Working:
        """The days of the period on which nobody has a weight."""
        days = [
            fact(f"{in_words(sub.first)} to {in_words(sub.last)}", sub.days, Unit.DAYS)
            for sub in self._sub_periods
            if not sub.total
        ]
        return worked("days without weights", Unit.DAYS, Step.SUM, *days)

    def _share_to_date(self, agency: RecordId, periods: Iterable[Period]) -> Working:
        shares = []
        for period in periods:
            one = self._reckoning.apportionment(self._line, period)
            if one and agency in one.split.sharing:
                shares.append(SharedWorkings(one, self._reckoning, self._weights).share(agency))
        return worked("share to date", Unit.PENCE, Step.SUM, *shares)

    def _rounded_off(self, agency: RecordId, what: str, *funders: Funder) -> Working:
        share = self.share(agency)
        if agency in self._one.caps:
            share = worked("share less cap", Unit.PENCE, Step.DIFFERENCE, share, self.cap(agency))
        mean = ReductionWorkings(agency, self._reckoning, funders)
        days = days_in_period(self._line, self._split.period)
        assert days is not None
        off = (
            mean.over_days(*days)
            if agency in self._split.fixed
            else mean.over_part(self._line, self._sub_periods, self._weights, self.part(agency))
        )
        exact = worked("taken off, exactly", Unit.PENCE, Step.PRODUCT, share, off)
        return worked(f"{self._code(agency)}'s {what}", Unit.PENCE, Step.ROUNDED, exact)

    def _code(self, agency: RecordId) -> str:
        return self._facts.hub.agencies[agency].code


def cost_of(line: CostLine, amount: Pence, period: Period) -> Working:
    """C of the charging rules: what of the year's `amount` falls in `period`."""
    to_date, before = (
        worked(
            f"to {in_words(day)}, rounded",
            Unit.PENCE,
            Step.ROUNDED,
            worked(
                f"to {in_words(day)}",
                Unit.PENCE,
                Step.QUOTIENT,
                worked(
                    "amount × days so far",
                    Unit.ON_THE_WAY,
                    Step.PRODUCT,
                    fact("amount for the year", amount, Unit.PENCE, line.id),
                    fact("days so far", _days_so_far(line, period, day), Unit.DAYS),
                ),
                fact("days of the cost", _days_so_far(line, period, period.year.last), Unit.DAYS, line.id),
            ),
        )
        for day in (period.last, period.first - ONE_DAY)
    )
    return worked(f"cost {line.code}, {period.name}", Unit.PENCE, Step.DIFFERENCE, to_date, before)


def _days_so_far(line: CostLine, period: Period, day: date) -> int:
    first, last = days_charged(line, period.year)
    return max(0, (min(day, last) - first).days + 1)


def _days_times(sub: SubPeriod, part: Working) -> Working:
    what = f"{in_words(sub.first)} to {in_words(sub.last)}"
    return worked(what, Unit.DAYS, Step.PRODUCT, fact("days", sub.days, Unit.DAYS), part)
