"""Settings of reviews as people read and type them."""

from hubdesk.domain.review import Totals
from hubdesk.domain.typed_number import typed_number

MOST_DAYS = 730
"""Two years: nobody settles a query later than that."""

TOTALS_WORDS = {Totals.OPEN: "Open", Totals.WITHHELD: "Withheld"}
TOTALS_MEAN = {
    Totals.OPEN: "Each agency sees the totals that its own parts are parts of, so that it can check them.",
    Totals.WITHHELD: (
        "An agency sees a total only where at least three others stand behind it, so that no other’s part "
        "can be worked out."
    ),
}
"""What a setting means for the agencies, in a sentence."""


def typed_days(text: str) -> int:
    """The number of days that `text` says, where nothing is amiss with it."""
    number = typed_number(text)
    assert number is not None, "what is amiss is not settled"
    return int(number)


def days_amiss(text: str) -> str:
    """Why `text` is no number of days to settle a query in; empty where it is one."""
    number = typed_number(text)
    if number is None or number != number.to_integral_value() or not 1 <= number <= MOST_DAYS:
        return f"Type a whole number of days from 1 to {MOST_DAYS}, such as 90."
    return ""
