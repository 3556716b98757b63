"""The list of moves as a file: asked for, and written by a worker."""

from collections.abc import Iterable
from pathlib import Path

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.files import PDF, WORKBOOKS
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.placing.move_list import move_list, write_move_list
from hubdesk.workflows.placing.moving import Moving


class SavingMoves:
    """All of a list, or what of it is one agency's, to hand to that."""

    def __init__(self, work: AtWork) -> None:
        self._work = work

    def as_pdf(self, moving: Moving, agency: RecordId | None = None) -> None:
        """To hand out: pages of its own for each agency."""
        self._save(moving, agency, PDF, ".pdf")

    def as_workbook(self, moving: Moving, agency: RecordId | None = None) -> None:
        """To sort and to filter."""
        self._save(moving, agency, WORKBOOKS, ".xlsx")

    def _save(self, moving: Moving, agency: RecordId | None, kinds: str, ending: str) -> None:
        made = self._work.machine.today
        schedule = moving.schedule.of(agency)
        whose = f" of {moving.hub.agencies[agency].code}" if agency else ""

        def write(place: Path) -> Iterable[str]:
            write_move_list(move_list(schedule, made, moving.known_charges), place)
            return [schedule.summary]

        name = file_name(f"{schedule.building} moves{whose}")
        self._work.write(f"Save the moves{whose}", kinds, f"{name}{ending}", write)
