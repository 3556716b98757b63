"""Drop-ins: a week, who meets whom, what does not go together; on the plan and in the inspector."""

from datetime import date, time

from hubdesk.desktop.pages.drop_ins_page import DropInsPage
from hubdesk.domain.change import adding
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from tests.builders.parkside import parkside
from tests.screenshots.stage import Stage


def _busy(hub: Hub) -> Hub:
    """Parkside with more callers than its customer hall has desks, and two in one pod."""
    called = (
        ("CAB", "G-HALL", Weekday.TUESDAY, "14:00", "17:00", 3, "Debt advice"),
        ("REG", "G-POD1", Weekday.THURSDAY, "11:30", "14:00", None, "Notices of marriage"),
        ("POL", "G-HALL", Weekday.MONDAY, "10:00", "12:00", 1, "Neighbourhood team"),
        ("VAM", "G-HALL", Weekday.FRIDAY, "09:00", "12:30", 1, "Volunteers"),
    )
    return hub.applying(
        adding(
            "More callers",
            *(
                DropIn(
                    new_id(),
                    hub.agency_codes[agency].id,
                    hub.area_codes[area].id,
                    weekday,
                    None,
                    time.fromisoformat(starts),
                    time.fromisoformat(ends),
                    date(2026, 4, 1),
                    None,
                    desks,
                    purpose,
                )
                for agency, area, weekday, starts, ends, desks, purpose in called
            ),
        )
    )


def drop_ins(stage: Stage) -> None:
    hub = _busy(parkside())
    on = stage.hub(hub, "G")
    assert stage.window.workspace is not None
    page = stage.window.workspace.page_called("Drop-ins")
    assert isinstance(page, DropInsPage)
    stage.do("page.drop-ins")
    stage.shoot("drop-ins-week")
    page.tabs.setCurrentIndex(1)
    page.timetable.canvas.setFocus()
    stage.shoot("drop-ins-to-look-at")
    stage.do("drop-ins.add")
    stage.shoot("drop-ins-new")
    stage.clear()
    stage.do("page.plan")
    on.session.set_as_at(date(2026, 11, 24))
    on.session.selection.set([hub.area_codes["G-HALL"].id])
    stage.do("panel.inspector")
    stage.shoot("drop-ins-plan")


SCENES = (drop_ins,)
