"""The recharge workbook: a run as one file that proves itself with live formulas."""

from collections.abc import Sequence
from pathlib import Path

from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.xlsx.recharge_workbook.agency_book import agency_book
from hubdesk.exchange.xlsx.recharge_workbook.build import whole_book
from hubdesk.exchange.xlsx.recharge_workbook.expectations import WorkbookDiffers
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.writing import write_book

__all__ = ["WorkbookDiffers", "write_agency_workbook", "write_recharge_workbook"]


def write_recharge_workbook(path: Path, run: Run, *, earlier: Sequence[Run], written_at: str) -> None:
    """Write the workbook of `run` to `path`; `earlier` are the runs of the same year before it.

    `written_at` is when, in words for people. Raises Refused where the file cannot be written, and
    WorkbookDiffers, a bug, where a figure is not the engine's.
    """
    book = whole_book(Subject(run, earlier, written_at))
    with replacing(path) as draft:
        write_book(draft, book)


def write_agency_workbook(
    path: Path, run: Run, agency: Agency, *, earlier: Sequence[Run], written_at: str
) -> None:
    """Write the own workbook of `agency` for `run` to `path`, with nobody else's name, code or figure.

    The rest is as in `write_recharge_workbook`.
    """
    book = agency_book(agency, Subject(run, earlier, written_at))
    with replacing(path) as draft:
        write_book(draft, book)
