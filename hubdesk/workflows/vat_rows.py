"""VAT codes and their rates as a dated grid: a row to each percentage and the days that it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.domain.vat import NO_VAT_CODES, VAT_MEANINGS
from hubdesk.editing import vat_codes
from hubdesk.workflows.tables.column import Adding, Column
from hubdesk.workflows.tables.kinds import Day, Percent, Text


@dataclass(frozen=True, slots=True)
class VatRow:
    """`percent` of a VAT code from `first` to `last`, open-ended if that is None; or no rate."""

    vat: RecordId
    code: str
    percent: Decimal | None = None
    first: date | None = None
    last: date | None = None

    @property
    def id(self) -> str:
        return f"{self.vat} {self.first.isoformat() if self.first else ''}"

    @property
    def meaning(self) -> str:
        return VAT_MEANINGS.get(self.code, "")

    @property
    def note(self) -> str:
        """What is odd about it, in a sentence."""
        if self.code in NO_VAT_CODES and self.percent:
            return f"{self.code} means {self.meaning}, and yet it has a rate above 0"
        if self.code not in NO_VAT_CODES and self.percent is None:
            return "It has no rate, so what bears it cannot be issued"
        return ""


def vat_rows(hub: Hub) -> tuple[VatRow, ...]:
    """By code, then by day."""
    rows: list[VatRow] = []
    for vat in sorted(hub.vat_codes.values(), key=lambda one: one.code):
        steps = vat.percent.steps
        ends = [step.first - ONE_DAY for step in steps[1:]]
        rows += (
            VatRow(vat.id, vat.code, step.value, step.first, last)
            for step, last in zip(steps, [*ends, None], strict=False)
        )
        if not steps:
            rows.append(VatRow(vat.id, vat.code))
    return tuple(rows)


def remove(hub: Hub, row: VatRow) -> Change:
    """The percentage of `row` gone; of a code without any, the code. Raises Refused while it is used."""
    if row.first is None:
        return vat_codes.remove(hub, row.vat)
    return vat_codes.remove_rate(hub, row.vat, row.first)


def _set_percent(hub: Hub, row: VatRow, percent: Decimal | None) -> Change:
    assert row.first is not None, "only such rows are open"
    if percent is None:
        return vat_codes.remove_rate(hub, row.vat, row.first)
    return vat_codes.set_rate(hub, row.vat, row.first, percent)


def _set_first(hub: Hub, row: VatRow, first: date) -> Change:
    assert row.first is not None, "only such rows are open"
    return vat_codes.move_rate(hub, row.vat, row.first, first)


def _add(hub: Hub, values: Mapping[str, Any]) -> Change:
    return vat_codes.add_rate(hub, values.get("code", ""), values.get("first"), values.get("percent"))


def _has_rate(row: VatRow) -> bool:
    return row.first is not None


VAT_COLUMNS: tuple[Column[VatRow], ...] = (
    Column(
        id="code",
        title="Code",
        kind=Text(),
        value=lambda row: row.code,
        edit=lambda hub, row, code: vat_codes.rename(hub, row.vat, code),
        note=lambda row: row.note,
        hint="Licences, cost lines and the ledger’s map follow another code",
    ),
    Column(id="meaning", title="Meaning", kind=Text(), value=lambda row: row.meaning, sample="outside scope"),
    # Before the day: where both are pasted over, the percentage is set while its row still begins there.
    Column(
        id="percent",
        title="Rate",
        kind=Percent(),
        value=lambda row: row.percent,
        edit=_set_percent,
        open_to=_has_rate,
        may_be_blank=True,
    ),
    Column(
        id="first",
        title="From",
        kind=Day(),
        value=lambda row: row.first,
        edit=_set_first,
        open_to=_has_rate,
        sample="30 September 2026",
    ),
    Column(
        id="last",
        title="Until",
        kind=Day(),
        value=lambda row: row.last,
        sample="30 September 2026",
        hint="The day before the code’s next rate",
    ),
)

VAT_ADDING = Adding("VAT rate", _add)
