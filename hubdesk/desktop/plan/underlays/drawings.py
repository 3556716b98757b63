"""`Drawings`: the drawings that underlays show, read once each, in a worker."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.plan.underlays.decoded import Decoded, decoded
from hubdesk.desktop.session import Session
from hubdesk.domain.problem import Problem
from hubdesk.domain.underlay import Underlay
from hubdesk.exchange.underlays import read_underlay

_MOST = 6
"""So many are kept that no underlay on screen shows: one goes back and forth between floors."""


class Drawings(QObject):
    """Knows drawings by the file and page that an underlay shows, however many show the same."""

    came = Signal()
    """A drawing that was asked for is there, or cannot be shown."""

    def __init__(self, session: Session, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._jobs = session, jobs
        self._there: dict[Hashable, Decoded] = {}
        self._asked: set[Hashable] = set()
        self._amiss: dict[Hashable, tuple[Problem, ...]] = {}

    def of(self, underlay: Underlay) -> Decoded | None:
        """What `underlay` shows; None while it is being read, or where it cannot be."""
        key = _key(underlay)
        there = self._there.pop(key, None)
        if there is None:
            self._ask(key, underlay)
            return None
        self._there[key] = there
        return there

    def amiss(self, underlay: Underlay) -> tuple[Problem, ...]:
        """Why it cannot be shown; nothing where it can, or is being read."""
        return self._amiss.get(_key(underlay), ())

    def keep(self, picture: str, drawing: Decoded) -> None:
        """Take in a drawing that was read already; `picture` is the hash of its file."""
        self._there[picture, drawing.picture.page] = drawing

    def let_go_but(self, needed: Iterable[Underlay]) -> None:
        """Forget those that are not needed, but for the ones shown last."""
        keys = {_key(underlay) for underlay in needed}
        others = [key for key in self._there if key not in keys]
        for key in others[:-_MOST]:
            del self._there[key]

    def _ask(self, key: Hashable, underlay: Underlay) -> None:
        if key in self._asked or key in self._amiss:
            return
        self._asked.add(key)
        store = self._session.document.store

        def work(progress: Progress) -> Decoded:
            body = store.file(underlay.picture)
            return decoded(
                read_underlay(
                    body, underlay.kind, name=underlay.name, page=underlay.page, cancelled=progress.check
                )
            )

        job = self._jobs.quietly(work, lambda drawing: self.keep(underlay.picture, drawing))
        job.refused.connect(lambda problems: self._refused(key, problems))
        job.cancelled.connect(lambda: self._stop(key))
        job.ended.connect(lambda: self._ended(key))

    def _refused(self, key: Hashable, problems: tuple[Problem, ...]) -> None:
        self._amiss[key] = problems
        self._session.refused.emit(problems)

    def _stop(self, key: Hashable) -> None:
        """The window closes: what is not there now is not asked for again."""
        self._amiss[key] = ()

    def _ended(self, key: Hashable) -> None:
        self._asked.discard(key)
        self.came.emit()


def _key(underlay: Underlay) -> Hashable:
    return underlay.picture, underlay.page
