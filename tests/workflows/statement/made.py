"""Statements to look at: of both samples with a year behind them, and of random hubs."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from hubdesk.charging.run import Run
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.statements import StatementSettings
from hubdesk.exchange.statement.figures import in_column
from hubdesk.exchange.statement.statement import Statement, Table, Words
from hubdesk.workflows.outgoing import Outgoing
from hubdesk.workflows.resources import Sample, fonts_folder
from hubdesk.workflows.statement.contents import Sender
from hubdesk.workflows.statement.letterhead import Letterhead
from hubdesk.workflows.statements import Statements
from tests.builders.random_hubs import random_hub
from tests.exchange.plan.pages import Page, pages_of
from tests.exchange.xlsx.recharge_workbook.runs import a_draft, a_year, issue, sample, with_more_desks

MADE = date(2026, 11, 23)
TEXTS = StatementSettings(
    RecordId("texts"),
    address="Parkside\nStation Approach\nMelton Mowbray LE13 1GH",
    introduction="This is what your organisation owes.\n\nKeep it with the purchase order.",
    payment="By BACS within 30 days.",
    contact="Finance, 01664 502502",
)
_STEPS = {Sample.PARKSIDE: "L05", Sample.HAVANT: "HP-02"}
_MONEY = re.compile(r"−?\d[\d,]*\.\d\d(?!\d)")


@cache
def sample_year(which: Sample) -> tuple[Hub, list[Run]]:
    """A sample as it turned out to be, and its year: from the third quarter on with adjustments."""
    hub = sample(which)
    later = with_more_desks(hub, _STEPS[which], date(2026, 5, 16), 11)
    return later, a_year(hub, later)


def sample_statements(which: Sample, place: int) -> Statements:
    """Of the year's run at `place`."""
    hub, runs = sample_year(which)
    return statements_of(runs[place], runs[:place], hub)


def random_statements(seed: int, agencies: int = 7, lines: int = 8) -> Statements:
    """Of the second period that a random hub issued, after a change that puts the first one right."""
    hub = random_hub(seed, agencies, lines)
    later = _later(hub)
    year = hub.charging_year(min(line.year for line in hub.cost_lines.values()))
    periods = year.periods(hub.settings.billing)
    first = issue(a_draft(hub, periods[0].name), [])
    if len(periods) == 1:
        return statements_of(first, [], hub)
    return statements_of(issue(a_draft(later, periods[1].name, [first]), [first]), [first], later)


def _later(hub: Hub) -> Hub:
    """`hub` with a budget half as large again, which every agency that shares it gets to know of."""
    line = min(hub.cost_lines.values(), key=lambda one: (one.year, one.code))
    dearer = replace(line, budget=line.budget * 3 // 2 + 1)
    return Hub.of(dearer if one.id == line.id else one for one in hub.records())


def statements_of(
    run: Run,
    earlier: list[Run],
    hub: Hub,
    head: Letterhead = Letterhead(TEXTS),  # noqa: B008  frozen
) -> Statements:
    return Statements(Outgoing(run, tuple(earlier), (), None), Sender(hub, head, MADE, fonts_folder()))


def pages(content: bytes, folder: Path) -> list[Page]:
    path = folder / "statement.pdf"
    path.write_bytes(content)
    return pages_of(path)


def figures_told(pages_of_words: list[str]) -> Counter[str]:
    """Every figure with two decimals that is in the words of the pages."""
    return Counter(found for words in pages_of_words for found in _MONEY.findall(words))


def figures_meant(statement: Statement) -> Counter[str]:
    """Every figure in a column of money of the statement's tables."""
    cells = (cell for table in statement.tables for row in (*table.rows, table.total) for cell in row)
    return Counter(in_column(cell) for cell in cells if isinstance(cell, int))


def table(statement: Statement, title: str) -> Table | None:
    return next((one for one in statement.tables if one.title.startswith(title)), None)


def column(told: Table | None, heading: str) -> list[int]:
    """The pence under `heading`, the total apart; none where there is no such table or column."""
    if told is None or heading not in [one.heading for one in told.columns]:
        return []
    place = [one.heading for one in told.columns].index(heading)
    return [cell for row in told.rows if isinstance(cell := row[place], int)]


def first_words(told: Table) -> list[str]:
    """What each row of a table is about."""
    return [next(cell.text for cell in row if isinstance(cell, Words)) for row in told.rows]
