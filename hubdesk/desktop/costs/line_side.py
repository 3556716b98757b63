"""`LineSide`: who takes part in the chosen cost line, what each pays, and how that was last year."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.costs.said import WORKING, said
from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.tables.table import TOTAL, Table
from hubdesk.domain.cost_line import Recovery
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.workflows.costs.charged import NotCharged
from hubdesk.workflows.costs.line_shares import Shared, share_rows, shared_out
from hubdesk.workflows.costs.line_words import heading, how_recovered
from hubdesk.workflows.costs.share_columns import SHARE_COLUMNS

Answer = tuple[RecordId, Shared | NotCharged]
_TITLES = {column.id: column.title for column in SHARE_COLUMNS}
_NONE = "Choose a cost line to see who shares it, and to set who takes part, fixed shares and caps."


class LineSide(QWidget):
    """Follows the line in which the keys are. What is set shows at once, what follows from it soon after."""

    def __init__(self, year: ShownYear) -> None:
        super().__init__()
        self._year, self._session = year, year.session
        self._line: RecordId | None = None
        self._shared: Shared | None = None
        self.heading = said("preview-heading")
        self.state = QLabel()
        self.state.setObjectName("quiet")
        self.said = said()
        self.moved = said("preview-heading")
        self.table = Table("Shares", SHARE_COLUMNS, self._session)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.state)
        column.addLayout(top)
        for part in (self.said, self.moved):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        self._spare = QWidget()
        column.addWidget(self._spare, 1)
        self._latest: Latest[Answer] = Latest(year.jobs, self._question, self)
        self._latest.working.connect(lambda: self.state.setText(WORKING))
        self._latest.came.connect(self._came)
        self.table.activated.connect(self._why)
        year.changed.connect(self._show)
        year.outdated.connect(self._outdated)
        self._show()

    @property
    def line(self) -> RecordId | None:
        return self._line

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(500, 420)

    def show_line(self, id_: str) -> None:
        """Show that cost line; nothing to show none."""
        line = RecordId(id_) if id_ in self._session.hub.cost_lines else None
        if line != self._line:
            self._line, self._shared = line, None
            self.state.clear()
            self._show()
            self._outdated()

    def _outdated(self, *_: object) -> None:
        if self._line is not None:
            self._latest.ask()

    def _question(self) -> Callable[[], Answer]:
        standing, line = self._session.standing, self._line or RecordId("")

        def work() -> Answer:
            try:
                return line, shared_out(standing.hub, line, standing.runs)
            except Refused as refused:
                return line, NotCharged(refused.problems)

        return work

    def _came(self, answer: Answer) -> None:
        line, found = answer
        if line == self._line:
            self.state.clear()
            self._shared = None if isinstance(found, NotCharged) else found
            self._show()

    def _show(self) -> None:
        row = None if self._line is None else self._year.costs.row(self._line)
        shared = row is not None and row.line.recovery is Recovery.SHARED
        self.table.setVisible(shared)
        self._spare.setVisible(not shared)
        self.heading.setVisible(row is not None)
        self.moved.setVisible(row is not None and bool(row.moved))
        if row is None:
            self.said.setText(_NONE)
            self.table.show_rows(())
            return
        self.heading.setText(heading(row.line))
        self.said.setText(how_recovered(row))
        told = "\n".join(one.told(self._session.hub) for one in row.moved)
        self.moved.setText(f"More than three percentage points from last year’s share:\n{told}")
        self.table.show_rows(share_rows(self._session.hub, row.id, self._shared) if shared else ())

    def _why(self, row: str, column: str) -> None:
        line = self._line
        record = None if line is None else self._session.hub.cost_lines.get(line)
        if line is None or record is None:
            return
        sharer = next((one.sharer for one in self.table.rows if one.id == row), None)
        title = f"{record.code}, {_TITLES[column]}, {record.year_name}"
        if row == TOTAL:
            sharers = [one.sharer for one in self.table.rows if one.worked]
            self._year.explain(
                title,
                lambda workings: (
                    workings.of_everybody(line) if column == "pays" else workings.of_all_parts(line, sharers)
                ),
            )
        elif sharer is not None and column == "pays":
            self._year.explain(title, lambda workings: workings.of_sharer(line, sharer))
        elif sharer is not None:
            years_back = 1 if column == "before" else 0
            self._year.explain(title, lambda workings: workings.of_part(line, sharer, years_back))
