"""A plan composed into pages: every page one drawing."""

from collections.abc import Iterator
from dataclasses import dataclass

from hubdesk.exchange.plan.drawing import Drawing
from hubdesk.exchange.plan.floor import draw_floor
from hubdesk.exchange.plan.frame import (
    draw_frame,
    draw_key_plan,
    draw_legend,
    draw_match_lines,
    draw_scale_bar,
    draw_titles,
)
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.paper import Box, Paper, scale_name
from hubdesk.exchange.plan.placing import Placing
from hubdesk.exchange.plan.plan import Plan
from hubdesk.exchange.plan.scaling import OVERLAP, Setting


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of a plan as SVG, their size in millimetres, and the document's title."""

    title: str
    width: float
    height: float
    pages: tuple[str, ...]


def compose(plan: Plan, paper: Paper, setting: Setting, lettering: Lettering) -> Sheet:
    """The pages of `plan`, set out as `setting` says."""
    page = setting.layout.page
    pages = tuple(_page(plan, paper, setting, lettering, here) for here in range(setting.pages))
    return Sheet(plan.titles.document, page.width, page.height, pages)


def _page(plan: Plan, paper: Paper, setting: Setting, lettering: Lettering, here: int) -> str:
    layout = setting.layout
    drawing = Drawing(layout.page, plan.titles.document)
    placing = _placing(plan, setting, here)
    with drawing.within(layout.window.corners):
        draw_floor(drawing, plan, placing, lettering, layout.window)
        if setting.pages > 1:
            pages = (setting.across, setting.down)
            draw_match_lines(drawing, setting.clear, OVERLAP, pages, here)
    draw_scale_bar(drawing, setting.scale, layout.bar, plan.notes, lettering)
    draw_frame(drawing, layout)
    draw_legend(drawing, plan.titles.legend, plan.legend, layout, lettering)
    cells = list(_cells(plan, paper, setting, here))
    draw_titles(drawing, plan.titles, cells, layout.title, lettering)
    if layout.key_plan and setting.pages > 1:
        draw_key_plan(drawing, layout.key_plan, *_beside_each_other(plan, setting, here))
    return drawing.svg()


def _cells(plan: Plan, paper: Paper, setting: Setting, here: int) -> Iterator[tuple[str, str]]:
    yield "As at", plan.titles.as_at
    yield "Scale", f"{scale_name(setting.scale)} on {paper.name}"
    yield "Page", f"{here + 1} of {setting.pages}"
    yield "Made", plan.titles.made
    yield "Floor size", plan.titles.size
    yield "Made with", "Hubdesk"


def _placing(plan: Plan, setting: Setting, here: int) -> Placing:
    """The whole drawing in the middle of all pages together, seen from page `here`."""
    left, top, right, bottom = plan.extent
    row, column = divmod(here, setting.across)
    step_x, step_y = setting.step
    clear = setting.clear
    all_width = clear.width + (setting.across - 1) * step_x
    all_height = clear.height + (setting.down - 1) * step_y
    return Placing(
        clear.left + (all_width - (right + left) / setting.scale) / 2 - column * step_x,
        clear.top + (all_height - (bottom + top) / setting.scale) / 2 - row * step_y,
        setting.scale,
    )


def _beside_each_other(
    plan: Plan, setting: Setting, here: int
) -> tuple[list[Box], int, list[tuple[float, float]]]:
    """What each page shows, which one this is, and the floor's outline, from where the first page begins."""
    clear, (step_x, step_y) = setting.clear, setting.step
    pages = [
        Box(column * step_x, row * step_y, clear.width, clear.height)
        for row in range(setting.down)
        for column in range(setting.across)
    ]
    outline = _placing(plan, setting, 0).all(plan.outline)
    return pages, here, [(x - clear.left, y - clear.top) for x, y in outline]
