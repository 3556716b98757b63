"""What stands around a drawing: frame, title block, legend, scale bar and key plan."""

from collections.abc import Sequence
from math import ceil

from hubdesk.exchange.plan.desks import edged, hatched
from hubdesk.exchange.plan.drawing import GREY, INK, PALE, Drawing
from hubdesk.exchange.plan.hatch import Stroke
from hubdesk.exchange.plan.layout import AIR, HEADING, Layout, LegendStyle
from hubdesk.exchange.plan.lettering import Lettering, Weight
from hubdesk.exchange.plan.marks import LegendRow
from hubdesk.exchange.plan.paper import Box, scale_name
from hubdesk.exchange.plan.plan import Titles

_HEAVY, _LIGHT = 0.5, 0.18
_SHADE = "#dedede"
_MOST_HEAD = 24.0
"""Over so much height the lines above the cells of the title block are spread at most."""
_CAPTION, _VALUE = 1.9, 2.9
_BAR_METRES = (1, 2, 5, 10, 20, 50)


def draw_frame(drawing: Drawing, layout: Layout) -> None:
    """The frame of the page, and lines between its parts."""
    parts = [layout.title, layout.legend, *([layout.key_plan] if layout.key_plan else [])]
    for part in parts:
        drawing.box(part, "none", INK, _LIGHT)
    drawing.box(layout.frame, "none", INK, _HEAVY)


def draw_titles(
    drawing: Drawing, titles: Titles, cells: Sequence[tuple[str, str]], box: Box, lettering: Lettering
) -> None:
    """The title block: hub, floor, what is shown, then a caption and a value to each cell."""
    left, room = box.left + AIR, box.width - 2 * AIR
    rows = ceil(len(cells) / 3)
    grid_top = box.bottom - rows * 8.6
    head = min(grid_top - box.top, _MOST_HEAD)
    drawing.text(
        left, box.top + head * 0.19, titles.hub, lettering.fitting(titles.hub, room, 2.8, 1.8), fill=GREY
    )
    size = lettering.fitting(titles.floor, room, 5.6, 2.2, Weight.BOLD)
    drawing.text(left, box.top + head * 0.51, titles.floor, size, Weight.BOLD)
    size = lettering.fitting(titles.about, room, 2.8, 1.8, Weight.SEMIBOLD)
    drawing.text(left, box.top + head * 0.83, titles.about, size, Weight.SEMIBOLD)
    width = box.width / 3
    for place, (caption, value) in enumerate(cells):
        row, column = divmod(place, 3)
        cell = Box(box.left + column * width, grid_top + row * 8.6, width, 8.6)
        drawing.box(cell, "none", INK, _LIGHT)
        drawing.text(cell.left + 2, cell.top + 2.3, caption, _CAPTION, fill=GREY)
        size = lettering.fitting(value, width - 4, _VALUE, 1.6, Weight.SEMIBOLD)
        drawing.text(cell.left + 2, cell.top + 5.9, value, size, Weight.SEMIBOLD)


def draw_legend(
    drawing: Drawing, heading: str, legend: Sequence[LegendRow], layout: Layout, lettering: Lettering
) -> None:
    """The meanings of the marks with their numbers of desks, in columns, each read downwards."""
    box = layout.legend
    left = box.left + AIR
    drawing.text(left, box.top + 4.6, heading, 2.6, Weight.SEMIBOLD)
    if not legend:
        drawing.text(left, box.top + HEADING + 2.5, "No desks in service", 2.5, fill=GREY)
        return
    set_in = layout.legend_set
    rows = ceil(len(legend) / set_in.columns)
    for place, row in enumerate(legend):
        column, down = divmod(place, rows)
        top = box.top + HEADING + down * set_in.style.row
        at = Box(left + column * set_in.width, top, set_in.width - 2 * AIR, set_in.style.row)
        _legend_row(drawing, row, at, set_in.style, lettering)


def _legend_row(drawing: Drawing, row: LegendRow, box: Box, style: LegendStyle, lettering: Lettering) -> None:
    swatch = Box(box.left, box.top + box.height * 0.1, style.swatch, box.height * 0.8)
    hatched(drawing, swatch.corners, row.mark)
    if row.mark.label:
        size = lettering.fitting(row.mark.label, swatch.width * 0.72, style.size * 0.8, 1.0, Weight.SEMIBOLD)
        width, height = lettering.width(row.mark.label, size, Weight.SEMIBOLD) + 0.8, size * 1.15
        middle_x, middle_y = swatch.middle
        plate = Box(middle_x - width / 2, middle_y - height / 2, width, height)
        drawing.box(plate, row.mark.fill)
        drawing.text(middle_x, middle_y, row.mark.label, size, Weight.SEMIBOLD, row.mark.ink, "middle")
    edged(drawing, swatch.corners, row.mark)
    count, middle = f"{row.count:,}", box.middle[1]
    counted = lettering.width(count, style.size, Weight.SEMIBOLD)
    if words := style.words_of(row):
        left = swatch.right + style.size * 0.7
        size = lettering.fitting(words, box.right - counted - style.size * 0.6 - left, style.size, 1.0)
        drawing.text(left, middle, words, size)
    drawing.text(box.right, middle, count, style.size, Weight.SEMIBOLD, anchor="end")


def draw_scale_bar(
    drawing: Drawing, scale: int, box: Box, notes: Sequence[str], lettering: Lettering
) -> None:
    """A bar of whole metres with its scale in words, and `notes` on what is drawn."""
    metre = 1000 / scale
    unit = next((one for one in _BAR_METRES if one * metre >= 9), _BAR_METRES[-1])
    left, top = box.left + AIR + 1, box.top + 5.4
    part = unit * metre
    for place in range(5):
        piece = Box(left + place * part, top, part, 1.3)
        drawing.box(piece, INK if place % 2 == 0 else "#ffffff", INK, _LIGHT)
    for place in range(6):
        anchor = "middle" if place else "start"
        x = left + place * part - (0.2 if not place else 0)
        drawing.text(x, top - 1.9, f"{place * unit}" + (" m" if place == 5 else ""), 1.9, anchor=anchor)
    end = left + 5 * part + 6
    drawing.text(end, top + 0.65, scale_name(scale), 2.6, Weight.SEMIBOLD)
    room = box.right - AIR - end - 16
    sizes = [lettering.fitting(note, room, 2.0, 1.6) for note in notes]
    for place, note in enumerate(notes):
        y = top + 0.65 - 3.2 * (len(notes) - 1 - place)
        drawing.text(box.right - AIR, y, note, min(sizes), fill=GREY, anchor="end")


def draw_key_plan(
    drawing: Drawing, box: Box, cells: Sequence[Box], here: int, outline: Sequence[tuple[float, float]]
) -> None:
    """The pages as they lie over the floor, and this one among them. `cells` and `outline` in one measure."""
    drawing.text(box.left + AIR, box.top + 4.6, "Key plan", 2.6, Weight.SEMIBOLD)
    room = Box(box.left + AIR, box.top + HEADING, box.width - 2 * AIR, box.height - HEADING - AIR)
    ratio = min(room.width / max(one.right for one in cells), room.height / max(one.bottom for one in cells))
    drawing.polygon([(room.left + x * ratio, room.top + y * ratio) for x, y in outline], _SHADE, GREY, _LIGHT)
    placed = [
        Box(room.left + one.left * ratio, room.top + one.top * ratio, one.width * ratio, one.height * ratio)
        for one in cells
    ]
    for number, cell in enumerate(placed, start=1):
        drawing.box(cell, "none", GREY, _LIGHT)
        drawing.text(*cell.middle, str(number), min(2.6, cell.height * 0.5), anchor="middle")
    drawing.box(placed[here], "none", INK, _HEAVY)


def draw_match_lines(drawing: Drawing, clear: Box, overlap: float, pages: tuple[int, int], here: int) -> None:
    """Where the neighbouring pages join: a line in the middle of what both show, with the page's number."""
    across, down = pages
    row, column = divmod(here, across)
    half = overlap / 2
    sides = (
        (column > 0, here - 1, Stroke(clear.left + half, clear.top, clear.left + half, clear.bottom)),
        (
            column < across - 1,
            here + 1,
            Stroke(clear.right - half, clear.top, clear.right - half, clear.bottom),
        ),
        (row > 0, here - across, Stroke(clear.left, clear.top + half, clear.right, clear.top + half)),
        (
            row < down - 1,
            here + across,
            Stroke(clear.left, clear.bottom - half, clear.right, clear.bottom - half),
        ),
    )
    for joins, other, line in sides:
        if joins:
            drawing.strokes([line], INK, 0.25, (4.0, 1.2, 0.8, 1.2))
            x, y = (line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2
            turned = -90.0 if line.x1 == line.x2 else 0.0
            _plate(drawing, x, y, f"joins page {other + 1}", turned)


def _plate(drawing: Drawing, x: float, y: float, text: str, turned: float) -> None:
    width, height = (3.2, 22.0) if turned else (22.0, 3.2)
    drawing.box(Box(x - width / 2, y - height / 2, width, height), "#ffffff", PALE, _LIGHT, round_by=0.8)
    drawing.text(x, y, text, 2.0, Weight.SEMIBOLD, anchor="middle", turned=turned)
