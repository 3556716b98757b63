"""Places for a hub: every test that takes `place` runs on a file and on a PostgreSQL database."""

from pathlib import Path

import pytest


@pytest.fixture(params=["file", "database"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a hub may be founded: the name of a file, or the URL of an empty database."""
    if request.param == "file":
        return str(tmp_path / "Parkside.hubdesk")
    database: str = request.getfixturevalue("postgres_database")
    return database
