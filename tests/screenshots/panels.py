"""Pages and panels."""

from datetime import date

from hubdesk.desktop.panels.notices import Notice, Tone
from hubdesk.domain.hub import Hub
from hubdesk.editing import allocations
from hubdesk.workflows.colouring import ColourBy
from tests.builders.parkside import parkside
from tests.desktop.on_plan import OnPlan
from tests.screenshots.stage import Stage


def welcome(stage: Stage) -> None:
    stage.welcome()
    stage.shoot("welcome")


def plan(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    stage.shoot("plan-ground")
    for code, name in (("1", "people"), ("2", "place")):
        on.plan.show_floor(on.hub.floor_codes[code].id)
        on.view.fit_floor()
        stage.shoot(f"plan-{name}")


def colours(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    for by in ColourBy:
        on.plan.set_colour_by(by)
        stage.shoot(f"colours-{by.value.replace(' ', '-')}")


def time(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    stage.do("panel.moves")
    on.session.set_as_at(date(2026, 7, 1))
    assert stage.window.workspace is not None
    moves = stage.window.workspace.time.moves
    moves.earlier.show_day(date(2026, 6, 30))
    moves.later.chosen.emit(date(2026, 11, 23))
    moves.later.show_day(date(2026, 11, 23))
    stage.shoot("time-away-and-what-changes")


def problems(stage: Stage) -> None:
    stage.hub(parkside(), "1")
    stage.do("panel.problems")
    stage.shoot("problems")


def desks(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    stage.do("view.desks")
    on.choose("1-005", "1-006", "1-007")
    stage.shoot("desks-list")


def inspector(stage: Stage) -> None:
    on = stage.hub(parkside(), "1")
    stage.do("panel.inspector")
    for name, codes in (
        ("floor", ()),
        ("desk", ("1-009",)),
        ("many", ("1-009", "1-010", "1-011", "1-012", "1-020")),
        ("area", ("1-N2",)),
    ):
        on.choose(*codes)
        stage.shoot(f"inspector-{name}")


def history(stage: Stage) -> None:
    on = stage.hub(parkside(), "G")
    _some_edits(on)
    stage.do("page.history")
    stage.shoot("history")


def help_(stage: Stage) -> None:
    stage.hub(parkside(), "G")
    stage.do("help.here")
    stage.shoot("help")


def notices(stage: Stage) -> None:
    stage.hub(parkside(), "G")
    tell = stage.window.notices.tell
    tell(Notice("Grace, just now: Move 4 desks"))
    tell(
        Notice(
            "POL is licensed for 6 desks, and 7 would be allocated",
            "Vacate one, or change the licence",
            Tone.WARNING,
            (("Undo", stage.window.close_hub),),
        )
    )
    stage.shoot("notices")


def looking(stage: Stage) -> None:
    stage.looking(parkside(), "2")
    stage.shoot("looking-only")


def _some_edits(on: OnPlan) -> None:
    def vacate(hub: Hub, code: str) -> None:
        on.session.do(lambda hub: allocations.vacate(hub, [hub.desk_codes[code].id], on.session.today))

    for code in ("G-001", "G-002", "G-025"):
        vacate(on.hub, code)
    on.session.undo()


SCENES = (
    welcome,
    plan,
    colours,
    time,
    problems,
    desks,
    inspector,
    history,
    help_,
    notices,
    looking,
)
