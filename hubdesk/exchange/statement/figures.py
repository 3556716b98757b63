"""Pence as statements write them, with a true minus: as wide as a digit, where a hyphen is narrower."""

from hubdesk.domain.money import Pence, pounds

MINUS = "−"


def sum_of_money(pence: Pence) -> str:
    """ "£1,234.50", "−£0.05"."""
    return pounds(pence).replace("-", MINUS)


def in_column(pence: Pence) -> str:
    """The same in a column that is headed £: "1,234.50", "−0.05"."""
    return sum_of_money(pence).replace("£", "")
