"""Notices: what happened, in plain words above the page, without standing in the way of work."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from hubdesk.desktop.icons import icon
from hubdesk.domain.problem import Problem, Severity, sentence

_MOST = 4
"""So many at once; then the oldest that is no error makes way, else the oldest."""
_SECONDS = 8
"""How long news stays."""


class Tone(Enum):
    """How much a notice matters; the value is its icon."""

    NEWS = "info"
    """Goes by itself after a while."""
    WARNING = "triangle-alert"
    ERROR = "circle-x"


_WORDS = {Tone.NEWS: "News", Tone.WARNING: "Warning", Tone.ERROR: "Not done"}


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened and what to do about it; `offers` are buttons, each with what it does."""

    what: str
    remedy: str = ""
    tone: Tone = Tone.NEWS
    offers: tuple[tuple[str, Callable[[], object]], ...] = ()

    @property
    def text(self) -> str:
        return f"{sentence(self.what)} {sentence(self.remedy)}".strip()


def notice_of(problems: Iterable[Problem]) -> Notice:
    """One notice of all `problems`, which stood in the way of something or came out of it."""
    found = list(problems)
    tone = Tone.ERROR if any(one.severity is Severity.ERROR for one in found) else Tone.WARNING
    first = found[0]
    more = len(found) - 1
    words = first.happened_there
    if more:
        words += f" There {'is 1 more thing' if more == 1 else f'are {more} more things'} like it."
    return Notice(words, first.remedy, tone)


class Notices(QWidget):
    """The notices that stand, newest last. Errors stay until they are dismissed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 0, 8, 0)
        self._column.setSpacing(4)
        self.setAccessibleName("Notices")
        self.hide()

    @property
    def standing(self) -> tuple[Notice, ...]:
        return tuple(row.notice for row in self._rows)

    def tell(self, notice: Notice) -> None:
        """Show `notice`, and say it to whoever listens to the screen; one that stands is not doubled."""
        if notice.text in (row.notice.text for row in self._rows):
            return
        if len(self._rows) >= _MOST:
            passing = (row for row in self._rows if row.notice.tone is Tone.NEWS)
            self._drop(next(passing, self._rows[0]))
        row = _Row(notice, self)
        row.dismiss.clicked.connect(lambda: self._drop(row))
        for button, (_, act) in zip(row.offers, notice.offers, strict=True):
            button.clicked.connect(lambda _checked=False, act=act: self._take(row, act))
        self._rows.append(row)
        self._column.addWidget(row)
        self.show()
        _announce(self, notice)
        if notice.tone is Tone.NEWS:
            QTimer.singleShot(_SECONDS * 1000, row, lambda: self._drop(row))

    def tell_problems(self, problems: Iterable[Problem]) -> None:
        self.tell(notice_of(problems))

    def clear(self) -> None:
        for row in list(self._rows):
            self._drop(row)

    def _take(self, row: "_Row", act: Callable[[], object]) -> None:
        self._drop(row)
        act()

    def _drop(self, row: "_Row") -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
            self.setVisible(bool(self._rows))


class _Row(QFrame):
    def __init__(self, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("notice")
        self.setProperty("tone", notice.tone.name.lower())
        mark = QLabel()
        mark.setPixmap(icon(notice.tone.value).pixmap(20, 20))
        word = QLabel(f"<b>{_WORDS[notice.tone]}</b>")
        text = QLabel(notice.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        text.setAccessibleName(f"{_WORDS[notice.tone]}: {notice.text}")
        self.offers = [QPushButton(label) for label, _ in notice.offers]
        self.dismiss = QToolButton()
        self.dismiss.setIcon(icon("x"))
        self.dismiss.setIconSize(QSize(18, 18))
        self.dismiss.setToolTip("Dismiss")
        self.dismiss.setAccessibleName("Dismiss this notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 4, 4)
        row.addWidget(mark)
        row.addWidget(word)
        row.addWidget(text, 1)
        for button in self.offers:
            row.addWidget(button)
        row.addWidget(self.dismiss)


def _announce(widget: QWidget, notice: Notice) -> None:
    event = QAccessibleAnnouncementEvent(widget, f"{_WORDS[notice.tone]}: {notice.text}")
    if notice.tone is not Tone.NEWS:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
