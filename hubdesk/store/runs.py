"""Issued runs: appended, never changed."""

from sqlalchemy import Connection, insert, select

from hubdesk.domain.run import IssuedRun
from hubdesk.store.tables import ISSUED_RUN


def issued(connection: Connection) -> tuple[IssuedRun, ...]:
    """Every issued run, in order. Whether one is untouched is for the caller to ask."""
    rows = connection.execute(select(ISSUED_RUN).order_by(ISSUED_RUN.c.sequence))
    return tuple(IssuedRun(row.sequence, row.name, row.body, row.sha256) for row in rows)


def names(connection: Connection) -> list[str]:
    """The names of the issued runs, in order."""
    return list(connection.execute(select(ISSUED_RUN.c.name).order_by(ISSUED_RUN.c.sequence)).scalars())


def append(connection: Connection, run: IssuedRun) -> None:
    """Keep `run`, which the triggers then keep as it is."""
    connection.execute(
        insert(ISSUED_RUN),
        {"sequence": run.sequence, "name": run.name, "body": run.body, "sha256": run.sha256},
    )
