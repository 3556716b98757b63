"""Every sheet and column of the hub workbook, declared once for reader, writer and template.

Other programs use these names: columns are added at the right-hand end only, and are optional.
"""

from hubdesk.exchange.xlsx.hub_workbook.catalogue.agencies import (
    AGENCIES,
    ALLOCATIONS,
    DROP_INS,
    HUB,
    PLACEMENT_RULES,
    WORKING_LINKS,
)
from hubdesk.exchange.xlsx.hub_workbook.catalogue.building import AREAS, DESKS, FLOORS
from hubdesk.exchange.xlsx.hub_workbook.catalogue.costs import (
    CAPS,
    COST_LINES,
    DRIVERS,
    FIXED_SHARES,
    PARTICIPANTS,
)
from hubdesk.exchange.xlsx.hub_workbook.catalogue.licences import (
    CONCESSIONS,
    LICENCE_DESKS,
    LICENCES,
    RATES,
    VAT_CODES,
)

SHEETS = (
    HUB,
    FLOORS,
    AREAS,
    DESKS,
    AGENCIES,
    LICENCES,
    LICENCE_DESKS,
    RATES,
    VAT_CODES,
    CONCESSIONS,
    COST_LINES,
    PARTICIPANTS,
    FIXED_SHARES,
    CAPS,
    DRIVERS,
    ALLOCATIONS,
    WORKING_LINKS,
    PLACEMENT_RULES,
    DROP_INS,
)
"""Every sheet, in the order in which they are written."""

READ_ME = "Read me"
"""The sheet of the template that explains the others; nothing is read from it."""

__all__ = [
    "AGENCIES",
    "ALLOCATIONS",
    "AREAS",
    "CAPS",
    "CONCESSIONS",
    "COST_LINES",
    "DESKS",
    "DRIVERS",
    "DROP_INS",
    "FIXED_SHARES",
    "FLOORS",
    "HUB",
    "LICENCES",
    "LICENCE_DESKS",
    "PARTICIPANTS",
    "PLACEMENT_RULES",
    "RATES",
    "READ_ME",
    "SHEETS",
    "VAT_CODES",
    "WORKING_LINKS",
]
