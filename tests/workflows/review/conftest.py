"""A review that was sent out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workflows.review.answering import Asking, asking, opened_in


@pytest.fixture(scope="session")
def sent_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a hub whose agencies have their packs."""
    folder = tmp_path_factory.mktemp("sent")
    made = asking(folder)
    made.document.store.close()
    return folder / "hub.hubdesk"


@pytest.fixture
def sent(sent_once: Path, tmp_path: Path) -> Iterator[Asking]:
    """Such a hub, to be changed."""
    shutil.copy(sent_once, tmp_path / "hub.hubdesk")
    found = opened_in(tmp_path)
    with found.document.store:
        yield found
