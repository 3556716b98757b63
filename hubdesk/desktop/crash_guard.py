"""`CrashGuard`: catches what is a bug in Hubdesk, wherever it comes up, and says so once."""

import sys
import threading
from collections import deque
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from hubdesk.desktop.crash_report import QtFault, crash_report
from hubdesk.desktop.dialogs.crash import CrashDialog
from hubdesk.desktop.files import free_name

if TYPE_CHECKING:
    from hubdesk.desktop.viewer.window import PackWindow
    from hubdesk.desktop.window import MainWindow

_MOST = 5
"""Faults to a dialog: one in a paint event comes sixty times a second."""


class CrashGuard(QObject):
    """Shows a dialog for each fault, one dialog at a time, in the main thread."""

    _came = Signal(str)

    def __init__(self, window: "MainWindow | PackWindow") -> None:
        super().__init__(window)
        self._window = window
        self._done: deque[str] = deque(maxlen=20)
        self._told = 0
        self._dialog: CrashDialog | None = None
        window.acted.connect(self._done.append)
        self._came.connect(self._show)

    def install(self) -> None:
        """Catch from now on what nothing else catches."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        qInstallMessageHandler(self._qt_said)

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Take in a fault, from any thread. Never raises."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        sys.__excepthook__(kind, fault, trace)
        try:
            self._came.emit(crash_report(kind, fault, trace, tuple(self._done)))
        except Exception as another:  # noqa: BLE001  the last place where a fault can be told
            sys.__excepthook__(type(another), another, another.__traceback__)

    def _qt_said(self, kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if sys.__stderr__ is not None:
            sys.__stderr__.write(f"{text}\n")
        if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
            self.caught(QtFault, QtFault(text), None)

    def _show(self, report: str) -> None:
        if self._dialog is not None:
            self._told += 1
            if self._told <= _MOST:
                self._dialog.add(report)
            return
        self._told = 1
        self._dialog = CrashDialog(report, self._ask_place, self._window)
        self._dialog.finished.connect(self._finished)
        self._dialog.accepted.connect(self._window.close)
        self._dialog.open()

    def _ask_place(self) -> Path | None:
        """Where the user wants a report to be kept."""
        machine = self._window.machine
        suggestion = free_name(machine.documents / "Hubdesk report.txt")
        return machine.files.to_write(self._window, "Save the report", "Text (*.txt)", suggestion)

    def _finished(self) -> None:
        self._dialog = None
