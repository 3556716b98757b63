"""VAT on recharge lines (charging rules, section 5)."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hubdesk.charging.facts import Facts
from hubdesk.charging.lines import Charge, LineKind, nonzero
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, each_to_penny, percent


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

    def rate_of(self, code: str) -> Fraction:
        """The rate of a VAT code; 0 where it has none on that day."""
        return self._rates.get(code, Fraction(0))

    def charge(self, source: RecordId, kind: LineKind, pennies: Mapping[RecordId, Pence]) -> Charge:
        """What `source` charges to agencies, with their VAT; no line for 0 pence.

        R(amount · rate) for each; a code without a rate on that day gives 0, and is a problem before issue.
        """
        code, charged = self.code_of(source), nonzero(pennies)
        if code is None:
            return Charge(kind, source, charged)
        codes: list[str | None] = [code] * len(charged)
        vat = each_to_penny(charged.values(), self.rate_of(code))
        if self._host in charged:
            place = list(charged).index(self._host)
            codes[place], vat[place] = None, 0
        return Charge(kind, source, charged, codes, vat)
