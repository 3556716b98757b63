"""Addresses of databases: what may be in one, and what people call the database."""

from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from hubdesk.domain.problem import Refused
from hubdesk.store.trouble import Trouble
from hubdesk.store.writable import writable

_SCHEMES = ("postgresql", "postgres")

_SETTINGS = frozenset(
    (
        *("host", "port", "options", "application_name", "target_session_attrs", "channel_binding"),
        *("sslmode", "sslcert", "sslkey", "sslrootcert", "sslcrl", "gssencmode", "krbsrvname"),
    )
)
"""What may follow the question mark: settings of the server's library, and none that is a secret."""

_SECRETS = ("password", "sslpassword", "passfile")


def is_address(where: str | Path) -> bool:
    """Whether `where` is the address of a database, not the name of a file."""
    return isinstance(where, str) and "://" in where


def url_of(address: str) -> URL:
    """The parts of `address`. Raises Refused, repeating nothing that may be a secret."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        raise Refused(Trouble.NOT_AN_ADDRESS.at(_without_secrets(address))) from None
    if {"/", "?"} & set(url.password or ""):
        # What follows may be the end of a secret with an @ in it, taken for the server.
        raise Refused(Trouble.NOT_AN_ADDRESS.at(_without_secrets(address)))
    # An empty password is none.
    if url.password or any(secret in url.query for secret in _SECRETS):
        raise Refused(Trouble.PASSWORD_IN_ADDRESS.at(name_of(url)))
    if url.drivername not in _SCHEMES or writable(address) != address:
        raise Refused(Trouble.NOT_AN_ADDRESS.at(_without_secrets(address)))
    if unknown := sorted(url.query.keys() - _SETTINGS):
        raise Refused(Trouble.ADDRESS_SETTING.at(name_of(url), setting=unknown[0]))
    return url


def name_of(url: URL) -> str:
    """What people call the database: user, server and database."""
    server = url.host or _text(url, "host") or None
    port = url.port or int(_text(url, "port") or 0) or None
    plain = URL.create("x", username=url.username, host=server, port=port, database=url.database)
    return writable(plain.render_as_string().removeprefix("x://"))


def _text(url: URL, setting: str) -> str:
    return ",".join(url.normalized_query.get(setting, ()))


def _without_secrets(address: str) -> str:
    """An address that cannot be read: a password may be anywhere behind the scheme."""
    return f"{address.partition('://')[0]}://…"
