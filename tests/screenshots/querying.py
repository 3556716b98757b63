"""The query log, what a correction does before it is accepted, and who agreed."""

from datetime import date

from PySide6.QtWidgets import QApplication, QDialog

from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.queries.accept_dialog import AcceptDialog
from hubdesk.domain.hub import Hub
from hubdesk.domain.query import Asks
from hubdesk.domain.query import Stage as Before
from hubdesk.editing import queries
from tests.builders.asking import asking
from tests.builders.parkside import parkside
from tests.screenshots.reviewing import under_way, until
from tests.screenshots.stage import Stage


def with_queries(hub: Hub) -> Hub:
    """Parkside with queries of every kind: overdue, passed on, open; one of them written about."""
    desk = next(one for one in hub.allocations.values() if hub.agencies[one.agency].code == "CAB")
    code = hub.desks[desk.desk].code
    hub, first = asking(hub, "CAB", f"desk {code}", "not our desk", "2026-10-05", raised=date(2026, 8, 10))
    licence = hub.licences_of[hub.agency_codes["DWP"].id][0].code
    hub, second = asking(hub, "DWP", f"licence {licence}", "17", "2026-07-01", raised=date(2026, 9, 30))
    hub, _ = asking(hub, "DWP", "wish", "+2", "2027-01-04", asks=Asks.WISH, raised=date(2026, 11, 20))
    hub, _ = asking(hub, "CAB", "share C01", asks=Asks.QUERY, raised=date(2026, 11, 2))
    words = "We moved out of this one when the reception was rebuilt. Jo has the letter."
    hub = hub.applying(queries.write(hub, first, words, by="Area manager", on=date(2026, 8, 10)))
    said = "Finance to say what Q2 was charged on"
    finance = Before.FINANCE
    return hub.applying(
        queries.escalate(hub, second, finance, words=said, by="Facilities", on=date(2026, 10, 12))
    )


def querying(stage: Stage) -> None:
    on = stage.hub(with_queries(parkside()), "1")
    assert stage.window.workspace is not None
    page = stage.window.workspace.page_called("Review")
    assert isinstance(page, ReviewPage)
    stage.do("page.review")
    page.parts.setCurrentWidget(page.queries)
    until(lambda: any(row.pence for row in page.queries.table.rows))
    stage.shoot("queries")
    page.queries.table.go_to(on.session.hub.queries_of[on.session.hub.agency_codes["DWP"].id][0].id)
    stage.do("query.accept")
    dialog = _open(AcceptDialog)
    assert isinstance(dialog, AcceptDialog)
    until(lambda: bool(dialog.table.rows))
    stage.shoot("queries-accept")
    dialog.reject()
    for action in ("query.raise", "query.pass-on", "query.end"):
        stage.do(action)
        stage.shoot(action.replace(".", "-"))
        _open(QDialog).reject()
    under_way(on.session.document)
    stage.do("page.agencies")
    agencies = stage.window.workspace.page_called("Agencies")
    until(lambda: bool(agencies.agreements.known))  # type: ignore[union-attr]
    stage.shoot("queries-agreed")


def _open(kind: type[QDialog]) -> QDialog:
    until(lambda: any(isinstance(one, kind) and one.isVisible() for one in QApplication.topLevelWidgets()))
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


SCENES = (querying,)
