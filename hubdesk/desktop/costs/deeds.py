"""`CostDeeds`: what can be done with a year's costs, as actions and by the buttons of the page."""

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hubdesk.charging.run import in_year, periods_issued
from hubdesk.desktop.actions import Action
from hubdesk.desktop.costs.lines import Lines
from hubdesk.desktop.costs.paste_dialog import PasteCosts
from hubdesk.desktop.costs.rate.use_dialog import UseRate
from hubdesk.desktop.costs.roll_dialog import RollForward
from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.domain.change import Change, merged
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import Refused
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import cost_lines
from hubdesk.workflows.costs.desk_rate import BuiltRate
from hubdesk.workflows.costs.new_lines import added_line

_ONLY_LOOKING = "The hub was opened only to look at"
_CHOOSE = "Choose cost lines on the Costs page first"


class CostDeeds:
    """Its dialogs stand over `window`; `to_lines` brings the lines to the front."""

    def __init__(self, year: ShownYear, lines: Lines, window: QWidget, to_lines: Callable[[], None]) -> None:
        self._year, self._lines, self._window, self._to_lines = year, lines, window, to_lines
        self._session = year.session

    def actions(self) -> Iterator[Action]:
        """As menus and palette have them."""
        yield Action(
            "costs.add",
            "New cost line",
            "Edit",
            self.add,
            icon="plus",
            changes=True,
            under="Costs",
            hint="A line of the year that the Costs page shows, to fill in",
        )
        yield Action(
            "costs.paste",
            "Paste cost lines…",
            "Edit",
            self.ask_paste,
            "Ctrl+Shift+V",
            "clipboard-paste",
            changes=True,
            under="Costs",
            hint="A budget copied in a spreadsheet, looked at before it comes in",
        )
        yield Action(
            "costs.remove",
            "Remove cost lines",
            "Edit",
            self.remove,
            icon="trash-2",
            enabled=lambda: self._lines.isVisible() and bool(self._lines.table.selected),
            why_not=_CHOOSE,
            changes=True,
            under="Costs",
            hint="The chosen lines, with who takes part, fixed shares and caps",
        )
        yield Action(
            "file.roll-forward",
            "Roll forward…",
            "File",
            self.ask_roll_forward,
            icon="fast-forward",
            hint="Next year's costs from this year's",
            enabled=lambda: not self._session.only_looks,
            why_not=_ONLY_LOOKING,
        )

    def add(self) -> None:
        """A line to fill in, in sight; the keys go to its name."""
        self._to_lines()
        change, line = added_line(self._session.hub, self._year.chosen.starts_in)
        if self._session.do(lambda _hub: change):
            self._lines.go_to(line, "name")

    def remove(self) -> None:
        """The selected lines, in one change that can be undone."""
        chosen = [RecordId(one) for one in self._lines.table.selected]

        def removed(hub: Hub) -> Change:
            changes = []
            for line in chosen:
                change = cost_lines.remove(hub, line)
                changes.append(change)
                hub = hub.applying(change)
            if len(changes) == 1:
                return changes[0]
            return merged(f"Remove {counted(len(changes), 'cost line')}", changes)

        if chosen:
            self._session.do(removed)

    def ask_paste(self) -> None:
        """Look at what is on the clipboard, and take it in."""
        self.ask_about(QGuiApplication.clipboard().text())

    def ask_about(self, text: str) -> None:
        """Look at `text`, copied in a spreadsheet."""
        year = self._year
        PasteCosts(self._session, year.jobs, year.chosen.starts_in, text, self._window).open()

    def ask_roll_forward(self) -> None:
        """Propose the year after the last one that has costs."""
        years = self._session.hub.cost_lines_of
        starts_in = max(years) + 1 if years else self._year.chosen.starts_in + 1
        dialog = RollForward(self._session, self._year.jobs, starts_in, self._window)
        dialog.accepted.connect(lambda: self._year.chosen.choose(starts_in))
        dialog.open()

    def ask_use(self, built: BuiltRate) -> None:
        """Use that rate from a day."""
        UseRate(self._session, self._year.jobs, built.rate, self._first(), self._window).open()

    def _first(self) -> date:
        """The first day that is not charged for good: after the last period issued, else the year's first."""
        year = self._year.chosen.year
        try:
            issued = periods_issued(in_year(self._session.standing.runs, year))
        except Refused:
            return year.first
        last = max((one.last for one in issued), default=None)
        return year.first if last is None or last >= year.last else last + ONE_DAY
