"""`TimetableDrawing`: who is in when, a column to a day and the hours from top to bottom."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from itertools import chain
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPen, QPolygonF

from hubdesk.desktop.charts.drawing import RIGHT, SIDE, Drawing, Laid, Pen, Spot, row_height
from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import Mark
from hubdesk.workflows.drop_ins.week import Visit, Week
from hubdesk.workflows.drop_ins.words import area_called, times, week_called, weekday_of

_EARLIEST, _LATEST = 9, 17
"""The hours that are always shown; earlier and later visits make the day longer."""
_GAP = 4.0
_STRIPE = 8.0
_BOLDER = 1.08
"""How much wider bold letters are, at most."""
_TOP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class TimetableDrawing(Drawing):
    """`marks` has the mark of each agency."""

    def __init__(self, week: Week, marks: Mapping[RecordId, Mark]) -> None:
        self.week, self.marks = week, marks

    @property
    def title(self) -> str:
        return f"Who is in when. {week_called(self.week.monday)}"

    @property
    def numbers(self) -> Sequence[Sequence[str]]:
        rows = [
            (
                weekday_of(one.day).value,
                in_words(one.day),
                f"{one.drop_in.starts:%H:%M}",
                f"{one.drop_in.ends:%H:%M}",
                one.agency.code,
                one.area.code,
                str(one.drop_in.desks or ""),
                one.drop_in.purpose,
                one.trouble,
            )
            for one in self.week.visits
        ]
        return [("Weekday", "Day", "Start", "End", "Agency", "Area", "Desks", "Purpose", "To look at"), *rows]

    def laid_out(self, font: QFont, width: float, room: float) -> Laid:
        return _Timetable(self, font, width, room)


class _Block(NamedTuple):
    visit: Visit
    box: QRectF


class _Timetable(Laid):
    def __init__(self, drawing: TimetableDrawing, font: QFont, width: float, room: float) -> None:
        self._week, self._marks = drawing.week, drawing.marks
        self._metrics = QFontMetricsF(font)
        self._line = self._metrics.height()
        starts = [one.drop_in.starts.hour for one in self._week.visits]
        ends = [-(-_minutes(one.drop_in.ends) // 60) for one in self._week.visits]
        self._hours = range(min(_EARLIEST, *starts, _EARLIEST), max(_LATEST, *ends, _LATEST) + 1)
        axis = self._metrics.horizontalAdvance("00:00") + 2 * _GAP
        head = 2 * self._line + 2 * _GAP
        hour = max((room - head - SIDE) / max(1, len(self._hours) - 1), row_height(self._metrics))
        self._plot = QRectF(SIDE + axis, head, width - axis - 2 * SIDE, hour * (len(self._hours) - 1))
        self._across = self._plot.width() / max(1, len(self._week.days))
        self.height = self._plot.bottom() + SIDE
        placed = (self._placed(place, day) for place, day in enumerate(self._week.days))
        self._blocks = list(chain.from_iterable(placed))
        rank: dict[date, int] = {}
        self.spots = []
        for visit, box in self._blocks:
            rank[visit.day] = rank.get(visit.day, -1) + 1
            self.spots.append(Spot(spot_key(visit), box, visit.told, rank[visit.day]))

    def paint(self, pen: Pen) -> None:
        self._paint_grid(pen)
        for visit, box in self._blocks:
            self._paint_block(pen, visit, box)

    def _paint_grid(self, pen: Pen) -> None:
        plot = self._plot
        for place, day in enumerate(self._week.days):
            left = plot.left() + place * self._across
            name, dated = weekday_of(day).value, in_words(day).rsplit(" ", 1)[0]
            if self._metrics.horizontalAdvance(f"{name}  ") * 1.1 > self._across:
                name, dated = name[:3], f"{day.day} {dated.split()[1][:3]}"
            room = QRectF(left + _GAP, 0, self._across - 2 * _GAP, self._line + _GAP)
            pen.words(room, name, bold=True)
            pen.words(room.translated(0, self._line), dated)
            pen.line(QPointF(left, 0), QPointF(left, plot.bottom()))
        for hour in self._hours:
            y = self._y(hour * 60)
            pen.line(QPointF(plot.left(), y), QPointF(plot.right(), y))
            box = QRectF(0, y - self._line / 2, plot.left() - _GAP, self._line)
            pen.words(box, f"{hour:02}:00", RIGHT)

    def _paint_block(self, pen: Pen, visit: Visit, box: QRectF) -> None:
        painter, mark = pen.painter, self._marks[visit.agency.id]
        painter.save()
        painter.setClipRect(box.adjusted(-1, -1, 1, 1))
        edge = QPen(
            QColor(pen.colours.warning if visit.trouble else pen.colours.edge), 2 if visit.trouble else 1
        )
        edge.setStyle(Qt.PenStyle.DashLine if visit.trouble else Qt.PenStyle.SolidLine)
        painter.setPen(edge)
        painter.setBrush(QColor(pen.colours.panel))
        painter.drawRoundedRect(box, 4, 4)
        pen.marked(QRectF(box.left() + 1, box.top() + 1, _STRIPE, box.height() - 2), mark)
        room = box.adjusted(_STRIPE + _GAP + 2, 2, -_GAP, -2)
        if visit.trouble and room.height() >= 2 * self._line:
            # In the last line, where it takes no room from the code.
            self._triangle(
                pen, QRectF(room.right() - self._line, room.bottom() - self._line, self._line, self._line)
            )
            room.setBottom(room.bottom() - self._line)
        for number, (text, bold) in enumerate(self._lines(visit, room)):
            line = QRectF(room.left(), room.top() + number * self._line, room.width(), self._line)
            if number and line.bottom() > room.bottom() + 1:
                break
            pen.words(line, text, _TOP, bold=bold)
        painter.restore()

    def _lines(self, visit: Visit, room: QRectF) -> Iterator[tuple[str, bool]]:
        """What stands in a block, line by line, and whether it is bold; shorter words in a narrow one."""
        one, code = visit.drop_in, visit.agency.code
        starts, ends = f"{one.starts:%H:%M}", f"{one.ends:%H:%M}"
        if room.height() < 2 * self._line:
            yield self._fitting((f"{code} {starts}", code), room.width()), True
            return
        yield code, True
        if visit.trouble:
            said = visit.trouble.split(":")[0].split(",")[0].split(" with ")[0].split(" at once")[0]
            yield from ((line, True) for line in self._wrapped(said, room.width()))
        yield (
            self._fitting(
                (times(one.starts, one.ends), f"{starts}–{ends}", f"{starts} –", starts), room.width()
            ),
            False,
        )
        yield self._fitting((area_called(visit.area), visit.area.code), room.width()), False
        yield from ((line, False) for line in self._wrapped(one.purpose, room.width()))

    def _fitting(self, texts: Sequence[str], room: float) -> str:
        """The first of `texts` that has room; else the last, cut short at its end."""
        for text in texts:
            if self._metrics.horizontalAdvance(text) * _BOLDER <= room:
                return text
        return self._cut(texts[-1], room)

    def _wrapped(self, text: str, room: float) -> Iterator[str]:
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and self._metrics.horizontalAdvance(longer) * _BOLDER > room:
                yield self._cut(line, room)
                longer = word
            line = longer
        if line:
            yield self._cut(line, room)

    def _cut(self, text: str, room: float) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, room / _BOLDER)

    @staticmethod
    def _triangle(pen: Pen, box: QRectF) -> None:
        """The sign that something does not go together; the words stand in the block and are spoken."""
        corners = (QPointF(box.center().x(), box.top() + 1), box.bottomRight(), box.bottomLeft())
        pen.painter.setPen(Qt.PenStyle.NoPen)
        pen.painter.setBrush(QColor(pen.colours.warning))
        pen.painter.drawPolygon(QPolygonF(corners))
        font = pen.painter.font()
        font.setBold(True)
        pen.painter.setFont(font)
        pen.painter.setPen(QColor(pen.colours.field))
        pen.painter.drawText(box.adjusted(0, 2, 0, 2), Qt.AlignmentFlag.AlignCenter, "!")

    def _placed(self, place: int, day: date) -> Iterator[_Block]:
        """The blocks of a day; those at the same time stand beside each other."""
        for together in _together(self._week.on(day)):
            lanes: list[int] = []
            taken: list[tuple[Visit, int]] = []
            for visit in together:
                starts = _minutes(visit.drop_in.starts)
                lane = next((number for number, ends in enumerate(lanes) if ends <= starts), len(lanes))
                lanes[lane : lane + 1] = [_minutes(visit.drop_in.ends)]
                taken.append((visit, lane))
            wide = (self._across - 2 * _GAP) / len(lanes)
            for visit, lane in taken:
                left = self._plot.left() + place * self._across + _GAP + lane * wide
                top, foot = (self._y(_minutes(at)) for at in (visit.drop_in.starts, visit.drop_in.ends))
                yield _Block(visit, QRectF(left, top, wide - 2, max(self._line, foot - top)))

    def _y(self, minutes: int) -> float:
        hours = minutes / 60 - self._hours[0]
        return self._plot.top() + self._plot.height() * hours / max(1, len(self._hours) - 1)


def spot_key(visit: Visit) -> str:
    """What a block is asked for by; its drop-in stands before the @."""
    return f"{visit.drop_in.id}@{visit.day.isoformat()}"


def _together(visits: Sequence[Visit]) -> Iterator[list[Visit]]:
    """Runs of visits, each of which overlaps one before it."""
    run: list[Visit] = []
    ends = time.min
    for visit in visits:
        if run and visit.drop_in.starts >= ends:
            yield run
            run, ends = [], time.min
        run.append(visit)
        ends = max(ends, visit.drop_in.ends)
    if run:
        yield run


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
