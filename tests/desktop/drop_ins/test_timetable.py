"""The timetable of a week: whatever overlaps, no block lies on another, and each says what it is."""

import random
from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.charts.drawing import Pen
from hubdesk.desktop.drop_ins.timetable import TimetableDrawing, spot_key
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.theme import LIGHT
from hubdesk.domain.drop_in_room import Rooms
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.drop_ins.week import week_of
from tests.builders.hub import a_hub
from tests.domain.test_drop_in_room import TUESDAY


def drawing(seed: int) -> TimetableDrawing:
    """A week of two dozen visits at any times of the day, some of three minutes and some until midnight."""
    rng = random.Random(seed)
    builder = a_hub().agency("CAB").agency("CUN").floor("G").area("POD", kind="pod").area("HALL", m2=50)
    for _ in range(24):
        starts = rng.randrange(0, 23 * 60)
        ends = min(starts + rng.choice([3, 30, 150, 900]), 23 * 60 + 59)
        times = [f"{at // 60:02}:{at % 60:02}" for at in (starts, ends)]
        weekday = rng.choice(["Monday", "Tuesday", "Friday", "Sunday"])
        agency, area = rng.choice(["CAB", "CUN"]), rng.choice(["POD", "HALL"])
        builder = builder.drop_in(agency, area, weekday, *times, purpose="Advice on debts and rent")
    hub = builder.build()
    return TimetableDrawing(week_of(Rooms(hub), TUESDAY), marks_of_agencies(hub))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("width", [320.0, 900.0])
def test_blocks_are_apart_within_the_picture_and_all_there(
    qapp: QApplication, seed: int, width: float
) -> None:
    shown = drawing(seed)
    laid = shown.laid_out(QFont(qapp.font()), width, 300.0)
    assert [spot.key for spot in laid.spots] == [spot_key(one) for one in shown.week.visits]
    assert len(shown.numbers) == 1 + len(shown.week.visits)
    for spot, visit in zip(laid.spots, shown.week.visits, strict=True):
        assert 0 <= spot.box.left() < spot.box.right() <= width
        assert 0 <= spot.box.top() < spot.box.bottom() <= laid.height + spot.box.height()
        assert visit.told == spot.spoken
    for one, other in combinations(zip(laid.spots, shown.week.visits, strict=True), 2):
        apart = (
            one[1].drop_in.ends <= other[1].drop_in.starts or other[1].drop_in.ends <= one[1].drop_in.starts
        )
        if one[1].day != other[1].day or not apart:
            assert not one[0].box.intersects(other[0].box)


def test_it_paints_whatever_there_is(qapp: QApplication) -> None:
    shown = drawing(1)
    laid = shown.laid_out(QFont(qapp.font()), 700.0, 400.0)
    picture = QImage(700, round(laid.height), QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.field))
    empty = picture.copy()
    painter = QPainter(picture)
    laid.paint(Pen(painter, QFont(qapp.font()), LIGHT, Inks(dark=False)))
    painter.end()
    for spot in laid.spots:
        assert picture.copy(spot.box.toAlignedRect()) != empty.copy(spot.box.toAlignedRect())
