"""The columns of a year's cost lines: what they show, and what can be typed in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.cost_line import Basis, CostLine, Recovery, VacantPolicy
from hubdesk.domain.hub import Hub
from hubdesk.editing import cost_lines
from hubdesk.editing.records import found
from hubdesk.workflows.costs.rows import CostRow
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Choice, Day, Pounds, Text

_DESK_BASES = frozenset({Basis.LICENSED_DESKS, Basis.ALLOCATED_DESKS})

Edit = Callable[[Hub, CostRow, Any], Change]

RECOVERIES = Choice(lambda _hub: [(one.value, one) for one in Recovery])
VACANT = Choice(lambda _hub: [(one.value, one) for one in VacantPolicy])
BASES = Choice(lambda hub: tuple(_bases(hub)))
VAT_CODES = Choice(lambda hub: [(code, code) for code in sorted({*hub.vat_by_code, *"SRZEO"})])


def _bases(hub: Hub) -> Iterator[tuple[str, tuple[Basis, str]]]:
    for one in Basis:
        if one is not Basis.DRIVER:
            yield one.value, (one, "")
    for name in sorted(hub.driver_names):
        yield name, (Basis.DRIVER, name)


def _field(name: str, blank: object = None) -> Edit:
    """An edit of one field of the line; `blank` is what an emptied cell means."""

    def edit(hub: Hub, row: CostRow, value: Any) -> Change:
        fields: dict[str, Any] = {name: blank if value is None else value}
        return cost_lines.change(hub, replace(found(hub, CostLine, row.id), **fields))

    return edit


def _set_basis(hub: Hub, row: CostRow, value: tuple[Basis, str]) -> Change:
    basis, driver = value
    return cost_lines.change(hub, replace(found(hub, CostLine, row.id), basis=basis, driver=driver))


def _text(id_: str, title: str, field: str, **more: Any) -> Column[CostRow]:
    return Column(
        id=id_,
        title=title,
        kind=Text(),
        value=lambda row: getattr(row.line, field) or None,
        edit=_field(field, ""),
        may_be_blank=True,
        **more,
    )


def _shown(id_: str, title: str, value: Callable[[CostRow], str]) -> Column[CostRow]:
    return Column(
        id=id_,
        title=title,
        kind=Text(),
        value=lambda row: value(row) or None,
        shown=False,
        sample="CAB, DWP, MBC, REG",
        hint="Set beside the table, for the chosen line",
    )


def _pounds(id_: str, title: str, value: Callable[[CostRow], int | None], **more: Any) -> Column[CostRow]:
    sample = "1,000,000.00"  # As wide as a year without figures would not be.
    return Column(
        id=id_, title=title, kind=Pounds(), value=value, total=summed, opens=True, sample=sample, **more
    )


def _is_shared(row: CostRow) -> bool:
    return row.line.recovery is Recovery.SHARED


def _counts_vacant(row: CostRow) -> bool:
    return _is_shared(row) and row.line.basis in _DESK_BASES


COLUMNS: Sequence[Column[CostRow]] = (
    Column(
        id="code",
        title="Code",
        kind=Text(),
        value=lambda row: row.line.code,
        edit=lambda hub, row, value: cost_lines.rename(hub, row.id, value),
        sample="C018",
    ),
    Column(
        id="name",
        title="Name",
        kind=Text(),
        value=lambda row: row.line.name or None,
        edit=_field("name", ""),
        sample="Network and Wi-Fi support",
    ),
    _text("class", "Class", "cost_class", sample="Administration"),
    _pounds("budget", "Budget", lambda row: row.line.budget, edit=_field("budget")),
    _pounds(
        "actual",
        "Actual",
        lambda row: row.line.actual,
        edit=lambda hub, row, value: cost_lines.set_actual(hub, row.id, value),
        may_be_blank=True,
        hint="What it came to in the end. Blank: not known yet; 0 is an actual",
    ),
    _pounds(
        "variance",
        "Variance",
        lambda row: row.variance,
        hint="Actual less budget: above zero where more was spent",
    ),
    _pounds("budget_before", "Last budget", lambda row: row.budget_before, hint="Last year’s budget"),
    _pounds("actual_before", "Last actual", lambda row: row.actual_before, hint="Last year’s actual"),
    Column(
        id="recovery",
        title="Recovery",
        kind=RECOVERIES,
        value=lambda row: row.line.recovery.value,
        edit=_field("recovery"),
        sample="licence",
        hint="licence: the desk rate pays for it; shared: apportioned; host: not recharged",
    ),
    Column(
        id="basis",
        title="Basis",
        kind=BASES,
        value=lambda row: row.line.basis_name if _is_shared(row) else None,
        edit=_set_basis,
        open_to=_is_shared,
        sample="allocated desks",
        hint="What a shared cost goes by: desks, area, equal, or a driver",
    ),
    Column(
        id="vacant",
        title="Vacant desks",
        kind=VACANT,
        value=lambda row: row.line.vacant.value if _counts_vacant(row) else None,
        edit=_field("vacant"),
        open_to=_counts_vacant,
        sample="host pays",
        hint="Who bears vacant desks: the host, or all who share the cost",
    ),
    Column(
        id="moved",
        title="Shares against last year",
        kind=Text(),
        value=lambda row: row.moved_words or None,
        note=lambda row: row.moved_words,
        sample="DWP has 31.25 %, last year 27.40 %",
        hint="Shares that are more than three percentage points above or below last year's",
    ),
    _pounds(
        "to_others",
        "Others pay",
        lambda row: row.to_others,
        hint="What agencies other than the host are charged of it in the year, without VAT",
    ),
    _pounds("expected", "Expected", lambda row: row.expected, shown=False, hint="The actual, or the budget"),
    _shown("participants", "Participants", lambda row: row.participants),
    _shown("fixed", "Fixed shares", lambda row: row.fixed),
    _shown("caps", "Caps", lambda row: row.caps),
    Column(
        id="first",
        title="From",
        kind=Day(),
        value=lambda row: row.line.first,
        edit=_field("first"),
        may_be_blank=True,
        shown=False,
        hint="The first day. Blank: the first of the year",
    ),
    Column(
        id="last",
        title="To",
        kind=Day(),
        value=lambda row: row.line.last,
        edit=_field("last"),
        may_be_blank=True,
        shown=False,
        hint="The last day. Blank: the last of the year",
    ),
    Column(
        id="vat",
        title="VAT code",
        kind=VAT_CODES,
        value=lambda row: row.line.vat_code or None,
        edit=_field("vat_code", ""),
        may_be_blank=True,
        sample="S",
    ),
    _text("cost_centre", "Cost centre", "cost_centre", shown=False, sample="P110-4100"),
    _text("subjective", "Subjective", "subjective", shown=False, sample="P110-4100"),
)
