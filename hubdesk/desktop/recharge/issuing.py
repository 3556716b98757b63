"""`Issuing`: what will be frozen is shown, and issued once that is confirmed."""

from PySide6.QtCore import QObject, Signal

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.recharge.issue_told import issue_told
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Refused
from hubdesk.workflows.issuing import Issued, issue
from hubdesk.workflows.outgoing import Outgoing, outgoing
from hubdesk.workflows.review.agreed import snapshots_of
from hubdesk.workflows.review.at_stake import RestsOn, rests_on
from hubdesk.workflows.run_choices import RunChoice, runs_to_issue


class Issuing(QObject):
    """The one way in which a run is issued from the window."""

    done = Signal(str)
    """The run of that name was issued."""

    def __init__(self, work: AtWork) -> None:
        super().__init__(work.session)
        self._work = work

    def ask(self) -> None:
        """Ask which run, where there is more than one; then show what would be frozen."""
        standing = self._work.session.standing_of_hub

        def look(_progress: Progress) -> tuple[RunChoice, ...]:
            return runs_to_issue(standing)

        self._work.start("Looking at the runs", look, self._choose_run)

    def show_before(self, name: str) -> None:
        """Show what would be frozen as the run of that name; issue it if that is confirmed."""
        session = self._work.session
        standing, today = session.standing_of_hub, session.today
        snapshots = snapshots_of(session.document.store)

        def work(_progress: Progress) -> tuple[Outgoing, RestsOn]:
            going = outgoing(standing, name, None, None)
            return going, rests_on(standing.hub, going.run, snapshots, today)

        self._work.start(f"Working out {name}", work, lambda both: self._confirm(*both, standing.sequence))

    def _choose_run(self, runs: tuple[RunChoice, ...]) -> None:
        if not runs:
            self._work.notices.tell(Notice("There is no period to issue", "Add the year's costs first"))
        elif len(runs) == 1:
            self.show_before(runs[0].name)
        else:
            choices = (Choice("Run", [(one.words, one.name) for one in runs]),)
            told = ("Issue a run", "What is to be frozen is shown next.")
            ChoiceDialog(
                told, choices, "Show what will be frozen…", self.show_before, self._work.window
            ).open()

    def _confirm(self, going: Outgoing, agreement: RestsOn, sequence: int) -> None:
        dialog = AskDialog(issue_told(going, agreement), self._work.window)
        dialog.accepted.connect(lambda: self._issue(going.run.name, sequence))
        dialog.open()

    def _issue(self, name: str, sequence: int) -> None:
        store, clock = self._work.session.document.store, self._work.machine.clock

        def work(_progress: Progress) -> Issued:
            if store.last_sequence() != sequence:
                what = "The hub has changed since the figures were shown. Nothing was issued"
                raise Refused(
                    error("changed-meanwhile", what, f"run {name}", "Look at it again, and issue that")
                )
            return issue(store, name, None, at=clock())

        self._work.start(f"Issuing {name}", work, self._issued)

    def _issued(self, issued: Issued) -> None:
        self._work.session.refresh()
        run = issued.run
        assert run.issue is not None
        total = pounds(sum(line.pence + line.vat_pence for line in run.lines))
        what = f"Issued {run.name}: {total} with VAT, hash {run.issue.sha256[:12]}"
        self._work.notices.tell(Notice(what, "“Everything into a folder” on the Recharge page hands it out"))
        self.done.emit(run.name)
