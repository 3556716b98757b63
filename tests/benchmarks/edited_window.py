"""`python -m tests.benchmarks.edited_window FOLDER EDITS`: a window that is edited for an hour.

Prints the MiB that it held once it had settled, and those that it held more at the end. It runs in a
process of its own, so that nothing else is counted.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog

from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import allocations, desks
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from tests.builders.parkside import parkside
from tests.desktop.named_files import NamedFiles

_NOW = datetime(2026, 11, 23, 10, tzinfo=UTC)
_SETTLED = 10
"""A tenth of the edits are made before anything is counted: caches fill, fonts come."""
_DIALOGS = ("view.commands", "allocate.new-agency", "edit.find", "allocate.choose")
_EDITS_TO_A_DIALOG = 40


def main(folder: Path, edits: int) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["bench"])
    application.setStyle("Fusion")
    machine = Machine(Memory(folder / "config"), NamedFiles(), lambda: _NOW, "bench", folder)
    window = MainWindow(Theme(application, Scheme.LIGHT), machine)
    store = create_store(folder / "hour.hubdesk", parkside(), user="bench", title="First", when=_NOW)
    window.show_hub(Session(Document(store, clock=lambda: _NOW), machine.today))
    window.show()
    hour = an_hour(window)
    for _ in range(edits // _SETTLED):
        next(hour)
    before = _held()
    for _ in range(edits - edits // _SETTLED):
        next(hour)
    after = _held()
    print(before, after - before)
    window.close()


def an_hour(window: MainWindow) -> Iterator[None]:
    """Moves, allocations, undoing, another day, another floor, and now and then a dialog."""
    assert window.workspace is not None
    session, plan = window.workspace.session, window.workspace.plan_page.plan
    ways = cycle(_ways(session))
    dialogs, floors = cycle(_DIALOGS), cycle(sorted(session.hub.floors))
    for number, way in enumerate(ways):
        way()
        if number % _EDITS_TO_A_DIALOG == 0:
            plan.show_floor(next(floors))
            _open_and_leave(window, next(dialogs))
            session.set_as_at(session.today + number % 30 * ONE_DAY)
        QCoreApplication.processEvents()
        yield


def _ways(session: Session) -> tuple[Callable[[], object], ...]:
    ids = sorted(session.hub.desks)
    agency = next(one.id for one in session.hub.agencies.values())
    turn = cycle(range(len(ids)))

    def move() -> None:
        some = _chosen(ids, next(turn))
        session.selection.set(some)
        way = 100 if session.undo_stack.count() % 2 else -100
        session.do(lambda hub: desks.move(hub, some, way, 0))

    def allocate() -> None:
        some = _chosen(ids, next(turn))
        session.do(lambda hub: allocations.allocate(hub, some, agency, session.as_at, None))

    return move, allocate, session.undo, move, session.undo, session.redo


def _chosen(ids: list[RecordId], first: int) -> list[RecordId]:
    return ids[first : first + 5]


def _open_and_leave(window: MainWindow, action: str) -> None:
    window.actions_[action].trigger()
    QCoreApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.reject()


def _held() -> float:
    """MiB of this process once everything that is over has been let go of."""
    for _ in range(3):
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
