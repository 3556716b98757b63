"""What a desk costs each agency in a year: for telling desks apart by it."""

from collections.abc import Mapping

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.year_cost import YearCost


def cost_per_desk(cost: YearCost) -> Mapping[RecordId, Pence]:
    """Pence a desk licensed and year, of all that each agency is charged; those without a desk left out."""
    each = ((agency, one.per_desk()) for agency, one in cost.of.items())
    return {agency: pence for agency, pence in each if pence is not None}
