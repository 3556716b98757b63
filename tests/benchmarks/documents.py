"""How long a document of ten thousand desks takes to open and to edit."""

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from hubdesk.domain.change import updating
from hubdesk.domain.hub import Hub
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.builders.random_hubs import random_hub

DESKS = 10_000
_WHEN = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)


def big_document(folder: Path) -> Path:
    """A document of ten thousand desks with an allocation or so to each, in `folder`."""
    path = folder / "Big.hubdesk"
    hub = random_hub(1, agencies=16, lines=60, desks=DESKS)
    create_store(path, hub, user="bench", title="Start", when=_WHEN).close()
    return path


def opening(path: Path) -> float:
    """Seconds to open the document, checks and all, and have its hub: the best of several."""
    return _best(lambda: _open(path))


def raw_reading(path: Path) -> float:
    """Seconds that sqlite3 takes to read the same rows: the best of several."""
    return _best(lambda: _read_rows(path))


def single_edit(path: Path) -> float:
    """Seconds from a change of one desk to its observer, committed to the disk: the median of several."""
    with open_store(path, user="bench", mode=Mode.WRITE) as store:
        document = Document(store, clock=lambda: _WHEN)
        seen: list[float] = []
        document.observe(lambda _change, _hub: seen.append(time.perf_counter()))
        began = []
        for desk in list(document.hub.desks.values())[::500]:
            began.append(time.perf_counter())
            document.apply(updating("Move a desk", (desk, replace(desk, x_mm=desk.x_mm + 1))))
    return median(end - start for start, end in zip(began, seen, strict=True))


def _open(path: Path) -> Hub:
    with open_store(path, user="bench", mode=Mode.READ) as store:
        return store.read_hub()


def _read_rows(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        records = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' "
            "AND name NOT IN ('log', 'person', 'issued_run')"
        )
        return [connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in records.fetchall()]


def _best(run: Callable[[], object], times: int = 9) -> float:
    spans = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        spans.append(time.perf_counter() - start)
    return min(spans)
