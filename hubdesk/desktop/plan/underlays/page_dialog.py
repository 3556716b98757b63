"""Which page of a PDF is wanted: small pictures of the pages that are in view, read one by one."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QImage, QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListView, QListWidget, QVBoxLayout, QWidget

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.plan.underlays.decoded import images_of
from hubdesk.exchange.underlays import Picture, read_underlay

_SIDE = 180
"""Pixels along the longer side of a small picture."""


class PageDialog(QDialog):
    """Asks for a page; `page` counts from 0, as it stands when the dialog is accepted."""

    help_topic = "underlays"

    def __init__(self, name: str, body: bytes, pages: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Choose a page")
        self._name, self._body = name, body
        # Of its own, so that what is still being read when the dialog goes comes to nobody.
        self.jobs = Jobs(self)
        self._asked: set[int] = set()
        told = QLabel(f"{name} has {pages} pages. Which one is the floor?")
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName("Pages")
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        self.list.setGridSize(QSize(_SIDE + 24, _SIDE + 40))
        self.list.setUniformItemSizes(True)
        blank = self._framed(QImage())
        for page in range(pages):
            self.list.addItem(f"Page {page + 1}")
            self.list.item(page).setIcon(blank)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_on = buttons.addButton("Use this page", QDialogButtonBox.ButtonRole.AcceptRole)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.list.itemActivated.connect(self.accept)
        self.list.verticalScrollBar().valueChanged.connect(self._read_next)
        self.finished.connect(self._stop)
        self.resize(900, 620)
        self.list.setFocus()
        QTimer.singleShot(0, self, self._read_next)

    @property
    def page(self) -> int:
        return self.list.currentRow()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  Qt's name
        super().resizeEvent(event)
        self._read_next()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  Qt's name
        self._stop()
        super().closeEvent(event)

    def _read_next(self) -> None:
        if self.jobs.going:
            return
        view = self.list.viewport().rect()
        waiting = (
            page
            for page in range(self.list.count())
            if page not in self._asked and self.list.visualItemRect(self.list.item(page)).intersects(view)
        )
        page = next(waiting, None)
        if page is not None:
            self._read(page)

    def _read(self, page: int) -> None:
        self._asked.add(page)
        name, body = self._name, self._body

        def work(progress: Progress) -> Picture:
            return read_underlay(body, name=name, page=page, longest_side=_SIDE, cancelled=progress.check)

        job = self.jobs.quietly(work, lambda picture: self._show(page, picture))
        job.refused.connect(lambda _problems: self._note(page))
        job.ended.connect(self._read_next)
        self.destroyed.connect(job.progress.cancel)

    def _show(self, page: int, picture: Picture) -> None:
        self.list.item(page).setIcon(self._framed(images_of(picture)[0]))

    def _framed(self, page: QImage) -> QIcon:
        """A page in the middle of a square, with an edge so that white paper is seen."""
        square = QPixmap(_SIDE, _SIDE)
        square.fill(Qt.GlobalColor.transparent)
        place = page.rect() if not page.isNull() else QRect(0, 0, _SIDE, _SIDE * 7 // 10)
        place.moveCenter(square.rect().center())
        painter = QPainter(square)
        painter.fillRect(place, self.palette().color(QPalette.ColorRole.AlternateBase))
        painter.drawImage(place.topLeft(), page)
        painter.setPen(self.palette().color(QPalette.ColorRole.Dark))
        painter.drawRect(place.intersected(square.rect()).adjusted(0, 0, -1, -1))
        painter.end()
        return QIcon(square)

    def _note(self, page: int) -> None:
        """A page that cannot be read has no small picture; why is told to whoever chooses it."""
        self.list.item(page).setText(f"Page {page + 1} (cannot be shown)")

    def _stop(self) -> None:
        """Nothing more is read."""
        self._asked.update(range(self.list.count()))
        for job in self.jobs.going:
            job.cancel()
