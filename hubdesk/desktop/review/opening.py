"""Opening a review: asked with everything as it usually is, kept by a worker, opened as one change."""

import secrets
from collections.abc import Sequence
from datetime import date

from hubdesk.charging.run import Run
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.review.looking import Looking
from hubdesk.desktop.review.open_dialog import OpenReviewDialog
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem, all_told
from hubdesk.domain.review import ReviewRound
from hubdesk.editing.reviews import open_round
from hubdesk.workflows.review.asking import Candidate, candidates
from hubdesk.workflows.review.rounds import RoundWanted, default_round, round_kept

_Offered = tuple[RoundWanted, Sequence[Candidate]]
"""A round as it usually is, and whom it could ask."""


class Opening:
    """The round that was opened is looked at from then on."""

    def __init__(self, work: AtWork, looking: Looking) -> None:
        self._work, self._session, self._looking = work, work.session, looking

    def ask(self) -> None:
        """Ask for a new round. Its day is the as-at day if that is not today, else the usual one."""
        session = self._session
        hub, today, standing = session.hub, session.today, session.standing
        chosen = None if session.as_at == today else session.as_at

        def prepare(_progress: Progress) -> _Offered:
            return _offered(hub, today, chosen, standing.runs)

        self._work.start("Preparing a review", prepare, lambda found: self._show(*found))

    def _show(self, wanted: RoundWanted, asked: Sequence[Candidate]) -> OpenReviewDialog:
        dialog = OpenReviewDialog(self._work, wanted, asked, self._open)
        dialog.as_at_chosen.connect(lambda day: self._look_whom(dialog, day))
        dialog.open()
        return dialog

    def _look_whom(self, dialog: OpenReviewDialog, day: date) -> None:
        """Another day of the snapshot: others may have desks on it."""
        hub, today, standing = self._session.hub, self._session.today, self._session.standing

        def find(_progress: Progress) -> _Offered:
            return _offered(hub, today, day, standing.runs)

        job = dialog.jobs.quietly(find, lambda found: dialog.offer(*found))
        job.refused.connect(lambda problems: dialog.cannot_offer(day, all_told(problems)))

    def _open(self, wanted: RoundWanted, asked: Sequence[Candidate]) -> None:
        """Where it cannot be opened, or that is cancelled, the dialog comes back as it was filled in."""
        session = self._session
        hub, store, today, standing = session.hub, session.document.store, session.today, session.standing
        secret = secrets.token_hex(32)

        def keep(_progress: Progress) -> ReviewRound:
            return round_kept(hub, store, wanted, today=today, secret=secret, issued=standing.runs)

        def open_(round_: ReviewRound) -> None:
            if problems := session.tried_on_hub(lambda hub: open_round(hub, round_, wanted.agencies)):
                again(problems)
                return
            self._looking.choose(round_.id)
            told = Notice(f"Review “{round_.name}” is open", "Write its packs into a folder next")
            self._work.notices.tell(told)

        def again(problems: Sequence[Problem] = ()) -> None:
            dialog = self._show(wanted, asked)
            dialog.keep_typed()
            if problems:
                dialog.say_wrong(all_told(problems))

        job = self._work.jobs.start(f"Opening {wanted.name}", keep, open_)
        job.refused.connect(again)
        job.cancelled.connect(again)


def _offered(hub: Hub, today: date, day: date | None, issued: Sequence[Run]) -> _Offered:
    """What is usual for a review as at `day`, or as at the usual one; a worker's. Raises Refused."""
    wanted = default_round(hub, today, day, issued)
    return wanted, candidates(hub, wanted.as_at, issued)
