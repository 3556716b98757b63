"""VAT on recharge lines (charging rules, section 5)."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import Line, LineKind
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

    def charged(
        self, source: RecordId, kind: LineKind, pennies: Iterable[tuple[RecordId, Pence]]
    ) -> list[Line]:
        """The lines by which `source` is charged to agencies, with their VAT; none for 0 pence.

        R(amount · rate) for each; a code without a rate on that day gives 0, and is a problem before issue.
        """
        code = self.code_of(source)
        if code is None:
            return [Line(agency, kind, source, pence) for agency, pence in pennies if pence]
        host, rate = self._host, self._rates.get(code, Fraction(0))
        numerator, denominator = rate.numerator, rate.denominator
        return [
            Line(agency, kind, source, pence)
            if agency == host
            else Line(agency, kind, source, pence, code, ratio_to_penny(pence * numerator, denominator))
            for agency, pence in pennies
            if pence
        ]
