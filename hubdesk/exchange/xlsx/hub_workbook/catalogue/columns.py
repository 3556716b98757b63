"""Columns and notes that several sheets share."""

from hubdesk.domain.agency import Agency
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column
from hubdesk.exchange.xlsx.hub_workbook.words import Text

OPEN_FROM = "The first day. Blank: it always was there."
OPEN_TO = "The last day, itself included. Blank: open-ended."
VAT_TREATMENT = "The VAT code. To be chosen before a run is issued."


def agency(note: str) -> Column:
    """The needed column of an agency's code."""
    return Column("agency", Text(), note, ("agency",), needed=True, refers=Agency, example="HBC")
