"""Agreeing by saying nothing."""

from datetime import date

from hubdesk.domain.review import AgencyReview, ReviewRound


def is_silent(round_: ReviewRound, review: AgencyReview, day: date) -> bool:
    """Whether the agency has agreed to all of its pack by saying nothing until the deadline.

    Only who had the pack by then could have said anything: one that was sent, or sent again, after the
    deadline agrees to nothing.
    """
    asked_in_time = review.sent is not None and review.sent <= round_.deadline
    return round_.silence and asked_in_time and review.answered is None and day > round_.deadline
