"""`Inspector`: the panel beside the plan with the details of what is selected."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedWidget, QWidget

from hubdesk.desktop.inspector.areas import AreaForm
from hubdesk.desktop.inspector.desks import DeskForm
from hubdesk.desktop.inspector.floor import FloorForm
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.plan.plan import Plan
from hubdesk.domain.change import Change
from hubdesk.domain.clearance_advice import advice
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing.pieces import in_words
from hubdesk.workflows.desk_story import desk_story
from hubdesk.workflows.desk_story_words import sentences
from hubdesk.workflows.year_cost import NoYearCost, YearCost, year_cost

_MOST_GUIDANCE = 4


class Inspector(QScrollArea):
    """Follows the selection; every field is one change, by Enter or by leaving it."""

    def __init__(self, plan: Plan, jobs: Jobs) -> None:
        super().__init__()
        self._plan = plan
        self._session = plan.session
        self._cost: YearCost | None = None
        self.desks = DeskForm(plan.session)
        self.areas = AreaForm(plan)
        self.floor = FloorForm(plan.session)
        self._both = QLabel()
        self._both.setWordWrap(True)
        self._both.setMargin(10)
        self._both.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        for form in (self.desks, self.areas, self.floor, self._both):
            self._stack.addWidget(form)
        self.setWidget(self._stack)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Inspector")
        self.setMinimumWidth(290)
        self._latest: Latest[YearCost | None] = Latest(jobs, self._ask_cost, self)
        self._latest.came.connect(self._cost_came)
        session = plan.session
        session.selection.changed.connect(self.follow)
        session.changed.connect(self._hub_changed)
        session.as_at_changed.connect(self._day_changed)
        plan.floor_changed.connect(self.follow)
        plan.findings_changed.connect(self._other_findings)
        self.follow()

    @property
    def form(self) -> QWidget | None:
        """What is shown."""
        return self._stack.currentWidget()

    def follow(self) -> None:
        """Show what is selected now."""
        hub, ids = self._session.hub, self._session.selection.ids
        desks = tuple(hub.desks[one] for one in sorted(ids) if one in hub.desks)
        areas = tuple(hub.areas[one] for one in sorted(ids) if one in hub.areas)
        if areas or not desks:
            self.desks.placing.show_agency(None)
        if desks and areas:
            self._both.setText(
                f"{in_words((*desks, *areas))}.\n\nSelect desks or areas alone to see their details."
            )
            self._stack.setCurrentWidget(self._both)
        elif desks:
            self.desks.show_desks(desks)
            self._tell(desks)
            self._stack.setCurrentWidget(self.desks)
        elif areas:
            self.areas.show_areas(areas)
            self._stack.setCurrentWidget(self.areas)
        else:
            self.floor.show_floor(self._plan.floor)
            self._stack.setCurrentWidget(self.floor)

    def _tell(self, desks: tuple[Desk, ...]) -> None:
        """The story of one desk, which many have not; and what the plan warns of."""
        guidance = tuple(self._guidance(desks))
        if len(desks) != 1:
            self.desks.show_story(guidance)
            return
        if self._cost is None:
            self._latest.ask()
        story = desk_story(self._session.hub, desks[0].id, self._session.as_at, self._cost)
        self.desks.show_story((*guidance, *sentences(story)))

    def _guidance(self, desks: tuple[Desk, ...]) -> Iterator[str]:
        """What the plan warns of about these desks, in words, as far as one reads on."""
        found = self._plan.findings_of({desk.id for desk in desks})
        for one in found[:_MOST_GUIDANCE]:
            told = advice(self._session.hub, one)
            yield f"Guidance, {told.where}: {told.told}"
        if len(found) > _MOST_GUIDANCE:
            rest = len(found) - _MOST_GUIDANCE
            yield f"Guidance: {rest:,} more places; select fewer desks to read of them."

    def _other_findings(self) -> None:
        if self._stack.currentWidget() is self.desks:
            self.follow()

    def _hub_changed(self, _change: Change, _hub: Hub) -> None:
        self._day_changed()

    def _day_changed(self) -> None:
        self._cost = None
        self.follow()

    def _ask_cost(self) -> Callable[[], YearCost | None]:
        standing, day = self._session.standing, self._session.as_at

        def work() -> YearCost | None:
            try:
                cost = year_cost(standing.hub, day, standing.runs)
            except Refused:
                return None  # The status line tells what is the matter with the runs.
            return None if isinstance(cost, NoYearCost) else cost

        return work

    def _cost_came(self, cost: YearCost | None) -> None:
        self._cost = cost
        if cost is not None and self._stack.currentWidget() is self.desks:
            hub, ids = self._session.hub, self._session.selection.ids
            self._tell(tuple(hub.desks[one] for one in ids if one in hub.desks))
