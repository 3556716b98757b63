"""Passwords of team databases: from the system's key store; the server's library reads .pgpass by itself."""

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
