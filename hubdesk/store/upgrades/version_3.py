"""Version 3: what statements say beside the figures, and scenarios."""

from sqlalchemy import Connection, text

_STATEMENT = """
CREATE TABLE statement (
    id TEXT NOT NULL,
    logo TEXT NOT NULL,
    address TEXT NOT NULL,
    introduction TEXT NOT NULL,
    payment TEXT NOT NULL,
    contact TEXT NOT NULL,
    PRIMARY KEY (id)
) {strict}
"""

_SCENARIO = """
CREATE TABLE scenario (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    note TEXT NOT NULL,
    edits TEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
) {strict}
"""

_STRICT = {"sqlite": "STRICT", "postgresql": ""}


def to_version_3(connection: Connection) -> None:
    """What stands says nothing of its own on statements, and has no scenario."""
    for statement in (_STATEMENT, _SCENARIO):
        connection.execute(text(statement.format(strict=_STRICT[connection.dialect.name])))
