"""Places for a hub: every test that takes `place` runs on a file and on a PostgreSQL database."""

from pathlib import Path

import pytest

from hubdesk.store import create_store
from tests.store.at import HUB, NOW


@pytest.fixture(params=["file", "database"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a hub may be founded: the name of a file, or the URL of an empty database."""
    if request.param == "file":
        return str(tmp_path / "Parkside.hubdesk")
    database: str = request.getfixturevalue("postgres_database")
    return database


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document with the hub, closed."""
    path = tmp_path / "Parkside.hubdesk"
    create_store(path, HUB, user="Ann", title="Start", when=NOW).close()
    return path
