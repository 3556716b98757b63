"""The settings of the hub: sections at the side, and what is set in each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.going import Show
from hubdesk.desktop.pages.page import Page
from hubdesk.desktop.settings.building import BuildingSection
from hubdesk.desktop.settings.ledger_codes import LedgerCodesSection
from hubdesk.desktop.settings.ledger_file import LedgerFileSection
from hubdesk.desktop.settings.placing import PlacingSection
from hubdesk.desktop.settings.reviews import ReviewsSection
from hubdesk.desktop.settings.section import OTHER_LETTERS, Section, scrolled
from hubdesk.desktop.settings.statement_texts import StatementsSection
from hubdesk.desktop.settings.vat import VatSection
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerFile, LedgerSettings
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.record import Record
from hubdesk.domain.review import ReviewSettings
from hubdesk.domain.settings import HubSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.vat import VatCode

_SHOWN_IN: Mapping[type[Record], type[Section]] = {
    HubSettings: BuildingSection,
    VatCode: VatSection,
    LedgerSettings: LedgerCodesSection,
    StatementSettings: StatementsSection,
    ReviewSettings: ReviewsSection,
    PlacementSettings: PlacingSection,
}
"""Where a record of that kind is set."""


class SettingsPage(Page):
    """Each accepted setting is one change, kept at once, and can be undone."""

    title = "Hub settings"
    icon = "settings"

    def __init__(self, work: AtWork) -> None:
        super().__init__()
        # Later, because the list has its own letters only once all of the page has.
        self._fit_soon = QTimer(self, interval=0, singleShot=True)
        self._fit_soon.timeout.connect(self._fit)
        session, jobs = work.session, work.jobs
        self.statements = StatementsSection(work)
        self.sections: Sequence[Section] = (
            BuildingSection(session, jobs),
            VatSection(session, work.machine.memory),
            LedgerCodesSection(session),
            *(LedgerFileSection(session, jobs, file) for file in LedgerFile),
            self.statements,
            ReviewsSection(session),
            PlacingSection(session),
        )
        self.list = QListWidget()
        self.list.setObjectName("settings-sections")
        self.list.setAccessibleName("Sections of the settings")
        self._stack = QStackedWidget()
        for section in self.sections:
            self.list.addItem(section.title)
            self._stack.addWidget(scrolled(section))
        self.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        side = QVBoxLayout()
        side.addWidget(self.list, 1)
        if session.only_looks:
            only = QLabel("The hub was opened only to look at.")
            only.setWordWrap(True)
            side.addWidget(only)
        row = QHBoxLayout(self)
        row.addLayout(side)
        row.addWidget(self._stack, 1)
        self._fit_soon.start()

    @property
    def help_topic(self) -> str:
        return "settings"

    def shown(self) -> None:
        self.list.setFocus()

    def show_section(self, title: str) -> QWidget:
        """Bring the section of that title to the front. Raises LookupError if there is none."""
        for place, section in enumerate(self.sections):
            if section.title == title:
                self.list.setCurrentRow(place)
                return section
        raise LookupError(title)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  Qt's name
        super().changeEvent(event)
        if event.type() in OTHER_LETTERS:
            self._fit_soon.start()

    def _fit(self) -> None:
        self.list.doItemsLayout()  # Rows were laid out before they had their letters and room.
        self.list.setFixedWidth(self.list.sizeHintForColumn(0) + 40)


def add_settings(workspace: Workspace, work: AtWork) -> None:
    """The page, with the action that leads to it, and the way to it from what it shows."""
    page = SettingsPage(work)
    workspace.keep_page(page)

    def leading_to(title: str) -> Show:
        def show(_id: RecordId) -> bool:
            page.show_section(title)
            workspace.show_page(page)
            return True

        return show

    for kind, section in _SHOWN_IN.items():
        workspace.going.offer(kind, leading_to(section.title))
    workspace.actions_.add(
        Action(
            "page.settings",
            page.title,
            "File",
            lambda: workspace.show_page(page),
            "Ctrl+,",
            page.icon,
            hint="Year, billing, VAT, codes and files of the ledger, texts and logo of statements, reviews",
        )
    )
