"""`Live`: what is wanted while nobody looks is what is there once somebody does."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.recharge.live import Live
from hubdesk.desktop.session import Session
from hubdesk.store import create_store
from hubdesk.workflows.document import Document
from tests.builders import a_hub
from tests.desktop.recharge.recharging import PATIENCE_MS


@dataclass
class Looking:
    """A recharge that is looked at, or not, on a machine with other work in hand."""

    session: Session
    jobs: Jobs
    qtbot: QtBot
    live: Live
    here: bool = True

    def come_back(self) -> None:
        self.here = True
        self.live.look()

    def wait(self) -> None:
        """Until what is looked at is all worked out."""
        self.qtbot.waitUntil(lambda: not self.live.stale and not self.jobs.going, timeout=PATIENCE_MS)

    def away_while_it_is_worked_out(self, wish: Callable[[], object]) -> None:
        """Ask for it, go away before it comes, wish for something else, and let it come."""
        busy = Event()

        def other_work(_progress: Progress) -> bool:
            return busy.wait(PATIENCE_MS / 1000)

        self.jobs.in_turn(other_work, lambda _done: None)
        self.live.renew()
        self.qtbot.waitUntil(lambda: len(self.jobs.going) == 2, timeout=PATIENCE_MS)
        self.here = False
        wish()
        busy.set()
        self.qtbot.waitUntil(lambda: not self.jobs.going, timeout=PATIENCE_MS)


@pytest.fixture
def looking(tmp_path: Path, qtbot: QtBot) -> Iterator[Looking]:
    hub = a_hub().agency("POL").licence("L01", "POL", 10).cost_line("C01", 100)
    hub.cost_line("C01", 100, year="2027-28")
    when = datetime(2026, 11, 1, tzinfo=UTC)
    store = create_store(tmp_path / "a.hubdesk", hub.build(), user="Ada", title="First", when=when)
    session = Session(Document(store, clock=lambda: datetime.now(UTC)), date(2026, 11, 23))
    jobs, owner = Jobs(), QObject()
    one = Looking(session, jobs, qtbot, Live(session, jobs, lambda: one.here, owner))
    yield one
    jobs.wait()
    jobs.end()
    session.close()


def test_a_run_wanted_while_away_is_the_one_there_on_coming_back(looking: Looking) -> None:
    looking.away_while_it_is_worked_out(lambda: looking.live.want("2026-27-Q3"))
    looking.come_back()
    looking.wait()
    assert looking.live.seen is not None
    assert looking.live.seen.name == looking.live.wanted == "2026-27-Q3"


def test_another_day_while_away_is_the_one_looked_at_on_coming_back(looking: Looking) -> None:
    looking.come_back()
    looking.wait()
    looking.away_while_it_is_worked_out(lambda: looking.session.set_as_at(date(2027, 8, 1)))
    looking.come_back()
    looking.wait()
    assert looking.live.seen is not None
    assert looking.live.seen.name.startswith("2027-28")
