"""The welcome: what one begins with when no hub is open."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.actions import Actions
from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.memory import Recent
from hubdesk.desktop.pages.link_button import LinkButton
from hubdesk.domain.days import in_words

_LETTERS = 160
"""To a line of the welcome at the most."""
_BEGINNINGS = (
    ("file.new", "New hub", "Name it and its host, then draw the building or fill in a workbook"),
    ("file.open", "Open a hub", "A .hubdesk file on this computer or a network drive"),
    ("file.open-team", "Open a team database", "A hub that many people change together, on PostgreSQL"),
    ("file.import", "Import a hub workbook", "Desks, agencies, licences and costs from Excel"),
)
_SAMPLES = (
    (
        "file.sample-parkside",
        "Parkside",
        "Three floors, 222 desks and sixteen agencies under one roof; copied for you to try things on",
    ),
    (
        "file.sample-havant",
        "Havant",
        "Two floors and a board of seven agencies that shares its costs; copied likewise",
    ),
)


class Welcome(QScrollArea):
    """Recent hubs, ways to begin, and the samples."""

    chosen = Signal(str)
    """A recent hub, by where it lives."""
    unwanted = Signal(str)
    """A recent hub that is not there any more, to be taken off the list."""

    def __init__(self, actions: Actions, jobs: Jobs) -> None:
        super().__init__()
        self._actions, self._jobs = actions, jobs
        self._recents: tuple[Recent, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Welcome")
        inside, whole = QWidget(), QWidget()
        # Lines of a length that is read with ease, in the middle of however wide a window.
        inside.setMaximumWidth(_LETTERS * inside.fontMetrics().averageCharWidth())
        across = QHBoxLayout(whole)
        across.setContentsMargins(0, 0, 0, 0)
        across.addStretch(1)
        across.addWidget(inside, 1000)
        across.addStretch(1)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(48, 32, 48, 32)
        self._grid.setHorizontalSpacing(48)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        title = QLabel("Hubdesk")
        title.setObjectName("welcome-title")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 2)
        title.setFont(font)
        self._grid.addWidget(title, 0, 0, 1, 2)
        line = QLabel("Desks, rates and recharges of buildings that public services share")
        line.setObjectName("quiet")
        line.setWordWrap(True)
        self._grid.addWidget(line, 1, 0, 1, 2)
        begin = _column("Begin")
        for id_, name, words in _BEGINNINGS:
            begin.addWidget(self._acting(id_, name, words))
        begin.addWidget(_heading("Try a sample"))
        for id_, name, words in _SAMPLES:
            begin.addWidget(self._acting(id_, name, words))
        begin.addStretch(1)
        self._grid.addLayout(begin, 2, 0)
        self._listed = _column("Recent hubs")
        self._grid.addLayout(self._listed, 2, 1)
        self._grid.setRowStretch(2, 1)
        self.setWidget(whole)

    def show_recents(self, recents: Iterable[Recent]) -> None:
        """List `recents`; which of their files are gone is found out by a worker."""
        self._recents = tuple(recents)
        self._list(frozenset())
        files = [one.where for one in self._recents if one.is_file]

        def gone(_progress: Progress) -> frozenset[str]:
            return frozenset(where for where in files if not Path(where).exists())

        if files:
            self._jobs.quietly(gone, self._list)

    @property
    def buttons(self) -> list[LinkButton]:
        """The recent hubs as they are listed."""
        items = (self._listed.itemAt(index) for index in range(self._listed.count()))
        return [one for item in items if item and isinstance(one := item.widget(), LinkButton)]

    def _list(self, gone: frozenset[str]) -> None:
        while self._listed.count() > 1:
            item = self._listed.takeAt(1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in self._recents:
            self._listed.addWidget(self._recent(one, gone))
        if not self._recents:
            none = QLabel("The hubs that you open are listed here.")
            none.setObjectName("quiet")
            self._listed.addWidget(none)
        self._listed.addStretch(1)

    def _recent(self, one: Recent, gone: frozenset[str]) -> LinkButton:
        if one.where in gone:
            words = f"Not there any more: {one.where}. Press to take it off the list."
            return _button(one.name, words, "file-x", lambda: self.unwanted.emit(one.where))
        when = in_words(one.when.astimezone().date())
        mark = "folder-open" if one.is_file else "database"
        words = f"{one.where}, opened on {when}"
        return _button(one.name, words, mark, lambda: self.chosen.emit(one.where))

    def _acting(self, id_: str, name: str, words: str) -> LinkButton:
        action = self._actions.declared(id_)
        return _button(name, words, action.icon, self._actions[id_].trigger)


def _button(name: str, words: str, mark: str, act: Callable[[], object]) -> LinkButton:
    button = LinkButton(name, words, mark)
    button.clicked.connect(act)
    return button


def _column(title: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.setSpacing(4)
    column.addWidget(_heading(title))
    return column


def _heading(title: str) -> QLabel:
    heading = QLabel(title)
    font = heading.font()
    font.setBold(True)
    font.setPointSizeF(font.pointSizeF() * 1.2)
    heading.setFont(font)
    heading.setContentsMargins(0, 12, 0, 4)
    return heading
