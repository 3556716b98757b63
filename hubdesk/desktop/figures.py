"""The figures of the status line: how full the hub is on a day, and what its year comes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.domain.hub import Hub
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.workflows.occupancy_on import OccupancyOn, occupancy_on
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import NoYearCost, Stream, YearCost, year_cost


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of `hub` on `day`. Without `occupancy` there are errors, which `year` names."""

    hub: Hub
    day: date
    occupancy: OccupancyOn | None
    year: YearCost | NoYearCost


@dataclass(frozen=True, slots=True)
class Why:
    """What a figure is made of: a sentence, and a table under headings, its first column words."""

    title: str
    sentence: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def figures_on(standing: Standing, day: date) -> Figures:
    """The figures of the hub as it stands."""
    hub = standing.hub
    try:
        year = year_cost(hub, day, standing.runs)
    except Refused as refused:
        year = NoYearCost(refused.problems)
    faulty = isinstance(year, NoYearCost) and any(
        one.severity is Severity.ERROR and not one.code.startswith("run-") for one in year.problems
    )
    return Figures(hub, day, None if faulty else occupancy_on(hub, day), year)


def why_desks(figures: Figures) -> Why | None:
    """The desks by floor, and the agencies' licences beside what they have."""
    on = figures.occupancy
    if on is None:
        return None
    hub = figures.hub
    rows = [
        (
            f"Floor {hub.floors[one.floor].code}, {hub.floors[one.floor].name}",
            f"{one.in_service:,}",
            "",
            f"{one.allocated:,}",
            f"{one.vacant:,}",
        )
        for one in on.floors.values()
    ]
    rows += [
        (
            f"{hub.agencies[one.agency].code}, {hub.agencies[one.agency].name}",
            "",
            f"{one.licensed:,}",
            f"{one.allocated:,}",
            "",
        )
        for one in on.agencies.values()
        if one.present
    ]
    total = ("The whole hub", *(f"{n:,}" for n in (on.in_service, on.licensed, on.allocated, on.vacant)))
    return Why(
        "Desks",
        "Floors first, then the agencies that are here. A licence is for desks of the building, "
        "not of a floor.",
        ("", "In service", "Licensed", "Allocated", "Vacant"),
        [*rows, total],
    )


def why_pounds(figures: Figures) -> Why | None:
    """The year's charges by agency and stream."""
    cost = figures.year
    if isinstance(cost, NoYearCost):
        return None
    agencies = sorted((figures.hub.agencies[id_] for id_ in cost.of), key=lambda one: one.code)
    rows = [
        (
            f"{one.code}, {one.name}",
            *(pounds(cost.of[one.id].streams[stream]) for stream in Stream),
            pounds(cost.of[one.id].pence),
        )
        for one in agencies
    ]
    sums = (pounds(sum(one.streams[stream] for one in cost.of.values())) for stream in Stream)
    return Why(
        f"The year {cost.year.name}",
        f"What each agency is charged for {cost.year.name} as things stand, on {cost.amounts.value}s, "
        "without VAT. On the Recharge page every figure opens its steps.",
        ("Agency", *(stream.value.capitalize() for stream in Stream), "Total"),
        [*rows, ("All agencies", *sums, pounds(cost.pence))],
    )


def in_short(problems: Sequence[Problem]) -> str:
    """Why there is no figure, in a line."""
    first = problems[0]
    more = f", and {len(problems) - 1} more" if len(problems) > 1 else ""
    return f"{first.where}: {first.what}{more}"
