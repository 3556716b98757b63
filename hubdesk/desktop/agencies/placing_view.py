"""`PlacingView`: where one agency may sit and whom it works with, in words, to add to and to alter."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from hubdesk.desktop.agencies.link_dialog import LinkDialog
from hubdesk.desktop.agencies.rule_dialog import RuleDialog
from hubdesk.desktop.icons import icon
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing import links, rules
from hubdesk.workflows.placing.agency_placing import AgencyPlacing, agency_placing
from hubdesk.workflows.placing.pairs import Seated, seated_on


class PlacingView(QWidget):
    """Its rules, with what of them is not kept on the day on screen; its links, with how far it is."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._told: AgencyPlacing | None = None
        self._seated: tuple[Hub, date, Seated] | None = None
        self._heading = _words("heading")
        font = self._heading.font()
        font.setBold(True)
        self._heading.setFont(font)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.new_rule, self.new_link = QPushButton("New rule…"), QPushButton("New link…")
        self.new_rule.clicked.connect(lambda: RuleDialog(session, self._agency, self).open())
        self.new_link.clicked.connect(lambda: LinkDialog(session, self._agency, self).open())
        buttons = QHBoxLayout()
        for button in (self.new_rule, self.new_link):
            button.setEnabled(not session.only_looks)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._heading)
        column.addLayout(self._rows)
        column.addLayout(buttons)

    @property
    def told(self) -> AgencyPlacing | None:
        """What is shown; None while no agency is."""
        return self._told

    def show_agency(self, agency: RecordId | None) -> None:
        """Show what holds of it now; None: nothing."""
        self.setVisible(agency is not None)
        if agency is None:
            self._told = None
            self._clear()
            return
        hub, day = self._session.hub, self._session.as_at
        told = agency_placing(hub, agency, day, self._seated_now())
        if told != self._told:
            self._told = told
            self._fill(told)

    @property
    def _agency(self) -> RecordId | None:
        return self._told.agency.id if self._told else None

    def _seated_now(self) -> Seated:
        """Worked out once for a hub and a day: one goes from desk to desk."""
        hub, day = self._session.hub, self._session.as_at
        if self._seated is None or self._seated[0] is not hub or self._seated[1] != day:
            self._seated = hub, day, seated_on(hub, day)
        return self._seated[2]

    def _fill(self, told: AgencyPlacing) -> None:
        self._heading.setText(f"Where {told.agency.code} sits")
        focus: QWidget | None = self.focusWidget()
        had_focus = focus is not None and focus.hasFocus()
        self._clear()
        for words in told.amiss:
            self._rows.addWidget(_words("wrong", f"{words}."))
        for rule in told.rules:
            self._add(
                rule.words, rule.broken, self._altering_rule(rule.rule.id), self._removing_rule(rule.rule.id)
            )
        for link in told.links:
            self._add(link.words, "", self._altering_link(link.link.id), self._removing_link(link.link.id))
        if not (told.rules or told.links):
            self._rows.addWidget(_words("quiet", "It has no placement rules and no working links."))
        if had_focus:
            self.new_rule.setFocus()

    def _clear(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()

    def _add(
        self, words: str, broken: str, alter: Callable[[], object], remove: Callable[[], object]
    ) -> None:
        self._rows.addWidget(_Row(words, broken, alter, remove, may=not self._session.only_looks))

    def _altering_rule(self, id_: RecordId) -> Callable[[], object]:
        session = self._session
        return lambda: RuleDialog(session, None, self, session.hub.placement_rules[id_]).open()

    def _altering_link(self, id_: RecordId) -> Callable[[], object]:
        session = self._session
        return lambda: LinkDialog(session, None, self, session.hub.working_links[id_]).open()

    def _removing_rule(self, id_: RecordId) -> Callable[[], object]:
        return lambda: self._do(lambda hub: rules.remove(hub, id_))

    def _removing_link(self, id_: RecordId) -> Callable[[], object]:
        return lambda: self._do(lambda hub: links.remove(hub, id_))

    def _do(self, intent: Callable[[Hub], Change]) -> None:
        self._session.do(intent)


class _Row(QWidget):
    """A rule or a link, with what is not kept of it, and buttons to alter and remove it."""

    def __init__(
        self,
        words: str,
        broken: str,
        alter: Callable[[], object],
        remove: Callable[[], object],
        *,
        may: bool,
    ) -> None:
        super().__init__()
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(_words("", words))
        if broken:
            told.addWidget(_words("wrong", broken))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addLayout(told, 1)
        self._pictures: dict[QToolButton, str] = {}
        for name, picture, run in (("Change", "pencil", alter), ("Remove", "trash-2", remove)):
            button = QToolButton()
            self._pictures[button] = picture
            button.setIconSize(QSize(16, 16))
            button.setToolTip(name)
            button.setAccessibleName(f"{name}: {words}")
            button.setEnabled(may)
            button.clicked.connect(run)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._paint()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()

    def _paint(self) -> None:
        """In the colours that the window has now."""
        for button, picture in self._pictures.items():
            button.setIcon(icon(picture))


def _words(name: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
