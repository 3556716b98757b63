"""VAT on recharge lines (charging rules, section 5)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import WITH_VAT, Line
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, percent, ratio_to_penny


class VatRates:
    """The VAT of lines of a period that ends on `last`: the rates of that day count."""

    def __init__(self, facts: Facts, last: date) -> None:
        self._host = facts.host
        hub = facts.hub
        self._code_of = {licence.id: licence.vat_code for licence in hub.licences.values()}
        self._code_of |= {line.id: line.vat_code for line in facts.cost_lines}
        self._rates = {
            code: percent(vat.percent.at(last) or Decimal(0)) for code, vat in hub.vat_by_code.items()
        }

    def code_of(self, source: RecordId) -> str | None:
        """The VAT code of a licence or cost line; None while the user has not chosen one."""
        return self._code_of.get(source) or None

    def of(self, pence: Pence, code: str) -> Pence:
        """R(amount · rate); a code without a rate on that day gives 0, and is a problem before issue."""
        rate = self._rates.get(code, Fraction(0))
        return ratio_to_penny(pence * rate.numerator, rate.denominator)

    def on(self, lines: Iterable[Line]) -> list[Line]:
        """`lines`, those that carry VAT with their code and VAT."""
        return [self._with_vat(line) for line in lines]

    def _with_vat(self, line: Line) -> Line:
        if line.kind not in WITH_VAT or line.agency == self._host:
            return line
        code = self.code_of(line.source)
        return line if code is None else line._replace(vat_code=code, vat_pence=self.of(line.pence, code))
