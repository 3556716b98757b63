"""How fast the plan is painted, beside a bare QPainter that draws the same shapes."""

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.plan.desk_batches import Batches, DeskBatches
from hubdesk.desktop.plan.items.desk_painting import HATCH_FROM
from hubdesk.desktop.plan.items.desk_words import font
from hubdesk.desktop.plan.items.inks import Inks
from hubdesk.desktop.plan.plan import Plan
from hubdesk.desktop.plan.view import PlanView
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Scheme, Theme
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.store import Mode, create_store, open_store
from hubdesk.workflows.document import Document
from tests.benchmarks.hubs import FIRST, charged_hub
from tests.benchmarks.measuring import CLOCK, CPU, Bench, Goal, Measurement, Run, side_by_side

DAY = date(2026, 11, 7)
WHEN = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
_SIZE = (1280, 900)
_NEAR = 19.0
"""Pixels to the metre at which some 700 desks with their words are in view."""
_FRAME = Goal.of_seconds(0.016)
_TWICE = Goal.of_ratio(2)


def plan(bench: Bench) -> Iterator[Measurement]:
    """Zooming, panning and dragging on a floor with many desks, and opening it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(["bench"])
    assert isinstance(application, QApplication)
    path = seated(bench.folder / "Plan.hubdesk", bench.desks)
    view = _opened(application, path)
    yield from _whole_floor(bench, view)
    yield from _near(bench, view)
    yield from _dragging(bench, view)
    _close(view)
    yield from _opening(bench, application, path)
    many = _opened(application, seated(bench.folder / "Ten.hubdesk", bench.desks * 10))
    many.fit_floor()
    figure, bare = side_by_side((_zooming(many), _bare(many)), CPU, bench.times)
    _close(many)
    yield Measurement(
        f"floor of {bench.desks * 10:,} desks zoomed, all in view", figure, "a bare QPainter", bare
    )


def _whole_floor(bench: Bench, view: PlanView) -> Iterator[Measurement]:
    view.fit_floor()
    zoomed, panned, bare = side_by_side((_zooming(view), _panning(view), _bare(view)), CPU, bench.times)
    yardstick = "a bare QPainter drawing the same desks"
    yield Measurement(
        f"floor of {bench.desks:,} desks zoomed, all in view", zoomed, yardstick, bare, ratio_goal=_TWICE
    )
    yield Measurement("the same panned", panned, yardstick, bare, ratio_goal=_TWICE)


def _near(bench: Bench, view: PlanView) -> Iterator[Measurement]:
    view.zoom(_NEAR / view.pixels_per_metre)
    zoomed, panned, bare = side_by_side((_zooming(view), _panning(view), _bare(view)), CPU, bench.times)
    seen = sum(len(batch.shapes) for batch in _visible(view).values())
    yield Measurement(
        f"{seen:,} desks with words zoomed",
        zoomed,
        "a bare QPainter, desks and codes",
        bare,
        seconds_goal=_FRAME,
    )
    yield Measurement(
        "the same panned", panned, "a bare QPainter, desks and codes", bare, seconds_goal=_FRAME
    )


def _dragging(bench: Bench, view: PlanView) -> Iterator[Measurement]:
    view.fit_floor()
    held = list(view.floor_scene.desks)[: bench.desks // 20]
    view.plan.session.selection.set(held)
    turns = count(1)

    def drag() -> None:
        view.floor_scene.lift(held, QPointF(next(turns) % 40 * 0.3, 1))
        QCoreApplication.processEvents()

    dragged, bare = side_by_side((drag, _bare(view)), CPU, bench.times)
    view.floor_scene.lift((), QPointF())
    yield Measurement(
        f"{len(held):,} of {bench.desks:,} desks dragged a step",
        dragged,
        "a bare QPainter drawing all desks",
        bare,
        seconds_goal=_FRAME,
    )


def _opening(bench: Bench, application: QApplication, path: Path) -> Iterator[Measurement]:
    def to_plan() -> None:
        _close(_opened(application, path))

    def to_hub() -> None:
        with open_store(path, user="bench", mode=Mode.READ) as store:
            store.read_hub()

    painted, read = side_by_side((to_plan, to_hub), CLOCK, bench.times)
    yield Measurement(
        f"document of {bench.desks:,} desks opened and its plan painted",
        painted,
        "reading its records",
        read,
        seconds_goal=Goal.of_seconds(1.5),
    )


def seated(path: Path, desks: int) -> Path:
    """A document with one floor of desks, of which one in seventeen is vacant."""
    hub = charged_hub(16, 4, 0, desks)
    agencies = list(hub.agencies)
    seats = (
        Allocation(RecordId(f"seat-{place}"), desk, agencies[place % 17], FIRST)
        for place, desk in enumerate(hub.desks)
        if place % 17 < 16
    )
    everything = Hub.of([*hub.records(), *seats])
    create_store(path, everything, user="bench", title="Start", when=WHEN).close()
    return path


def _opened(application: QApplication, path: Path) -> PlanView:
    store = open_store(path, user="bench", mode=Mode.READ)
    session = Session(Document(store, clock=lambda: WHEN), DAY)
    view = PlanView(Plan(session), Theme(application, Scheme.LIGHT))
    view.resize(*_SIZE)
    view.show()
    QCoreApplication.processEvents()  # Nothing is painted before the window is there.
    view.fit_floor()
    view.viewport().repaint()
    return view


def _close(view: PlanView) -> None:
    view.hide()
    view.plan.session.close()
    view.deleteLater()
    QCoreApplication.processEvents()


def _zooming(view: PlanView) -> Run:
    """A step nearer, a step farther: what was painted before is of no use."""
    turns = count()

    def zoom() -> None:
        view.zoom(1.01 if next(turns) % 2 else 1 / 1.01)
        view.viewport().repaint()

    return zoom


def _panning(view: PlanView) -> Run:
    turns = count()

    def pan() -> None:
        way = 1 if next(turns) % 2 else -1
        view.pan(QPoint(17 * way, 11 * way))
        QCoreApplication.processEvents()

    return pan


def _visible(view: PlanView) -> Batches:
    batches = DeskBatches(view.floor_scene.dressing)
    batches.show(shape.desk for shape in view.floor_scene.desks.values())
    return batches.over(view.mapToScene(view.viewport().rect()).boundingRect())


def _bare(view: PlanView) -> Run:
    """The floor and the same boxes with the same brushes and pens; near enough to read, their codes."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    transform, scale = view.viewportTransform(), view.pixels_per_metre
    inks = Inks(dark=False, scale=scale)
    near = scale >= HATCH_FROM
    colours, floor = view.theme.colours, view.floor_scene.floor_rect
    drawn = [
        (
            inks.hatched(wear.mark) if near else inks.fill(wear.mark),
            inks.outline(wear.mark) if near or not wear.mark.label else QPen(Qt.PenStyle.NoPen),
            [QRectF(shape.box) for shape in batch.shapes],
            [(shape.box.bottomLeft(), shape.desk.code) for shape in batch.shapes],
        )
        for wear, batch in _visible(view).items()
    ]

    def draw() -> None:
        image.fill(QColor(colours.beyond))
        painter = QPainter(image)
        painter.setTransform(transform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.wall), 0.2))
        painter.setBrush(QColor(colours.paper))
        painter.drawRect(floor)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for brush, pen, boxes, _ in drawn:
            painter.setBrush(brush)
            painter.setPen(pen)
            painter.drawRects(boxes)
        if near:
            painter.resetTransform()
            painter.setFont(font(10, bold=False))
            for _, _, _, codes in drawn:
                for where, code in codes:
                    painter.drawText(transform.map(where), code)
        painter.end()

    return draw
