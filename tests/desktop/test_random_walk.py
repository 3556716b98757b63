"""Thousands of things that somebody might do, one after the other: nothing breaks, nothing is lost.

`HUBDESK_WALK=seed:events` walks one way of that length instead of the ordinary ones.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.builders import a_hub
from tests.desktop.conftest import TODAY, OpenWindow
from tests.desktop.walk.any_files import AnyFiles
from tests.desktop.walk.colleague import Colleague
from tests.desktop.walk.faults import Faults, watching
from tests.desktop.walk.in_step import at_any_time, when_quiet
from tests.desktop.walk.under_review import put_under_review
from tests.desktop.walk.walker import LEFT_OUT, LEFT_OUT_FAMILIES, LINGERED_ON, Walker

_GLANCE, _LOOK = 10, 250
"""Events from one look at everything to the next, quick and thorough."""


def _ways() -> list[tuple[int, int]]:
    asked = os.environ.get("HUBDESK_WALK")
    if asked:
        seed, _, events = asked.partition(":")
        return [(int(seed), int(events))]
    return [(1, 2_500), (2, 2_500), (3, 2_500), (4, 2_500)]


def _ways_together() -> list[tuple[int, int]]:
    asked = os.environ.get("HUBDESK_WALK")
    return _ways() if asked else [(1, 1_000)]


_WITHIN = 600 + 2 * max(events for _, events in _ways())
"""Seconds: many times what it takes on a quiet machine, but not for ever."""


@pytest.fixture
def files(tmp_path: Path) -> AnyFiles:
    """Somebody at the file dialogs."""
    return AnyFiles(tmp_path / "outputs")


@pytest.mark.timeout(_WITHIN)
@pytest.mark.parametrize(("seed", "events"), _ways())
def test_whatever_anybody_does_nothing_breaks(
    open_window: OpenWindow, parkside_hub: Hub, files: AnyFiles, tmp_path: Path, seed: int, events: int
) -> None:
    window = _on_a_review(open_window, str(tmp_path / "parkside.hubdesk"), parkside_hub, files)
    walker = Walker(window, Random(seed))
    with watching() as faults, telling_the_trail(walker, seed):
        _walk(walker, faults, events)
        _back_and_forth(walker, faults)


@pytest.mark.timeout(_WITHIN)
@pytest.mark.parametrize(("seed", "events"), _ways_together())
def test_whatever_a_colleague_does_meanwhile_nothing_breaks(
    open_window: OpenWindow,
    parkside_hub: Hub,
    files: AnyFiles,
    postgres_database: str,
    seed: int,
    events: int,
) -> None:
    window = _on_a_review(open_window, postgres_database, parkside_hub, files)
    colleague = Colleague(postgres_database, Random(-seed))
    try:
        walker = Walker(window, Random(seed), colleague.step)
        with watching() as faults, telling_the_trail(walker, seed):
            _walk(walker, faults, events)
            walker.leave_what_is_open()
            walker.rest()
            walker.session.refresh()
            QApplication.processEvents()
            at_any_time(window)
            when_quiet(window)
            assert not faults.texts, "\n".join(faults.texts)
        assert colleague.made > events // 100
    finally:
        colleague.close()


def _on_a_review(open_window: OpenWindow, place: str, hub: Hub, files: AnyFiles) -> MainWindow:
    """The window on `hub`, kept at `place`, while its agencies are asked about it."""
    when = datetime(2026, 11, 1, tzinfo=UTC)
    create_store(place, hub, user="Ada", title="First", when=when).close()
    document = Document(open_store(place, user="Ada", mode=Mode.WRITE), clock=lambda: datetime.now(UTC))
    put_under_review(document, files.folder)
    window = open_window(a_hub().build())
    window.show_hub(Session(document, TODAY))
    window.resize(1200, 800)
    return window


@contextmanager
def telling_the_trail(walker: Walker, seed: int) -> Iterator[None]:
    """What was done last, with whatever went wrong."""
    try:
        yield
    except AssertionError as fault:
        trail = "\n".join(walker.hand.trail)
        raise AssertionError(f"seed {seed}, event {walker.hand.events}: {fault}\n{trail}") from fault


def test_what_is_left_out_of_the_walk_is_there_to_leave_out(parkside_window: MainWindow) -> None:
    ids = [one.id for one in parkside_window.actions_]
    assert {*LEFT_OUT, *LINGERED_ON} <= set(ids)
    for family in LEFT_OUT_FAMILIES:
        if family != "file.recent-":
            assert any(one.startswith(family) for one in ids)


def _walk(walker: Walker, faults: Faults, events: int) -> None:
    glanced = looked = 0
    while walker.hand.events < events:
        walker.step()
        assert not faults.texts, "\n".join(faults.texts)
        if walker.hand.events - glanced >= _GLANCE:
            glanced = walker.hand.events
            at_any_time(walker.window)
        if walker.hand.events - looked >= _LOOK:
            looked = walker.hand.events
            QApplication.processEvents()
            walker.rest()
            walker.session.refresh()
            QApplication.processEvents()
            when_quiet(walker.window)
            assert not faults.texts, "\n".join(faults.texts)


def _back_and_forth(walker: Walker, faults: Faults) -> None:
    """Undo everything, and do it all again."""
    walker.leave_what_is_open()
    walker.rest()
    session = walker.session
    session.leave_scenario()
    refused: list[Problem] = []
    session.refused.connect(refused.extend)
    while session.undo_stack.canRedo():
        session.redo()
    last = session.hub
    while session.undo_stack.canUndo():
        session.undo()
    assert not refused, f"something could not be undone: {refused}"
    assert session.hub == walker.first, "undoing everything does not give back the first hub"
    QApplication.processEvents()
    at_any_time(walker.window)
    while session.undo_stack.canRedo():
        session.redo()
    assert not refused, f"something could not be done again: {refused}"
    assert session.hub == last, "doing everything again does not give back the last hub"
    QApplication.processEvents()
    walker.rest()
    at_any_time(walker.window)
    when_quiet(walker.window)
    assert not faults.texts, "\n".join(faults.texts)
