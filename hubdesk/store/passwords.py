"""Passwords of team databases: from the system's key store; the server's library reads .pgpass by itself."""

from hubdesk.domain.problem import Refused
from hubdesk.store.address import name_of, url_of
from hubdesk.store.trouble import Trouble

SERVICE = "hubdesk"


def kept_password(name: str) -> str | None:
    """The password that the key store has for the database called `name`, if it has one."""
    # Imported here: it takes time, and a file needs none.
    import keyring  # noqa: PLC0415
    from keyring.errors import KeyringError  # noqa: PLC0415

    try:
        return keyring.get_password(SERVICE, name)
    except KeyringError:
        # No key store on this machine, or it stays locked: .pgpass is the other way.
        return None


def keep_password(address: str, password: str) -> None:
    """Put the password of the database at `address` into the key store. Raises Refused if there is none."""
    import keyring  # noqa: PLC0415
    from keyring.errors import KeyringError  # noqa: PLC0415

    name = name_of(url_of(address))
    try:
        keyring.set_password(SERVICE, name, password)
    except KeyringError as error:
        raise Refused(Trouble.NO_KEY_STORE.at(name)) from error
