"""How the user names a file: asked here, so that a test can answer in their place."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

HUBS = "Hubs (*.hubdesk)"
WORKBOOKS = "Workbooks (*.xlsx)"
CSV = "CSV files (*.csv)"
JSON = "JSON files (*.json)"


class Files(Protocol):
    """Asks for files. Each answers None when the user thinks better of it."""

    def to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """A file that is there."""
        ...

    def to_make(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        """A name for a file that is not there yet: nothing that stands is ever written over."""
        ...

    def to_write(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        """A name for output; the dialog asks before it takes the place of a file."""
        ...


class AskedFiles:
    """Asks with the dialogs of the system."""

    def to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def to_make(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        without_asking = QFileDialog.Option.DontConfirmOverwrite
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds, "", without_asking)
        return _ended(name, kinds)

    def to_write(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds)
        return _ended(name, kinds)


def _ended(name: str, kinds: str) -> Path | None:
    """The name with the ending of its kind, where none was typed."""
    if not name:
        return None
    path = Path(name)
    ending = kinds.rpartition("*")[2].rstrip(")")
    return path if path.suffix else path.with_name(path.name + ending)


def free_name(wanted: Path) -> Path:
    """`wanted`, or with a number behind it where something stands there already: "Parkside 2.hubdesk"."""
    path, number = wanted, 2
    while path.exists() or path.is_symlink():
        path = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")
        number += 1
    return path


def file_name(name: str) -> str:
    """`name` without what file systems do not take."""
    kept = "".join(" " if one in '<>:"/\\|?*' or not one.isprintable() else one for one in name)
    return " ".join(kept.split()).strip(". ")[:80] or "Hub"
