"""Numbers as people type them, and as spreadsheets put them on the clipboard."""

import re
from decimal import Decimal
from typing import Final

_FIGURE = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+")
"""Commas only where they part thousands, lest 1,5 be taken for 15."""
_NIL = re.compile(r"£?\s*[-−–]\s*£?")
"""Nothing at all, as the formats of accountants show it."""
_LONGEST = 60
_LARGEST: Final = Decimal(10) ** 15
_MINUS = "-−–"


def plain_number(text: str) -> Decimal | None:
    """The number that `text` is, with a sign or without: "1,234.5", "-12"; None if it is none."""
    text = text.strip()
    figure = text[1:] if text[:1] in ("+", "-") else text
    if len(text) > _LONGEST or not _FIGURE.fullmatch(figure):
        return None
    return Decimal(text.replace(",", ""))


def typed_number(text: str) -> Decimal | None:
    """The number that `text` means, with or without a £: "£1,234.50", "(12.00)", "−12", "£ -  " (nothing).

    Brackets and a minus behind the figure mean below zero, as ledgers have it. None if it means no number, or
    one of more than 15 digits before the point.
    """
    rest = text.strip()
    if len(rest) > _LONGEST:
        return None
    if _NIL.fullmatch(rest):
        return Decimal(0)
    signs = pounds = 0
    while rest and not _FIGURE.fullmatch(rest):
        bare, sign = _without_sign(rest)
        if bare == rest and not rest.startswith("£"):
            return None
        signs += sign
        pounds += rest.startswith("£")
        rest = bare.removeprefix("£").strip() if bare == rest else bare
    if not rest or signs > 1 or pounds > 1:
        return None
    size = Decimal(rest.replace(",", ""))
    if size >= _LARGEST:
        return None
    return size.copy_negate() if signs and size else size


def _without_sign(text: str) -> tuple[str, int]:
    """`text` without one sign before or behind it or brackets around it, and 1 if that meant below zero."""
    if text[0] == "(" and text[-1] == ")":
        return text[1:-1].strip(), 1
    if text[0] in _MINUS:
        return text[1:].lstrip(), 1
    if text[-1] in _MINUS:
        return text[:-1].rstrip(), 1
    return (text[1:].lstrip(), 0) if text[0] == "+" else (text, 0)
