"""Which rows of a copied budget are totals: by the word they are called, never by what they come to."""

import re
from collections.abc import Iterable

_TOTAL = frozenset(("total", "totals", "subtotal", "subtotals", "sum"))
_BESIDES = frozenset(
    (
        *(
            "all",
            "and",
            "for",
            "in",
            "of",
            "overall",
            "per",
            "sub",
            "the",
            "this",
            "to",
            "grand",
            "gross",
            "net",
        ),
        *("annual", "year", "yearly", "budget", "budgeted", "budgets", "estimate", "estimated"),
        *("building", "hub", "running", "cost", "costs", "expenditure", "expenses", "income", "spend"),
    )
)
"""Words beside it that name no cost of their own."""
_YEAR = re.compile(r"\b(?:20)?[0-9]{2}\s*[/\-–]\s*(?:20)?[0-9]{2}\b|\b20[0-9]{2}\b")


def is_total(label: str, classes: Iterable[str]) -> bool:
    """Whether `label` is "Total", "Sub-total", "Grand total", "Total 2026/27", or that of one of `classes`.

    "Total facilities contract" is not, unless there is a class that is called so.
    """
    words = set(_words(_YEAR.sub(" ", label)))
    if not words & _TOTAL:
        return False
    rest = words - _TOTAL - _BESIDES
    return not rest or any(rest <= set(_words(name)) for name in classes)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())
