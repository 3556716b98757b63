"""Whether an answer comes in time, is signed, and answers what was asked last."""

from datetime import date

from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.workflows.review.answer_whose import Whose
from hubdesk.workflows.review.incoming import Incoming, Standing

_SHOWN = 5


def in_time(one: Incoming, hub: Hub, found: Whose, today: date) -> Incoming:
    """`one` with what is to be known of when it was made and came; refused where it says nothing."""
    if not one.agrees and not one.asks:
        nothing = error(
            "nothing-filled-in",
            "Nothing is filled in",
            one.name,
            "Ask the agency whether this is the file that it meant to send",
        )
        return one.noting(nothing, standing=Standing.REFUSED)
    one = _of_its_copy(one, hub, found)
    late = (today - found.round.deadline).days
    if late > 0:
        days = "1 day" if late == 1 else f"{late} days"
        one = one.noting(
            warning(
                "answer-late",
                f"It comes {days} after the deadline, {in_words(found.round.deadline)}",
                one.name,
                "Nothing to do: it can be taken in all the same",
            )
        )
    if not one.signed_by:
        one = one.noting(
            warning(
                "answer-unsigned", "It does not say who answers", one.name, "Ask for the signatory's role"
            )
        )
    if one.unanswered:
        one = one.noting(_still_open(one))
    return one


def _of_its_copy(one: Incoming, hub: Hub, found: Whose) -> Incoming:
    """To be chosen where a later copy, or a later review, has been sent to the agency."""
    if found.is_older:
        what = (
            f"It answers copy {found.copy}, and copy {found.pack.copy} was sent since"
            f"{f' on {in_words(found.review.sent)}' if found.review.sent else ''}. "
            "Whether anything was changed in it cannot be told"
        )
        one = one.noting(
            warning("older-copy", what, one.name, "Take it in if it still holds, or ask for the newer copy"),
            standing=Standing.TO_CHOOSE,
        )
    later = [
        other.name
        for other in hub.review_rounds[hub.review_rounds.index(found.round) + 1 :]
        if (review := hub.reviews_of.get(other.id, {}).get(found.review.agency)) and review.sent
    ]
    if later:
        what = f"It answers review “{found.round.name}”, and the agency was sent “{later[-1]}” since"
        one = one.noting(
            warning("earlier-review", what, one.name, "Take it in for that review, or ask for the later one"),
            standing=Standing.TO_CHOOSE,
        )
    return one


def _still_open(one: Incoming) -> Problem:
    count = len(one.unanswered)
    shown = "; ".join(one.lines[key] for key in one.unanswered[:_SHOWN])
    return warning(
        "lines-unanswered",
        f"{count:,} of {len(one.lines):,} lines {'is' if count == 1 else 'are'} not answered: {shown}"
        + ("; …" if count > _SHOWN else ""),
        one.name,
        "Nothing to do: they stay open. Ask the agency for the rest",
    )
