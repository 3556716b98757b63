"""What goes out of an open hub: copies, workbooks, recharges, plans."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from hubdesk.charging.amounts import Amounts
from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice
from hubdesk.desktop.files import CSV, HUBS, JSON, WORKBOOKS, free_name
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.problem_list import counted
from hubdesk.desktop.run_asked import ask_for_run
from hubdesk.domain.days import in_words
from hubdesk.workflows.export_hub import export_hub_workbook
from hubdesk.workflows.file_names import file_name
from hubdesk.workflows.outgoing import Outgoing, outgoing
from hubdesk.workflows.run_choices import RunChoice


class Outputs:
    """The actions of the Export menu, and Copy to."""

    def __init__(self, work: AtWork) -> None:
        self._work = work

    def actions(self) -> Iterator[Action]:
        """The actions, in the order of the menu."""
        yield Action(
            "file.copy-to",
            "Copy to…",
            "File",
            self.copy_to,
            "Ctrl+Shift+S",
            "copy",
            lambda: not self._work.session.document.store.is_shared,
            hint="Another file with everything in it; this one stays open",
            why_not="A team's database is exported as a workbook; whoever runs the server backs it up",
        )
        yield Action(
            "file.export-hub",
            "Hub workbook…",
            "File",
            self.export_hub,
            icon="file-spreadsheet",
            under="Export",
            hint="Everything typed into the hub, to be imported again",
            of_the_hub=True,
        )
        yield Action(
            "file.export-recharge",
            "Recharge of a period…",
            "File",
            self.ask_recharge,
            "Ctrl+E",
            "file-up",
            under="Export",
            hint="Workbook with live formulas, journal, invoices or JSON; a draft, or as issued",
            of_the_hub=True,
        )

    def copy_to(self) -> None:
        """Copy the document to another file while it stays open."""
        work = self._work
        store = work.session.document.store
        folder = work.machine.memory.folder_for("copies", work.machine.documents)
        name = f"{Path(store.name).stem} copy.hubdesk"
        place = work.machine.files.to_make(work.window, "Copy to", HUBS, free_name(folder / name))
        if place is None:
            return
        work.machine.memory.keep_folder("copies", place.parent)

        def copy(_progress: Progress) -> None:
            store.copy_to(place)

        told = Notice(f"Copied to {place}", "Work goes on in the hub that is open here")
        work.start(f"Copying to {place.name}", copy, lambda _: work.notices.tell(told))

    def export_hub(self) -> None:
        hub = self._work.session.hub

        def write(place: Path) -> Iterable[str]:
            return [one.what for one in export_hub_workbook(hub, place)]

        self._work.write("Export the hub workbook", WORKBOOKS, f"{file_name(hub.settings.name)}.xlsx", write)

    def ask_recharge(self) -> None:
        """Ask which run, for whom and in what form."""
        sentence = "A draft is worked out from the hub as it stands; an issued run goes out as it was issued."
        forms = Choice("Form", [(words, words) for words in _FORMS])
        told = ("Export a recharge", sentence)
        ask_for_run(self._work, told, forms, "Choose the file…", self._recharge, help_topic="files-and-teams")

    def _recharge(self, run: RunChoice, agency: str | None, form: str, amounts: Amounts | None) -> None:
        standing = self._work.session.standing
        kinds, ending, write_form = _FORMS[form]
        clock = self._work.machine.clock

        def write(place: Path) -> Iterable[str]:
            going = outgoing(standing, run.name, run.amounts(amounts), agency)
            write_form(going, place, clock())
            return [f"{counted(going.problems)} bear on it; see the problems panel"] if going.problems else []

        who = f" {agency}" if agency else ""
        self._work.write(f"Export {run.name}", kinds, f"{file_name(run.name + who)}{ending}", write)


Write = Callable[[Outgoing, Path, datetime], None]


def _workbook(going: Outgoing, place: Path, now: datetime) -> None:
    local = now.astimezone()
    going.write_workbook(place, written_at=f"{in_words(local.date())}, {local:%H:%M}")


def _journal(going: Outgoing, place: Path, _now: datetime) -> None:
    going.write_journal(place)


def _invoices(going: Outgoing, place: Path, _now: datetime) -> None:
    going.write_invoices(place)


def _json(going: Outgoing, place: Path, _now: datetime) -> None:
    going.write_json(place)


_FORMS: Mapping[str, tuple[str, str, Write]] = {
    "Recharge workbook, with live formulas": (WORKBOOKS, ".xlsx", _workbook),
    "Journal lines for the ledger, CSV": (CSV, " journal.csv", _journal),
    "Invoice lines for the ledger, CSV": (CSV, " invoices.csv", _invoices),
    "All lines and problems, JSON": (JSON, ".json", _json),
}
