"""What stands on a board paper, in words and pence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from hubdesk.domain.money import Pence


class Figure(NamedTuple):
    """What one agency, or all of them, would be charged in a scenario, and by how much more than today."""

    pence: Pence
    more: Pence


@dataclass(frozen=True, slots=True)
class PaperScenario:
    """A scenario in words. `recovery` is what the licences bring in then; `trouble` why it has no figures."""

    name: str
    note: str
    changes: Sequence[str]
    recovery: str
    total: Figure | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One agency: its charges for the year today, and in each scenario (None: that has no figures)."""

    name: str
    today: Pence
    figures: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class BoardPaper:
    """One page. `figures` says which figures these are; the rows are in the order in which they are shown."""

    title: str
    about: str
    made: date
    figures: str
    recovery: str
    scenarios: tuple[PaperScenario, ...]
    rows: tuple[PaperRow, ...]
    today: Pence

    def shortened(self, rows: int, changes: int) -> "BoardPaper":
        """The same in less room: agencies beyond the first and last `rows` stand together, so do changes."""
        return replace(
            self,
            rows=_together(self.rows, rows),
            scenarios=tuple(replace(one, changes=_first(one.changes, changes)) for one in self.scenarios),
        )


def _together(rows: tuple[PaperRow, ...], most: int) -> tuple[PaperRow, ...]:
    """Rows are sorted by who would pay more: the middle ones, whom it changes least, become one."""
    if len(rows) <= most:
        return rows
    first = most // 2
    last = most - first - 1
    middle = rows[first : len(rows) - last]
    others = PaperRow(
        f"{len(middle):,} other agencies",
        sum(row.today for row in middle),
        tuple(_sum(column) for column in zip(*(row.figures for row in middle), strict=True)),
    )
    return (*rows[:first], others, *rows[len(rows) - last :])


def _sum(figures: Iterable[Figure | None]) -> Figure | None:
    known = [one for one in figures if one is not None]
    return Figure(sum(one.pence for one in known), sum(one.more for one in known)) if known else None


def _first(lines: Sequence[str], most: int) -> Sequence[str]:
    return lines if len(lines) <= most else [*lines[: most - 1], f"and {len(lines) - most + 1:,} more"]
