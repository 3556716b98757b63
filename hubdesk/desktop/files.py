"""How the user names a file: asked here, so that a test can answer in their place."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QWidget

HUBS = "Hubs (*.hubdesk)"
PACKS = "Review packs (*.hubview)"
OPENED = f"Hubs and review packs (*.hubdesk *.hubview);;{HUBS};;{PACKS}"
"""What the window opens."""
WORKBOOKS = "Workbooks (*.xlsx)"
BOOKS = frozenset(
    (".xlsx", ".xlsm", ".xltx", ".xlsb", ".xls", ".ods", ".fods", ".numbers", ".csv", ".tsv", ".pdf", ".docx")
) | {".msg", ".eml", ".zip"}
"""The endings of what people drop for a workbook: what is none is refused in words, never passed over."""
CSV = "CSV files (*.csv)"
PDF = "PDF (*.pdf)"
JSON = "JSON files (*.json)"


class Files(Protocol):
    """Asks for files. Each answers None when the user thinks better of it."""

    def to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        """A file that is there."""
        ...

    def several_to_open(
        self, parent: QWidget, title: str, kinds: str, folder: Path
    ) -> tuple[Path, ...] | None:
        """Files that are there."""
        ...

    def to_make(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        """A name for a file that is not there yet: nothing that stands is ever written over."""
        ...

    def to_write(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        """A name for output; the dialog asks before it takes the place of a file."""
        ...

    def to_fill(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        """A folder for several files; whoever writes asks before it replaces one of them."""
        ...


class AskedFiles:
    """Asks with the dialogs of the system."""

    def to_open(self, parent: QWidget, title: str, kinds: str, folder: Path) -> Path | None:
        name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kinds)
        return Path(name) if name else None

    def several_to_open(
        self, parent: QWidget, title: str, kinds: str, folder: Path
    ) -> tuple[Path, ...] | None:
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), kinds)
        return tuple(map(Path, names)) or None

    def to_fill(self, parent: QWidget, title: str, folder: Path) -> Path | None:
        name = QFileDialog.getExistingDirectory(parent, title, str(folder))
        return Path(name) if name else None

    def to_make(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        named = _named(parent, title, kinds, suggestion, QFileDialog.Option.DontConfirmOverwrite)
        return None if named is None else ended(named, kinds)

    def to_write(self, parent: QWidget, title: str, kinds: str, suggestion: Path) -> Path | None:
        while (named := _named(parent, title, kinds, suggestion, QFileDialog.Option(0))) is not None:
            # The dialog has asked about the name that was typed; the whole one may be that of a file too.
            whole = ended(named, kinds)
            if whole == named or not whole.exists() or _may_replace(parent, whole):
                return whole
            suggestion = whole
        return None


def _named(
    parent: QWidget, title: str, kinds: str, suggestion: Path, options: QFileDialog.Option
) -> Path | None:
    dialog = QFileDialog(parent, title, str(suggestion.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOptions(options)
    dialog.setDefaultSuffix(_ending(kinds))
    dialog.selectFile(suggestion.name)
    try:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        names = dialog.selectedFiles()
    finally:
        dialog.deleteLater()
    return Path(names[0]) if accepted and names else None


def _may_replace(parent: QWidget, place: Path) -> bool:
    told = f"{place.name} is there already. Replace it?"
    answer = QMessageBox.warning(
        parent,
        "Replace the file",
        told,
        QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
        QMessageBox.StandardButton.No,
    )
    return answer == QMessageBox.StandardButton.Yes


def ended(path: Path, kinds: str) -> Path:
    """The path with the ending of its kind: "Parkside v1.2" has none yet."""
    ending = _ending(kinds)
    return path if path.name.lower().endswith(ending) else path.with_name(path.name + ending)


def _ending(kinds: str) -> str:
    return kinds.rpartition("*")[2].rstrip(")")


def free_name(wanted: Path) -> Path:
    """`wanted`, or with a number behind it where something stands there already: "Parkside 2.hubdesk"."""
    path, number = wanted, 2
    while path.exists() or path.is_symlink():
        path = wanted.with_name(f"{wanted.stem} {number}{wanted.suffix}")
        number += 1
    return path
