"""Text that can be written: the name of a file may hold bytes that are no text."""

import re

_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def writable(text: str) -> str:
    """`text` with "\N{REPLACEMENT CHARACTER}" for whatever no database or screen takes."""
    return _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)
