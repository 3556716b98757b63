"""Pages as somebody sees them who opens the PDF: pypdfium2 reads and draws it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

MM_PER_POINT = 25.4 / 72
MARGIN = 10.0


@dataclass(frozen=True)
class Letter:
    """A letter with its box in millimetres from the page's top-left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        return (self.right - self.left) * (self.bottom - self.top)

    def common(self, other: "Letter") -> float:
        """How much of the paper both lie on, in square millimetres."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, across) * max(0.0, down)


@dataclass(frozen=True)
class Page:
    """A page: its size in millimetres, its text and the places of its letters."""

    width: float
    height: float
    text: str
    letters: tuple[Letter, ...]

    def says(self, words: str) -> bool:
        """Whether `words` are on the page, spaces apart: turned text is taken out letter by letter."""
        return "".join(words.split()) in "".join(self.text.split())


def pages_of(path: Path) -> list[Page]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [_page(document[number]) for number in range(len(document))]
    finally:
        document.close()


def legible(page: Page) -> None:
    """See that all letters are inside the margins, and none on another."""
    for letter in page.letters:
        assert MARGIN <= letter.left <= letter.right <= page.width - MARGIN, letter
        assert MARGIN <= letter.top <= letter.bottom <= page.height - MARGIN, letter
    in_order = sorted(page.letters, key=lambda letter: letter.left)
    for place, one in enumerate(in_order):
        for other in in_order[place + 1 :]:
            if other.left >= one.right:
                break
            assert one.common(other) <= 0.3 * min(one.size, other.size), (one, other)


def words_of(path: Path) -> list[str]:
    """The text of each page, without looking where its letters are."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


def picture_of(path: Path, dpi: int, number: int = 0) -> Image.Image:
    """A page drawn in shades of grey."""
    document = pypdfium2.PdfDocument(path)
    try:
        picture: Image.Image = document[number].render(scale=dpi / 72, grayscale=True).to_pil()
        return picture.convert("L")
    finally:
        document.close()


def metadata_of(path: Path) -> dict[str, str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return {**document.get_metadata_dict(), "tagged": str(document.is_tagged())}
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> Page:
    width, height = (side * MM_PER_POINT for side in page.get_size())
    text = page.get_textpage()
    return Page(width, height, text.get_text_range(), tuple(_letters(text, height)))


def _letters(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Letter]:
    for place in range(text.count_chars()):
        left, bottom, right, top = (side * MM_PER_POINT for side in text.get_charbox(place))
        letter = text.get_text_range(place, 1)
        if letter.strip("\u200b \r\n\t"):
            yield Letter(letter, left, height - top, right, height - bottom)
