"""The find box: desks, agencies, areas, floors and licences, by code or name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.dialogs.pick import PickDialog, Row
from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.desktop.session import Session
from hubdesk.domain.hub import Hub
from hubdesk.workflows.finding import Finder


class FindBox:
    """Keeps a Finder for the hub as it stands, made by a worker when it is first asked for."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        self._session, self._jobs = session, jobs
        self._finder: Finder | None = None
        self._dialog: PickDialog | None = None
        session.changed.connect(self._forget)

    def dialog(self, parent: QWidget) -> PickDialog:
        """The box, ready to be shown; it tells the id of what is picked."""
        dialog = PickDialog("Find", "A desk, agency, area, floor or licence", self._rows, parent)
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        if self._finder is None:
            self._make()
        return dialog

    def _make(self) -> None:
        hub, day = self._session.hub, self._session.as_at

        def make(_progress: Progress) -> Finder:
            finder = Finder(hub)
            finder.find("a", day)
            return finder

        self._jobs.quietly(make, lambda finder: self._made(hub, finder))

    def _made(self, hub: Hub, finder: Finder) -> None:
        if hub is not self._session.hub:
            return  # One of the hub as it is now is on its way, or is made when it is asked for.
        self._finder = finder
        if self._dialog is not None:
            self._dialog.refresh()

    def _closed(self) -> None:
        self._dialog = None

    def _forget(self) -> None:
        self._finder = None
        if self._dialog is not None:
            self._make()

    def _rows(self, typed: str) -> tuple[Sequence[Row], str]:
        if not typed.strip():
            return (), "Type part of a code or a name"
        if self._finder is None:
            return (), "Looking…"
        found = self._finder.find(typed, self._session.as_at)
        rows = [Row(one.title, one.where, "", one.id) for one in found.best]
        if not rows:
            return (), f"Nothing is called “{typed}”"
        more = found.total - len(rows)
        return rows, f"{more:,} more; type more of it" if more else ""
