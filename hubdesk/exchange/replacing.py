"""Writing a file for the user: whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hubdesk.domain.problem import Problem, Refused, Severity


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to, which takes its place once it is whole and on the disk.

    If anything goes wrong `path` stays as it was. Raises Refused where the folder is missing or may
    not be written to, the disk is full, or another program holds the file.
    """
    draft = path.with_name(f".{secrets.token_hex(6)}{path.suffix}")
    try:
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.replace(path)
    except OSError as trouble:
        raise Refused(_in_words(path, trouble)) from trouble
    finally:
        draft.unlink(missing_ok=True)


def _in_words(path: Path, trouble: OSError) -> Problem:
    if isinstance(trouble, FileNotFoundError):
        return _problem("no-such-folder", path, f"There is no folder for {path}", "Make the folder first")
    if isinstance(trouble, IsADirectoryError):
        return _problem("is-a-folder", path, f"{path} is a folder", "Name a file in it")
    if isinstance(trouble, PermissionError):
        remedy = "Close the file where it is open, or write to a folder of your own"
        return _problem("cannot-write", path, f"{path} may not be written to, or is open elsewhere", remedy)
    if trouble.errno in (errno.ENOSPC, errno.EDQUOT):
        return _problem("disk-full", path, f"The disk of {path} is full", "Make room on it and try again")
    remedy = "Check that the drive is connected, or write elsewhere"
    return _problem("cannot-write", path, f"{path} could not be written: {trouble.strerror}", remedy)


def _problem(code: str, path: Path, what: str, remedy: str) -> Problem:
    return Problem(Severity.ERROR, code, what, str(path), remedy)
