"""`CheckDialog`: what breaks a rule on a day, and the repair that moves the fewest desks."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.ask import html_of
from hubdesk.desktop.dialogs.without_default import without_default
from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.panels.job_strip import JobLine
from hubdesk.desktop.proposing.mending import Mending, broken, mending
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import Table
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import all_told
from hubdesk.workflows.placing.charge_changes import charges_told
from hubdesk.workflows.placing.checking import Broken, broken_columns, broken_told
from hubdesk.workflows.placing.move_columns import move_columns
from hubdesk.workflows.placing.moving import Moving

Reveal = Callable[[Iterable[RecordId]], object]


class CheckDialog(QDialog):
    """It follows the hub: after every change it looks again, and a repair of what was is let go of."""

    help_topic = "placing"

    def __init__(self, work: AtWork, reveal: Reveal, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._session, self._reveal = work, work.session, reveal
        self._jobs = Jobs(self)
        self._job: Job[Mending] | None = None
        self._rows: tuple[Broken, ...] = ()
        self.mending: Mending | None = None
        self.setWindowTitle("Check who sits where")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.day = DayEdit("On the day", self._session.as_at, self._session)
        self.said = words("preview-heading")
        self.said.setAccessibleName("How much is not kept")
        self.table = Table("What is not kept", broken_columns()).without_bar()
        self.in_full = words("quiet")
        self.in_full.setAccessibleName("The row where the keys are, in full")
        self.repair_said = words("quiet")
        self.repair_said.setAccessibleName("The nearest repair")
        self.conflict = QTextBrowser()
        self.conflict.setAccessibleName("What cannot be kept together")
        self.moves = Table("Moves of the repair", move_columns()).without_bar()
        self._build()
        self._latest: Latest[tuple[Broken, ...]] = Latest(self._jobs, self._question, self, 0)
        self._latest.working.connect(lambda: self.said.setText("Looking at who sits where…"))
        self._latest.came.connect(self._show)
        self._latest.refused.connect(lambda problems: self.said.setText(all_told(problems)))
        self.day.chosen.connect(lambda _day: self._look())
        self._session.changed.connect(self._look)
        self._look()

    def _build(self) -> None:
        for table in (self.table, self.moves):
            table.settle_in(self._work)
        label = QLabel("On the &day")
        label.setBuddy(self.day)
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.day)
        top.addStretch(1)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.find_repair = box.addButton("&Find the nearest repair", action)
        self.show_moves = box.addButton("&Moves…", action)
        self.accept_repair = box.addButton("&Accept the repair", action)
        self.show_on_plan = box.addButton("&Show on the plan", action)
        self.find_repair.clicked.connect(self._find)
        self.show_moves.clicked.connect(self._show_moves)
        self.accept_repair.clicked.connect(self._accept)
        self.show_on_plan.clicked.connect(self._go)
        box.rejected.connect(self.close)
        without_default(box)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.repair_said)
        below.addWidget(self.conflict, 1)
        below.addWidget(self.moves, 1)
        above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.table, 1)
        upper.addWidget(self.in_full)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(above)
        split.addWidget(self._below)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self.said)
        self._column.addWidget(split, 1)
        self._column.addWidget(box)
        unit = self.fontMetrics().height()
        self.resize(max(940, 58 * unit), max(560, 36 * unit))
        self.table.current_changed.connect(lambda _row: self._settle())

    def done(self, result: int) -> None:
        """It is closed: whatever is going on for it ends."""
        self._jobs.end()
        super().done(result)

    def _look(self, *_what: object) -> None:
        """The hub or the day is another."""
        self._let_go()
        self._latest.ask()

    def _question(self) -> Callable[[], tuple[Broken, ...]]:
        hub, day = self._session.hub, self.day.day
        return lambda: broken(hub, day)

    def _show(self, rows: tuple[Broken, ...]) -> None:
        self._rows = rows
        self.said.setText(broken_told(rows, self.day.day))
        self.table.show_rows(rows)
        if rows and self.table.current is None:
            self.table.go_to(rows[0].id)
        self._settle()

    def _find(self) -> None:
        hub, day, standing = self._session.hub, self.day.day, self._session.standing
        self._let_go()

        def look(progress: Progress) -> Mending:
            return mending(hub, day, standing.runs, progress)

        job = self._job = self._jobs.start("Looking for the nearest repair", look, self._found)
        line = JobLine(job)
        self._column.insertWidget(self._column.count() - 1, line)
        line.over.connect(lambda _line: line.deleteLater())
        job.refused.connect(lambda problems: self._say_repair(all_told(problems)))
        job.cancelled.connect(lambda: self._cancelled(hub, day))
        job.ended.connect(self._ended)
        self._settle()

    def _cancelled(self, hub: Hub, day: date) -> None:
        """Unless it was because the hub or the day is another now."""
        if hub is self._session.hub and day == self.day.day:
            self._say_repair("Cancelled; nothing was changed.")

    def _ended(self) -> None:
        self._job = None
        self._settle()

    def _found(self, found: Mending) -> None:
        if found.hub is not self._session.hub or found.day != self.day.day:
            return
        self.mending = found
        if found.moving is None:
            clash = [one.told_there for one in found.repair.conflict]
            self.conflict.setHtml(html_of([("These cannot be kept together", clash)]))
            self._say_repair("There is no plan that keeps everything.")
            return
        self.moves.show_rows(found.moving.schedule.moves)
        self._say_repair(
            f"The nearest repair. {found.moving.schedule.summary} "
            f"{charges_told(found.hub, found.moving.charges)}"
        )

    def _say_repair(self, told: str) -> None:
        self.repair_said.setText(told)
        self._settle()

    def _let_go(self) -> None:
        """What was found does not hold any more."""
        if self._job is not None:
            self._job.cancel()
        self.mending = None
        self.moves.show_rows(())
        self._say_repair("")

    def _settle(self) -> None:
        moving, going = self._moving, self._job is not None
        may_change = not self._session.only_looks
        self.find_repair.setEnabled(bool(self._rows) and not going)
        self.show_moves.setEnabled(moving is not None)
        self.accept_repair.setEnabled(moving is not None and may_change)
        row = self._row
        self.show_on_plan.setEnabled(row is not None and bool(row.desks))
        self.in_full.setText("" if row is None else _in_full(row))
        self._below.setVisible(bool(self.repair_said.text()))
        self.moves.setVisible(moving is not None)
        self.conflict.setVisible(self.mending is not None and moving is None)

    @property
    def _moving(self) -> Moving | None:
        return self.mending.moving if self.mending is not None else None

    @property
    def _row(self) -> Broken | None:
        """The one where the keys are."""
        return next((one for one in self._rows if one.id == self.table.current), None)

    def _show_moves(self) -> None:
        found = self.mending
        if found is not None and found.repair.proposal is not None:
            MovesDialog(self._work, found.hub, found.repair.proposal, self).show()

    def _accept(self) -> None:
        """One change, which can be undone; the dialog stays, and says that nothing is broken any more."""
        moving = self._moving
        if moving is None:
            return
        problems = self._session.tried(lambda _hub: moving.change)
        if problems:
            self._say_repair(all_told(problems))
        else:
            desks = counted(len(moving.schedule.moves), "desk")
            self._say_repair(f"Done from {in_words(moving.schedule.day)}, for {desks}. Undo takes it back.")

    def _go(self) -> None:
        row = self._row
        if row is not None:
            self.close()
            self._reveal(row.desks)


def _in_full(row: Broken) -> str:
    """As the table has it, where no column cuts it off."""
    where = f" ({row.which})" if row.which else ""
    return f"{row.what}{where}. {row.remedy}."
