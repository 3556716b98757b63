"""`Machine`: what the window asks of the machine that it runs on, handed in by `app`."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hubdesk.desktop.files import Files
from hubdesk.desktop.memory import Memory

if TYPE_CHECKING:
    from hubdesk.workflows.document import Clock


@dataclass(frozen=True, slots=True)
class Machine:
    """Who is at the keyboard, what time it is, how files are named, what was remembered."""

    memory: Memory
    files: Files
    clock: "Clock"
    user: str
    documents: Path
    """Where this user keeps documents."""

    @property
    def today(self) -> date:
        return self.clock().astimezone().date()
