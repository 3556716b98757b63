"""What is typed into one cell of an answer, as what it is meant to be."""

from datetime import date
from decimal import Decimal

from hubdesk.domain.plain import decimal_text
from hubdesk.domain.problem import Problem
from hubdesk.domain.typed_number import plain_number
from hubdesk.exchange.review_pack.pack import Asked, Correction
from hubdesk.exchange.review_pack.returned import Typed
from hubdesk.workflows.review import answer_notes as notes

_MOST = Decimal(1_000_000_000)


def corrected_to(typed: Typed, asked: Asked) -> tuple[str, Problem | None]:
    """To what a line is to be corrected, and what is doubtful of it.

    One of the choices as they are written, or the number in plain digits; else what was typed.
    """
    if not typed:
        return "", None
    if asked.choices:
        found = next((one for one in asked.choices if one.casefold() == typed.text.casefold()), None)
        return (found, None) if found else (typed.text, notes.not_a_choice(typed, asked.choices))
    if asked.correction is Correction.NONE:
        return typed.text, notes.nothing_to_correct(typed)
    number, doubt = number_in(typed, asked.correction)
    if doubt is None and number.startswith("-"):
        return number, notes.below_nought(typed)
    return number, doubt


def number_in(typed: Typed, kind: Correction) -> tuple[str, Problem | None]:
    """The number that was typed, in plain digits; else what was typed, and that it is none."""
    if not typed:
        return "", None
    number = None if typed.text.startswith("=") else plain_number(typed.text)
    whole = kind is Correction.WHOLE_NUMBER
    if number is None or abs(number) > _MOST or (whole and number != number.to_integral_value()):
        return typed.text, notes.not_a_number(typed, whole=whole)
    return decimal_text(number), None


def day_of(typed: Typed) -> tuple[date | None, Problem | None]:
    """The day that was typed; None where there is none, and why where something was typed."""
    if not typed or typed.day is not None:
        return typed.day, None
    return None, notes.not_a_day(typed)
