"""The workbook of a review pack: an agency looks through its lines in it, answers and sends it back."""

from pathlib import Path

from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.workbook.book import review_book
from hubdesk.exchange.review_pack.workbook.writing import written

__all__ = ["write"]


def write(pack: Pack, path: Path) -> None:
    """Write the workbook of `pack` to `path`: the same bytes for the same pack.

    Raises Refused where the file cannot be written, and WorkbookDiffers, a bug, where the workbook's
    own arithmetic parts from the figures of the pack.
    """
    body = written(review_book(pack), pack.made)
    with replacing(path) as draft:
        draft.write_bytes(body)
