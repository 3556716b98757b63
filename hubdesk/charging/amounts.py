"""Which amounts a run uses: budgets or actuals."""

from enum import Enum

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.money import Pence


class Amounts(Enum):
    """The amounts of cost lines that a run uses; the value is the command line's word."""

    BUDGET = "budget"
    ACTUAL = "actual"

    def of(self, line: CostLine) -> Pence:
        """The year's amount of `line`; where an actual is not known yet the budget stands (section 4)."""
        if self is Amounts.ACTUAL and line.actual is not None:
            return line.actual
        return line.budget
