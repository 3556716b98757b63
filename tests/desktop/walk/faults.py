"""What must never come up while somebody works: an exception, or Qt saying that something is wrong."""

import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_HARMLESS = (
    # Said by the platform of the tests, which has no window manager, and not by anything of ours.
    "QXcbConnection",
    "qt.qpa",
    "XKeyboard extension not present",
    "This plugin does not support",
    "occurs outside target window",
    # What is dragged is shown in a window that lets see through, which a screen without alpha has not.
    "Falling back to using screens root_visual",
)


class Faults:
    """The faults since it was made."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        self.texts.append("".join(traceback.format_exception(kind, fault, trace)))

    def qt_said(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        category = str(getattr(context, "category", "") or "")
        said = f"{category} {text}"
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or any(one in said for one in _HARMLESS):
            return
        stack = "".join(traceback.format_stack(limit=4)[:-1])
        self.texts.append(f"Qt: {said}\n{stack}")


@contextmanager
def watching() -> Iterator[Faults]:
    """Catch every fault, from any thread, instead of what would have taken it."""
    faults = Faults()
    hook, thread_hook = sys.excepthook, threading.excepthook
    sys.excepthook = faults.caught
    threading.excepthook = lambda args: faults.caught(
        args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
    )
    handler = qInstallMessageHandler(faults.qt_said)
    try:
        yield faults
    finally:
        qInstallMessageHandler(handler)
        sys.excepthook, threading.excepthook = hook, thread_hook
