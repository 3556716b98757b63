"""`AtWork`: what those need who do something with the whole of an open hub."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.panels.notices import Notice, Notices
from hubdesk.desktop.session import Session
from hubdesk.workflows.outputs import refuse_lost_files

T = TypeVar("T")


@dataclass(frozen=True)
class AtWork:
    """The open hub, who does the work, and where things are said. `where` the hub lives."""

    session: Session
    jobs: Jobs
    machine: Machine
    notices: Notices
    window: QWidget
    where: Callable[[], str]

    def start(self, title: str, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        """Begin `work`; what stands in its way is told."""
        self.jobs.start(title, work, done).refused.connect(self.notices.tell_problems)

    def write(self, title: str, kinds: str, name: str, write: Callable[[Path], Iterable[str]]) -> None:
        """Ask for a file and have a worker `write` it; it returns what to tell besides.

        Never over a hub: that is refused and said.
        """
        memory = self.machine.memory
        folder = memory.folder_for("outputs", self.machine.documents)
        place = self.machine.files.to_write(self.window, title, kinds, folder / name)
        if place is None:
            return
        memory.keep_folder("outputs", place.parent)
        where = self.where()

        def work(progress: Progress) -> tuple[str, ...]:
            refuse_lost_files(where, [place])
            progress.check()
            return tuple(write(place))

        def done(told: tuple[str, ...]) -> None:
            self.notices.tell(Notice(f"Wrote {place}", " ".join(told)))

        self.start(f"Writing {place.name}", work, done)
