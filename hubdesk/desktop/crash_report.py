"""What a crash report says: enough to find the fault, and nothing about anybody."""

import platform
import re
import sys
import traceback
from collections.abc import Iterable
from types import TracebackType

from hubdesk import __version__

_HOME = re.compile(r"(?i)([/\\](?:home|users)[/\\])[^/\\\"'\s]+")


def crash_report(
    kind: type[BaseException],
    fault: BaseException,
    trace: TracebackType | None,
    done: Iterable[str],
) -> str:
    """The report of `fault`: version, machine, where in the program, and the ids of what was `done` last.

    Folders are told without the name of whose they are, and no title of a change, which may name people.
    """
    installed = ", installed" if getattr(sys, "frozen", False) else ""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"Hubdesk {__version__}, Python {platform.python_version()}, {system}{installed}",
        "",
        "What was done last: " + (", ".join(done) or "nothing"),
        "",
        *(line.rstrip("\n") for line in traceback.format_exception(kind, fault, trace)),
    ]
    return _HOME.sub(r"\1…", "\n".join(lines)) + "\n"
