"""Changes to try: each made in the hub, and in the Inputs of the workbook."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from hubdesk.charging.facts import Facts, facts_of
from hubdesk.charging.occupancy import Occupancy
from hubdesk.charging.recharge import Recharge
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.concession import Concession, Funder
from hubdesk.domain.cost_line import Basis, CostLine, FixedShare
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import Period
from hubdesk.domain.record import Record
from hubdesk.domain.timeline import ONE_DAY, Span, Timeline
from tests.exchange.xlsx.recharge_workbook.reading import InputsOf

Typed = Callable[[InputsOf], None]
N = TypeVar("N", int, Fraction)


@dataclass
class WhatIf:
    """Changes that act within `period`, drawn at random: `typed` into Inputs, and made in `facts`."""

    recharge: Recharge
    rng: random.Random

    def __post_init__(self) -> None:
        self.hub: Hub = self.recharge.facts.hub
        self.period: Period = self.recharge.period
        self.occupancy: Occupancy = self.recharge.facts.occupancy
        self.typed: list[Typed] = []
        self._desks()
        self._rate()
        self._concessions()
        self._costs()
        self._fixed_shares()
        self._caps()
        self._drivers()
        self._vat()
        self._counts()

    @property
    def facts(self) -> Facts:
        """The facts with all changes made."""
        before = self.recharge.facts
        return replace(facts_of(self.hub, before.year, before.billing), occupancy=self.occupancy)

    def type_into(self, inputs: InputsOf) -> None:
        for one in self.typed:
            one(inputs)

    # One kind of fact after the other

    def _desks(self) -> None:
        """Steps that begin in the period, and in the year's first period those from before it."""
        for charge in self.recharge.licences:
            licence = self.hub.licences[charge.licence.id]
            first = max(licence.first, self.period.first)
            last = min(licence.last or date.max, self.period.last)
            for span in list(_spans(licence.desks, first, last)):
                step = max(one.first for one in licence.desks.steps if one.first <= span.first)
                if self._chance() and (step >= self.period.first or self.period.number == 1):
                    desks = self.rng.randrange(40)
                    licence = replace(licence, desks=licence.desks.with_step(span.first, desks))
                    self._type("Desks licensed", licence.code, "", span.first, desks)
            self._put(licence)

    def _rate(self) -> None:
        rate = self.hub.rate
        for span in list(_spans(rate.pence, self.period.first, self.period.last)):
            if self._chance():
                pence = self.rng.randrange(500_000)
                rate = replace(rate, pence=rate.pence.with_step(span.first, pence))
                self._type("Desk rate", "", "", span.first, pence / 100)
        self._put(rate)

    def _concessions(self) -> None:
        """A change acts from the period's first day: an older concession ends the day before."""
        for one in list(self.hub.concessions.values()):
            within = one.first <= self.period.last and (one.last is None or one.last >= self.period.first)
            if not within or not self._chance():
                continue
            new = replace(
                one,
                percent=Decimal(self.rng.randrange(10_001)) / 100,
                desk_cap=self.rng.choice([None, 0, 2, 7]),
                funder=self.rng.choice(list(Funder)),
            )
            if one.first < self.period.first and self.period.number > 1:
                new = replace(new, id=RecordId(f"new {one.id}"), first=self.period.first)
                self._put(replace(one, last=self.period.first - ONE_DAY))
            self._put(new)
            self._type_concession(one, new)

    def _type_concession(self, one: Concession, new: Concession) -> None:
        words = f"Standing rate, {one.sector.value}" if one.sector else "Award"
        code = "" if one.licence is None else self.hub.licences[one.licence].code
        for fact, value in enumerate((float(new.percent), new.desk_cap, new.funder.value)):
            self._type("Concessions", code, words, one.first, value, fact)

    def _costs(self) -> None:
        for line in self._lines():
            if self._chance() and self._free_to_change(line):
                pence = self.rng.randrange(-(10**5), 10**8)
                self._put(replace(self.hub.cost_lines[line.id], budget=pence))
                self._type("Costs", line.code, "", None, pence / 100)

    def _free_to_change(self, line: CostLine) -> bool:
        """A cap looks at the year so far, which stands as it was."""
        return self.period.number == 1 or not self.hub.caps_of.get(line.id)

    def _fixed_shares(self) -> None:
        for line in self._lines():
            shares = self.hub.fixed_shares_of.get(line.id, ())
            if shares and self._chance() and self._free_to_change(line):
                left = 10_000
                for one in shares:
                    percent = self.rng.randrange(left + 1)
                    left -= percent
                    changed: FixedShare = replace(one, percent=Decimal(percent) / 100)
                    self._put(changed)
                    self._type(
                        "Fixed shares", line.code, self._agency(one.agency), None, float(changed.percent)
                    )

    def _caps(self) -> None:
        for line in self._lines():
            for cap in self.hub.caps_of.get(line.id, ()):
                if self._chance() and cap.agency != self.hub.settings.host:
                    pence = self.rng.choice([0, 1234, 200_000])
                    self._put(replace(cap, pence=pence))
                    self._type("Caps", line.code, self._agency(cap.agency), None, pence / 100)

    def _drivers(self) -> None:
        names = {line.driver for line in self._lines() if line.basis is Basis.DRIVER}
        for name in sorted(names):
            for figure in self.hub.figures_of.get(name, ()):
                for span in list(_spans(figure.figures, self.period.first, self.period.last)):
                    if self._chance():
                        value = Decimal(self.rng.randrange(20_000)) / 100
                        steps = self.hub.driver_figures[figure.id].figures.with_step(span.first, value)
                        self._put(replace(self.hub.driver_figures[figure.id], figures=steps))
                        agency = self._agency(figure.agency)
                        self._type("Drivers", name, agency, span.first, float(value))

    def _vat(self) -> None:
        for code in list(self.hub.vat_codes.values()):
            if self._chance():
                percent = Decimal(self.rng.choice(["0", "5", "12.5", "17.5", "25"]))
                self._put(replace(code, percent=code.percent.with_step(self.period.last, percent)))
                self._type("VAT rates", code.code, "", None, float(percent))
        codes = sorted(self.hub.vat_by_code)
        for charge in self.recharge.licences:
            if self._chance() and codes:
                chosen = self.rng.choice(codes)
                self._put(replace(self.hub.licences[charge.licence.id], vat_code=chosen))
                self._type("VAT codes", charge.licence.code, "", None, chosen)

    def _counts(self) -> None:
        lines = self._lines()
        if any(line.basis in (Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS) for line in lines):
            capacity = self.occupancy.capacity
            for span in list(_spans(capacity, self.period.first, self.period.last)):
                if self._chance():
                    desks = self.rng.randrange(60)
                    capacity = capacity.with_step(span.first, desks)
                    self._type("Desks in service", "", "", span.first, desks)
            self.occupancy = replace(self.occupancy, capacity=capacity)
        if any(line.basis is Basis.ALLOCATED_DESKS for line in lines):
            allocated = dict(self._by_agency(self.occupancy.allocated, "Desks allocated", 1))
            self.occupancy = replace(self.occupancy, allocated=allocated)
        if any(line.basis is Basis.AREA for line in lines):
            sole_use = dict(self._by_agency(self.occupancy.sole_use, "Areas", Fraction(1, 100)))
            self.occupancy = replace(self.occupancy, sole_use=sole_use)

    def _by_agency(
        self, figures: "dict[RecordId, Timeline[N]] | object", section: str, unit: N
    ) -> Iterator[tuple[RecordId, Timeline[N]]]:
        assert isinstance(figures, dict)
        for agency, dated in figures.items():
            changed: Timeline[N] = dated
            for span in list(_spans(dated, self.period.first, self.period.last)):
                if self._chance():
                    value = self.rng.randrange(50) * unit
                    changed = changed.with_step(span.first, value)
                    code = self.hub.agencies[agency].code
                    self._type(section, code, "", span.first, float(value))
            yield agency, changed

    # How it is done

    def _lines(self) -> list[CostLine]:
        return [one.split.line for one in self.recharge.apportionments]

    def _agency(self, agency: RecordId) -> str:
        return self.hub.agencies[agency].code + " "

    def _chance(self) -> bool:
        return self.rng.random() < 0.5

    def _put(self, record: Record) -> None:
        before = self.hub.table(type(record)).get(record.id)
        if before != record:
            self.hub = self.hub.applying(Change("what if", (Edit(before, record),)))

    def _type(
        self, section: str, code: str, what: str, first: date | None, value: object, fact: int = 0
    ) -> None:
        def typing(inputs: InputsOf) -> None:
            inputs.cell(section, code, what, first, fact).value = value  # type: ignore[assignment]

        self.typed.append(typing)


T = TypeVar("T")


def _spans(dated: Timeline[T], first: date, last: date) -> Iterator[Span[T]]:
    if first <= last:
        yield from dated.spans(first, last)
