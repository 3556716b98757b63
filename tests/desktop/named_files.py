"""The user at the file dialogs of a test: names files beforehand, in order."""

from pathlib import Path

from PySide6.QtWidgets import QWidget


class NamedFiles:
    """Answers each dialog with the next of `names`; None is Cancel."""

    def __init__(self) -> None:
        self.names: list[Path | None] = []
        self.suggested: list[Path] = []

    def to_open(self, _parent: QWidget, _title: str, _kinds: str, folder: Path) -> Path | None:
        return self._next(folder)

    def several_to_open(
        self, _parent: QWidget, _title: str, _kinds: str, folder: Path
    ) -> tuple[Path, ...] | None:
        name = self._next(folder)
        return None if name is None else (name,)

    def to_make(self, _parent: QWidget, _title: str, _kinds: str, suggestion: Path) -> Path | None:
        return self._next(suggestion)

    def to_write(self, _parent: QWidget, _title: str, _kinds: str, suggestion: Path) -> Path | None:
        return self._next(suggestion)

    def to_fill(self, _parent: QWidget, _title: str, folder: Path) -> Path | None:
        return self._next(folder)

    def _next(self, suggestion: Path) -> Path | None:
        self.suggested.append(suggestion)
        return self.names.pop(0)
