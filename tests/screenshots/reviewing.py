"""Reviews: none yet, opening one, a round under way, reminders, and the plan coloured by it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtTest import QTest

from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.review.answers_dialog import AnswersDialog
from hubdesk.desktop.review.open_dialog import OpenReviewDialog
from hubdesk.desktop.review.reminder_dialog import ReminderDialog
from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.ids import new_id
from hubdesk.domain.query import Asks, Query
from hubdesk.domain.review import ReviewRound
from hubdesk.editing import queries, reviews
from hubdesk.editing.records import changed
from hubdesk.workflows.document import Document
from hubdesk.workflows.review.incoming import Ask, Incoming, Standing
from hubdesk.workflows.review.rounds import SeenRounds, default_round, round_opened
from hubdesk.workflows.review.states import lines_asked
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage

_TODAY = date(2026, 11, 23)


def under_way(document: Document) -> ReviewRound:
    """A round in which some have agreed, one asks, one has agreed in part, and some were sent nothing."""
    round_ = round_opened(document, default_round(document.hub, _TODAY), today=_TODAY, secret="cd" * 32)
    seen = SeenRounds(document.store).seen(round_).seen
    of = sorted(
        document.hub.reviews_of[round_.id].values(), key=lambda one: document.hub.agencies[one.agency].code
    )
    document.apply(reviews.sent(document.hub, [(one.id, "ef" * 32) for one in of[:-2]], _TODAY))
    for place, before in enumerate(of[:6]):
        review = document.hub.reviews_of[round_.id][before.agency]
        lines = tuple(lines_asked(seen, review.agency))
        agreed = lines[: len(lines) // 2] if place in (2, 4) else lines
        answered = replace(
            review, answered=_TODAY + timedelta(place), signed_by="Area manager", agreed=agreed
        )
        document.apply(changed(document.hub, answered))
        if place == 4:
            query = Query(
                new_id(),
                queries.next_number(document.hub),
                review.agency,
                lines[-1],
                "Share of the cleaning",
                Asks.CORRECTION,
                _TODAY,
                _TODAY + timedelta(90),
                round=round_.id,
                wanted="12",
                wished=date(2026, 6, 1),
                reason="our figure is wrong",
            )
            document.apply(queries.raise_(document.hub, query))
    document.apply(reviews.opened(document.hub, of[8].id, _TODAY))
    return round_


_SAYS = {
    "desk:1": "Desk G-001 on G Ground floor",
    "licence:1": "Licence L2 for 6 desks",
    "share:1": "C01 Cleaning: £1,234.50",
}
_ASKS = (
    Ask(
        "desk:1",
        "Desk G-001 on G Ground floor",
        Asks.CORRECTION,
        "not our desk",
        date(2026, 6, 1),
        "we left it",
    ),
    Ask("share:1", "C01 Cleaning: £1,234.50", Asks.QUERY, words="Why is it more than last year?"),
)
_CAME = (
    Incoming(
        "CAB Review as at 1 December 2026.xlsx",
        Standing.READY,
        (
            warning(
                "answer-unsigned", "It does not say who answers", "CAB.xlsx", "Ask for the signatory’s role"
            ),
        ),
        agency_code="CAB",
        copy=1,
        lines=_SAYS,
        agrees=("licence:1",),
        asks=_ASKS,
    ),
    Incoming(
        "first.xlsx", Standing.TO_CHOOSE, (), agency_code="LFR", copy=1, lines=_SAYS, agrees=tuple(_SAYS)
    ),
    Incoming(
        "holidays.xlsx",
        Standing.REFUSED,
        (
            error(
                "no-key",
                "It is not a review pack of Hubdesk",
                "holidays.xlsx",
                "Send the agency its pack again",
            ),
        ),
    ),
)


def until(there: Callable[[], bool]) -> None:
    """Wait for what a worker does."""
    for _ in range(600):
        if there():
            return
        QTest.qWait(50)
    raise TimeoutError


def reviewing(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    assert stage.window.workspace is not None
    page = stage.window.workspace.page_called("Review")
    assert isinstance(page, ReviewPage)
    stage.do("page.review")
    stage.shoot("review-none")
    stage.do("review.open")
    until(lambda: bool(stage.window.findChildren(OpenReviewDialog)))
    stage.shoot("review-open")
    stage.window.findChildren(OpenReviewDialog)[0].reject()
    under_way(on.session.document)
    until(lambda: bool(page.glance.rows))
    page.glance.go_to(page.glance.rows[4].id)
    stage.shoot("review-under-way")
    stage.do("review.remind")
    stage.shoot("review-reminders")
    stage.window.findChildren(ReminderDialog)[0].reject()
    dialog = AnswersDialog(_CAME, print, stage.window)
    dialog.open()
    stage.shoot("review-answers")
    dialog.reject()
    stage.do("review.plan")
    stage.shoot("review-plan")


SCENES = (reviewing,)
