"""Writing down a sample hub's cost lines."""

from dataclasses import dataclass, replace
from datetime import date

from hubdesk.domain.cost_line import Basis, CostLine, Recovery, VacantPolicy
from hubdesk.domain.ids import new_id
from tests.builders.sample_book import YEAR, SampleBook


@dataclass(frozen=True, slots=True)
class CostSheet:
    """The costs of a charging year, with the cost centres that the ledger books them to.

    Budgets are pounds, actuals pounds and pence as text.
    """

    book: SampleBook
    property_centre: str
    shared_centre: str

    def unshared(
        self,
        code: str,
        name: str,
        budget: int,
        cost_class: str = "Property",
        recovery: Recovery = Recovery.LICENCE,
        *,
        actual: str = "",
    ) -> None:
        """A cost that the licences are to bring in, or that the host keeps to itself."""
        line = self._line(code, name, budget, actual, "O")
        kept = replace(line, cost_class=cost_class, recovery=recovery, cost_centre=self.property_centre)
        self.book.add(kept)

    def shared(
        self,
        code: str,
        name: str,
        budget: int,
        basis: Basis | str,
        vat_code: str,
        *,
        actual: str = "",
        vacant: VacantPolicy = VacantPolicy.HOST_PAYS,
        days: tuple[date | None, date | None] = (None, None),
    ) -> None:
        """A cost shared by `basis`; a text is the name of a driver."""
        line = self._line(code, name, budget, actual, vat_code)
        line = replace(line, vacant=vacant, first=days[0], last=days[1])
        if isinstance(basis, str):
            line = replace(line, basis=Basis.DRIVER, driver=basis)
        else:
            line = replace(line, basis=basis)
        self.book.add(line)

    def _line(self, code: str, name: str, budget: int, actual: str, vat_code: str) -> CostLine:
        """A shared line; its subjective is made of its code."""
        return CostLine(
            new_id(),
            code,
            name,
            YEAR,
            budget * 100,
            int(actual.replace(".", "")) if actual else None,
            "Shared services",
            vat_code=vat_code,
            cost_centre=self.shared_centre,
            subjective=f"401{code[1:]}",
        )
