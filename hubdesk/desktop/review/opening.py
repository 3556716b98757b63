"""Opening a review: asked with everything as it usually is, kept by a worker, opened as one change."""

import secrets
from collections.abc import Sequence
from datetime import date

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.review.looking import Looking
from hubdesk.desktop.review.open_dialog import OpenReviewDialog
from hubdesk.domain.problem import all_told
from hubdesk.domain.review import ReviewRound
from hubdesk.editing.reviews import open_round
from hubdesk.workflows.review.asking import Candidate, candidates
from hubdesk.workflows.review.rounds import RoundWanted, default_round, round_kept


class Opening:
    """The round that was opened is looked at from then on."""

    def __init__(self, work: AtWork, looking: Looking) -> None:
        self._work, self._session, self._looking = work, work.session, looking

    def ask(self) -> None:
        """Ask for a new round. Its day is the as-at day if that is not today, else the usual one."""
        session = self._session
        hub, today, standing = session.hub, session.today, session.standing
        chosen = None if session.as_at == today else session.as_at

        def prepare(_progress: Progress) -> tuple[RoundWanted, Sequence[Candidate]]:
            wanted = default_round(hub, today, chosen, standing.runs)
            return wanted, candidates(hub, wanted.as_at, standing.runs)

        def show(found: tuple[RoundWanted, Sequence[Candidate]]) -> None:
            dialog = OpenReviewDialog(self._work, *found, self._open)
            dialog.as_at_chosen.connect(lambda day: self._look_whom(dialog, day))
            dialog.open()

        self._work.start("Preparing a review", prepare, show)

    def _look_whom(self, dialog: OpenReviewDialog, day: date) -> None:
        """Another day of the snapshot: others may have desks on it."""
        hub, standing = self._session.hub, self._session.standing

        def find(_progress: Progress) -> Sequence[Candidate]:
            return candidates(hub, day, standing.runs)

        job = dialog.jobs.quietly(find, dialog.show_candidates)
        job.refused.connect(lambda problems: dialog.say_wrong(all_told(problems)))

    def _open(self, wanted: RoundWanted) -> None:
        session = self._session
        hub, store, today, standing = session.hub, session.document.store, session.today, session.standing
        secret = secrets.token_hex(32)

        def keep(_progress: Progress) -> ReviewRound:
            return round_kept(hub, store, wanted, today=today, secret=secret, issued=standing.runs)

        def open_(round_: ReviewRound) -> None:
            if session.do(lambda hub: open_round(hub, round_, wanted.agencies)):
                self._looking.choose(round_.id)
                told = Notice(f"Review “{round_.name}” is open", "Write its packs into a folder next")
                self._work.notices.tell(told)

        self._work.start(f"Opening {wanted.name}", keep, open_)
