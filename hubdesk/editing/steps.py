"""Taking away a step of a timeline."""

from datetime import date, timedelta

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.record import Record
from hubdesk.domain.timeline import T, Timeline
from hubdesk.editing.records import refusal


def without_step(hub: Hub, record: Record, timeline: Timeline[T], first: date) -> Timeline[T]:
    """`timeline` of `record` without the step on `first`. Raises Refused if there is none."""
    if all(step.first != first for step in timeline.steps):
        raise refusal(
            "step-gone",
            f"There is no step on {in_words(first)}",
            named(hub, record),
            "Choose the day of one of its steps",
            record,
        )
    return timeline.without_step(first)


def ending_at(timeline: Timeline[T], last: date, zero: T) -> Timeline[T]:
    """`timeline` up to `last` and `zero` after it, where it has begun by then; else nothing."""
    if timeline.first is None or timeline.first > last:
        return Timeline()
    kept = Timeline(tuple(step for step in timeline.steps if step.first <= last))
    return kept if kept.steps[-1].value == zero else kept.with_step(last + timedelta(days=1), zero)
