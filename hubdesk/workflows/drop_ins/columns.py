"""The table in which drop-ins are edited: a row to each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hubdesk.domain.area import Area
from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import natural_order
from hubdesk.domain.problem import Refused
from hubdesk.editing import drop_ins
from hubdesk.editing.records import found
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.drop_ins.kinds import Clock, WeekdayOrDay
from hubdesk.workflows.drop_ins.words import area_called, listed
from hubdesk.workflows.tables.column import Adding, Column
from hubdesk.workflows.tables.kinds import Choice, Day, Kind, Text, Whole


@dataclass(frozen=True, slots=True)
class DropInRow:
    """A drop-in as the table shows it. `trouble` says what does not go together in the week that is shown."""

    drop_in: DropIn
    agency: str
    agency_name: str
    area: str
    area_name: str
    mark: Mark
    trouble: str

    @property
    def id(self) -> RecordId:
        return self.drop_in.id

    @property
    def when(self) -> Weekday | date | None:
        return self.drop_in.weekday or self.drop_in.on


def drop_in_rows(hub: Hub, troubles: Mapping[RecordId, str]) -> tuple[DropInRow, ...]:
    """Every drop-in, by agency, weekday and time; single days last."""
    marks = marks_of_agencies(hub)
    rows = [
        DropInRow(
            one,
            hub.agencies[one.agency].code,
            hub.agencies[one.agency].name,
            hub.areas[one.area].code,
            area_called(hub.areas[one.area]),
            marks[one.agency],
            troubles.get(one.id, ""),
        )
        for one in hub.drop_ins.values()
    ]
    return tuple(sorted(rows, key=_order))


def drop_in_columns() -> tuple[Column[DropInRow], ...]:
    """Who, where, when, how many desks, and what for."""
    return (
        Column(
            id="agency",
            title="Agency",
            kind=Choice(_agencies),
            value=lambda row: row.agency,
            edit=lambda hub, row, agency: _changed(hub, row, agency=agency),
            mark=lambda row: row.mark,
            note=lambda row: row.trouble,
            sample="POLICE",
        ),
        Column(id="agency_name", title="Agency’s name", kind=Text(), value=lambda row: row.agency_name),
        Column(
            id="area",
            title="Area",
            kind=Choice(_areas),
            value=lambda row: row.area,
            edit=lambda hub, row, area: _changed(hub, row, area=area),
        ),
        Column(id="area_name", title="Area’s name", kind=Text(), value=lambda row: row.area_name),
        Column(
            id="when",
            title="Day",
            kind=WeekdayOrDay(),
            value=lambda row: row.when,
            edit=lambda hub, row, when: _changed(hub, row, **_on(when)),
            sample="Wednesday",
            hint="A day of the week such as Monday, or one day such as 27 June 2026",
        ),
        _field("starts", "Start", Clock()),
        _field("ends", "End", Clock()),
        _day("first", "From", "The first day of a weekly one; blank: it always was"),
        _day("last", "To", "The last day of a weekly one; blank: open-ended"),
        _field("desks", "Desks", Whole(), may_be_blank=True, hint="Desks that they use; blank: none"),
        _field("purpose", "Purpose", Text(), may_be_blank=True, blank=""),
    )


def adding_drop_ins() -> Adding:
    """How rows come in that are pasted below the last."""
    return Adding("drop-in", _made)


def _made(hub: Hub, values: Mapping[str, Any]) -> Change:
    needed = {
        "agency": "its agency",
        "area": "its area",
        "when": "its day",
        "starts": "its start",
        "ends": "its end",
    }
    missing = [words for id_, words in needed.items() if id_ not in values]
    if missing:
        raise Refused(
            error(
                "drop-in-incomplete",
                f"A drop-in needs {listed(missing)}",
                "the drop-ins",
                "Copy these columns too, in the order of the table or with their headings",
            )
        )
    made = DropIn(
        new_id(),
        values["agency"],
        values["area"],
        None,
        None,
        values["starts"],
        values["ends"],
        values.get("first"),
        values.get("last"),
        values.get("desks"),
        values.get("purpose", ""),
    )
    on = _on(values["when"])
    return drop_ins.add(hub, replace(made, **on))


def _on(when: Weekday | date) -> dict[str, Any]:
    """The fields of that weekday or day; a single day has neither a first nor a last."""
    if isinstance(when, Weekday):
        return {"weekday": when, "on": None}
    return {"weekday": None, "on": when, "first": None, "last": None}


def _agencies(hub: Hub) -> list[tuple[str, RecordId]]:
    return sorted((one.code, one.id) for one in hub.agencies.values())


def _areas(hub: Hub) -> list[tuple[str, RecordId]]:
    return [(one.code, one.id) for one in areas_offered(hub)]


def areas_offered(hub: Hub) -> list[Area]:
    """The areas that one can drop in at, in order of code."""
    return sorted(hub.areas.values(), key=lambda one: natural_order(one.code))


def _field(
    name: str, title: str, kind: Kind, *, may_be_blank: bool = False, blank: Any = None, hint: str = ""
) -> Column[DropInRow]:
    return Column(
        id=name,
        title=title,
        kind=kind,
        value=lambda row: getattr(row.drop_in, name),
        edit=lambda hub, row, value: _changed(hub, row, **{name: blank if value is None else value}),
        may_be_blank=may_be_blank,
        hint=hint,
    )


def _day(name: str, title: str, hint: str) -> Column[DropInRow]:
    return replace(
        _field(name, title, Day(), may_be_blank=True, hint=hint),
        open_to=lambda row: row.drop_in.weekday is not None,
    )


def _changed(hub: Hub, row: DropInRow, **fields: Any) -> Change:
    return drop_ins.change(hub, replace(found(hub, DropIn, row.id), **fields))


def _order(row: DropInRow) -> tuple[str, tuple[int, int], Any, str]:
    when = row.when
    return row.agency, WeekdayOrDay().key(when) if when is not None else (2, 0), row.drop_in.starts, row.id
