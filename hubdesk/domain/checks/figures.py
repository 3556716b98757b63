"""Figures and days that can stand by themselves: percentages, amounts, sizes, first and last days."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, ShareCap
from hubdesk.domain.days import in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import pounds
from hubdesk.domain.names import named
from hubdesk.domain.placing import PlacementSettings, weighed
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import Record
from hubdesk.domain.settings import DeskRate

Figure = TypeVar("Figure", int, Decimal)
_Dated = Area | Desk | Licence | Concession | CostLine | Allocation | DropIn


def last_before_first(hub: Hub) -> Iterator[Problem]:
    """Records whose last day comes before their first."""
    dated: tuple[Iterable[_Dated], ...] = (
        hub.areas.values(),
        hub.desks.values(),
        hub.licences.values(),
        hub.concessions.values(),
        hub.cost_lines.values(),
        hub.allocations.values(),
        hub.drop_ins.values(),
    )
    for records in dated:
        for record in records:
            if record.first is None or record.last is None or record.first <= record.last:
                continue
            yield error(
                "last-before-first",
                f"The last day, {in_words(record.last)}, is before the first, {in_words(record.first)}",
                named(hub, record),
                "Put the last day on or after the first",
                (record.id,),
                "last",
            )


def percentages(hub: Hub) -> Iterator[Problem]:
    """Percentages of concessions, fixed shares and VAT outside 0 to 100."""
    for concession in hub.concessions.values():
        yield from _percent(hub, concession, [concession.percent])
    for share in hub.all(FixedShare):
        yield from _percent(hub, share, [share.percent])
    for vat in hub.vat_codes.values():
        yield from _percent(hub, vat, [step.value for step in vat.percent.steps])


def negative_figures(hub: Hub) -> Iterator[Problem]:
    """Desks, rates, caps, driver figures, areas and pages below zero."""
    for licence in hub.licences.values():
        yield from _negative(hub, licence, "desks", [step.value for step in licence.desks.steps])
        yield from _negative(hub, licence, "notice_months", [licence.notice_months or 0])
    for rate in hub.all(DeskRate):
        yield from _negative(hub, rate, "pence", [step.value for step in rate.pence.steps], pounds)
    for concession in hub.concessions.values():
        yield from _negative(hub, concession, "desk_cap", [concession.desk_cap or 0])
    for cap in hub.all(ShareCap):
        yield from _negative(hub, cap, "pence", [cap.pence], pounds)
    for figure in hub.driver_figures.values():
        yield from _negative(hub, figure, "figures", [step.value for step in figure.figures.steps])
    for area in hub.areas.values():
        yield from _negative(hub, area, "area_m2", [area.area_m2 or Decimal(0)])
    for underlay in hub.underlays.values():
        yield from _negative(hub, underlay, "page", [underlay.page])
    for drop_in in hub.drop_ins.values():
        yield from _negative(hub, drop_in, "desks", [drop_in.desks or 0])


def negative_for_placing(hub: Hub) -> Iterator[Problem]:
    """Accessible desks wanted, and weights of placing agencies, below zero."""
    for agency in hub.agencies.values():
        yield from _negative(hub, agency, "accessible_desks", [agency.accessible_desks or 0])
    for settings in hub.all(PlacementSettings):
        for field, weight in weighed(settings):
            yield from _negative(hub, settings, field, [weight])


def _percent(hub: Hub, record: Record, percents: Iterable[Decimal]) -> Iterator[Problem]:
    wrong = [one for one in percents if one.is_finite() and not 0 <= one <= 100]
    if wrong:
        yield error(
            "percent-out-of-range",
            f"{wrong[0]} % is not between 0 and 100",
            named(hub, record),
            "Type a percentage from 0 to 100",
            (record.id,),
            "percent",
        )


def _negative(
    hub: Hub,
    record: Record,
    field: str,
    figures: Iterable[Figure],
    shown: Callable[[Figure], str] = "{:,}".format,
) -> Iterator[Problem]:
    wrong = [one for one in figures if Decimal(one).is_finite() and one < 0]
    if wrong:
        yield error(
            "figure-negative",
            f"{shown(wrong[0])} is below zero",
            named(hub, record),
            "Type 0 or more",
            (record.id,),
            field,
        )
