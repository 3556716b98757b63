"""`Reading`: what the pack says in words: the letter, what has changed, and what next year rests on."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtWidgets import QTextBrowser

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.pack import Pack

_TO_LOOK = (
    "This window is to look at. Answer in the workbook that came with it, or write to whom it says above."
)


class Reading(QTextBrowser):
    """Text to read and to copy; nothing in it leads anywhere, whatever the file says."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Read first")
        self.setOpenLinks(False)

    def show_pack(self, pack: Pack) -> None:
        self.setHtml("".join(_paragraphs(pack)))


def _paragraphs(pack: Pack) -> Iterator[str]:
    yield from (f"<p>{escape(one)}</p>" for one in pack.text)
    yield _heading("How to answer")
    yield f"<p>{escape(_TO_LOOK)}</p>"
    yield _heading("Changes since the last review")
    if not pack.compared_with:
        yield "<p>This is the first review: there is none to compare it with.</p>"
    else:
        yield f"<p>Compared with {escape(pack.compared_with)}.</p>"
        yield _list(pack.changes) if pack.changes else "<p>Nothing has changed.</p>"
    if pack.estimate is not None:
        yield _heading(f"What the estimate for {pack.estimate.year} rests on")
        yield _list(pack.estimate.basis)
    made = f"Copy {pack.copy}, made on {in_words(pack.made)}."
    yield f"<p><i>{escape(made)}</i></p>"


def _heading(words: str) -> str:
    return f"<h3>{escape(words)}</h3>"


def _list(words: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in words)}</ul>"
