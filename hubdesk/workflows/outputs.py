"""Where output may go: never over a hub, and no two outputs into one file."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.problem import Problem, Refused

_HUB_SUFFIX = ".hubdesk"
_DATABASE_BEGINS = b"SQLite format 3\x00"


def refuse_lost_files(hub: str, outputs: Iterable[Path]) -> None:
    """See that writing to `outputs` loses no hub: neither the one that they come from nor another.

    `hub` is the name of its file or the address of its database. Raises Refused with all that is
    the matter: an output that is a hub or another database, a folder, or the place of another output.
    """
    if problems := tuple(_problems(hub, list(outputs))):
        raise Refused(*problems)


def _problems(hub: str, outputs: list[Path]) -> Iterator[Problem]:
    taken: set[str] = set()
    for path in outputs:
        if (place := os.path.normcase(os.path.realpath(path))) in taken:
            what, remedy = "Two outputs would go into this one file", "Give each a name of its own"
            yield error("output-twice", what, str(path), remedy)
        taken.add(place)
        if os.path.isdir(path):  # noqa: PTH112  Path.is_dir raises on a name that is too long
            yield error("is-a-folder", f"{path} is a folder", str(path), "Name a file in it")
        elif _is_hub(path, hub):
            what = "This is a hub, which the output would take the place of. It was left as it is"
            yield error("output-is-a-hub", what, str(path), "Choose another name for the output")


def _is_hub(path: Path, hub: str) -> bool:
    """Whether `path` is `hub` itself, is called like a hub, or holds a database.

    What is `hub` by any name is not read: to read a document past SQLite drops the locks on it.
    """
    try:
        if path.suffix.lower() == _HUB_SUFFIX or path.resolve().suffix.lower() == _HUB_SUFFIX:
            return True
        if not path.is_file():
            return False
        if Path(hub).is_file() and path.samefile(hub):
            return True
        with path.open("rb") as file:
            return file.read(len(_DATABASE_BEGINS)) == _DATABASE_BEGINS
    except OSError:
        # It cannot be looked at; writing to it says why.
        return False
