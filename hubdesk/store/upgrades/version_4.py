"""Version 4: reviews and queries, and a table of kept files that are no longer pictures alone."""

from sqlalchemy import Connection, text

_REVIEW_SETTINGS = """
CREATE TABLE review_settings (
    id TEXT NOT NULL,
    totals TEXT NOT NULL,
    query_days {whole} NOT NULL,
    PRIMARY KEY (id)
) {strict}
"""

_REVIEW_ROUND = """
CREATE TABLE review_round (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    opened TEXT NOT NULL,
    as_at TEXT NOT NULL,
    deadline TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    secret TEXT NOT NULL,
    totals TEXT NOT NULL,
    silence TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (id)
) {strict}
"""

_REVIEW = """
CREATE TABLE review (
    id TEXT NOT NULL,
    round TEXT NOT NULL,
    agency TEXT NOT NULL,
    sent TEXT,
    pack TEXT NOT NULL,
    copies {whole} NOT NULL,
    opened TEXT,
    answered TEXT,
    answer TEXT NOT NULL,
    signed_by TEXT NOT NULL,
    agreed TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY(round) REFERENCES review_round (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(agency) REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED
) {strict}
"""

_QUERY = """
CREATE TABLE "query" (
    id TEXT NOT NULL,
    number {whole} NOT NULL,
    agency TEXT NOT NULL,
    line TEXT NOT NULL,
    said TEXT NOT NULL,
    asks TEXT NOT NULL,
    raised TEXT NOT NULL,
    due TEXT NOT NULL,
    stage TEXT NOT NULL,
    round TEXT,
    wanted TEXT NOT NULL,
    wished TEXT,
    reason TEXT NOT NULL,
    owner TEXT NOT NULL,
    "end" TEXT,
    ended TEXT,
    PRIMARY KEY (id),
    FOREIGN KEY(agency) REFERENCES agency (id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY(round) REFERENCES review_round (id) DEFERRABLE INITIALLY DEFERRED
) {strict}
"""

_QUERY_MESSAGE = """
CREATE TABLE query_message (
    id TEXT NOT NULL,
    "query" TEXT NOT NULL,
    day TEXT NOT NULL,
    place {whole} NOT NULL,
    "by" TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY("query") REFERENCES "query" (id) DEFERRABLE INITIALLY DEFERRED
) {strict}
"""

_INDEXES = (
    "CREATE INDEX ix_review_round ON review (round)",
    "CREATE INDEX ix_review_agency ON review (agency)",
    "CREATE INDEX ix_query_agency ON query (agency)",
    "CREATE INDEX ix_query_round ON query (round)",
    "CREATE INDEX ix_query_message_query ON query_message (query)",
)

_IN_ORDER = (_REVIEW_SETTINGS, _REVIEW_ROUND, _REVIEW, _QUERY, _QUERY_MESSAGE)
"""Each after those that it refers to."""

_WORDS = {
    "sqlite": {"strict": "STRICT", "whole": "INTEGER"},
    "postgresql": {"strict": "", "whole": "BIGINT"},
}

_RENAMED = {
    "sqlite": ("ALTER TABLE picture RENAME TO kept_file",),
    "postgresql": (
        "ALTER TABLE picture RENAME TO kept_file",
        "ALTER INDEX picture_pkey RENAME TO kept_file_pkey",
    ),
}


def to_version_4(connection: Connection) -> None:
    """What stands was never reviewed; its pictures are kept on under their hashes."""
    dialect = connection.dialect.name
    for statement in (*_RENAMED[dialect], *_IN_ORDER, *_INDEXES):
        connection.execute(text(statement.format(**_WORDS[dialect])))
