"""The Recharge page in a window, and what one does on it."""

from dataclasses import dataclass

from pytestqt.qtbot import QtBot

from hubdesk.charging.workings import Step, Working
from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.pages.recharge_page import RechargePage
from hubdesk.desktop.session import Session
from hubdesk.desktop.window import MainWindow
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.money import Pence
from hubdesk.workflows.recharge_figures import Heading
from hubdesk.workflows.recharge_seen import Seen
from tests.desktop.keys import press

PATIENCE_MS = 30_000


@dataclass(frozen=True)
class Recharging:
    """Waits for what is worked out, as people do."""

    window: MainWindow
    qtbot: QtBot

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def session(self) -> Session:
        return self.workspace.session

    @property
    def page(self) -> RechargePage:
        page = self.workspace.page_called("Recharge")
        assert isinstance(page, RechargePage)
        return page

    @property
    def seen(self) -> Seen:
        assert self.page.live.seen is not None
        return self.page.live.seen

    def open(self) -> "Recharging":
        self.workspace.show_page(self.page)
        self.wait()
        return self

    def wait(self) -> None:
        """Until everything on the page is of the hub as it stands."""

        def up_to_date() -> bool:
            live = self.page.live
            whole = live.seen is not None and (live.seen.view is None or live.seen.differences is not None)
            return whole and not live.stale and not self.page.head.state.text()

        self.qtbot.waitUntil(up_to_date, timeout=PATIENCE_MS)

    def choose(self, run: str) -> None:
        """In the chooser, with the keys."""
        chooser = self.page.head.chooser
        place = chooser.findData(run)
        assert place >= 0, run
        chooser.setFocus()
        press(chooser, "Home")
        for _ in range(place):
            press(chooser, "Down")
        self.qtbot.waitUntil(lambda: self.seen.name == run, timeout=PATIENCE_MS)
        self.wait()

    def pence(self, agency: str, heading: Heading) -> Pence:
        """What the table has for the agency of that code."""
        row = next(row for row in self.page.matrix.table.rows if row.agency.code == agency)
        return int(row.pence[heading])

    def go_to(self, agency: str, heading: Heading) -> None:
        row = next(row for row in self.page.matrix.table.rows if row.agency.code == agency)
        assert self.page.matrix.table.go_to(row.id, heading.id)

    def why(self) -> Working:
        """Press Enter on the figure where one is, and wait for its workings."""
        press(self.page.matrix.table.grid, "Return")
        panel = self.workspace.workings.panel
        self.qtbot.waitUntil(lambda: panel.working is not None, timeout=PATIENCE_MS)
        assert panel.working is not None
        return panel.working

    def wait_for_workings_of(self, pence: Pence) -> None:
        """Until the workings that stand open come to that."""
        panel = self.workspace.workings.panel

        def there() -> bool:
            return panel.working is not None and panel.working.value == pence

        self.qtbot.waitUntil(there, timeout=PATIENCE_MS)

    def down_to_a_fact(self) -> Working:
        """Open the workings with the keys, branch by branch, until there is nothing below."""
        tree = self.workspace.workings.panel.tree
        tree.setFocus()
        for _ in range(100):
            here = tree.current
            assert here is not None
            if here.step is Step.FACT:
                return here
            press(tree, "Right")
            if tree.current is here:
                press(tree, "Down")
        raise AssertionError("the workings have no end")

    def issue(self) -> str:
        """Click Issue, read what will be frozen, and confirm it; what the dialog said."""
        name = self.seen.name
        self.page.head.issue_button.click()
        dialog = self.dialog()
        assert dialog.go_on is not None, dialog.told.text
        text = dialog.told.text
        dialog.go_on.click()
        self.qtbot.waitUntil(
            lambda: (
                self.seen.name == name and self.seen.view is not None and self.seen.view.run.issue is not None
            ),
            timeout=PATIENCE_MS,
        )
        self.wait()
        return text

    def dialog(self) -> AskDialog:
        def visible() -> list[AskDialog]:
            return [one for one in self.window.findChildren(AskDialog) if one.isVisible()]

        self.qtbot.waitUntil(lambda: bool(visible()), timeout=PATIENCE_MS)
        return visible()[0]
