"""Drawings come in: by the menu and by dropping, page by page and layer by layer; what is amiss is told."""

import time

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hubdesk.desktop.plan.underlays.layers_dialog import LayersDialog
from hubdesk.desktop.plan.underlays.page_dialog import PageDialog
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays.limits import SECONDS
from tests.desktop.mouse import NO_KEY
from tests.desktop.plan.underlays.on_underlays import WITHIN_MS, OnUnderlays
from tests.exchange.underlays.dotted import locked_pdf, pdf, picture, png_bomb, quartered
from tests.exchange.underlays.drawings import NONE, drawing, file_of, nested_blocks, room
from tests.exchange.underlays.test_reading import SLOW

LINES = "20 w 100 100 900 600 re S"


def test_a_picture_comes_in_as_large_as_the_floor_and_asks_for_its_scale(floor: OnUnderlays) -> None:
    floor.add("Ground floor.png", picture(quartered((2_000, 1_000))))
    under = floor.underlay
    assert (under.name, under.kind) == ("Ground floor", UnderlayKind.PNG)
    assert under.width * under.mm_per_unit == 20_000
    (notice,) = floor.told
    assert "scale is not known" in notice.what
    notice.offers[0][1]()
    assert floor.view.tool is not None
    assert floor.view.tool.id == "calibrate"
    floor.undo_all()
    assert floor.hub == floor.first


def test_it_is_painted_beneath_the_areas_as_faded_as_it_is(floor: OnUnderlays) -> None:
    floor.add("scan.png", picture(quartered((200, 120))))
    shot = floor.view.viewport().grab().toImage()
    red, blue = (shot.pixelColor(floor.at(*place)) for place in ((3, 3), (15, 9)))
    assert red.red() > 240
    assert 100 < red.blue() < 150
    assert blue.blue() > 240
    assert 100 < blue.red() < 150
    floor.do("underlay.show")
    shot = floor.view.viewport().grab().toImage()
    assert shot.pixelColor(floor.at(3, 3)) == shot.pixelColor(floor.at(15, 9))


def test_of_many_pages_one_is_chosen_by_its_small_picture(floor: OnUnderlays, qtbot: QtBot) -> None:
    floor.add("Sheets.pdf", pdf([LINES, "", LINES]))
    dialog = floor.asked()
    assert isinstance(dialog, PageDialog)
    qtbot.waitUntil(lambda: _ink(dialog.list.item(2).icon()) > 1_000, timeout=WITHIN_MS)
    first, second = (_ink(dialog.list.item(page).icon()) for page in (0, 1))
    assert first > second == 0
    dialog.list.setCurrentRow(2)
    floor.agree()
    assert (floor.underlay.page, floor.underlay.kind) == (2, UnderlayKind.PDF)


def _ink(icon: QIcon) -> int:
    """How many dots of a small picture are dark."""
    shot = icon.pixmap(180, 180).toImage()
    dots = (shot.pixelColor(x, y) for x in range(shot.width()) for y in range(shot.height()))
    return sum(dot.alpha() > 0 and dot.lightness() < 128 for dot in dots)


def test_a_choice_that_is_put_away_brings_nothing(floor: OnUnderlays) -> None:
    floor.add("Sheets.pdf", pdf(["", ""]))
    floor.asked().reject()
    floor.settle()
    assert floor.hub == floor.first
    assert floor.room.bringing.dialog is None


def test_a_dxf_lists_its_layers_and_lies_at_its_true_size(floor: OnUnderlays) -> None:
    document = drawing()
    room(document)
    document.modelspace().add_line((0, 0), (100, 0), dxfattribs={"layer": "TEXT"})
    floor.add("survey.dxf", file_of(document))
    dialog = floor.asked()
    assert isinstance(dialog, LayersDialog)
    dialog.layers.switch("TEXT")
    floor.agree()
    under = floor.underlay
    assert [float(side * under.mm_per_unit) for side in (under.width, under.height)] == [12_000, 8_000]
    assert under.hidden_layers == ("TEXT",)
    assert "true size" in floor.told[0].what


def test_a_dxf_without_a_unit_asks_for_its_scale(floor: OnUnderlays) -> None:
    document = drawing(NONE)
    room(document, 12, 8)
    floor.add("sketch.dxf", file_of(document))
    floor.agree()
    (notice,) = floor.told
    assert "scale is not known" in notice.what


def test_a_file_that_is_dropped_on_the_plan_is_laid_there(floor: OnUnderlays) -> None:
    path = floor.file("dropped.png", picture(quartered()))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(50, 50), copying, dropped, left, NO_KEY)
    QApplication.sendEvent(floor.port, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(floor.port, QDropEvent(QPointF(50, 50), copying, dropped, left, NO_KEY))
    floor.settle()
    assert floor.underlay.name == "dropped"


HOSTILE = {
    "broken.png": picture(quartered((400, 200)))[:300],
    "bomb.png": png_bomb(60_000, 60_000),
    "locked.pdf": locked_pdf(),
    "truncated.pdf": pdf([LINES])[:200],
    "nested.dxf": nested_blocks(8, 10),
    "drawing.dwg": b"AC1032" + bytes(100),
    "linked.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    b'<image href="file:///etc/passwd" width="9" height="9"/></svg>',
    "uses.svg": b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
    + b'<g id="g0"><path d="M0 0h9"/></g>'
    + b"".join(
        b'<g id="g%d">' % level + b'<use x:href="#g%d"/>' % (level - 1) * 10 + b"</g>"
        for level in range(1, 9)
    )
    + b"</svg>",
    "empty.pdf": b"",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_an_underlay_is_told_in_words_and_nothing_has_changed(
    floor: OnUnderlays, name: str
) -> None:
    jobs: list[str] = []
    floor.jobs.started.connect(lambda job: jobs.append(job.title))
    freezes = _watched(floor)
    floor.add(name, HOSTILE[name])
    if floor.room.bringing.dialog is not None:
        # What links elsewhere may come in without what it links to.
        floor.agree()
    assert f"Reading {name}" in jobs, "it is read beside the window"
    if floor.hub == floor.first:
        (notice,) = floor.told
        assert notice.what
        assert notice.remedy
    else:
        assert name == "linked.svg"
        assert floor.told[0].remedy
    assert max(freezes) < 0.25


def _watched(floor: OnUnderlays) -> list[float]:
    """What the window itself has computed between its beats, which are 10 ms apart: seconds of its thread.

    They are not those of the clock, which goes on where others keep the machine busy.
    """
    beats = [0.0]
    last = time.thread_time()

    def beat() -> None:
        nonlocal last
        now = time.thread_time()
        beats.append(now - last)
        last = now

    timer = QTimer(floor.window, interval=10)
    timer.timeout.connect(beat)
    timer.start()
    return beats


def test_cancel_stops_the_reading_at_once(floor: OnUnderlays, qtbot: QtBot) -> None:
    floor.room.bringing.lay(floor.file("dashes.pdf", SLOW))
    qtbot.wait(300)
    (job,) = (one for one in floor.jobs.going if one.title == "Reading dashes.pdf")
    asked = time.monotonic()
    job.cancel()
    qtbot.waitUntil(lambda: job not in floor.jobs.going, timeout=WITHIN_MS)
    assert time.monotonic() - asked < SECONDS * 0.9, "it would be given up only after all of them"
    assert floor.hub == floor.first
    assert floor.told == ()
