"""Version 2: underlays with their pictures, and locks on desks and areas."""

from sqlalchemy import Connection, text

_UNDERLAY = """
CREATE TABLE underlay (
    id TEXT NOT NULL,
    floor TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    picture TEXT NOT NULL,
    width TEXT NOT NULL,
    height TEXT NOT NULL,
    mm_per_unit TEXT NOT NULL,
    page {whole_number} NOT NULL,
    corner_x TEXT NOT NULL,
    corner_y TEXT NOT NULL,
    x_mm {whole_number} NOT NULL,
    y_mm {whole_number} NOT NULL,
    rotation TEXT NOT NULL,
    opacity {whole_number} NOT NULL,
    locked TEXT NOT NULL,
    shown TEXT NOT NULL,
    hidden_layers TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (floor) REFERENCES floor (id) DEFERRABLE INITIALLY DEFERRED
) {strict}
"""

_PICTURE = """
CREATE TABLE picture (
    sha256 TEXT NOT NULL,
    body {bytes} NOT NULL,
    PRIMARY KEY (sha256)
) {strict}
"""

_STATEMENTS = (
    "ALTER TABLE desk ADD COLUMN locked TEXT NOT NULL DEFAULT 'no'",
    "ALTER TABLE area ADD COLUMN locked TEXT NOT NULL DEFAULT 'no'",
    _UNDERLAY,
    "CREATE INDEX ix_underlay_floor ON underlay (floor)",
    _PICTURE,
)

_WORDS = {
    "sqlite": {"whole_number": "INTEGER", "bytes": "BLOB", "strict": "STRICT"},
    "postgresql": {"whole_number": "BIGINT", "bytes": "BYTEA", "strict": ""},
}


def to_version_2(connection: Connection) -> None:
    """What stands is locked nowhere and has nothing under it."""
    words = _WORDS[connection.dialect.name]
    for statement in _STATEMENTS:
        connection.execute(text(statement.format(**words)))
