"""Placement settings as people type them."""

from decimal import Decimal

from hubdesk.domain.typed_number import typed_number

MOST = Decimal(10_000)
"""Of metres and of weights: beyond it nothing else would count."""


def typed_weight(text: str) -> Decimal:
    """The figure that `text` says, where nothing is amiss with it."""
    number = typed_number(text)
    assert number is not None, "what is amiss is not settled"
    return number


def weight_amiss(text: str) -> str:
    """Why `text` is no weight and no number of metres; empty where it is one."""
    number = typed_number(text)
    if number is None or not 0 <= number <= MOST:
        return f"Type a number from 0 to {MOST:,}, such as 20."
    return ""
