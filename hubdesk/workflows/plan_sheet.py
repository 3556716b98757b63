"""A floor on paper: a hub, a floor and a day made into a PDF, an SVG or a PNG to scale."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.plan.compose import Sheet, compose
from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.paper import SCALES, Paper, scale_name
from hubdesk.exchange.plan.plan import Plan
from hubdesk.exchange.plan.scaling import Setting, TooBig, TooManyPages, at_scale, in_tiles, to_fit
from hubdesk.exchange.plan.typeset import pdf_of, png_of
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.underlays import Picture, read_underlay
from hubdesk.store import Store
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.cost_per_desk import cost_per_desk
from hubdesk.workflows.plan_contents import OnADay, described, plan_for_all, plan_for_one
from hubdesk.workflows.resources import fonts_folder
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import NoYearCost, year_cost


@dataclass(frozen=True, slots=True)
class PlanWanted:
    """What is wanted on paper.

    `floor` and `agency` are codes; an agency's sheet tells nothing about any other. `scale` is 1 to so
    many, None for the largest in use that fits. `tiled` spreads a scale over as many pages as it takes.
    `yearly` is what `ColourBy.PRICE` looks at: a desk's pence in a year, by agency. `pictures` are what
    was read of the floor's underlays, by their ids (`pictures_under`); without one it is not drawn.
    """

    floor: str
    day: date
    made: date
    agency: str | None = None
    paper: Paper = Paper.A4
    scale: int | None = None
    tiled: bool = False
    by: ColourBy = ColourBy.AGENCY
    yearly: Mapping[RecordId, Pence] = field(default_factory=dict)
    pictures: Mapping[RecordId, Picture] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What came out: at which scale, on how many pages."""

    scale: int
    pages: int


def prices(standing: Standing, day: date) -> Mapping[RecordId, Pence]:
    """What a desk costs each agency in the charging year of `day`. Raises Refused where it has no figures."""
    cost = year_cost(standing.hub, day, standing.runs)
    if isinstance(cost, NoYearCost):
        raise Refused(*cost.problems)
    return cost_per_desk(cost)


def pictures_under(store: Store, hub: Hub, floor: str) -> Mapping[RecordId, Picture]:
    """What is to be drawn of the underlays that are shown under the floor with that code.

    Takes up to some seconds an underlay. Raises Refused where one cannot be read.
    """
    found = hub.floor_codes.get(floor)
    underlays = hub.underlays_on_floor.get(found.id, ()) if found else ()
    return {
        one.id: read_underlay(store.file(one.picture), one.kind, name=one.name, page=one.page)
        for one in underlays
        if one.shown
    }


def write_plan(hub: Hub, wanted: PlanWanted, path: Path) -> Written:
    """Write the plan to `path`, as its ending says (pdf, svg, png), whole or not at all.

    Raises Refused with all that stands in the way.
    """
    if problems := tuple(_problems(hub, wanted, path)):
        raise Refused(*problems)
    plan = _plan(hub, wanted)
    lettering = Lettering(fonts_folder())
    setting = _setting(plan, wanted, lettering)
    if setting.pages > 1 and path.suffix.lower() != ".pdf":
        what = f"The plan takes {setting.pages} pages, and only a PDF has more than one"
        raise Refused(error("one-page-only", what, str(path), "Give the file a name that ends in .pdf"))
    sheet = compose(plan, wanted.paper, setting, lettering)
    content = _WRITERS[path.suffix.lower()](sheet, plan, wanted)
    with replacing(path) as draft:
        draft.write_bytes(content)
    return Written(setting.scale, setting.pages)


def _pdf(sheet: Sheet, plan: Plan, wanted: PlanWanted) -> bytes:
    return pdf_of(sheet, described(plan), wanted.made, fonts_folder())


def _svg(sheet: Sheet, plan: Plan, wanted: PlanWanted) -> bytes:
    [page] = sheet.pages
    return page.encode()


def _png(sheet: Sheet, plan: Plan, wanted: PlanWanted) -> bytes:
    return png_of(sheet, fonts_folder())


_WRITERS: Mapping[str, Callable[[Sheet, Plan, PlanWanted], bytes]] = {
    ".pdf": _pdf,
    ".svg": _svg,
    ".png": _png,
}


def _plan(hub: Hub, wanted: PlanWanted) -> Plan:
    seen = OnADay(hub, hub.floor_codes[wanted.floor], wanted.day, wanted.made)
    if wanted.agency is None:
        return plan_for_all(seen, wanted.by, wanted.yearly, wanted.pictures)
    return plan_for_one(seen, hub.agency_codes[wanted.agency])


def _problems(hub: Hub, wanted: PlanWanted, path: Path) -> list[Problem]:
    found: list[Problem] = []
    if path.suffix.lower() not in _WRITERS:
        what, remedy = f"{path.name} is no PDF, SVG or PNG by its name", "End its name in .pdf, .svg or .png"
        found.append(error("unknown-ending", what, str(path), remedy))
    if wanted.floor not in hub.floor_codes:
        remedy = _one_of(hub.floor_codes) if hub.floors else "Draw a floor first, or import one"
        what = f"There is no floor with the code “{wanted.floor}”"
        found.append(error("no-such-floor", what, hub.settings.name, remedy))
    if wanted.agency is not None and wanted.agency not in hub.agency_codes:
        what = f"There is no agency with the code “{wanted.agency}”"
        found.append(error("no-such-agency", what, hub.settings.name, _one_of(hub.agency_codes)))
    if wanted.agency is not None and wanted.by is not ColourBy.AGENCY:
        what = (
            f"The plan for one agency cannot be coloured by {wanted.by.value}, which would tell about others"
        )
        found.append(error("tells-of-others", what, "the plan", "Leave out the agency, or the colouring"))
    if wanted.tiled and wanted.scale is None:
        what = "What fits on one page is not spread over several"
        found.append(error("tiles-need-a-scale", what, "the plan", "Choose a scale such as 1:100"))
    return found


def _one_of(codes: Mapping[str, object]) -> str:
    return f"Choose one of: {', '.join(sorted(codes))}"


def _setting(plan: Plan, wanted: PlanWanted, lettering: Lettering) -> Setting:
    """How the plan is set out. Raises Refused where it is too big for the paper."""
    try:
        if wanted.scale is None:
            return to_fit(plan, wanted.paper, lettering)
        if wanted.tiled:
            return in_tiles(plan, wanted.paper, wanted.scale, lettering)
        return at_scale(plan, wanted.paper, wanted.scale, lettering)
    except TooBig as trouble:
        raise Refused(_too_big(plan, wanted, trouble, lettering)) from trouble
    except TooManyPages as trouble:
        what = f"At {scale_name(wanted.scale or SCALES[-1])} the floor takes {trouble.pages} pages"
        where = f"{wanted.paper.name} paper"
        remedy = "Choose a smaller drawing, such as 1:500, or larger paper"
        raise Refused(error("too-many-pages", what, where, remedy)) from trouble


def _too_big(plan: Plan, wanted: PlanWanted, trouble: TooBig, lettering: Lettering) -> Problem:
    scale = wanted.scale or SCALES[-1]
    needed, room = (f"{side[0]:.0f} × {side[1]:.0f} mm" for side in (trouble.needed, trouble.room))
    what = f"At {scale_name(scale)} the floor is {needed}, and a page has room for {room}"
    ways = list(_ways_out(plan, wanted, lettering))
    where = f"{wanted.paper.name} paper"
    return error("paper-too-small", what, where, _sentence(ways))


def _ways_out(plan: Plan, wanted: PlanWanted, lettering: Lettering) -> list[str]:
    ways: list[str] = []
    for paper in (wanted.paper, *(one for one in Paper if one is not wanted.paper)):
        try:
            fits = to_fit(plan, paper, lettering).scale
        except TooBig:
            continue
        ways.append(f"choose {scale_name(fits)} on {paper.name}")
    return [*ways, "spread it over several pages (tiled)"]


def _sentence(ways: list[str]) -> str:
    text = ", or ".join(ways)
    return text[0].upper() + text[1:]
