"""A document of a past version proves itself, and can be worked with and undone on."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.charging.verify import verify
from hubdesk.editing import locks
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.history import undo_back_to
from hubdesk.workflows.issuing import issue
from hubdesk.workflows.log_check import log_problems

KEPT = Path(__file__).parents[1] / "files"
NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)


@pytest.fixture(params=sorted(KEPT.glob("*.hubdesk")), ids=lambda path: path.stem)
def document(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Document]:
    copy = shutil.copy(request.param, tmp_path / "Parkside.hubdesk")
    with open_store(copy, user="Bob", mode=Mode.WRITE) as store:
        yield Document(store, clock=lambda: NOW)


def test_what_was_issued_and_logged_is_verified(document: Document) -> None:
    assert document.store.runs()
    assert verify(document.store.runs()) == ()
    assert log_problems(document.store) == ()


def test_work_goes_on_and_is_taken_back_to_before_the_upgrade(document: Document) -> None:
    start = document.hub
    document.apply(locks.lock(start, start.desks, start.areas))
    issue(document.store, "2026-27-Q2", None, at=NOW)
    document.refresh()
    document.apply(undo_back_to(document, 2))
    assert document.hub.desk_codes["G-101"].x_mm == 4_000
    assert not any(desk.locked for desk in document.hub.desks.values())
    assert verify(document.store.runs()) == ()
    assert log_problems(document.store) == ()
