"""What the tests of every room may ask for: a database server and a spreadsheet program."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.libreoffice import LibreOffice
from tests.postgres import fresh_database, given_or_own_server

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """URL of a PostgreSQL server where databases may be made: HUBDESK_TEST_PG_URL, else one of our own."""
    with given_or_own_server() as url:
        yield url


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[str]:
    """URL of an empty PostgreSQL database, dropped after the test."""
    with fresh_database(postgres_url) as url:
        yield url


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> LibreOffice:
    """LibreOffice, which works out every formula afresh; a machine without it fails the test."""
    return LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(autouse=True)
def _no_leaning_on_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test reads a password file, a key store or a database setting of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("PG")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "no-pgpass"))
