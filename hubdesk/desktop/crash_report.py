"""What a crash report says: enough to find the fault, and nothing about anybody."""

import platform
import re
import sys
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from hubdesk import __version__
from hubdesk.domain.problem import Refused

# A name may have spaces and apostrophes in it; a path may be told with each backslash doubled.
_HOME = re.compile(r"(?i)([/\\]+(?:home|users|documents and settings)[/\\]+)[^/\\\"\n]+")

_SPEAKS_OF_THE_PROGRAM = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    IndexError,
    MemoryError,
    NameError,
    RuntimeError,
    TypeError,
)
"""Faults of Python whose words are about code. Those of others quote what was read: codes, names, paths."""


class QtFault(Exception):
    """Qt itself said that something is badly wrong."""


def crash_report(
    kind: type[BaseException],
    fault: BaseException,
    trace: TracebackType | None,
    done: Iterable[str],
) -> str:
    """The report of `fault`: version, machine, where in the program, and the ids of what was `done` last.

    Folders are told without the name of whose they are. No title of a change and no words of a fault
    that may quote the hub: of such a fault the kind and the place in the program are told.
    """
    installed = ", installed" if getattr(sys, "frozen", False) else ""
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    lines = [
        f"Hubdesk {__version__}, Python {platform.python_version()}, {system}{installed}",
        "",
        "What was done last: " + (", ".join(done) or "nothing"),
        "",
        *_story(kind, fault, trace, {id(fault)}),
    ]
    return without_homes("\n".join(lines)) + "\n"


def without_homes(text: str) -> str:
    """`text` with the folders of people, this one's wherever it is, told without their names."""
    home = str(Path.home())
    if len(home) > 1:
        for written in (home.replace("\\", "\\\\"), home):
            text = text.replace(written, "~")
    return _HOME.sub(r"\1…", text)


def _story(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None, told: set[int]
) -> Iterator[str]:
    """What led to it first, as Python tells it, each in its frames."""
    before = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if before is not None and id(before) not in told:
        told.add(id(before))
        yield from _story(type(before), before, before.__traceback__, told)
        yield from ("", "Which led to:", "")
    if trace is not None:
        yield "Traceback (most recent call last):"
        yield from (line.rstrip("\n") for line in traceback.format_tb(trace))
    name = kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"
    words = _words(fault)
    yield f"{name}: {words}" if words else name
    if isinstance(fault, BaseExceptionGroup):
        for one in fault.exceptions:
            yield "One of them:"
            yield from _story(type(one), one, one.__traceback__, told)


def _words(fault: BaseException) -> str:
    """What it says, as far as that can be about nobody."""
    if isinstance(fault, Refused):
        return ", ".join(one.code for one in fault.problems)
    if isinstance(fault, OSError) and type(fault).__module__ == "builtins":
        return fault.strerror or ""
    ours = isinstance(fault, QtFault)
    python = isinstance(fault, _SPEAKS_OF_THE_PROGRAM) and type(fault).__module__ == "builtins"
    return str(fault) if ours or python else ""
