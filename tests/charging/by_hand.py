"""The charging rules once more, day by day and as slowly as they are written: a second opinion.

Shares nothing with the engine but the records. Every weight of every day is looked up afresh.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.cost_line import Basis, CostLine, Recovery, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.period import Period

Parts = dict[RecordId, Fraction]
Shares = tuple[dict[RecordId, int], int, int, Parts, list[tuple[date, Parts]]]

Key = tuple[str, str, str]
"""Agency code, kind of line, source code."""


def lines_by_hand(hub: Hub, period: Period, *, actuals: bool = False) -> dict[Key, tuple[int, int]]:
    """Pence and VAT of every line of `period` that is not idle."""
    return _ByHand(hub, period, actuals).lines()


def days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(1)


def nearest(amount: Fraction) -> int:
    whole = int(abs(amount) + Fraction(1, 2))
    return whole if amount >= 0 else -whole


def spread(pence: int, weights: Sequence[Fraction]) -> list[int]:
    if pence < 0:
        return [-one for one in spread(-pence, weights)]
    total = sum(weights)
    exact = [pence * weight / total if total else Fraction(0) for weight in weights]
    shares = [int(one) for one in exact]
    order = sorted(range(len(weights)), key=lambda place: (shares[place] - exact[place], place))
    for place in order[: pence - sum(shares)] if total else []:
        shares[place] += 1
    return shares


def in_force(record: object, day: date) -> bool:
    first, last = getattr(record, "first", None), getattr(record, "last", None)
    return (first is None or first <= day) and (last is None or last >= day)


class _ByHand:
    def __init__(self, hub: Hub, period: Period, actuals: bool) -> None:
        self.hub, self.period, self.year, self.actuals = hub, period, period.year, actuals
        self.agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
        self.host = hub.settings.host
        self.pence: defaultdict[Key, int] = defaultdict(int)
        self.vat: defaultdict[Key, int] = defaultdict(int)
        self.pool = 0

    def lines(self) -> dict[Key, tuple[int, int]]:
        for licence in self.hub.licences.values():
            self.licence(licence)
        for line in self.hub.cost_lines.values():
            if line.year == self.year.starts_in and line.recovery is Recovery.SHARED:
                self.cost_line(line)
        self.share_pool()
        keys = [key for key in self.pence if self.pence[key] or self.vat[key]]
        return {key: (self.pence[key], self.vat[key]) for key in keys}

    def book(self, agency: RecordId, kind: str, source: str, pence: int, vat_code: str = "") -> None:
        key = (self.hub.agencies[agency].code, kind, source)
        self.pence[key] += pence
        if vat_code in self.hub.vat_by_code and agency != self.host:
            rate = self.hub.vat_by_code[vat_code].percent.at(self.period.last) or Decimal(0)
            self.vat[key] += nearest(pence * Fraction(rate) / 100)

    def desks(self, licence: Licence, day: date) -> int:
        return (licence.desks.at(day) or 0) if in_force(licence, day) else 0

    def concession(self, licence: Licence, day: date) -> Concession | None:
        awards = [one for one in self.hub.concessions.values() if one.licence == licence.id]
        return self.only(awards, day) or self.sector_rate(licence.agency, day)

    def sector_rate(self, agency: RecordId, day: date) -> Concession | None:
        sector = self.hub.agencies[agency].sector
        return self.only([one for one in self.hub.concessions.values() if one.sector is sector], day)

    @staticmethod
    def only(concessions: Sequence[Concession], day: date) -> Concession | None:
        found = [one for one in concessions if in_force(one, day)]
        assert len(found) < 2
        return found[0] if found else None

    def licence(self, licence: Licence) -> None:
        before = self.period.first - timedelta(1)
        gross = [Fraction(0), Fraction(0)]
        award = [Fraction(0), Fraction(0)]
        funded: defaultdict[Funder, Fraction] = defaultdict(Fraction)
        for day in days(self.year.first, self.period.last):
            desks, rate = self.desks(licence, day), self.hub.rate.pence.at(day)
            if not desks:
                continue
            assert rate is not None
            a_day = Fraction(desks * rate, self.year.days)
            concession = self.concession(licence, day)
            off = Fraction(0)
            if concession:
                kept = desks if concession.desk_cap is None else min(desks, concession.desk_cap)
                off = Fraction(kept * rate, self.year.days) * Fraction(concession.percent) / 100
                if day > before:
                    funded[concession.funder] += off
            for place in (0, 1) if day <= before else (1,):
                gross[place] += a_day
                award[place] += off
        charged = nearest(gross[1]) - nearest(gross[0])
        taken = nearest(award[1]) - nearest(award[0])
        self.book(licence.agency, "licence", licence.code, charged, licence.vat_code)
        self.book(licence.agency, "concession", licence.code, -taken, licence.vat_code)
        self.fund(licence.code, taken, funded[Funder.HOST], funded[Funder.PARTNERS])

    def fund(self, source: str, taken: int, host: Fraction, partners: Fraction) -> None:
        if not partners:
            by_host = taken
        elif not host:
            by_host = 0
        else:
            by_host = min((nearest(host), taken), key=abs)
        self.book(self.host, "concession funded", source, by_host)
        self.pool += taken - by_host

    def span(self, line: CostLine) -> tuple[date, date]:
        return line.first or self.year.first, line.last or self.year.last

    def cost(self, line: CostLine, period: Period) -> int:
        amount = line.actual if self.actuals and line.actual is not None else line.budget
        all_days = list(days(*self.span(line)))
        to_date = [
            nearest(Fraction(amount * sum(one <= day for one in all_days), len(all_days)))
            for day in (period.first - timedelta(1), period.last)
        ]
        return to_date[1] - to_date[0]

    def weight(self, line: CostLine, agency: RecordId, day: date) -> Fraction:
        hub = self.hub
        licences = [one for one in hub.licences.values() if one.agency == agency]
        match line.basis:
            case Basis.LICENSED_DESKS:
                return Fraction(sum(self.desks(one, day) for one in licences))
            case Basis.EQUAL:
                return Fraction(any(in_force(one, day) for one in licences))
            case Basis.ALLOCATED_DESKS:
                return Fraction(
                    sum(
                        in_force(one, day)
                        and in_force(hub.desks[one.desk], day)
                        and (one.charged_to or one.agency) == agency
                        for one in hub.allocations.values()
                    )
                )
            case Basis.AREA:
                held = [one for one in hub.areas.values() if one.agency == agency and in_force(one, day)]
                return sum((self.square_metres(one) for one in held), Fraction(0))
            case Basis.DRIVER:
                figures = [
                    one.figures.at(day)
                    for one in hub.driver_figures.values()
                    if (one.driver, one.agency) == (line.driver, agency)
                ]
                return Fraction(figures[0] or 0) if figures else Fraction(0)

    @staticmethod
    def square_metres(area: object) -> Fraction:
        given = getattr(area, "area_m2")  # noqa: B009
        if given is not None:
            return Fraction(given)
        corners = list(getattr(area, "outline"))  # noqa: B009
        twice = sum(
            one.x * two.y - two.x * one.y for one, two in zip(corners, corners[1:] + corners[:1], strict=True)
        )
        return Fraction(abs(twice), 2_000_000)

    def vacant(self, line: CostLine, day: date) -> Fraction:
        if line.basis not in (Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS):
            return Fraction(0)
        if line.vacant is not VacantPolicy.HOST_PAYS:
            return Fraction(0)
        counted = sum((self.weight(line, one.id, day) for one in self.agencies), Fraction(0))
        capacity = sum(in_force(one, day) for one in self.hub.desks.values())
        return max(Fraction(0), capacity - counted)

    def shares(self, line: CostLine, period: Period) -> Shares:
        """Shares by agency, vacant, unshared; each agency's part; and each day's parts."""
        hub = self.hub
        fixed = hub.fixed_shares_of.get(line.id, ())
        first, last = self.span(line)
        charged = list(days(max(first, period.first), min(last, period.last)))
        cost = self.cost(line, period)
        rest = cost
        shares: dict[RecordId, int] = {}
        if fixed:
            percents = [Fraction(one.percent) for one in fixed]
            *fixed_pence, rest = spread(cost, [*percents, 100 - sum(percents, Fraction(0))])
            shares = {one.agency: pence for one, pence in zip(fixed, fixed_pence, strict=True)}
        listed = hub.participants_of.get(line.id)
        taking = [
            one.id for one in self.agencies if one.id not in shares and (listed is None or one.id in listed)
        ]
        parts = dict.fromkeys(taking, Fraction(0))
        vacant = unshared = Fraction(0)
        by_day = []
        for day in charged:
            weights = {one: self.weight(line, one, day) for one in taking}
            empty = self.vacant(line, day)
            total = sum(weights.values(), empty)
            if not total:
                unshared += 1
                continue
            today = {one: weight / total for one, weight in weights.items()}
            by_day.append((day, today))
            vacant += empty / total
            for one, part in today.items():
                parts[one] += part
        spread_out = spread(rest, [*parts.values(), vacant, unshared]) if charged else [0] * (len(parts) + 2)
        by_basis = {one: pence for one, pence in zip(parts, spread_out, strict=False) if parts[one]}
        return {**shares, **by_basis}, spread_out[-2], spread_out[-1], parts, by_day

    def cost_line(self, line: CostLine) -> None:
        source, hub = line.code, self.hub
        fixed = {one.agency for one in hub.fixed_shares_of.get(line.id, ())}
        shares, vacant, unshared, parts, by_day = self.shares(line, self.period)
        self.book(self.host, "vacant desks", source, vacant)
        self.book(self.host, "unshared", source, unshared)
        caps = {one.agency: one.pence for one in hub.caps_of.get(line.id, ()) if one.agency != self.host}
        earlier = [one for one in self.year.periods(self.period.billing) if one.number < self.period.number]
        first, last = self.span(line)
        charged = list(days(max(first, self.period.first), min(last, self.period.last)))
        for agency, share in shares.items():
            kind = "fixed share" if agency in fixed else "shared"
            self.book(agency, kind, source, share, line.vat_code)
            spared = 0
            if agency in caps:
                before = sum(self.shares(line, one)[0].get(agency, 0) for one in earlier)
                spared = max(0, before + share - caps[agency]) - max(0, before - caps[agency])
                self.book(agency, "cap", source, -spared, line.vat_code)
                self.book(self.host, "cap funded", source, spared)
            off: defaultdict[Funder, Fraction] = defaultdict(Fraction)
            if agency in fixed:
                for day in charged:
                    for funder, fraction in self.off_shared(agency, day).items():
                        off[funder] += fraction / len(charged)
            else:
                for day, today in by_day:
                    if today[agency]:
                        for funder, fraction in self.off_shared(agency, day).items():
                            off[funder] += today[agency] * fraction / parts[agency]
            left = share - spared
            taken = nearest(left * sum(off.values(), Fraction(0)))
            self.book(agency, "concession", source, -taken, line.vat_code)
            self.fund(source, taken, left * off[Funder.HOST], left * off[Funder.PARTNERS])

    def off_shared(self, agency: RecordId, day: date) -> dict[Funder, Fraction]:
        licences = [one for one in self.hub.licences.values() if one.agency == agency]
        desks = sum(self.desks(one, day) for one in licences)
        if not desks:
            rate = self.sector_rate(agency, day)
            covers = rate is not None and rate.applies is Applies.LICENCE_AND_SHARED
            return {rate.funder: Fraction(rate.percent) / 100} if rate and covers else {}
        off: defaultdict[Funder, Fraction] = defaultdict(Fraction)
        covered = 0
        for licence in licences:
            concession = self.concession(licence, day)
            if concession and concession.applies is Applies.LICENCE_AND_SHARED:
                held = self.desks(licence, day)
                covered += held
                kept = held if concession.desk_cap is None else min(held, concession.desk_cap)
                off[concession.funder] += kept * Fraction(concession.percent) / 100
        return {funder: weighted / covered for funder, weighted in off.items()} if covered else {}

    def share_pool(self) -> None:
        desk_days: dict[RecordId, Fraction] = {}
        for one in self.agencies:
            if one.id == self.host or one.sector.value == "public":
                licences = [licence for licence in self.hub.licences.values() if licence.agency == one.id]
                held = sum(
                    self.desks(licence, day)
                    for licence in licences
                    for day in days(self.period.first, self.period.last)
                )
                desk_days[one.id] = Fraction(held)
        if not sum(desk_days.values()):
            desk_days = {self.host: Fraction(1)}
        for agency, pence in zip(desk_days, spread(self.pool, list(desk_days.values())), strict=True):
            self.book(agency, "concession funded", "concessions", pence)
