"""A floor drawn from nothing, as a document keeps it; and any drawing at all, taken back again."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from hubdesk.allocating.together import place_together
from hubdesk.domain.area import AreaKind
from hubdesk.domain.asking import Asked, understood
from hubdesk.domain.box import Axis
from hubdesk.domain.change import Change
from hubdesk.domain.checks import errors_of
from hubdesk.domain.clearances import clearances
from hubdesk.domain.desk import DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.problem import Refused
from hubdesk.domain.selection import matching
from hubdesk.editing import allocations, areas, arranging, clipping, desks, floors, splitting, turning
from hubdesk.editing.arranging import Edge
from hubdesk.editing.desk_arrays import DeskPlace, Facing, Layout, dragged, lay_out
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.builders import a_hub, random_hub

NOW = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
DAY = NOW.date()


def test_sixty_desks_in_benches_are_drawn_shared_out_and_still_there_tomorrow(tmp_path: Path) -> None:
    file = tmp_path / "New.hubdesk"
    start = a_hub().agency("POL", name="Police").agency("CAB", "voluntary", name="Citizens Advice").build()
    with create_store(file, start, user="Ann", title="Start", when=NOW) as store:
        document = Document(store, clock=lambda: NOW)
        made: list[Change] = []

        def do(change: Change) -> Hub:
            document.apply(change)
            made.append(change)
            return document.hub

        floor = Floor(new_id(), "G", "Ground", 0, 30_000, 20_000)
        do(floors.add(document.hub, floor))
        do(floors.set_outline(document.hub, floor.id, rectangle(40_000, 24_000)))
        office_outline = rectangle(30_000, 24_000)
        do(areas.draw(document.hub, floor.id, AreaKind.NEIGHBOURHOOD, office_outline, None, "Open plan"))
        benches = Layout(facing=Facing.BACK_TO_BACK)
        first, layout = dragged(Point(2_000, 2_000), Point(12_000, 20_700), DeskPlace(0, 0), benches)
        now = do(lay_out(document.hub, floor.id, first, layout, in_service_from=DAY))
        assert made[-1].title == "Add 60 desks G-001 to G-060"
        assert clearances(now, floor.id, DAY) == ()

        office = now.area_codes["G-N1"]
        now = do(splitting.split(now, office.id, Point(15_000, 0), Point(15_000, 24_000)))
        asked = understood(now, "vacant desks in open plan (2)")
        assert isinstance(asked, Asked)
        assert matching(now, asked.condition, DAY) == ()

        team = place_together(now, office.id, 6, DAY)
        now = do(allocations.allocate(now, team, now.agency_codes["POL"].id, DAY))
        asked = understood(now, "all of the police's")
        assert isinstance(asked, Asked)
        assert matching(now, asked.condition, DAY) == team

        do(turning.mirror(now, team, [], Axis.ACROSS))
        kept = document.hub
    with open_store(file, user="Ann", mode=Mode.WRITE) as store:
        document = Document(store, clock=lambda: NOW)
        assert document.hub == kept
        for change in reversed(made):
            document.apply(change.inverted())
        assert document.hub == start


class Drawer:
    """Somebody who draws at random on the first floor of a hub."""

    def __init__(self, hub: Hub, seed: int) -> None:
        self.hub, self.rng = hub, random.Random(seed)
        self.floor = next(iter(hub.floors))

    def way(self) -> int:
        return self.rng.randrange(-4_000, 4_000)

    def place(self) -> Point:
        return Point(self.rng.randrange(45_000), self.rng.randrange(20_000))

    def desks(self) -> list[RecordId]:
        here = sorted(desk.id for desk in self.hub.desks_on_floor.get(self.floor, ()))
        return self.rng.sample(here, min(len(here), self.rng.randrange(1, 7)))

    def areas(self) -> list[RecordId]:
        here = sorted(area.id for area in self.hub.areas_on_floor.get(self.floor, ()) if area.outline)
        return self.rng.sample(here, min(len(here), self.rng.randrange(2)))

    def an_area(self) -> RecordId:
        return self.rng.choice(sorted(area.id for area in self.hub.areas_on_floor[self.floor]))

    def draw(self) -> Change:
        """One stroke. Raises Refused, as the verbs do."""
        hub, axis = self.hub, self.rng.choice(list(Axis))
        details = desks.DeskDetails(width_mm=1_400, kind=self.rng.choice(list(DeskKind)))
        layout = Layout(self.rng.randrange(1, 4), 1, facing=self.rng.choice(list(Facing)))
        turn = Decimal(self.rng.randrange(-3600, 3600)).scaleb(-1)
        first = DeskPlace(*self.place(), turn)
        strokes: list[Callable[[], Change]] = [
            lambda: lay_out(hub, self.floor, first, layout),
            lambda: arranging.move(hub, self.desks(), self.areas(), self.way(), self.way()),
            lambda: arranging.align(hub, self.desks(), self.rng.choice(list(Edge)), self.areas()),
            lambda: arranging.distribute(hub, self.desks(), axis, self.areas()),
            lambda: arranging.space(hub, self.desks(), axis, 1_700),
            lambda: turning.rotate(hub, self.desks(), self.areas(), turn),
            lambda: turning.mirror(hub, self.desks(), self.areas(), axis),
            lambda: desks.set_details(hub, self.desks(), details),
            lambda: clipping.duplicate(hub, self.desks(), self.areas(), self.way(), self.way(), DAY),
            lambda: clipping.paste(
                hub, clipping.copy(hub, self.desks(), self.areas()), self.floor, self.place(), DAY
            ),
            lambda: areas.move_with_desks(hub, self.an_area(), self.way(), self.way()),
            lambda: splitting.split(hub, self.an_area(), self.place(), self.place()),
            lambda: areas.reshape(hub, self.an_area(), tuple(self.place() for _ in range(4))),
        ]
        return self.rng.choice(strokes)()


@given(st.integers(0, 10**6))
@hypothesis_settings(max_examples=12, deadline=None)
def test_any_drawing_brings_in_no_error_and_can_be_taken_back_to_where_it_began(seed: int) -> None:
    start = random_hub(seed, agencies=4, lines=2, desks=14)
    drawer, made = Drawer(start, seed), []
    for _ in range(40):
        try:
            change = drawer.draw()
        except Refused:
            continue
        assert errors_of(drawer.hub, change) == (), change.title
        made.append(change)
        drawer.hub = drawer.hub.applying(change)
    clearances(drawer.hub, drawer.floor, date(2026, 6, 1))
    assert len(made) > 15
    for change in reversed(made):
        drawer.hub = drawer.hub.applying(change.inverted())
    assert drawer.hub == start
