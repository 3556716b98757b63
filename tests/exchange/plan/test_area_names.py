"""The names of areas stand in their areas, beside desks, and apart from each other."""

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.geometry import Outline, Point, encloses, rectangle
from hubdesk.exchange.plan.area_names import AreaNames
from hubdesk.exchange.plan.drawing import Drawing
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.marks import VACANT
from hubdesk.exchange.plan.paper import Box
from hubdesk.exchange.plan.placing import Obstacles, Placing
from hubdesk.exchange.plan.plan import ShownArea
from hubdesk.workflows.resources import fonts_folder

LETTERING = Lettering(fonts_folder())
PLACING = Placing(20.0, 30.0, 100)
PAGE = Box(0, 0, 297, 210)
L_SHAPE: Outline = tuple(
    Point(x, y) for x, y in ((0, 0), (9000, 0), (9000, 2500), (2500, 2500), (2500, 9000), (0, 9000))
)


class Recorded(Obstacles):
    """Remembers what was taken after it was set up."""

    def __init__(self, boxes: list[Box]) -> None:
        self.taken: list[Box] = []
        super().__init__(boxes)
        self.taken.clear()

    def add(self, box: Box) -> None:
        self.taken.append(box)
        super().add(box)


def named(outline: Outline, name: str, kind: str, in_the_way: list[Box]) -> tuple[list[Box], str]:
    """Where the name came to stand, and the drawing."""
    drawing = Drawing(PAGE, "")
    obstacles = Recorded(in_the_way)
    AreaNames(drawing, PLACING, LETTERING, obstacles, PAGE).write(ShownArea(outline, VACANT, name, kind))
    return obstacles.taken, drawing.svg()


def test_a_name_stands_in_the_middle_of_an_empty_room() -> None:
    [box], svg = named(rectangle(6000, 4000), "Family room", "meeting", [])
    assert box.middle == (50.0, 50.0)
    assert "Family room" in svg
    assert "meeting" in svg


def test_of_a_room_that_is_cut_off_the_name_stands_in_what_is_seen() -> None:
    window, taken = Box(40, 30, 30, 15), Recorded([])
    names = AreaNames(Drawing(window, ""), PLACING, LETTERING, taken, window)
    names.write(ShownArea(rectangle(6000, 4000), VACANT, "Family room"))
    [box] = taken.taken
    assert window.left < box.left < box.right < window.right
    assert window.top < box.top < box.bottom < window.bottom
    assert box.middle == (55.0, 37.5)


def test_a_long_name_goes_into_lines_rather_than_being_cut() -> None:
    _, svg = named(rectangle(2400, 3000), "Probation interview rooms", "restricted", [])
    assert all(word in svg for word in ("Probation", "interview", "rooms"))


def test_in_a_narrow_room_a_name_runs_upwards() -> None:
    _, svg = named(rectangle(900, 6000), "Switchroom", "circulation", [])
    assert "rotate(-90)" in svg


def test_a_name_that_fits_nowhere_is_left_out() -> None:
    assert named(rectangle(300, 300), "Riser", "circulation", [])[0] == []


def test_where_a_made_up_floor_would_take_minutes_names_are_left_out() -> None:
    many = tuple(corner for corner in rectangle(6000, 4000) for _ in range(80_000))
    drawing, taken = Drawing(PAGE, ""), Recorded([])
    names = AreaNames(drawing, PLACING, LETTERING, taken, PAGE)
    for outline in (many, rectangle(6000, 4000)):
        names.write(ShownArea(outline, VACANT, "Family room", "meeting"))
    assert taken.taken == []


boxes = st.builds(Box, st.floats(15, 105), st.floats(25, 115), st.floats(0.5, 40), st.floats(0.5, 40))


@given(
    st.sampled_from([rectangle(9000, 9000), rectangle(3000, 8000), L_SHAPE, L_SHAPE[::-1]]),
    st.sampled_from(["Care", "Customers and young people", "Lifts and main stair"]),
    st.lists(boxes, max_size=8),
)
def test_a_name_lies_over_nothing_and_stays_in_its_area(
    outline: Outline, name: str, in_the_way: list[Box]
) -> None:
    taken, _ = named(outline, name, "neighbourhood", in_the_way)
    for box in taken:
        assert not any(box.meets(other) for other in in_the_way)
        assert all(encloses(outline, PLACING.back(x, y)) for x, y in box.corners)
