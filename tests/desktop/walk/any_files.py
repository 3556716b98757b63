"""`AnyFiles`: at a file dialog, names a new file, one that is there, or thinks better of it."""

from pathlib import Path
from random import Random

from PySide6.QtWidgets import QWidget


class AnyFiles:
    """Everything it names lies in one folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self._random = Random(7)
        self._made = 0

    def to_open(self, _parent: QWidget, _title: str, kinds: str, _folder: Path) -> Path | None:
        there = self._there(kinds)
        return self._random.choice(there) if there and self._random.random() < 0.8 else None

    def several_to_open(
        self, parent: QWidget, title: str, kinds: str, folder: Path
    ) -> tuple[Path, ...] | None:
        one = self.to_open(parent, title, kinds, folder)
        return None if one is None else (one,)

    def to_make(self, _parent: QWidget, _title: str, kinds: str, suggestion: Path) -> Path | None:
        return self._named(kinds, suggestion)

    def to_write(self, _parent: QWidget, _title: str, kinds: str, suggestion: Path) -> Path | None:
        return self._named(kinds, suggestion)

    def to_fill(self, _parent: QWidget, _title: str, _folder: Path) -> Path | None:
        return self.folder if self._random.random() < 0.5 else None

    def _named(self, kinds: str, suggestion: Path) -> Path | None:
        if self._random.random() < 0.5:
            return None
        there = self._there(kinds)
        if there and self._random.random() < 0.3:
            return self._random.choice(there)
        self._made += 1
        return self.folder / f"{self._made} {suggestion.name}"

    def _there(self, kinds: str) -> list[Path]:
        return sorted(self.folder.glob(kinds.rpartition("(")[2].rstrip(")")))
