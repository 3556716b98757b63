"""How soon there is an answer for whoever clicks, drags or types on a large floor."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from hubdesk.allocating.together import place_together
from hubdesk.desktop.plan.snapping import Snapper, SnapTo
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.box import Box
from hubdesk.domain.clearances import clearances
from hubdesk.domain.days import holds
from hubdesk.domain.footprint import footprint
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.editing.desk_arrays import DeskPlace, Facing, Layout, lay_out
from hubdesk.workflows.colouring import ColourBy, colouring_of
from hubdesk.workflows.finding import Finder
from hubdesk.workflows.fit import Fit
from tests.benchmarks.hubs import FIRST, charged_hub
from tests.benchmarks.measuring import CPU, Bench, Goal, Measurement, Run, side_by_side
from tests.builders import a_hub

DAY = date(2026, 11, 7)
_FRAME = Goal.of_seconds(0.016)
_KEYSTROKE = Goal.of_seconds(0.05)
_CLICK = Goal.of_seconds(0.1)


def on_a_large_floor(bench: Bench) -> Iterator[Measurement]:
    """Half of the desks are taken, by sixteen agencies."""
    hub = _half_taken(bench.desks)
    floor = next(iter(hub.floors))
    boxes = [footprint(desk).box for desk in hub.desks.values()]
    snapper = Snapper(boxes, [], SnapTo.GRID | SnapTo.OBJECTS, 100)
    moving, steps = Box(80_000, 100_000, 81_600, 100_800), count()

    def drag() -> None:
        step = next(steps) % 200
        snapper.moving(moving, step * 13, step * 7, 60)

    finder, judge = Finder(hub), Fit(hub, list(hub.agencies)[3], DAY)
    stroke = list(hub.desks)[: bench.desks // 20]
    asked: tuple[tuple[str, Run, Goal | None], ...] = (
        ("a step of a drag snapped", drag, _FRAME),
        ("a keystroke in the find box", lambda: finder.find("g-0", DAY), _KEYSTROKE),
        (f"{len(stroke):,} desks of a stroke judged", lambda: judge.against(stroke), _KEYSTROKE),
        ("coloured by agency", lambda: colouring_of(hub, DAY, ColourBy.AGENCY), _CLICK),
        ("coloured by area", lambda: colouring_of(hub, DAY, ColourBy.AREA), _CLICK),
        ("looked over for narrow places, by a worker", lambda: clearances(hub, floor, DAY), None),
    )
    looked = side_by_side(
        (*(run for _, run, _ in asked), lambda: sum(holds(desk, DAY) for desk in hub.desks.values())),
        CPU,
        bench.times,
    )
    for (what, _, goal), figure in zip(asked, looked, strict=False):
        yield Measurement(
            f"{bench.desks:,} desks: {what}",
            figure,
            "asking each desk whether it is in service",
            looked[-1],
            seconds_goal=goal,
        )


def placing_together(bench: Bench) -> Iterator[Measurement]:
    """Twenty of some hundred vacant desks, as an agency is dropped on an area."""
    hub = _benches(bench.desks // 20)
    floor = hub.floor_codes["G"].id
    placed, looked = side_by_side(
        (
            lambda: place_together(hub, floor, 20, DAY),
            lambda: [footprint(desk).box for desk in hub.desks.values()],
        ),
        CPU,
        bench.times,
    )
    yield Measurement(
        f"20 of {len(hub.desks):,} vacant desks placed together",
        placed,
        "the box of each of them",
        looked,
    )


def _half_taken(desks: int) -> Hub:
    bare = charged_hub(16, 1, 10, desks)
    agencies = list(bare.agencies)
    taken = (
        Allocation(RecordId(f"allocation-{place}"), desk, agencies[place % 16], FIRST)
        for place, desk in enumerate(bare.desks)
        if place % 2
    )
    return Hub.of([*bare.records(), *taken])


def _benches(desks: int) -> Hub:
    hub = a_hub().agency("CAB", "voluntary").floor("G", width_m=200, depth_m=200).build()
    layout = Layout(max(1, desks // 20), 10, 1_600, 3_800, Facing.BACK_TO_BACK)
    return hub.applying(lay_out(hub, hub.floor_codes["G"].id, DeskPlace(1_000, 1_000), layout))
