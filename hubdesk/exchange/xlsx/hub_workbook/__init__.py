"""The hub workbook: the spreadsheet by which a hub comes in and goes out."""

from hubdesk.exchange.xlsx.hub_workbook.differences import differences
from hubdesk.exchange.xlsx.hub_workbook.left_alone import left_alone
from hubdesk.exchange.xlsx.hub_workbook.matching import matched
from hubdesk.exchange.xlsx.hub_workbook.reading import Reading, read
from hubdesk.exchange.xlsx.hub_workbook.template import write_template
from hubdesk.exchange.xlsx.hub_workbook.writing import write

__all__ = ["Reading", "differences", "left_alone", "matched", "read", "write", "write_template"]
