"""An issued run as it is kept: frozen, numbered, and chained by hash."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IssuedRun:
    """A run as issued (charging rules, section 6).

    `sequence` counts from 1 over all years; `name` is "2026-27-Q1" or "2026-27-close"; `body` is the
    canonical text of its inputs, lines and workings with the previous run's hash, and `sha256` the
    hash of that text as UTF-8, in hexadecimal.
    """

    sequence: int
    name: str
    body: str
    sha256: str

    @property
    def is_untouched(self) -> bool:
        """Whether the body still has the hash under which it was issued."""
        return digest(self.body) == self.sha256


def digest(body: str) -> str:
    """The SHA-256 of `body` as UTF-8, in hexadecimal."""
    return hashlib.sha256(body.encode()).hexdigest()
