"""Tagged PDFs (PDF/UA-1) by typst."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import typst

_NO_SUCH_LETTER = "could not be displayed with a font"


def tagged_pdf(source: str, inputs: Mapping[str, str], fonts: Path) -> bytes:
    """`source` set with `inputs`: the same bytes for the same.

    Letters that the program's own fonts lack are taken from those of the machine; where that has none
    either, the PDF is tagged as well but does not claim the standard.
    """
    for only_ours in (True, False):
        compiler = compiler_of(source, inputs, fonts, only_ours=only_ours)
        try:
            return cast(bytes, compiler.compile(format="pdf", pdf_standards="ua-1"))
        except typst.TypstError as trouble:
            if _NO_SUCH_LETTER not in trouble.message:
                raise
    return cast(bytes, compiler.compile(format="pdf"))


def compiler_of(source: str, inputs: Mapping[str, str], fonts: Path, *, only_ours: bool) -> typst.Compiler:
    """A compiler of `source` with those fonts, and behind them those of the machine if not `only_ours`."""
    found = typst.Fonts(include_system_fonts=not only_ours, font_paths=[str(fonts)])
    return typst.Compiler(source.encode(), font_paths=found, sys_inputs=dict(inputs))
