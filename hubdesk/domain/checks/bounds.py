"""Figures that are no numbers, or too large to be kept, worked with and shown whole.

Amounts within these bounds fit SQLite's integers, and their sums, in pence, a worksheet's 2^53.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.cost_line import FixedShare, ShareCap
from hubdesk.domain.geometry import Outline
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.names import named
from hubdesk.domain.placing import PlacementSettings, weighed
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import Record
from hubdesk.domain.settings import DeskRate

MOST_PENCE: Pence = 10**14
"""£1,000,000,000,000: of a budget, an actual or a cap."""
MOST_PENCE_A_DESK: Pence = 10**8
"""£1,000,000: of a desk for a year."""
MOST_DESKS = 10**6
"""Of one licence, cap or drop-in, or that an agency wants accessible."""
MOST_MONTHS = 1_200
"""A hundred years."""
MOST_LEVELS = 1_000
"""From the ground floor, up or down."""
MOST_MM = 10**7
"""10 km: how far anything on the plan lies from the corner of its floor."""
MOST_UNITS = 10**12
"""Of an underlay's own: a DXF may count from a corner of the country, in tenths of a millimetre."""
MOST_PAGES = 10**6
"""Of a PDF."""
MOST_OF_A_DRIVER = 10**12
"""Of a driver's figure, or of square metres."""


def not_numbers(hub: Hub) -> Iterator[Problem]:
    """Figures that can neither be compared nor added up, such as "NaN"."""
    for record, field, figures in chain(_decimals(hub), _weights(hub)):
        wrong = [one for one in figures if not one.is_finite()]
        if wrong:
            yield error(
                "figure-not-a-number",
                f"“{wrong[0]}” is not a number",
                named(hub, record),
                "Type a number",
                (record.id,),
                field,
            )


def too_large(hub: Hub) -> Iterator[Problem]:
    """Figures further from zero than a hub can hold."""
    for record, field, figures, most, limit in _bounded(hub):
        if any(abs(one) > most for one in map(Decimal, figures) if one.is_finite()):
            yield error(
                "figure-too-large",
                f"A figure is further from zero than {limit}",
                named(hub, record),
                f"Type at most {limit}",
                (record.id,),
                field,
            )


def _decimals(hub: Hub) -> Iterator[tuple[Record, str, Iterable[Decimal]]]:
    for concession in hub.concessions.values():
        yield concession, "percent", [concession.percent]
    for share in hub.all(FixedShare):
        yield share, "percent", [share.percent]
    for vat in hub.vat_codes.values():
        yield vat, "percent", [step.value for step in vat.percent.steps]
    for figure in hub.driver_figures.values():
        yield figure, "figures", [step.value for step in figure.figures.steps]
    for area in hub.all(Area):
        yield area, "area_m2", [area.area_m2 or Decimal(0)]
    for desk in hub.desks.values():
        yield desk, "rotation", [desk.rotation]
    for underlay in hub.underlays.values():
        for field in ("width", "height", "mm_per_unit", "corner_x", "corner_y", "rotation"):
            yield underlay, field, [getattr(underlay, field)]
    for link in hub.working_links.values():
        yield link, "strength", [link.strength]


def _weights(hub: Hub) -> Iterator[tuple[Record, str, Iterable[Decimal]]]:
    for settings in hub.all(PlacementSettings):
        for field, weight in weighed(settings):
            yield settings, field, [weight]


_Bounded = tuple[Record, str, Iterable[int | Decimal], int, str]


def _bounded(hub: Hub) -> Iterator[_Bounded]:
    yield from _money(hub)
    yield from _counts(hub)
    yield from _places(hub)


def _money(hub: Hub) -> Iterator[_Bounded]:
    for line in hub.cost_lines.values():
        yield line, "budget", [line.budget], MOST_PENCE, pounds(MOST_PENCE)
        yield line, "actual", [line.actual or 0], MOST_PENCE, pounds(MOST_PENCE)
    for cap in hub.all(ShareCap):
        yield cap, "pence", [cap.pence], MOST_PENCE, pounds(MOST_PENCE)
    for rate in hub.all(DeskRate):
        steps = [step.value for step in rate.pence.steps]
        yield rate, "pence", steps, MOST_PENCE_A_DESK, pounds(MOST_PENCE_A_DESK)


def _counts(hub: Hub) -> Iterator[_Bounded]:
    desks, measure = f"{MOST_DESKS:,} desks", f"{MOST_OF_A_DRIVER:,}"
    for licence in hub.licences.values():
        yield licence, "desks", [step.value for step in licence.desks.steps], MOST_DESKS, desks
        months = licence.notice_months or 0
        yield licence, "notice_months", [months], MOST_MONTHS, f"{MOST_MONTHS:,} months"
    for concession in hub.concessions.values():
        yield concession, "desk_cap", [concession.desk_cap or 0], MOST_DESKS, desks
    for drop_in in hub.drop_ins.values():
        yield drop_in, "desks", [drop_in.desks or 0], MOST_DESKS, desks
    for figure in hub.driver_figures.values():
        yield figure, "figures", [step.value for step in figure.figures.steps], MOST_OF_A_DRIVER, measure
    for area in hub.areas.values():
        yield area, "area_m2", [area.area_m2 or 0], MOST_OF_A_DRIVER, f"{measure} m²"
    for link in hub.working_links.values():
        yield link, "strength", [link.strength], MOST_OF_A_DRIVER, measure
    for agency in hub.agencies.values():
        yield agency, "accessible_desks", [agency.accessible_desks or 0], MOST_DESKS, desks
    for record, field, weights in _weights(hub):
        yield record, field, weights, MOST_OF_A_DRIVER, measure


def _places(hub: Hub) -> Iterator[_Bounded]:
    far = f"{MOST_MM // 10**6} km"
    for floor in hub.floors.values():
        yield floor, "level", [floor.level], MOST_LEVELS, f"{MOST_LEVELS:,} levels"
        yield floor, "width_mm", [floor.width_mm], MOST_MM, far
        yield floor, "depth_mm", [floor.depth_mm], MOST_MM, far
        yield floor, "outline", _corners(floor.outline), MOST_MM, far
    for area in hub.areas.values():
        yield area, "outline", _corners(area.outline), MOST_MM, far
    for desk in hub.desks.values():
        for field in ("x_mm", "y_mm", "width_mm", "depth_mm"):
            yield desk, field, [getattr(desk, field)], MOST_MM, far
    for underlay in hub.underlays.values():
        for field in ("x_mm", "y_mm"):
            yield underlay, field, [getattr(underlay, field)], MOST_MM, far
        for field in ("width", "height", "corner_x", "corner_y"):
            yield underlay, field, [getattr(underlay, field)], MOST_UNITS, f"{MOST_UNITS:,} units"
        yield underlay, "mm_per_unit", [underlay.mm_per_unit], MOST_MM, far
        yield underlay, "page", [underlay.page], MOST_PAGES, f"{MOST_PAGES:,} pages"


def _corners(outline: Outline) -> list[int]:
    return [way for corner in outline for way in (corner.x, corner.y)]
