"""`Memory`: what the window remembers from one day to the next, in a small file beside no hub."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from hubdesk.desktop.theme import TEXT_SIZES, Scheme

_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A hub that was open: its file or address, what it is called, and when it was opened last."""

    where: str
    name: str
    when: datetime

    @property
    def is_file(self) -> bool:
        return "://" not in self.where


@dataclass(frozen=True, slots=True)
class Look:
    """How a hub was looked at last: the page, the floor's id, and pixels to the metre (0: not known)."""

    page: str = ""
    floor: str = ""
    zoom: float = 0.0


class Memory:
    """Kept in `folder`, for this user of this machine. What it holds is a convenience, never a fact."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def scheme(self) -> Scheme:
        return _scheme(self._text("window/scheme"))

    def keep_scheme(self, scheme: Scheme) -> None:
        self._settings.setValue("window/scheme", scheme.value)

    @property
    def text_size(self) -> int:
        """Per cent of the system's size of letters."""
        kept = self._text("window/text-size")
        return next((size for size in TEXT_SIZES if str(size) == kept), 100)

    def keep_text_size(self, per_cent: int) -> None:
        self._settings.setValue("window/text-size", str(per_cent))

    @property
    def recents(self) -> tuple[Recent, ...]:
        """The hubs that were open, the last first."""
        count = self._settings.beginReadArray("recent")
        found = []
        for index in range(count):
            self._settings.setArrayIndex(index)
            try:
                when = datetime.fromisoformat(self._text("when"))
            except ValueError:
                continue
            found.append(Recent(self._text("where"), self._text("name"), when))
        self._settings.endArray()
        return tuple(one for one in found if one.where)

    def keep_recent(self, recent: Recent) -> None:
        """Put `recent` first; the oldest make way."""
        others = [one for one in self.recents if one.where != recent.where]
        self._keep_recents([recent, *others][:_MOST_RECENT])

    def forget_recent(self, where: str) -> None:
        self._keep_recents([one for one in self.recents if one.where != where])

    def look(self, where: str) -> Look:
        """How the hub at `where` was looked at last."""
        key = _key(where)
        try:
            zoom = float(self._text(f"{key}/zoom") or 0)
        except ValueError:
            zoom = 0.0
        return Look(self._text(f"{key}/page"), self._text(f"{key}/floor"), zoom)

    def keep_look(self, where: str, look: Look) -> None:
        key = _key(where)
        self._settings.setValue(f"{key}/page", look.page)
        self._settings.setValue(f"{key}/floor", look.floor)
        self._settings.setValue(f"{key}/zoom", f"{look.zoom:.4f}")

    def bytes_of(self, name: str) -> QByteArray:
        """A state that Qt made, such as "geometry"; empty if there is none."""
        value = self._settings.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_bytes(self, name: str, state: QByteArray) -> None:
        self._settings.setValue(f"window/{name}", state)

    @property
    def panels_wanted(self) -> Mapping[str, bool]:
        """Which panels were wanted last, and which were not, by their ids."""
        kept = self._text("window/panels-wanted").split()
        return {one.lstrip("-"): not one.startswith("-") for one in kept}

    def keep_panels_wanted(self, wanted: Mapping[str, bool]) -> None:
        kept = " ".join(id_ if is_wanted else f"-{id_}" for id_, is_wanted in wanted.items())
        self._settings.setValue("window/panels-wanted", kept)

    def columns_hidden(self, table: str, otherwise: Set[str]) -> Set[str]:
        """The ids of the columns that are not shown in `table`; `otherwise` if nobody chose."""
        kept = self._settings.value(f"columns/{table}")
        return frozenset(kept.split()) if isinstance(kept, str) else otherwise

    def keep_columns_hidden(self, table: str, hidden: Set[str]) -> None:
        self._settings.setValue(f"columns/{table}", " ".join(sorted(hidden)))

    def folder_for(self, purpose: str, otherwise: Path) -> Path:
        """The folder that was used last for `purpose`, if it is still there."""
        kept = self._text(f"folders/{purpose}")
        return Path(kept) if kept and Path(kept).is_dir() else otherwise

    def keep_folder(self, purpose: str, folder: Path) -> None:
        self._settings.setValue(f"folders/{purpose}", str(folder))

    def write(self) -> None:
        """Put it on the disk now."""
        self._settings.sync()

    def _text(self, key: str) -> str:
        value = self._settings.value(key)
        return value if isinstance(value, str) else ""

    def _keep_recents(self, recents: Sequence[Recent]) -> None:
        self._settings.remove("recent")
        self._settings.beginWriteArray("recent", len(recents))
        for index, one in enumerate(recents):
            self._settings.setArrayIndex(index)
            self._settings.setValue("where", one.where)
            self._settings.setValue("name", one.name)
            self._settings.setValue("when", one.when.isoformat())
        self._settings.endArray()


def _scheme(text: str) -> Scheme:
    try:
        return Scheme(text)
    except ValueError:
        return Scheme.SYSTEM


def _key(where: str) -> str:
    """Addresses and paths have characters that an ini file gives a meaning."""
    return f"hub-{sha256(where.encode('utf-8', 'replace')).hexdigest()[:16]}"
