"""The board paper of scenarios that are compared: on a page, or as a workbook."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from hubdesk.domain.days import in_words
from hubdesk.domain.names import agency_name
from hubdesk.exchange.board_paper.paper import BoardPaper, Figure, PaperRow, PaperScenario
from hubdesk.exchange.board_paper.pdf import board_paper_pdf
from hubdesk.exchange.board_paper.workbook import board_paper_workbook
from hubdesk.exchange.replacing import replacing
from hubdesk.workflows.resources import board_paper_template, fonts_folder
from hubdesk.workflows.scenario_compare import AgencyRow, Comparison, InScenario, cover_words, which_figures
from hubdesk.workflows.scenarios import told
from hubdesk.workflows.year_cost import YearCost


def board_paper(comparison: Comparison, made: date) -> BoardPaper:
    """What stands on the paper: the figures of `comparison`, and nothing that is not in them."""
    names = [one.scenario.name for one in comparison.others]
    return BoardPaper(
        title=f"{comparison.hub.settings.name}: what if, {comparison.year.name}",
        about=f"{_listed(names)}, beside the hub as it stood on {in_words(made)}. Nothing here is decided.",
        made=made,
        figures=which_figures(comparison),
        recovery=cover_words(comparison.today),
        scenarios=tuple(_scenarios(comparison)),
        rows=tuple(_row(comparison, row) for row in comparison.rows),
        today=comparison.today.pence,
    )


def write_pdf(paper: BoardPaper, path: Path) -> None:
    """One tagged page. Raises Refused where the file cannot be written."""
    content = board_paper_pdf(paper, board_paper_template(), fonts_folder())
    with replacing(path) as draft:
        draft.write_bytes(content)


def write_workbook(paper: BoardPaper, path: Path) -> None:
    """A workbook of one sheet. Raises Refused where the file cannot be written."""
    content = board_paper_workbook(paper)
    with replacing(path) as draft:
        draft.write_bytes(content)


def _scenarios(comparison: Comparison) -> Iterator[PaperScenario]:
    for one in comparison.others:
        figured = isinstance(one.cost, YearCost)
        yield PaperScenario(
            one.scenario.name,
            one.scenario.note,
            (*told(comparison.hub, one.laid), *_left_out(one)),
            cover_words(one.cost) if isinstance(one.cost, YearCost) else "",
            Figure(one.cost.pence, one.cost.pence - comparison.today.pence)
            if isinstance(one.cost, YearCost)
            else None,
            "" if figured else _trouble(one),
        )


def _left_out(one: InScenario) -> Iterator[str]:
    """What the figures do not count, although it is in the scenario."""
    return (f"Left out: {problem.happened_there}" for problem in one.laid.problems)


def _trouble(one: InScenario) -> str:
    assert not isinstance(one.cost, YearCost)
    return f"No figures: {one.cost.problems[0].told_there}"


def _row(comparison: Comparison, row: AgencyRow) -> PaperRow:
    hubs = (comparison.hub, *(one.laid.hub for one in comparison.others))
    agency = next(hub.agencies[row.id] for hub in hubs if row.id in hub.agencies)
    host = ", the host" if row.is_host else ""
    figures = tuple(None if one is None else Figure(one.pence, one.more) for one in row.scenarios)
    return PaperRow(f"{agency_name(agency)}{host}", row.today, figures)


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
