"""A floor on paper: which floor, for whom, on what, and where to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.paper import SCALES, Paper, scale_name
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.plan_sheet import (
    PlanWanted,
    pictures_under,
    prices,
    write_plan,
)

_FORMS = (("PDF", "PDF (*.pdf)", ".pdf"), ("SVG", "SVG (*.svg)", ".svg"), ("PNG", "PNG (*.png)", ".png"))


class PlanOutput:
    """Export › Plan, as at the day on screen."""

    def __init__(self, work: AtWork, shown: Callable[[], RecordId | None]) -> None:
        """`shown` is the floor that is offered first."""
        self._work, self._shown = work, shown

    def actions(self) -> Iterator[Action]:
        yield Action(
            "file.export-plan",
            "Plan of a floor…",
            "File",
            self.ask,
            "Ctrl+P",
            "printer",
            lambda: bool(self._work.session.hub.floors),
            hint="PDF, SVG or PNG to scale, as at the day on screen",
            why_not="The hub has no floor yet",
            under="Export",
            of_the_hub=True,
        )

    def ask(self) -> None:
        hub = self._work.session.hub
        first = self._shown()
        floors = sorted(hub.floors.values(), key=lambda one: (one.id != first, one.level, one.code))
        agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
        choices = (
            Choice("Floor", [(f"{one.code}, {one.name}", one.code) for one in floors]),
            Choice(
                "For", [("everybody", None), *((f"{one.code}, {one.name}", one.code) for one in agencies)]
            ),
            Choice("Colours", [(by.words, by) for by in ColourBy]),
            Choice("Paper", [(paper.name, paper) for paper in Paper]),
            Choice("Scale", [("as large as fits", None), *((scale_name(one), one) for one in SCALES)]),
            Choice("Pages", [("one page", False), ("as many as the scale takes, to lay side by side", True)]),
            Choice("Form", [(words, (kinds, ending)) for words, kinds, ending in _FORMS]),
        )
        told = (
            "Export a plan",
            "The floor as at the day on screen. For one agency, only its own desks are told.",
        )
        ChoiceDialog(told, choices, "Choose the file…", self._write, self._work.window).open()

    def _write(
        self,
        floor: str,
        agency: str | None,
        by: ColourBy,
        paper: Paper,
        scale: int | None,
        tiled: bool,  # noqa: FBT001  a choice of the dialog
        form: tuple[str, str],
    ) -> None:
        session, machine = self._work.session, self._work.machine
        standing, store = session.standing, session.document.store
        kinds, ending = form
        wanted = PlanWanted(
            floor, session.as_at, machine.today, agency=agency, paper=paper, scale=scale, tiled=tiled, by=by
        )

        def write(place: Path) -> Iterable[str]:
            pictures = pictures_under(store, standing.hub, floor) if agency is None else {}
            yearly = prices(standing, wanted.day) if by is ColourBy.PRICE else {}
            written = write_plan(standing.hub, replace(wanted, pictures=pictures, yearly=yearly), place)
            pages = f" on {written.pages} pages" if written.pages > 1 else ""
            return [f"It is {scale_name(written.scale)} on {paper.name}{pages}"]

        name = file_name(f"Plan {floor} {agency}" if agency else f"Plan {floor}")
        self._work.write("Export a plan", kinds, f"{name}{ending}", write)
