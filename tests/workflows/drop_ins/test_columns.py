"""The table of drop-ins: what may be typed, and rows pasted from a spreadsheet."""

from datetime import date, time

import pytest

from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.workflows.drop_ins.columns import DropInRow, adding_drop_ins, drop_in_columns, drop_in_rows
from hubdesk.workflows.drop_ins.kinds import Clock, WeekdayOrDay
from hubdesk.workflows.tables.kinds import Unreadable
from hubdesk.workflows.tables.laying import Place, lay
from hubdesk.workflows.tables.putting import put
from tests.builders.hub import a_hub

TODAY = date(2026, 6, 1)
COLUMNS = drop_in_columns()
HUB = (
    a_hub().agency("CAB").agency("CUN").floor("G").area("HALL", m2=50).area("G-POD1", kind="pod")
    .drop_in("CUN", "HALL", "Friday", "13:00", "16:00", desks=2, first="2026-04-03", purpose="Loans")
    .build()
)  # fmt: skip


def pasted(hub: Hub, row: int, *block: str) -> list[DropIn]:
    """The drop-ins after `block`, cells apart by |, was pasted in that row and the first column."""
    cells = tuple(tuple(cell.strip() for cell in line.split("|")) for line in block)
    laid = lay(cells, drop_in_rows(hub, {}), COLUMNS, Place(row, 0))
    change = put(hub, (*laid.puts, *laid.beyond), TODAY, "Paste", adding_drop_ins())
    return sorted(hub.applying(change).drop_ins.values(), key=lambda one: (one.starts, one.ends))


@pytest.mark.parametrize(
    ("typed", "at"),
    [("09:30", time(9, 30)), ("9.30", time(9, 30)), ("9", time(9)), ("2pm", time(14)),
     ("12:15 AM", time(0, 15)), ("12pm", time(12)), ("16:00:00", time(16))],
)  # fmt: skip
def test_times_are_read_as_people_type_them(typed: str, at: time) -> None:
    assert Clock().read(typed, HUB, TODAY).value == at


@pytest.mark.parametrize("typed", ["25:00", "9:60", "14pm", "noon", "=1+1"])
def test_what_is_no_time_is_told(typed: str) -> None:
    with pytest.raises(Unreadable, match="is not a time of day"):
        Clock().read(typed, HUB, TODAY)


@pytest.mark.parametrize(
    ("typed", "when"),
    [("Tuesday", Weekday.TUESDAY), ("tues", Weekday.TUESDAY), ("Thursdays", Weekday.THURSDAY),
     ("27 June 2026", date(2026, 6, 27))],
)  # fmt: skip
def test_a_day_is_one_of_the_week_or_one_of_the_calendar(typed: str, when: Weekday | date) -> None:
    assert WeekdayOrDay().read(typed, HUB, TODAY).value == when
    with pytest.raises(Unreadable, match="neither a day of the week nor a day"):
        WeekdayOrDay().read("someday", HUB, TODAY)


def test_rows_from_a_spreadsheet_come_in_under_headings_of_any_order() -> None:
    [new, _] = pasted(
        HUB, 1, "Area | Agency | Day | Start | End | Purpose", "G-POD1 | CAB | Monday | 9:00 | 11:00 | Debts"
    )
    codes = HUB.agencies[new.agency].code, HUB.areas[new.area].code
    assert (codes, new.weekday, new.ends, new.purpose) == (
        ("CAB", "G-POD1"),
        Weekday.MONDAY,
        time(11),
        "Debts",
    )


def test_what_a_new_row_lacks_is_told() -> None:
    with pytest.raises(Refused, match="A drop-in needs its day, its start and its end"):
        pasted(HUB, 1, "Agency | Area", "CAB | HALL")


def test_a_single_day_has_neither_a_first_nor_a_last() -> None:
    row: DropInRow = drop_in_rows(HUB, {})[0]
    when = next(column for column in COLUMNS if column.id == "when")
    assert when.edit is not None
    change = when.edit(HUB, row, date(2026, 6, 27))
    [once] = HUB.applying(change).drop_ins.values()
    assert (once.weekday, once.on, once.first, once.desks) == (None, date(2026, 6, 27), None, 2)
    first = next(column for column in COLUMNS if column.id == "first")
    [after] = drop_in_rows(HUB.applying(change), {})
    assert first.takes(row)
    assert not first.takes(after)


def test_every_column_takes_what_it_shows() -> None:
    row = drop_in_rows(HUB, {})[0]
    for column in COLUMNS:
        if column.edit is not None and column.text(row):
            typed = column.read(column.copied(row), HUB, TODAY).value
            assert HUB.applying(column.edit(HUB, row, typed)) == HUB, column.id
