"""The columns in which next year's costs are proposed, class by class and line by line."""

from collections.abc import Callable
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import Pence
from hubdesk.editing.roll_forward import Exceptions
from hubdesk.workflows.costs.class_columns import UNNAMED
from hubdesk.workflows.costs.rolling import (
    RolledClass,
    RolledLine,
    taken_along,
    with_budget,
    with_class,
    with_line,
)
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Choice, Percent, Pounds, Text

Proposed = Callable[[Hub, Exceptions], Change]
"""The change that the proposal with these exceptions would be. Raises Refused."""

_YES_NO = Choice(lambda _hub: (("yes", True), ("no", False)))

BECOMES: dict[str, Callable[[Exceptions, Any, Any], Exceptions]] = {
    "class uplift": lambda but, row, value: with_class(but, row.name, value),
    "uplift": lambda but, row, value: with_line(but, row.id, value),
    "next": lambda but, row, value: with_budget(but, row.id, value),
    "taken": lambda but, row, value: taken_along(but, row.id, value),
}
"""What a value that was typed in the column of that id makes of the exceptions."""


def class_columns(but: Callable[[], Exceptions], proposed: Proposed) -> tuple[Column[RolledClass], ...]:
    """A class to a row; its uplift can be typed, and emptied to be as all."""
    return (
        Column(
            id="class", title="Class", kind=Text(), value=lambda row: row.name or UNNAMED, sample="Services"
        ),
        _pounds("now", "This year", lambda row: row.now),
        Column(
            id="class uplift",
            title="Uplift",
            kind=Percent(),
            value=lambda row: row.uplift,
            edit=_edit("class uplift", but, proposed),
            may_be_blank=True,
            hint="Per cent for the lines of this class. Emptied: as all",
        ),
        _pounds("next", "Next year", lambda row: row.next),
        _pounds("more", "Difference", lambda row: row.more),
    )


def line_columns(but: Callable[[], Exceptions], proposed: Proposed) -> tuple[Column[RolledLine], ...]:
    """A line to a row; its uplift, its budget and whether it is taken along can be typed."""

    def is_taken(row: RolledLine) -> bool:
        return row.budget is not None

    return (
        Column(id="code", title="Code", kind=Text(), value=lambda row: row.line.code, sample="C018"),
        Column(
            id="name", title="Name", kind=Text(), value=lambda row: row.line.name or None, sample="Cleaning"
        ),
        Column(
            id="class",
            title="Class",
            kind=Text(),
            value=lambda row: row.line.cost_class or None,
            sample="Energy",
        ),
        _pounds("now", "This year", lambda row: row.line.budget),
        _pounds("actual", "Actual", lambda row: row.line.actual),
        Column(
            id="uplift",
            title="Uplift",
            kind=Percent(),
            value=lambda row: row.uplift if row.budget is not None else None,
            edit=_edit("uplift", but, proposed),
            open_to=is_taken,
            may_be_blank=True,
            hint="Per cent for this line. Emptied: as its class",
        ),
        Column(
            id="next",
            title="Next year",
            kind=Pounds(),
            value=lambda row: row.budget,
            total=summed,
            edit=_edit("next", but, proposed),
            open_to=is_taken,
            may_be_blank=True,
            hint="The budget itself. Emptied: this year’s, uplifted",
        ),
        _pounds("more", "Difference", lambda row: row.more),
        Column(
            id="taken",
            title="Taken along",
            kind=_YES_NO,
            value=lambda row: "no" if row.budget is None else "yes",
            edit=_edit("taken", but, proposed),
            hint="no: this cost ends with the year",
        ),
    )


def _pounds(id_: str, title: str, value: Callable[[Any], Pence | None]) -> Column[Any]:
    return Column(id=id_, title=title, kind=Pounds(), value=value, total=summed)


def _edit(id_: str, but: Callable[[], Exceptions], proposed: Proposed) -> Callable[[Hub, Any, Any], Change]:
    return lambda hub, row, value: proposed(hub, BECOMES[id_](but(), row, value))
