"""The sheet Hub, where a row is one setting."""

from dataclasses import dataclass
from typing import Any, cast

from hubdesk.domain.agency import Agency
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.period import Billing
from hubdesk.domain.problem import Problem, Severity
from hubdesk.domain.settings import HubSettings
from hubdesk.exchange.xlsx.hub_workbook.catalogue import HUB
from hubdesk.exchange.xlsx.hub_workbook.dates import DayMonth
from hubdesk.exchange.xlsx.hub_workbook.draft import Draft, Line, meaning
from hubdesk.exchange.xlsx.hub_workbook.words import Choice, Text, plain_word
from hubdesk.exchange.xlsx.incoming.cell import BadCell, Cell, Kind, shortened
from hubdesk.exchange.xlsx.incoming.faults import whole_workbook


@dataclass(frozen=True, eq=False)
class Setting:
    """One setting: its name on the sheet, the field it fills, what it holds, and what to do if it is not."""

    name: str
    field: str
    kind: Kind
    note: str
    needed: bool = False
    example: str = ""


SETTINGS = (
    Setting("name", "name", Text(), "What the hub is called.", needed=True, example="Parkside"),
    Setting(
        "host", "host", Text(), "The code of the agency that runs the building.", needed=True, example="HBC"
    ),
    Setting(
        "year start",
        "year_start",
        DayMonth(),
        "Day and month, 01-04 is 1 April. Blank: 01-04.",
        example="01-04",
    ),
    Setting(
        "billing period",
        "billing",
        Choice(Billing),
        "quarter, month or year. Blank: quarter.",
        example="quarter",
    ),
    Setting("currency", "currency", Text(), "The currency's code. Blank: GBP.", example="GBP"),
)
"""The settings, in the order in which they are written."""

_SETTING = HUB.by_key["setting"]
_VALUE = HUB.by_key["value"]


def read_settings(draft: Draft) -> None:
    """Reads the hub's one settings record. Without a name or a host there is none, and a fault."""
    table = draft.book.tables.get(HUB)
    if table is None:
        draft.keep(HubSettings)
        if not draft.onto:
            draft.book.faults.add(
                whole_workbook(
                    "no-hub-sheet",
                    "The workbook has no sheet “Hub”, so nobody is the host",
                    "Add a sheet “Hub” with the columns setting and value, and rows for name and host.",
                )
            )
            _stand_in(draft, new_id(), {})
        return
    id_ = _own_id(draft.onto)
    given = _given(draft, id_)
    if all(setting in given for setting in SETTINGS if setting.needed):
        filled = {setting.field: value for setting, value in given.items()}
        draft.records[HubSettings][id_] = HubSettings(id_, **filled)
    else:
        _stand_in(draft, id_, given)


def _stand_in(draft: Draft, id_: RecordId, given: dict[Setting, Any]) -> None:
    """Settings with any agency as the host, so that the rest of the hub can be checked."""
    anyone = next(iter(draft.records[Agency]), None)
    if anyone is not None:
        filled = {"name": "", "host": anyone, **{setting.field: value for setting, value in given.items()}}
        draft.records[HubSettings][id_] = settings = HubSettings(id_, **filled)
        draft.doubts.half_read(settings)


def _given(draft: Draft, id_: RecordId) -> dict[Setting, Any]:
    """The settings that have a value, with the faults of the others noted."""
    given: dict[Setting, Any] = {}
    seen: set[Setting] = set()
    names = {setting.name: setting for setting in SETTINGS}
    for line in _lines(draft):
        draft.provenance.note(id_, line.table, line.number)
        setting = names.get(plain_word(str(line.values[_SETTING])))
        if setting is None:
            _unknown(draft, line)
        elif setting in seen:
            _twice(draft, line, setting)
        else:
            seen.add(setting)
            draft.provenance.note_field(id_, setting.field, line.table, line.number, _VALUE)
            value = _read(draft, line, setting)
            if value is not None:
                given[setting] = value
    for setting in SETTINGS:
        if setting.needed and setting not in seen:
            _missing(draft, setting)
    return given


def _lines(draft: Draft) -> list[Line]:
    """The rows that name a setting; a row for one that need not be set may leave its value blank."""
    table = draft.book.tables[HUB]
    lines = []
    for row in table.rows:
        line = Line(table, row.number, {})
        name = row.cells.get(_SETTING)
        if name is not None:
            line.values[_SETTING] = str(name.value)
            if _VALUE in row.cells:
                line.values[_VALUE] = row.cells[_VALUE]
            lines.append(line)
    return lines


def _read(draft: Draft, line: Line, setting: Setting) -> Any:
    """The setting's value: None if it is blank or at fault."""
    cell: Cell | None = line.values.get(_VALUE)
    if cell is None:
        if setting.needed:
            draft.fault(
                line,
                _VALUE,
                "blank-cell",
                f"The setting “{setting.name}” is blank",
                f"Fill it in. {setting.note}",
            )
        return None
    try:
        value = meaning(setting.kind, cell)
    except BadCell as trouble:
        draft.fault(line, _VALUE, trouble.code, trouble.what, trouble.remedy)
        return None
    if setting.field != "host":
        return value
    try:
        return draft.found(Agency, cast(str, value))
    except KeyError:
        draft.fault(
            line,
            _VALUE,
            "unknown-code",
            f"There is no agency “{value}”",
            "Type the host's code from the sheet Agencies, or add a row with this code there.",
        )
        return None


def _own_id(onto: Hub | None) -> RecordId:
    return next((record.id for record in onto.all(HubSettings)), new_id()) if onto else new_id()


def _unknown(draft: Draft, line: Line) -> None:
    name = shortened(str(line.values[_SETTING]))
    draft.book.warnings.append(
        Problem(
            Severity.WARNING,
            "unknown-setting",
            f"“{name}” is not a setting of a hub and was not read",
            line.table.place(line.number, _SETTING),
            "Nothing to do, unless its name is a slip.",
        )
    )


def _twice(draft: Draft, line: Line, setting: Setting) -> None:
    what = (
        "Two hosts are named" if setting.field == "host" else f"The setting “{setting.name}” is there twice"
    )
    draft.fault(line, _SETTING, "duplicate-setting", what, "Keep the row that holds, and delete the other.")


def _missing(draft: Draft, setting: Setting) -> None:
    draft.book.faults.add(
        Problem(
            Severity.ERROR,
            "missing-setting",
            f"The setting “{setting.name}” is missing",
            "sheet Hub",
            f"Add a row with “{setting.name}” under setting and its value beside it. {setting.note}",
        )
    )
