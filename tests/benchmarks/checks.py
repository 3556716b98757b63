"""How long it takes to see what is the matter with a hub."""

from collections.abc import Iterator
from dataclasses import replace

from hubdesk.domain.change import updating
from hubdesk.domain.checks import errors_of, problems
from hubdesk.domain.hub import Hub
from tests.benchmarks.documents import big_hub
from tests.benchmarks.measuring import CPU, Bench, Goal, Measurement, side_by_side
from tests.builders.parkside import parkside


def one_edit(bench: Bench) -> Iterator[Measurement]:
    """What is asked before each edit: it looks around the records that the edit touches."""
    hub = big_hub(bench)
    desk = next(iter(hub.desks.values()))
    change = updating("Move a desk", (desk, replace(desk, x_mm=desk.x_mm + 1)))
    checked, made = side_by_side(
        (lambda: errors_of(hub, change), lambda: hub.applying(change)), CPU, bench.times * 3
    )
    yield Measurement(
        f"errors of one edit among {bench.desks:,} desks",
        checked,
        "making the hub with that edit",
        made,
        seconds_goal=Goal.of_seconds(0.010),
    )


def whole_hub(bench: Bench) -> Iterator[Measurement]:
    """What is asked when a hub comes in, and by `hubdesk check`."""
    records = tuple(parkside().records())
    checked, made = side_by_side(
        (lambda: problems(Hub.of(records)), lambda: Hub.of(records)), CPU, bench.times * 3
    )
    yield Measurement(
        "every check of Parkside",
        checked,
        "putting its records together",
        made,
        seconds_goal=Goal.of_seconds(0.050),
    )
