"""What every form of a pack says in the same words, worked out from the pack alone."""

from collections.abc import Iterator

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.pack import Pack

ROUNDING = (
    "A share rarely comes to whole pence. All shares of a cost are cut to whole pence first; the pennies "
    "that are then left go one each to those whose shares were cut by most, so that all shares together are "
    "the cost, to the penny. An odd penny is one of those."
)
"""What odd pence are: said once, and not at every line."""

BILLING = "A query does not stop billing: a mistake that is found is put right in a later bill."


CREDIT = "a credit to you"
"""Beside a sum below zero."""


def as_it_is(pack: Pack) -> str:
    """Of which day things are shown: "as they were on …", or by the records where it is still to come."""
    day = in_words(pack.as_at)
    return f"as our records show them for {day}" if pack.is_ahead else f"as they were on {day}"


def desks_compared(pack: Pack) -> Iterator[str]:
    """The desks on the plan and those that are paid for, and where they differ, why that may be."""
    stand, paid = len(pack.desks), sum(one.desks for one in pack.licences)
    yield f"Desks on our plan for you: {stand:,}. Desks you pay for: {paid:,}."
    if stand != paid:
        yield "You pay for the desks that your licences are for, whichever stand on the plan."
    if stand < paid:
        yield "Some of them may not be marked as yours on the plan: if you use more, tell us which."
    elif stand > paid:
        if any(one.note for one in pack.desks):
            yield "What is said beside a desk tells you where somebody else uses it or pays for it."
        yield "A licence may not have followed when you were given more desks: tell us if so."
