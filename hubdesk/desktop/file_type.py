"""The file types `.hubdesk` and `.hubview`: told to the user's desktop, so that a double click opens them.

For this user alone, without rights over the machine. On macOS the application's bundle says it.
"""

import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSettings

MIME_TYPE = "application/vnd.hubdesk"
PACK_MIME_TYPE = "application/vnd.hubdesk.review-pack"
_ID = "hubdesk"
_CLASSES = (
    (".hubdesk", "Hubdesk.Hub", "Hubdesk hub", MIME_TYPE),
    (".hubview", "Hubdesk.ReviewPack", "Hubdesk review pack", PACK_MIME_TYPE),
)
_SECONDS = 20

_ENTRY = """[Desktop Entry]
Type=Application
Name=Hubdesk
Comment=Desks, rates and recharges of shared public-service buildings
Exec="{program}" %f
Icon={id}
Terminal=false
Categories=Office;
MimeType={mime};{pack};
"""

_MIME = """<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{mime}">
    <comment>Hubdesk hub</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <glob pattern="*.hubdesk" weight="80"/>
    <icon name="{id}"/>
  </mime-type>
  <mime-type type="{pack}">
    <comment>Hubdesk review pack</comment>
    <magic priority="60">
      <match type="string" offset="0" value="hubdesk review pack, form "/>
    </magic>
    <glob pattern="*.hubview" weight="80"/>
    <icon name="{id}"/>
  </mime-type>
</mime-info>
"""


def this_program() -> Path | None:
    """What a double click is to start: the built application, or the command in its folder."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable)
    found = shutil.which("hubdesk", path=str(Path(sys.executable).parent)) or shutil.which("hubdesk")
    return Path(found) if found else None


def own_the_file_type(program: Path, icon: Path, data_home: Path) -> None:
    """Let `program` open hubs and review packs. `data_home` is the user's own ($XDG_DATA_HOME) where told.

    It can take some seconds. Raises OSError if the user's own folder cannot be written.
    """
    if sys.platform == "win32":
        _tell_windows(program)
    else:
        _tell_freedesktop(program, icon, data_home)


def _tell_freedesktop(program: Path, icon: Path, data_home: Path) -> None:
    names = {"program": _quoted(program), "id": _ID, "mime": MIME_TYPE, "pack": PACK_MIME_TYPE}
    entries, packages = data_home / "applications", data_home / "mime" / "packages"
    pictures = data_home / "icons" / "hicolor" / "512x512"
    for folder in (entries, packages, pictures / "apps", pictures / "mimetypes"):
        folder.mkdir(parents=True, exist_ok=True)
    (entries / f"{_ID}.desktop").write_text(_ENTRY.format(**names), encoding="utf-8")
    (packages / f"{_ID}.xml").write_text(_MIME.format(**names), encoding="utf-8")
    for kind in ("apps", "mimetypes"):
        shutil.copyfile(icon, pictures / kind / f"{_ID}.png")
    # A desktop without these programs looks at the folders by itself.
    _run("update-mime-database", str(data_home / "mime"))
    _run("update-desktop-database", str(entries))
    _run("xdg-mime", "default", f"{_ID}.desktop", MIME_TYPE, PACK_MIME_TYPE)


def _quoted(program: Path) -> str:
    """As the Exec key of a desktop entry wants a path between quotation marks."""
    text = str(program)
    for character in '\\"`$':
        text = text.replace(character, "\\" + character)
    return text.replace("\\", "\\\\").replace("%", "%%")


def _run(*command: str) -> None:
    if shutil.which(command[0]):
        # What is told is written by then; who is that slow about it finds it at the next login.
        with suppress(subprocess.TimeoutExpired):
            subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS)


def _tell_windows(program: Path) -> None:
    classes = QSettings("HKEY_CURRENT_USER\\Software\\Classes", QSettings.Format.NativeFormat)
    command = f'"{program}" "%1"'
    for ending, name, words, mime in _CLASSES:
        for key, value in {
            f"{ending}/Default": name,
            f"{ending}/Content Type": mime,
            f"{name}/Default": words,
            f"{name}/DefaultIcon/Default": f"{program},0",
            f"{name}/shell/open/command/Default": command,
        }.items():
            classes.setValue(key, value)
    classes.sync()
