"""Passwords of team databases go into the key store, under the name that people know; never elsewhere."""

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from hubdesk.domain.problem import Refused
from hubdesk.store import keep_password
from hubdesk.store.passwords import kept_password


class KeptInMemory(KeyringBackend):
    """A key store as a desktop has one, of this test alone."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture(autouse=True)
def _own_key_store() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_password_is_kept_for_the_database_by_its_name() -> None:
    keyring.set_keyring(KeptInMemory())
    keep_password("postgresql://ada@server/hub", "open sesame")
    assert kept_password("ada@server/hub") == "open sesame"


def test_a_computer_without_a_key_store_says_so() -> None:
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]
    with pytest.raises(Refused) as refused:
        keep_password("postgresql://ada@server/hub", "open sesame")
    (problem,) = refused.value.problems
    assert problem.code == "no-key-store"
    assert "open sesame" not in f"{problem}"


def test_an_address_with_a_password_in_it_is_refused_before_anything_is_kept() -> None:
    store = KeptInMemory()
    keyring.set_keyring(store)
    with pytest.raises(Refused):
        keep_password("postgresql://ada:secret@server/hub", "open sesame")
    assert store.kept == {}
