"""`NewcomerDialog`: the best place for somebody new, as it is or if some of the others move."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.ask import html_of
from hubdesk.desktop.dialogs.without_default import without_default
from hubdesk.desktop.jobs import Job, Jobs, Progress
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.panels.job_strip import JobLine
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.proposing.finding_places import WithMoves, look_for_places, look_with_moves
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.proposing.newcomer_form import NewcomerForm
from hubdesk.desktop.recharge.words import words
from hubdesk.desktop.tables import Table
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.problem import all_told
from hubdesk.workflows.placing.newcomer import (
    NewcomerPlace,
    NewcomerPlaces,
    newcomer_change,
    newcomer_columns,
)

Reveal = Callable[[Iterable[RecordId]], object]

_USUAL_PERCENT = 10
_TO_JOIN = (
    "Somebody new joins first, with Allocate > An agency joins…; then choose it here to allocate its desks."
)


class NewcomerDialog(QDialog):
    """Asked anew whenever something else is typed, or the hub changes; nothing is changed until accepted."""

    help_topic = "placing"

    def __init__(self, work: AtWork, reveal: Reveal, parent: QWidget) -> None:
        super().__init__(parent)
        self._work, self._session, self._reveal = work, work.session, reveal
        self._jobs = Jobs(self)
        self._job: Job[WithMoves] | None = None
        self._places: NewcomerPlaces | None = None
        self.setWindowTitle("Best place for somebody new")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = NewcomerForm(self._session)
        self.said = words("preview-heading")
        self.said.setAccessibleName("How many places there are")
        self.table = Table("Places for somebody new", newcomer_columns()).without_bar()
        self.table.settle_in(work)
        self.table.grid.horizontalHeader().setStretchLastSection(True)
        self.conflict = QTextBrowser()
        self.conflict.setAccessibleName("What cannot be kept together")
        self.conflict.hide()
        self.notes = words("quiet")
        self.notes.setAccessibleName("What to think of")
        self.percent = QSpinBox(minimum=0, maximum=100, value=_USUAL_PERCENT, suffix=" % of desks")
        self.percent.setAccessibleName("Others may move at most")
        self.percent.setToolTip("With 0 % nobody moves, and it may be divided between several places")
        self.look_further = QPushButton("&Look for a better place")
        self.look_further.setAutoDefault(False)
        self._build()
        self._latest: Latest[NewcomerPlaces] = Latest(self._jobs, self._question, self)
        self._latest.working.connect(self._begun)
        self._latest.came.connect(self._show)
        self._latest.refused.connect(lambda problems: self.said.setText(all_told(problems)))
        self.form.changed.connect(self._look)
        self._session.changed.connect(self._look)
        self._look()

    def done(self, result: int) -> None:
        """It is closed: whatever is going on for it ends."""
        self._jobs.end()
        super().done(result)

    def _build(self) -> None:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.show_on_plan = box.addButton("&Show on the plan", action)
        self.show_moves = box.addButton("&Moves…", action)
        self.allocate = box.addButton("&Allocate", action)
        self.show_on_plan.clicked.connect(self._go)
        self.show_moves.clicked.connect(self._show_moves)
        self.allocate.clicked.connect(self._accept)
        box.rejected.connect(self.close)
        without_default(box)
        label = QLabel("Others may m&ove at most")
        label.setBuddy(self.percent)
        moving = QHBoxLayout()
        for widget in (label, self.percent, self.look_further):
            moving.addWidget(widget)
        moving.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.form)
        self._column.addWidget(self.said)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.conflict, 1)
        self._column.addWidget(self.notes)
        self._column.addLayout(moving)
        self._column.addWidget(box)
        unit = self.fontMetrics().height()
        self.resize(max(980, 60 * unit), max(580, 38 * unit))
        self.look_further.clicked.connect(self._look_further)
        self.table.current_changed.connect(lambda _row: self._settle())

    def _look(self, *_what: object) -> None:
        """Something else is asked for, or the hub is another."""
        if self._job is not None:
            self._job.cancel()
        self._latest.ask()

    def _begun(self) -> None:
        self._places = None
        self.conflict.hide()
        self.said.setText("Looking at every place…")
        self._settle()

    def _asked(self) -> NewcomerPlaces:
        return NewcomerPlaces(self._session.hub, self.form.day.day, self.form.newcomer, ())

    def _question(self) -> Callable[[], NewcomerPlaces]:
        asked = self._asked()
        return lambda: look_for_places(asked)

    def _show(self, found: NewcomerPlaces) -> None:
        self._places = found
        fit = sum(row.proposal is not None for row in found.places)
        desks = counted(found.newcomer.desks, "desk")
        self.said.setText(
            f"{counted(fit, 'place')} for {desks} from {in_words(found.day)} where nobody else has to move."
            if fit
            else f"No place has {desks} free from {in_words(found.day)} where it may sit. "
            "Let others move, or 0 % for several places."
        )
        self._list(found.places)
        self._settle()

    def _list(self, places: tuple[NewcomerPlace, ...]) -> None:
        self.table.show_rows(places)
        if places:
            self.table.go_to(places[0].id)

    def _look_further(self) -> None:
        self.conflict.hide()
        asked, percent = self._places, self.percent.value()
        if asked is None or self._job is not None:
            return

        def look(progress: Progress) -> WithMoves:
            return look_with_moves(asked, percent, progress)

        job = self._job = self._jobs.start("Looking for a place among others who may move", look, self._found)
        line = JobLine(job)
        self._column.insertWidget(self._column.count() - 1, line)
        line.over.connect(lambda _line: line.deleteLater())
        job.refused.connect(lambda problems: self.said.setText(all_told(problems)))
        job.cancelled.connect(lambda: self._cancelled(asked))
        job.ended.connect(self._ended)
        self._settle()

    def _cancelled(self, asked: NewcomerPlaces) -> None:
        """Unless it was because something else is asked now, which says so itself."""
        if asked is self._places:
            self.said.setText("Cancelled.")

    def _ended(self) -> None:
        self._job = None
        self._settle()

    def _found(self, found: WithMoves) -> None:
        if found.asked is not self._places:
            return
        if found.place is None:
            clash = [one.told_there for one in found.conflict]
            self.conflict.setHtml(html_of([("These cannot be kept together", clash)]))
            self.conflict.show()
            self.said.setText("There is no such plan that keeps everything that is asked of one.")
            return
        best = next((row.cost for row in found.asked.places if row.cost is not None), None)
        if best is not None and found.place.cost is not None and found.place.cost >= best:
            self.said.setText("Nothing better was found than the first of these, where nobody else moves.")
            self._list(found.asked.places)
            return
        moved = counted(found.place.moved, "desk")
        self.said.setText(
            f"The best that was found, if {moved} of others {'moves' if found.place.moved == 1 else 'move'}, "
            "stands first."
        )
        self._list((found.place, *found.asked.places))

    @property
    def _row(self) -> NewcomerPlace | None:
        """The one where the keys are, if it can sit there."""
        rows = self.table.rows if self._places is not None else ()
        return next((row for row in rows if row.id == self.table.current and row.proposal), None)

    def _settle(self) -> None:
        row, found = self._row, self._places
        known = found is not None and found.newcomer.agency is not None
        self.look_further.setEnabled(found is not None and bool(found.places) and self._job is None)
        self.show_on_plan.setEnabled(row is not None)
        self.show_moves.setEnabled(row is not None and known)
        self.allocate.setEnabled(row is not None and known and not self._session.only_looks)
        self.allocate.setText(f"&Allocate from {in_words(self.form.day.day)}")
        here = next((one for one in self.table.rows if one.id == self.table.current), None)
        notes = [f"{here.place}: {here.told}."] if here is not None and here.told and found else []
        notes += [all_told(found.notes)] if found is not None and found.notes else []
        self.notes.setText("\n".join([*notes, *([] if known or row is None else [_TO_JOIN])]))

    def _show_moves(self) -> None:
        row, found = self._row, self._places
        if row is not None and row.proposal is not None and found is not None:
            MovesDialog(self._work, found.hub, row.proposal, self).show()

    def _accept(self) -> None:
        row, found = self._row, self._places
        if row is None or found is None:
            return
        problems = self._session.tried(lambda hub: newcomer_change(hub, found, row))
        if problems:
            self.said.setText(all_told(problems))
        else:
            self._work.notices.tell(Notice(f"It sits in {row.place} from {in_words(found.day)}"))
            self.accept()

    def _go(self) -> None:
        row = self._row
        if row is not None and row.proposal is not None:
            desks = [one.go_to for one in row.proposal.moves if one.go_to and one.come_from is None]
            self.close()
            self._reveal(desks)
