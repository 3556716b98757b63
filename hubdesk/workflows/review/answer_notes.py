"""What is to be known of an answer, in words: what was typed and how it was understood. Nothing is lost."""

from collections.abc import Sequence

from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.problem import Problem
from hubdesk.exchange.review_pack.returned import LineAnswer, Typed

_LOOK = "Nothing to do: what was typed is in the words of the query"


def short(text: str) -> str:
    """`text` on one line, at most 60 characters of it, in quotation marks."""
    line = " ".join(text.split())
    return f"“{line}”" if len(line) <= 60 else f"“{line[:60]}…”"


def formula(typed: Typed) -> Problem:
    """A formula stands in a cell that is to be filled in."""
    return warning(
        "formula-in-answer",
        f"A formula stands here, {short(typed.text)}. It was not worked out, and is kept as text",
        typed.where,
        "Ask the agency to type the answer, if it is not clear",
    )


def unknown_verdict(typed: Typed) -> Problem:
    """The answer is no word of the drop-down."""
    return warning(
        "answer-unknown",
        f"{short(typed.text)} is none of the answers, so it counts as a query",
        typed.where,
        _LOOK,
    )


def no_verdict(row: LineAnswer) -> Problem:
    """Words are filled in, and no answer."""
    return warning(
        "answer-missing",
        "Something is filled in, but not whether it is agreed, so it counts as "
        + ("a correction" if row.correct_to else "a query"),
        row.where,
        _LOOK,
    )


def agreed_and_corrected(row: LineAnswer) -> Problem:
    """It agrees, and gives a correction."""
    return warning(
        "agreed-and-corrected",
        f"It says agree, and {short(row.correct_to.text)} as a correction, so it counts as a correction",
        row.where,
        "Ask the agency which of the two it means, before it is put right",
    )


def line_changed(said: str, changed: str, *, agreed: bool) -> Problem:
    """What a line says was changed in its row, and nothing asked about it."""
    how = "It is agreed" if agreed else "It is not answered"
    return warning(
        "line-changed",
        f"{how}, and what it says was changed, so it counts as a query: {short(changed)}",
        said,
        "Ask the agency whether it agrees to what was sent",
    )


def corrected_to_nothing(row: LineAnswer) -> Problem:
    """It wants a correction, and gives none."""
    return warning(
        "correction-missing",
        "It is to be corrected, but not to what, so it counts as a query",
        row.where,
        "Ask the agency what it should be",
    )


def answered_twice(said: str, rows: Sequence[LineAnswer]) -> Problem:
    """Rows of one line say different things."""
    return warning(
        "answered-twice",
        f"{said} is answered more than once, and not in the same way, so it counts as a query",
        " and ".join(row.where for row in rows),
        "Ask the agency which of its answers counts",
    )


def not_a_choice(typed: Typed, choices: Sequence[str]) -> Problem:
    """The correction is none of the words to choose from."""
    words = " or ".join(f"“{one}”" for one in choices)
    return warning("correction-unknown", f"{short(typed.text)} is not {words}", typed.where, _LOOK)


def nothing_to_correct(typed: Typed) -> Problem:
    """A correction of a line that takes none."""
    return warning(
        "correction-unasked",
        f"{short(typed.text)} stands where this line takes no correction; it is kept as what is wanted",
        typed.where,
        _LOOK,
    )


def not_a_number(typed: Typed, *, whole: bool) -> Problem:
    """The correction is not the number that is asked for."""
    kind = "whole number" if whole else "number"
    return warning(
        "not-a-number", f"{short(typed.text)} is not a {kind}; it is kept as it was typed", typed.where, _LOOK
    )


def below_nought(typed: Typed) -> Problem:
    """The correction is a number below 0."""
    return warning("number-too-small", f"{short(typed.text)} is below 0", typed.where, _LOOK)


def not_a_day(typed: Typed) -> Problem:
    """What was typed for a day is none for certain."""
    return warning(
        "not-a-day",
        f"{short(typed.text)} is not a day, or could be either of two; it is kept as it was typed",
        typed.where,
        "Ask the agency for the day, and type it into the query",
    )


def not_a_day_of_signing(typed: Typed) -> Problem:
    """What was typed for the day of the signature is none for certain."""
    return warning(
        "signed-on-no-day",
        f"{short(typed.text)} is not a day, or could be either of two; it is kept among the remarks",
        typed.where,
        "Nothing to do: the day on which the answer is taken in counts",
    )


def over_cells(typed: Typed) -> Problem:
    """Words lie over the cells, where none are asked for."""
    return warning(
        "comment-added",
        f"This was written over the cells: {short(typed.text)}",
        typed.where,
        "Nothing to do: it is in the words of a query of its own",
    )
