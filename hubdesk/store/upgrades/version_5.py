"""Version 5: what placing agencies weighs, accessible desks that they want, and who stays where."""

from sqlalchemy import Connection, text

_PLACEMENT_SETTINGS = """
CREATE TABLE placement_settings (
    id TEXT NOT NULL,
    floor_m TEXT NOT NULL,
    spread TEXT NOT NULL,
    pieces TEXT NOT NULL,
    moves TEXT NOT NULL,
    PRIMARY KEY (id)
) {strict}
"""

_COLUMNS = (
    "ALTER TABLE agency ADD COLUMN accessible_desks {whole}",
    "ALTER TABLE allocation ADD COLUMN pinned TEXT NOT NULL DEFAULT 'no'",
)

_WORDS = {
    "sqlite": {"strict": "STRICT", "whole": "INTEGER"},
    "postgresql": {"strict": "", "whole": "BIGINT"},
}


def to_version_5(connection: Connection) -> None:
    """What stands wants no accessible desk, is pinned nowhere and weighs by the defaults."""
    for statement in (_PLACEMENT_SETTINGS, *_COLUMNS):
        connection.execute(text(statement.format(**_WORDS[connection.dialect.name])))
