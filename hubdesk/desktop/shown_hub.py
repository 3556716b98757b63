"""An open hub put into the window: everything that is heavy, and that a welcome can do without."""

from typing import TYPE_CHECKING

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.charts.panels import add_chart_panels
from hubdesk.desktop.desk_list.table_view import DeskTableView
from hubdesk.desktop.drop_ins.publishing import Publishing
from hubdesk.desktop.following import Following
from hubdesk.desktop.issuing_actions import IssuingActions
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.outputs import Outputs
from hubdesk.desktop.own_letters import OwnLetters
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.pages.costs_page import add_costs
from hubdesk.desktop.pages.drop_ins_page import DropInsPage
from hubdesk.desktop.pages.plan_panels import add_plan_panels
from hubdesk.desktop.pages.recharge_page import RechargePage
from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.pages.settings_page import add_settings
from hubdesk.desktop.pages.what_if_page import WhatIfPage
from hubdesk.desktop.plan.underlays.room import Underlays
from hubdesk.desktop.plan_output import PlanOutput
from hubdesk.desktop.proposing.actions import PlacingActions
from hubdesk.desktop.proposing.side import add_proposing
from hubdesk.desktop.recharge.issuing import Issuing
from hubdesk.desktop.run_folder import RunFolder
from hubdesk.desktop.scenarios.band import ScenarioBand
from hubdesk.desktop.scenarios.room import Scenarios
from hubdesk.desktop.session import Session
from hubdesk.desktop.sweeping import spare
from hubdesk.desktop.tables.table import Table
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId

if TYPE_CHECKING:
    from hubdesk.desktop.window import MainWindow


def put_together(window: "MainWindow", session: Session) -> tuple[Workspace, Underlays]:
    """The workspace of `session` with all that goes with it; its work and dialogs end with it."""
    jobs = Jobs(session)
    jobs.started.connect(window.jobs.started)
    workspace = Workspace(session, window.theme, window.actions_, jobs)
    add_plan_panels(workspace, workspace.plan_page)
    add_chart_panels(workspace)
    workspace.add_page(AgenciesPage(workspace))
    add_costs(workspace)
    work = AtWork(session, jobs, window.machine, window.notices, workspace, lambda: window.where)
    add_proposing(workspace, work)
    recharge = RechargePage(workspace)
    workspace.add_page(recharge)
    workspace.add_page(ReviewPage(workspace, work))
    _add_what_if(window, workspace, work)
    publishing = Publishing(work)
    workspace.add_page(DropInsPage(workspace, publishing))
    window.actions_.add(*publishing.actions())
    workspace.add_page(workspace.history_page)  # The last mark on the rail: what lies behind everything.
    underlays = Underlays(workspace, window.machine, window.notices.tell)
    Following(session, jobs, window.notices, window.machine.clock)
    _add_work(window, workspace, work, recharge)
    numbered = workspace.plan_page.allocating.palette.list
    OwnLetters(workspace, numbered, *workspace.findChildren(DeskTableView))
    spare(session.hub)
    return workspace, underlays


def _add_what_if(window: "MainWindow", workspace: Workspace, work: AtWork) -> None:
    """Scenarios: their page, and the band while one is worked in."""

    def show_page() -> None:
        workspace.show_page(page)

    scenarios = Scenarios(work, window.actions_, show_page)
    page = WhatIfPage(workspace, scenarios, work)
    workspace.add_page(page)
    window.put_above(ScenarioBand(scenarios, window.theme))


def _add_work(window: "MainWindow", workspace: Workspace, work: AtWork, recharge: RechargePage) -> None:
    """What can be done with the hub as a whole."""

    def floor_shown() -> RecordId | None:
        floor = workspace.plan_page.plan.floor
        return None if floor is None else floor.id

    add_settings(workspace, work)
    issuing, folder = Issuing(work), RunFolder(work)
    recharge.issue_wanted.connect(issuing.show_before)
    recharge.folder_wanted.connect(folder.write_out)
    issuing.done.connect(recharge.look_at)
    placing = PlacingActions(work, workspace.going.reveal)
    for part in (
        IssuingActions(work, issuing),
        Outputs(work),
        folder,
        PlanOutput(work, floor_shown),
        placing,
    ):
        window.actions_.add(*part.actions())
    for table in workspace.findChildren(Table):
        table.settle_in(work)
