"""The columns of a file for the ledger, and how the file begins with them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hubdesk.charging.ledger_columns import built_in, fields_of
from hubdesk.desktop.inspector.entry import Choice, Entry
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.settings.column_list import ColumnList
from hubdesk.desktop.settings.file_preview import FilePreview
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Setting, Words
from hubdesk.domain.checks.texts import amiss, heading_text
from hubdesk.domain.ledger import Column, LedgerFile
from hubdesk.domain.problem import Problem, all_told
from hubdesk.editing import columns as editing
from hubdesk.editing import ledger

EMPTY = "(left empty)"
_TITLES = {
    LedgerFile.JOURNAL: ("Journal file", "internal agencies are charged"),
    LedgerFile.INVOICES: ("Invoice file", "all other agencies are invoiced"),
}
_CHANGED = Callable[[tuple[Column, ...]], tuple[Column, ...]]


class LedgerFileSection(Section):
    """Which columns the file has, in which order, under which headings; and its first lines, live."""

    def __init__(self, session: Session, jobs: Jobs, file: LedgerFile) -> None:
        self._file = file
        self.title, whom = _TITLES[file]
        self.about = f"The columns of the CSV file by which {whom}, as the finance system wants them."
        super().__init__(session)
        self._place = -1
        self.list = ColumnList(f"Columns of the {file.value} file")
        self.list.moved.connect(self._move)
        self.list.removed.connect(self._remove)
        self.list.currentRowChanged.connect(lambda _: self._show_column())
        self.heading = Setting(
            session, Entry("Heading of the column", "none"), self._renaming, _heading_amiss
        )
        self.field = Choice("Filled with")
        self.field.settled.connect(self._fill)
        self.wrong, self.note = Words("wrong"), Words("quiet")
        self.buttons = self._made_buttons()
        self._lay_out()
        self.preview = FilePreview(session, jobs, file)
        self.column.addWidget(self.preview, 1)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that the file has now, the hub's own or the built-in ones."""
        now = self.session.hub.ledger
        return (now.columns(self._file) if now else ()) or built_in(self._file)

    def refresh(self) -> None:
        now = self.session.hub.ledger
        own = bool(now and now.columns(self._file))
        self.note.say(
            "" if own else "These are the built-in columns. The first change makes them the hub’s own."
        )
        self.buttons["Built-in columns"].setEnabled(own and not self.session.only_looks)
        self.list.show_columns([_words(column) for column in self.columns])
        self._show_column()
        self.preview.ask()

    def add(self, field: str) -> None:
        """Another column below the current one, under the name of what fills it."""
        place = self.list.currentRow() + 1
        heading = field[:1].upper() + field[1:]
        if self._do(lambda now: editing.inserted(now, place, Column(heading, field))):
            self.list.setCurrentRow(place)
            self.heading.editor.setFocus()

    def _made_buttons(self) -> dict[str, QPushButton]:
        made: dict[str, QPushButton] = {}
        for words, act, hint in (
            ("Add column", None, "Below the chosen one"),
            ("Remove", self._remove, "Delete"),
            ("Up", lambda: self._move(-1), "Alt+Up"),
            ("Down", lambda: self._move(1), "Alt+Down"),
            ("Built-in columns", self._reset, "As they are without any of the hub’s own"),
        ):
            button = QPushButton(words)
            button.setToolTip(hint)
            button.setAccessibleDescription(hint)
            button.setEnabled(not self.session.only_looks)
            button.setAutoDefault(False)
            if act is None:
                button.setMenu(self._menu_of_fields(button))
            else:
                button.clicked.connect(act)
            made[words] = button
        return made

    def _menu_of_fields(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for field in fields_of(self._file):
            menu.addAction(field).triggered.connect(partial(self.add, field))
        menu.addAction(EMPTY).triggered.connect(lambda: self.add(""))
        return menu

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        for button in self.buttons.values():
            button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.list, 1)
        top.addLayout(buttons)
        self.column.addWidget(self.note)
        self.column.addLayout(top)
        rows = self.form()
        self.row(rows, "&Heading", self.heading)
        self.row(rows, "&Filled with", self.field)
        self.column.addWidget(self.wrong)

    def _show_column(self) -> None:
        place, columns = self.list.currentRow(), self.columns
        there = 0 <= place < len(columns)
        for one in (self.heading, self.field):
            one.setEnabled(there and not (one is self.field and self.session.only_looks))
        looks = self.session.only_looks
        self.buttons["Remove"].setEnabled(there and len(columns) > 1 and not looks)
        self.buttons["Up"].setEnabled(place > 0 and not looks)
        self.buttons["Down"].setEnabled(there and place < len(columns) - 1 and not looks)
        if not there:
            return
        column = columns[place]
        if place == self._place:
            self.heading.show_text(column.heading)
        else:
            self._place = place
            self.heading.begin_anew(column.heading)
        known = fields_of(self._file)
        offered: list[tuple[str, object]] = [(field, field) for field in known]
        if column.field and column.field not in known:
            offered.append((f"{column.field} (not known, left empty)", column.field))
        self.field.show_values([*offered, (EMPTY, "")], {column.field})

    def _renaming(self, heading: str) -> Intent:
        place = self.list.currentRow()
        return self._intent(lambda now: editing.headed(now, place, heading))

    def _fill(self, field: str) -> None:
        place = self.list.currentRow()
        self._do(lambda now: editing.filled(now, place, field))

    def _remove(self) -> None:
        place = self.list.currentRow()
        if self.buttons["Remove"].isEnabled():
            self._do(lambda now: editing.without(now, place))

    def _move(self, by: int) -> None:
        place = self.list.currentRow()
        if self.buttons["Up" if by < 0 else "Down"].isEnabled() and self._do(
            lambda now: editing.moved(now, place, by)
        ):
            self.list.setCurrentRow(place + by)

    def _reset(self) -> None:
        self._say(self.session.tried(lambda hub: ledger.set_columns(hub, self._file, ())))

    def _do(self, change: _CHANGED) -> bool:
        return self._say(self.session.tried(self._intent(change)))

    def _intent(self, change: _CHANGED) -> Intent:
        after = change(self.columns)
        return lambda hub: ledger.set_columns(hub, self._file, after)

    def _say(self, problems: tuple[Problem, ...]) -> bool:
        self.wrong.say(all_told(problems))
        return not problems


def _words(column: Column) -> str:
    heading = column.heading or "(no heading)"
    return f"{heading}  ←  {column.field or EMPTY}"


def _heading_amiss(text: str) -> str:
    what = amiss(heading_text("columns", text))
    return f"{what}." if what else ""
