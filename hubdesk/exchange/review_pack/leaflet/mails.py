"""Mail addresses in texts, so that a click on one begins a message about the review."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

_ADDRESS = re.compile(
    r"(?<![\w.+@-])[A-Z0-9][\w.+-]{0,63}@(?:[A-Z0-9][A-Z0-9-]{0,62}\.){1,8}[A-Z]{2,63}(?![\w@-])",
    re.ASCII | re.IGNORECASE,
)


class Run(NamedTuple):
    """A piece of a text, and where it leads: to nowhere but a message to a mail address."""

    text: str
    href: str = ""


def linked(text: str, subject: str) -> tuple[Run, ...]:
    """`text` in pieces, in order: each mail address begins a message about `subject`."""
    return tuple(_runs(text, subject))


def first_address(lines: tuple[str, ...]) -> str:
    """The first mail address in `lines`; empty for none."""
    return next((found[0] for line in lines for found in _ADDRESS.finditer(line)), "")


def _runs(text: str, subject: str) -> Iterator[Run]:
    done = 0
    for found in _ADDRESS.finditer(text):
        if found.start() > done:
            yield Run(text[done : found.start()])
        yield Run(found[0], f"mailto:{found[0]}?subject={quote(subject, safe='', errors='replace')}")
        done = found.end()
    if done < len(text):
        yield Run(text[done:])
