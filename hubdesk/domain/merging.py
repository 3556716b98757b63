"""What was made of a record that is not what it was any more, put upon it as it is now, field by field."""

from dataclasses import fields, replace
from datetime import date
from typing import Any, cast

from hubdesk.domain.record import Record
from hubdesk.domain.timeline import Timeline


def upon(before: Record, after: Record, now: Record) -> tuple[Record, tuple[str, ...]]:
    """`now` with what `after` made of `before`; and the fields in which the two would not agree.

    A field that only one side has changed is as that side has it, and one that both have changed alike as
    both have it. Dated values are put together step by step. Where a field is named, `now` has its own say.
    """
    values: dict[str, Any] = {}
    clashing: list[str] = []
    for field in fields(before):
        was, wanted, stands = (getattr(one, field.name) for one in (before, after, now))
        if wanted in (was, stands):
            continue
        if stands == was:
            values[field.name] = wanted
        elif isinstance(stands, Timeline) and (steps := _steps_upon(was, wanted, stands)) is not None:
            values[field.name] = steps
        else:
            clashing.append(field.name)
    return cast(Record, replace(cast(Any, now), **values)), tuple(clashing)


def _steps_upon(was: Timeline[Any], wanted: Timeline[Any], now: Timeline[Any]) -> Timeline[Any] | None:
    """The steps of `now` with those that `wanted` has set or taken away; None where both touched one day."""
    old, new, stands = (_by_day(line) for line in (was, wanted, now))
    steps = dict(stands)
    for day in old.keys() | new.keys():
        if old.get(day) == new.get(day) or stands.get(day) == new.get(day):
            continue
        if stands.get(day) != old.get(day):
            return None
        if day in new:
            steps[day] = new[day]
        else:
            del steps[day]
    return Timeline.of(steps.items())


def _by_day(line: Timeline[Any]) -> dict[date, Any]:
    return {step.first: step.value for step in line.steps}
