"""Files that go out together: into one folder, each whole or not at all, and over nothing unasked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.outputs import refuse_lost_files

_NAMED = 3
"""So many files are named where they are in the way; the rest are counted."""
Report = Callable[[float, str], object]
"""Told the part done, 0 to 1, and what is being done; it may raise to stop the work."""


class Existing(Enum):
    """What to do where a file of the same name is there already."""

    KEEP = "keep"
    """Nothing is written at all, and all those files are told."""
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its name in the folder, what it is in words, and how to write it."""

    name: str
    what: str
    write: Callable[[Path], None]


class OutFolder:
    """The folder `place`, for files to be written to.

    `hub` is the name of the hub's file or the address of its database, which nothing is ever written over.
    """

    def __init__(self, place: Path, *, hub: str) -> None:
        self._place = place
        self._hub = hub

    def standing_there(self, files: Sequence[File]) -> tuple[str, ...]:
        """The names of those of `files` that are in the folder already."""
        return tuple(one.name for one in files if (self._place / one.name).exists())

    def write(self, files: Sequence[File], existing: Existing, report: Report) -> tuple[Path, ...]:
        """Write `files`, each whole or not at all, telling `report` of every one; where they went.

        What `report` raises ends it between two files, and those written until then stay. Makes the
        folder if only that is missing. Raises Refused where the folder cannot be made, a file is there
        already and is to be kept, or an output would take the place of a hub: then nothing is written.
        """
        paths = [self._place / one.name for one in files]
        refuse_lost_files(self._hub, paths)
        if existing is Existing.KEEP and (there := self.standing_there(files)):
            raise Refused(_there_already(self._place, there))
        _make(self._place)
        for done, (one, path) in enumerate(zip(files, paths, strict=True)):
            report(done / len(files), one.what)
            one.write(path)
        report(1.0, "Done")
        return tuple(paths)


def _there_already(place: Path, names: Sequence[str]) -> Problem:
    named = ", ".join(names[:_NAMED])
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    are = "is" if len(names) == 1 else "are"
    what = f"{named}{more} {are} in the folder already. Nothing was written"
    remedy = "Choose another folder, or say that files are to be replaced"
    return error("file-exists", what, str(place), remedy)


def _make(place: Path) -> None:
    """The folder, unless it is there. Raises Refused."""
    try:
        place.mkdir(exist_ok=True)
    except FileExistsError:
        what, remedy = f"{place} is a file and no folder", "Choose another name for the folder"
        raise Refused(error("not-a-folder", what, str(place), remedy)) from None
    except OSError as trouble:
        what = f"The folder {place} could not be made: {trouble.strerror}"
        remedy = "Make it yourself, or choose a folder that is there"
        raise Refused(error("no-such-folder", what, str(place), remedy)) from trouble
