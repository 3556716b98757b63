"""Files that appear whole or not at all, and never in place of another."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from hubdesk.domain.problem import Refused
from hubdesk.store.trouble import Trouble, of_disk


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to, which becomes `path` at the end.

    Raises Refused if there is something at `path`, its folder is missing or cannot be written to, or the
    name leaves no room for those of the files beside a document.
    """
    beside = path.with_name(f".{path.name}-{secrets.token_hex(4)}")
    try:
        _refuse_if_taken(path, beside)
        beside.touch(exist_ok=False)
        yield beside
        _place(beside, path)
    except FileExistsError:
        raise Refused(Trouble.EXISTS.at(path.name)) from None
    except OSError as error:
        raise Refused(of_disk(error).at(path.name)) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _refuse_if_taken(path: Path, beside: Path) -> None:
    if not path.parent.is_dir():
        raise Refused(Trouble.NO_SUCH_FOLDER.at(str(path)))
    with suppress(FileNotFoundError):
        # The longest of those names: SQLite's journal of the new file.
        beside.with_name(f"{beside.name}-journal").lstat()
    with suppress(FileNotFoundError):
        path.lstat()
        raise FileExistsError


def _place(beside: Path, path: Path) -> None:
    """Give the file its name. Raises FileExistsError if another took it meanwhile."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        # Some network drives have no second names for a file.
        if path.exists():
            raise FileExistsError from None
        beside.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
