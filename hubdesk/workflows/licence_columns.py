"""The columns of the table of licences: a row to each number of desks, everything in it typed exactly."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hubdesk.domain.agency import Agency
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.timeline import ONE_DAY
from hubdesk.editing import licences
from hubdesk.editing.records import found, refusal
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.licence_handles import handles_of, moved
from hubdesk.workflows.licence_spans import DeskSpan, LicenceSpan, licence_span
from hubdesk.workflows.tables.column import Column
from hubdesk.workflows.tables.kinds import Choice, Day, Text, Whole

_LONG_DAY = "30 September 2026"


@dataclass(frozen=True, slots=True)
class SpanRow:
    """The `place`-th number of desks of a licence, from 0."""

    licence: LicenceSpan
    place: int
    agency: Agency
    mark: Mark

    @property
    def id(self) -> RecordId:
        return RecordId(f"{self.licence.id}/{self.place}")

    @property
    def span(self) -> DeskSpan:
        return self.licence.spans[self.place]

    @property
    def is_first(self) -> bool:
        return self.place == 0


def span_rows(hub: Hub, spans: tuple[LicenceSpan, ...]) -> tuple[SpanRow, ...]:
    """A row to each number of desks of `spans`."""
    marks = marks_of_agencies(hub)
    return tuple(
        SpanRow(one, place, hub.agencies[one.licence.agency], marks[one.licence.agency])
        for one in spans
        for place in range(len(one.spans))
    )


def span_columns() -> tuple[Column[SpanRow], ...]:
    """From and To move the ends and steps, as dragging does; the last To left blank is open-ended."""
    return (
        Column(
            id="licence",
            title="Licence",
            kind=Text(),
            value=lambda row: row.licence.licence.code,
            edit=lambda hub, row, code: licences.rename(hub, row.licence.id, code),
            open_to=lambda row: row.is_first,
        ),
        Column(
            id="agency",
            title="Agency",
            kind=Text(),
            value=lambda row: row.agency.code,
            mark=lambda row: row.mark,
        ),
        Column(id="desks", title="Desks", kind=Whole(), value=lambda row: row.span.desks, edit=_set_desks),
        Column(
            id="first",
            title="From",
            kind=Day(),
            value=lambda row: row.span.first,
            edit=_set_first,
            sample=_LONG_DAY,
        ),
        Column(
            id="last",
            title="To",
            kind=Day(),
            value=lambda row: row.span.last,
            edit=_set_last,
            may_be_blank=True,
            sample=_LONG_DAY,
            hint="Blank: open-ended",
        ),
        Column(
            id="vat_code",
            title="VAT code",
            kind=Choice(_vat_codes),
            value=lambda row: row.licence.licence.vat_code if row.is_first else None,
            edit=lambda hub, row, code: _changed(hub, row, vat_code=code or ""),
            open_to=lambda row: row.is_first,
            may_be_blank=True,
        ),
        _text("cost_centre", "Cost centre"),
        _text("subjective", "Subjective"),
        Column(
            id="notice_months",
            title="Notice, months",
            kind=Whole(),
            value=lambda row: row.licence.licence.notice_months if row.is_first else None,
            edit=lambda hub, row, months: _changed(hub, row, notice_months=months),
            open_to=lambda row: row.is_first,
            may_be_blank=True,
        ),
    )


def _text(field: str, title: str) -> Column[SpanRow]:
    """A field of the licence that is words, in its first row."""
    return Column(
        id=field,
        title=title,
        kind=Text(),
        value=lambda row: getattr(row.licence.licence, field) if row.is_first else None,
        edit=lambda hub, row, words: _changed(hub, row, **{field: words or ""}),
        open_to=lambda row: row.is_first,
        may_be_blank=True,
    )


def _changed(hub: Hub, row: SpanRow, **fields: Any) -> Change:
    return licences.change(hub, replace(found(hub, Licence, row.licence.id), **fields))


def _set_desks(hub: Hub, row: SpanRow, desks: int) -> Change:
    return licences.set_desks(hub, row.licence.id, row.span.first, desks)


def _set_first(hub: Hub, row: SpanRow, day: date) -> Change:
    now = licence_span(found(hub, Licence, row.licence.id))
    return moved(hub, handles_of(now)[min(row.place, len(now.spans) - 1)], day)


def _set_last(hub: Hub, row: SpanRow, day: date | None) -> Change:
    now = licence_span(found(hub, Licence, row.licence.id))
    if row.place + 1 >= len(now.spans):
        return licences.set_last(hub, row.licence.id, day)
    if day is None:
        raise refusal(
            "step-without-end",
            "Another number of desks follows this one",
            f"licence {now.licence.code}",
            "Type the last day of these desks; only the last To of a licence can be blank",
            now.licence,
        )
    return moved(hub, handles_of(now)[row.place + 1], day + ONE_DAY)


def _vat_codes(hub: Hub) -> list[tuple[str, str]]:
    return [(code, code) for code in sorted(hub.vat_by_code)]
