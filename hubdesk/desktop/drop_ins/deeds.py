"""`DropInDeeds`: what can be done with drop-ins, as menus, palette and the buttons of the page have it."""

from collections.abc import Callable, Iterator
from datetime import date

from hubdesk.desktop.actions import Action
from hubdesk.desktop.drop_ins.dialog import DropInDialog
from hubdesk.desktop.tables import Table
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.editing import drop_ins

_WEEK = 7


class DropInDeeds:
    """`agency` is the one whose drop-ins alone are shown, if any; `looked_at` whether `table` is in sight."""

    def __init__(
        self,
        workspace: Workspace,
        table: Table,
        agency: Callable[[], RecordId | None],
        looked_at: Callable[[], bool],
    ) -> None:
        self._workspace, self._session = workspace, workspace.session
        self._table, self._agency, self._looked_at = table, agency, looked_at

    def actions(self) -> Iterator[Action]:
        """A week back and on, a new one, and those that are selected away."""
        for id_, title, weeks, keys, icon in (
            ("time.week-back", "A week back", -1, "Alt+PgUp", "chevron-left"),
            ("time.week-on", "A week on", 1, "Alt+PgDown", "chevron-right"),
        ):
            yield Action(id_, title, "Time", self._by_weeks(weeks), keys, icon)
        yield Action(
            "drop-ins.add",
            "New drop-in…",
            "Edit",
            lambda: DropInDialog(self._session, self._agency(), self._workspace).open(),
            icon="plus",
            enabled=lambda: bool(self._session.hub.agencies and self._session.hub.areas),
            why_not="A drop-in needs an agency and an area: add those first",
            changes=True,
            under="Drop-ins",
            hint="An agency that comes to an area on known days",
        )
        yield Action(
            "drop-ins.remove",
            "Remove drop-ins",
            "Edit",
            self._remove,
            icon="trash-2",
            enabled=lambda: self._looked_at() and bool(self._table.selected),
            why_not="Choose drop-ins in the table of the Drop-ins page first",
            changes=True,
            under="Drop-ins",
            hint="The rows that are selected on the Drop-ins page",
        )

    def _by_weeks(self, weeks: int) -> Callable[[], None]:
        def go() -> None:
            ordinal = self._session.as_at.toordinal() + _WEEK * weeks
            if date.min.toordinal() <= ordinal <= date.max.toordinal():
                self._session.set_as_at(date.fromordinal(ordinal))

        return go

    def _remove(self) -> None:
        chosen = [RecordId(one) for one in self._table.selected]
        if chosen:
            self._session.do(lambda hub: drop_ins.remove(hub, *chosen))
