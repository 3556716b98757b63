"""The workings of weights: what a cost is shared by, down to licences and figures (section 4)."""

from datetime import date
from fractions import Fraction

from hubdesk.charging.parts import SubPeriod
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.ids import RecordId

_UNITS = {
    Basis.LICENSED_DESKS: Unit.DESKS,
    Basis.ALLOCATED_DESKS: Unit.DESKS,
    Basis.AREA: Unit.SQUARE_METRES,
    Basis.EQUAL: Unit.WEIGHT,
    Basis.DRIVER: Unit.WEIGHT,
}
_Key = tuple[Basis, str, date]


class WeightWorkings:
    """Weights in the unit of their basis, each made once: many lines share by the same."""

    def __init__(self, reckoning: Reckoning) -> None:
        self._reckoning = reckoning
        self._facts = reckoning.facts
        self._of: dict[tuple[_Key, RecordId], Working] = {}
        self._all: dict[tuple[_Key, tuple[RecordId, ...], bool], Working] = {}
        self._vacant: dict[_Key, Working] = {}

    def part_of_all(self, line: CostLine, sub: SubPeriod, agency: RecordId) -> Working:
        """The weight of `agency` over all weights, on each day of `sub`."""
        code = self._facts.hub.agencies[agency].code
        return self._over(f"{code}'s of all", line, sub, self.of(line, sub.first, agency))

    def vacant_of_all(self, line: CostLine, sub: SubPeriod) -> Working:
        """The same for the vacant desks that the host carries."""
        return self._over("vacant desks of all", line, sub, self.vacant(line, sub.first))

    def of(self, line: CostLine, day: date, agency: RecordId) -> Working:
        """w(d) of `agency`, by the basis of `line`."""
        key = ((line.basis, line.driver, day), agency)
        if key not in self._of:
            self._of[key] = self._found(line, day, agency)
        return self._of[key]

    def vacant(self, line: CostLine, day: date) -> Working:
        """Capacity less the desks that the basis counts, of all agencies, never below zero."""
        key = (line.basis, line.driver, day)
        if key not in self._vacant:
            weights = (self.of(line, day, agency) for agency in self._reckoning.in_order)
            counted = worked(line.basis_name, Unit.DESKS, Step.SUM, *(one for one in weights if one.value))
            capacity = self._facts.occupancy.capacity.at(day) or 0
            in_service = fact(f"desks in service on {in_words(day)}", capacity, Unit.DESKS)
            left = worked("desks in service less those", Unit.DESKS, Step.DIFFERENCE, in_service, counted)
            nothing = fact("none", 0, Unit.DESKS)
            self._vacant[key] = worked("vacant desks", Unit.DESKS, Step.LARGEST, nothing, left)
        return self._vacant[key]

    def _over(self, what: str, line: CostLine, sub: SubPeriod, mine: Working) -> Working:
        return worked(what, Unit.FRACTION, Step.QUOTIENT, mine, self._total(line, sub))

    def _total(self, line: CostLine, sub: SubPeriod) -> Working:
        key = ((line.basis, line.driver, sub.first), tuple(sub.weights), sub.vacant > 0)
        if key not in self._all:
            weights = [self.of(line, sub.first, agency) for agency in sub.weights]
            if sub.vacant:
                weights.append(self.vacant(line, sub.first))
            self._all[key] = worked(f"all {line.basis_name}", _UNITS[line.basis], Step.SUM, *weights)
        return self._all[key]

    def _found(self, line: CostLine, day: date, agency: RecordId) -> Working:
        code = self._facts.hub.agencies[agency].code
        occupancy = self._facts.occupancy
        match line.basis:
            case Basis.LICENSED_DESKS:
                return self._licensed(code, day, agency)
            case Basis.ALLOCATED_DESKS:
                steps = occupancy.allocated.get(agency)
                return fact(
                    f"desks allocated to {code}", steps.at(day) or 0 if steps else 0, Unit.DESKS, agency
                )
            case Basis.AREA:
                metres = occupancy.sole_use.get(agency)
                size = metres.at(day) or Fraction(0) if metres else Fraction(0)
                return fact(f"areas for {code} alone", size, Unit.SQUARE_METRES, agency)
            case Basis.EQUAL:
                held = self._facts.hub.licences_of.get(agency, ())
                on_day = [one.id for one in held if holds(one, day)]
                return fact(f"{code}, once for its licence", 1 if on_day else 0, Unit.WEIGHT, *on_day)
            case Basis.DRIVER:
                figures = self._facts.hub.figures_of.get(line.driver, ())
                mine = [one for one in figures if one.agency == agency]
                size = Fraction(mine[-1].figures.at(day) or 0) if mine else Fraction(0)
                return fact(f"{line.driver} of {code}", size, Unit.WEIGHT, *(one.id for one in mine))

    def _licensed(self, code: str, day: date, agency: RecordId) -> Working:
        held = self._facts.hub.licences_of.get(agency, ())
        desks = [
            fact(f"desks of licence {one.code}", one.desks_on(day), Unit.DESKS, one.id)
            for one in held
            if one.desks_on(day)
        ]
        if len(desks) == 1:
            return desks[0]
        return worked(f"desks licensed to {code}", Unit.DESKS, Step.SUM, *desks)
