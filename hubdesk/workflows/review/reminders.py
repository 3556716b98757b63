"""Reminders of a review: a plain text to each agency that has not answered, to copy into an e-mail."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.review import AgencyReview, ReviewRound

_NAMED = 15
"""So many lines are named; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """To whom (an e-mail address, empty where none is known), about what, and the words."""

    agency: RecordId
    code: str
    to: str
    subject: str
    body: str

    @property
    def text(self) -> str:
        """All of it, to be copied."""
        to = self.to or f"{self.code} (no e-mail address is known)"
        return f"To: {to}\nSubject: {self.subject}\n\n{self.body}"


def reminder(
    hub: Hub, round_: ReviewRound, review: AgencyReview, day: date, left: Sequence[str] = ()
) -> Reminder:
    """What to write on `day` to the agency of `review`; `left` are the lines that its answer left open."""
    agency = hub.agencies[review.agency]
    subject = f"{_first_word(round_, review, day)}{round_.name}, your answer by {in_words(round_.deadline)}"
    body = "\n\n".join(_paragraphs(hub, round_, review, day, left))
    return Reminder(agency.id, agency.code, agency.email, subject, body)


def together(reminders: Sequence[Reminder]) -> str:
    """Several as one text, a line between them."""
    return f"\n\n{'-' * 60}\n\n".join(one.text for one in reminders)


def days_until(deadline: date, day: date) -> str:
    """How far `deadline` is from `day`, in words: "in 12 days", "today", "3 days ago"."""
    days = (deadline - day).days
    if not days:
        return "today"
    return f"in {counted(days, 'day')}" if days > 0 else f"{counted(-days, 'day')} ago"


def _first_word(round_: ReviewRound, review: AgencyReview, day: date) -> str:
    if not review.sent and not review.answered:
        return ""
    return "Overdue: " if day > round_.deadline else "Reminder: "


def _paragraphs(
    hub: Hub, round_: ReviewRound, review: AgencyReview, day: date, left: Sequence[str]
) -> Iterator[str]:
    agency = hub.agencies[review.agency]
    yield f"Dear {agency.contact or agency.name or agency.code},"
    yield _where_it_stands(hub, round_, review)
    if review.answered:
        if left:
            yield "\n".join(_missing(left))
    elif review.sent:
        yield (
            "What is missing: your answer to each line of your desks, your licence and your charges, and "
            "who gives it."
        )
    yield _deadline(round_, review, day)
    how = "Choose agree, query or correct it to beside each line of the workbook, save it, and send it back."
    had_it = review.sent or review.answered
    yield f"{how} If you cannot find it, we will send it again." if had_it else f"It is attached. {how}"
    yield "\n".join(_from(hub))


def _where_it_stands(hub: Hub, round_: ReviewRound, review: AgencyReview) -> str:
    what = f"“{round_.name}”: your desks and charges at {hub.settings.name} as at {in_words(round_.as_at)}"
    if review.answered:
        return (
            f"Thank you for your answer of {in_words(review.answered)} to {what}. It leaves some lines open."
        )
    if review.sent:
        return f"On {in_words(review.sent)} we sent you {what}. We have not had your answer yet."
    return f"We ask you to review {what}."


def _missing(left: Sequence[str]) -> Iterator[str]:
    yield "What is missing:"
    yield from (f"- {one}" for one in left[:_NAMED])
    if len(left) > _NAMED:
        yield f"- and {counted(len(left) - _NAMED, 'more line')}"


def _deadline(round_: ReviewRound, review: AgencyReview, day: date) -> str:
    far = days_until(round_.deadline, day)
    said = f"The deadline {'was' if day > round_.deadline else 'is'} {in_words(round_.deadline)}, {far}."
    if round_.silence and not review.answered and day <= round_.deadline:
        return f"{said} If we do not hear from you by then, we take it that you agree."
    return said


def _from(hub: Hub) -> Iterator[str]:
    told = hub.statements.contact if hub.statements else ""
    host: Agency = hub.host
    yield from (told.splitlines() if told.strip() else (host.name or host.code,))
