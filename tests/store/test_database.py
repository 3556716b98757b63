"""A team's database: what is refused, in plain words, and where passwords come from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import keyring
import keyring.backend
import psycopg
import pytest

from hubdesk.domain.change import updating
from hubdesk.domain.problem import Problem, Refused
from hubdesk.store import Mode, create_store, open_store
from tests.builders.random_hubs import random_hub
from tests.postgres import own_server
from tests.store.at import NOW

HUB = random_hub(13)


def refusal(address: str, mode: Mode = Mode.WRITE) -> Problem:
    with pytest.raises(Refused) as refused:
        open_store(address, user="Ann", mode=mode)
    (problem,) = refused.value.problems
    return problem


class KeyStore(keyring.backend.KeyringBackend):
    """A key store that holds what it is told."""

    priority: float = 1

    def __init__(self, kept: dict[tuple[str, str], str]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept = kept

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def key_store() -> Iterator[dict[tuple[str, str], str]]:
    before = keyring.get_keyring()
    kept: dict[tuple[str, str], str] = {}
    keyring.set_keyring(KeyStore(kept))
    yield kept
    keyring.set_keyring(before)


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://ann:s3cret@server.example/hub",
        "postgresql://ann@server.example/hub?password=s3cret",
        "postgresql://ann@server.example/hub?sslpassword=s3cret",
        "postgresql://ann@server.example/hub?sslmode=require&passfile=/home/s3cret",
    ],
)
def test_an_address_with_a_password_is_refused_without_repeating_it(address: str) -> None:
    problem = refusal(address)
    assert problem.code == "password-in-address"
    assert "s3cret" not in repr(problem)
    assert "ann@server.example/hub" in problem.remedy
    assert ".pgpass" in problem.remedy


@pytest.mark.parametrize(
    "address", ["mysql://server.example/hub", "postgresql://server:many/hub", "http://x"]
)
def test_another_address_is_refused(address: str) -> None:
    assert refusal(address).code == "not-an-address"


@pytest.mark.parametrize(
    "address",
    [
        "mysql://server.example/hub?x=s3cret",
        "postgresql://ann:s3?cret@server:many/hub",
        "postgresql://server:many/hub?sslpassword=s3@cret",
        "postgresql://ann@server.example/hub?x=s3cret",
    ],
)
def test_no_refusal_repeats_what_may_be_a_secret(address: str) -> None:
    assert "cret" not in repr(refusal(address))


@pytest.mark.parametrize("setting", ["foo", "plugin", "prepare_threshold", "connect_timeout", "dbname"])
def test_a_setting_that_is_not_for_an_address_is_refused(setting: str) -> None:
    problem = refusal(f"postgresql://ann@server.example/hub?sslmode=require&{setting}=bar")
    assert (problem.code, problem.where) == ("address-setting", "ann@server.example/hub")
    assert setting in problem.what


def test_an_address_that_is_no_text_is_refused() -> None:
    assert refusal("postgresql://ann@server.example/h\udce9b").code == "not-an-address"


def test_a_database_is_called_by_user_server_and_database() -> None:
    assert refusal("postgresql://ann@127.0.0.1:1/hub?sslmode=disable").where == "ann@127.0.0.1:1/hub"
    assert refusal("postgresql://ann@/hub?host=127.0.0.1&port=1").where == "ann@127.0.0.1:1/hub"


def test_a_server_that_does_not_answer() -> None:
    assert refusal("postgresql://ann@127.0.0.1:1/hub").code == "unreachable"


def test_a_database_that_is_not_there(postgres_database: str) -> None:
    parts = urlsplit(postgres_database)
    assert refusal(parts._replace(path="/none").geturl()).code == "no-such-database"


@pytest.mark.parametrize("mode", Mode)
def test_a_database_without_a_hub(postgres_database: str, mode: Mode) -> None:
    assert refusal(postgres_database, mode).code == "no-hub"


def test_a_database_that_holds_something_is_left_as_it_is(postgres_database: str) -> None:
    with psycopg.connect(postgres_database, autocommit=True) as server:
        server.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(Refused) as refused:
        create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW)
    assert refused.value.problems[0].code == "not-empty"
    with psycopg.connect(postgres_database) as server:
        tables = server.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
    assert tables == [("songs",)]


def test_a_lost_connection_is_made_anew(postgres_database: str) -> None:
    with create_store(postgres_database, HUB, user="Ann", title="Start", when=NOW) as store:
        with psycopg.connect(postgres_database, autocommit=True) as server:
            server.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        assert store.read_hub() == HUB


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    """The address of a hub on a server that asks Ann for her password."""
    with own_server() as url:
        create_store(url, HUB, user="Ann", title="Start", when=NOW).close()
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("CREATE ROLE ann LOGIN SUPERUSER PASSWORD 's3cret'")
            server.execute("CREATE ROLE bob LOGIN")
            server.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO bob")
            (rules,) = server.execute("SHOW hba_file").fetchone() or ("",)
            Path(rules).write_text("local all ann scram-sha-256\nlocal all all trust\n")
            server.execute("SELECT pg_reload_conf()")
        yield url.replace("postgres:@", "ann@")


def test_without_the_password_nobody_gets_in(guarded: str, key_store: dict[tuple[str, str], str]) -> None:
    assert refusal(guarded).code == "wrong-password"
    key_store["hubdesk", refusal(guarded).where] = "guessed"
    assert refusal(guarded).code == "wrong-password"


def test_the_password_comes_from_the_key_store(guarded: str, key_store: dict[tuple[str, str], str]) -> None:
    key_store["hubdesk", refusal(guarded).where] = "s3cret"
    with open_store(guarded, user="Ann", mode=Mode.READ) as store:
        assert store.read_hub() == HUB
        assert "s3cret" not in store.name


def test_the_password_comes_from_pgpass(
    guarded: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pgpass = tmp_path / "pgpass"
    pgpass.write_text("*:*:*:ann:s3cret\n")
    pgpass.chmod(0o600)
    monkeypatch.setenv("PGPASSFILE", str(pgpass))
    with open_store(guarded, user="Ann", mode=Mode.READ) as store:
        assert store.read_hub() == HUB


def test_one_who_may_only_read_is_told_so(guarded: str) -> None:
    renamed = updating("Rename", (HUB.settings, replace(HUB.settings, name="No")))
    with open_store(guarded.replace("ann@", "bob@"), user="Bob", mode=Mode.WRITE) as store:
        with pytest.raises(Refused) as refused:
            store.write(renamed, when=NOW)
        assert refused.value.problems[0].code == "no-rights"
        assert store.read_hub() == HUB
