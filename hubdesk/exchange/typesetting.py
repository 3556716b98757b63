"""Pages set by typst from a template of ours: PDF for people and their screen readers (PDF/UA-1)."""

from functools import cached_property
from pathlib import Path
from typing import Literal, cast

import pypdfium2
import typst

_Standard = Literal["ua-1"]
_UA: _Standard = "ua-1"
_NO_SUCH_LETTER = "could not be displayed with"


class Template:
    """Sets pages, one after the other or in several threads; the fonts are looked through once."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._source = template.read_bytes()
        self._fonts = fonts

    def pdf(self, inputs: dict[str, str]) -> bytes:
        """The pages that the template makes of `inputs`: the same bytes for the same words.

        Letters that the program's own fonts lack are taken from those of the machine; where that has none
        either, the PDF is tagged but claims no standard.
        """
        try:
            return self._compiled(inputs, self._own, _UA)
        except typst.TypstError as trouble:
            if _NO_SUCH_LETTER not in trouble.message:
                raise
        try:
            return self._compiled(inputs, self._all, _UA)
        except typst.TypstError as trouble:
            if _NO_SUCH_LETTER not in trouble.message:
                raise
        return self._compiled(inputs, self._all, None)

    @cached_property
    def _own(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=False, font_paths=[str(self._fonts)])

    @cached_property
    def _all(self) -> typst.Fonts:
        return typst.Fonts(include_system_fonts=True, font_paths=[str(self._fonts)])

    def _compiled(self, inputs: dict[str, str], fonts: typst.Fonts, standard: _Standard | None) -> bytes:
        compiler = typst.Compiler(self._source, font_paths=fonts, sys_inputs=inputs)
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=standard))


def letters_on_pages(pdf: bytes) -> list[int]:
    """How many letters are on each of its pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[number].get_textpage().count_chars() for number in range(len(document))]
    finally:
        document.close()
