"""`RateView`: the rate as it is and as it could be built, drawn, with what each brings in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hubdesk.desktop.costs.rate.bars import DesksBar
from hubdesk.desktop.costs.rate.row import RateRow
from hubdesk.desktop.costs.said import WORKING, link, said
from hubdesk.desktop.costs.shown_year import ShownYear
from hubdesk.desktop.theme import Theme
from hubdesk.domain.days import in_words
from hubdesk.domain.money import Pence
from hubdesk.workflows.costs.desk_rate import RatePlan, Way
from hubdesk.workflows.costs.rate_words import (
    cover_told,
    desks_told,
    presumed,
    rates_told,
    vacancy_told,
    verdict,
)


class RateView(QWidget):
    """Follows the chosen year. A way is chosen with its button; its figures open their workings."""

    use_wanted = Signal(object)
    """The BuiltRate to be used."""

    def __init__(self, year: ShownYear, theme: Theme) -> None:
        super().__init__()
        self._year = year
        self._plan: RatePlan | None = None
        self.verdict = said("preview-heading")
        self.rates = said()
        self.vacancy = said()
        self.presumed = said("quiet")
        self.today = RateRow("The rate as it stands", theme)
        self.ways = {way: RateRow(way.value, theme, choosable=True) for way in Way}
        self.desks = DesksBar(theme)
        self.desks_told = said()
        self.use = QPushButton("Use this rate…")
        self._group = QButtonGroup(self)
        self._build()
        self._connect()
        self._show()

    @property
    def way(self) -> Way | None:
        """The way that is chosen."""
        return next((way for way, row in self.ways.items() if row.is_chosen), None)

    def choose(self, way: Way) -> None:
        """Choose that way of building the rate, as a click does."""
        self.ways[way].choose()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, row in enumerate((self.today, *self.ways.values())):
            row.put_in(grid, number)
            if isinstance(row.choice, QRadioButton):
                self._group.addButton(row.choice)
        below = grid.rowCount()
        grid.addWidget(QLabel("Desks"), below, 0)
        grid.addWidget(self.desks, below, 1)
        self.why_desks = link("Why so many desks?", "Why so many?")
        grid.addWidget(self.why_desks, below, 2, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.desks_told, below + 1, 1, 1, 3)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.verdict)
        column.addWidget(self.rates)
        column.addWidget(self.vacancy)
        column.addLayout(grid)
        foot = QHBoxLayout()
        foot.addWidget(self.presumed, 1)
        foot.addWidget(self.use)
        column.addLayout(foot)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        area.setAccessibleName("The desk rate")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _connect(self) -> None:
        year = self._year
        year.worked_out.came.connect(self._show)
        year.worked_out.working.connect(self._say_presumed)
        year.chosen.changed.connect(self._show)
        self._group.buttonClicked.connect(lambda _button: self._say_presumed())
        self.use.clicked.connect(self._use)
        self.why_desks.clicked.connect(
            lambda: year.explain_rate(f"Vacant desk-days, {year.chosen.name}", lambda one: one.vacant())
        )
        self.today.rate.clicked.connect(self._why_today)
        self.today.over.clicked.connect(
            lambda: year.explain_rate(f"The rate as it stands, {year.chosen.name}", lambda one: one.over())
        )
        for way, row in self.ways.items():
            row.rate.clicked.connect(lambda _checked=False, way=way: self._why_rate(way))
            row.over.clicked.connect(lambda _checked=False, way=way: self._why_over(way))

    def _why_today(self) -> None:
        if self._plan is not None:
            day = self._plan.day
            self._year.explain_rate(f"The desk rate on {in_words(day)}", lambda one: one.on(day))

    def _why_rate(self, way: Way) -> None:
        self._year.explain_rate(f"{way.value}, {self._year.chosen.name}", lambda one: one.rate(way))

    def _why_over(self, way: Way) -> None:
        built = None if self._plan is None else self._plan.way(way)
        if built is not None:
            title = f"{way.value}: against the costs, {self._year.chosen.name}"
            self._year.explain_rate(title, lambda one: one.over(way, built.rate))

    def _use(self) -> None:
        way = self.way
        built = None if self._plan is None or way is None else self._plan.way(way)
        if built is not None:
            self.use_wanted.emit(built)

    def _show(self) -> None:
        figures = self._year.worked_out.figures
        plan = None if figures is None else figures.plan
        self._plan = plan
        if plan is None:
            problems = () if figures is None else figures.problems
            self.verdict.setText(
                f"No rate can be worked out: {problems[0].happened_there}" if problems else WORKING
            )
            self.rates.setText("")
            self.vacancy.setText("")
            self.desks_told.setText("")
        else:
            self.verdict.setText(verdict(plan))
            self.rates.setText(rates_told(plan))
            self.vacancy.setText(vacancy_told(plan))
            self.desks_told.setText(desks_told(plan))
            days = plan.days
            self.desks.show_desks(days.mean(days.licensed), days.mean(days.vacant), days.mean(days.beyond))
        for words in (self.rates, self.vacancy):
            words.setVisible(bool(words.text()))
        self._show_rows(plan)
        self._say_presumed()

    def _show_rows(self, plan: RatePlan | None) -> None:
        if plan is None:
            for row in (self.today, *self.ways.values()):
                row.clear()
            return
        most = max([plan.today or 0, *(one.rate + one.pool for one in plan.ways)], default=0)
        self._show_today(plan, most)
        for way, row in self.ways.items():
            built = plan.way(way)
            if built is None:
                row.clear("No desks to spread the costs over")
            else:
                row.show_rate(built.rate, built.pool, plan.today, most, cover_told(built.cover))

    def _show_today(self, plan: RatePlan, most: Pence) -> None:
        self.today.call(f"The rate on {in_words(plan.day)}")
        if plan.today is None:
            self.today.clear("No rate is set on this day")
        else:
            self.today.show_rate(plan.today, plan.pool, plan.today, most, cover_told(plan.cover))

    def _say_presumed(self) -> None:
        way, plan = self.way, self._plan
        built = None if way is None or plan is None else plan.way(way)
        self.presumed.setText("" if way is None or plan is None else presumed(plan, way))
        holds, may = self._year.worked_out.hold, not self._year.session.only_looks
        self.use.setEnabled(holds and may and built is not None and bool(built.rate))
        why_not = "" if built else "Choose one of the ways above first"
        self.use.setToolTip(why_not if holds else WORKING)
