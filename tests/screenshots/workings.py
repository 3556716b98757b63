"""Why this penny: the workings of a figure."""

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.lines import LineKind
from hubdesk.charging.workings import RunWorkings
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def workings(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    hub = on.session.hub
    year = hub.charging_year(2026)
    run = draft(
        facts_of(hub, year, hub.settings.billing),
        year.periods(hub.settings.billing)[0],
        Amounts.BUDGET,
        [],
    )
    line = next(
        one for one in run.lines if run.agency(one.agency).code == "CAB" and one.kind is LineKind.SHARED
    )
    assert stage.window.workspace is not None
    side = stage.window.workspace.workings
    side.explain(f"CAB, {run.source_code(line.source)}, {run.name}", RunWorkings(run).of(line))
    stage.shoot("workings")
    side.panel.tree.open_below()
    stage.shoot("workings-open")


SCENES = (workings,)
