"""Typing in the tables of agencies, licences and concessions: each cell is one change of the right record."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hubdesk.domain.agency import Sector
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.exchange.plan.marks import marks_of_agencies
from hubdesk.workflows.agencies_on import agencies_on
from hubdesk.workflows.agency_columns import ShownAgency, agency_columns
from hubdesk.workflows.concession_columns import concession_columns
from hubdesk.workflows.concession_rows import concession_rows
from hubdesk.workflows.licence_columns import SpanRow, span_columns, span_rows
from hubdesk.workflows.licence_spans import licence_spans
from hubdesk.workflows.occupancy_on import occupancy_on
from hubdesk.workflows.tables.column import Column
from tests.builders import a_hub

TODAY = date(2026, 11, 23)


def hub() -> Hub:
    steps = {"2026-04-01": 4, "2026-10-01": 6}
    return (
        a_hub()
        .vat_code("S", {"2011-01-04": 20})
        .agency("CAB", "voluntary")
        .licence("L01", "CAB", steps, last="2027-03-31")
        .award("L01", 40, reason="Advice")
        .build()
    )


def typed(now: Hub, columns: tuple[Column[Any], ...], row: Any, column: str, text: str) -> Hub:
    """The hub after `text` was typed there."""
    chosen = next(one for one in columns if one.id == column)
    assert chosen.takes(row)
    assert chosen.edit is not None
    return now.applying(chosen.edit(now, row, chosen.read(text, now, TODAY).value))


def cab(now: Hub) -> ShownAgency:
    marks = marks_of_agencies(now)
    [row] = [one for one in agencies_on(now, occupancy_on(now, TODAY)) if one.agency.code == "CAB"]
    return ShownAgency(row, marks[row.id])


def spans(now: Hub) -> tuple[SpanRow, ...]:
    return span_rows(now, licence_spans(now))


def test_an_agency_is_typed_over_and_its_code_renamed() -> None:
    now = hub()
    for column, text in (("sector", "pub"), ("books", "by journal"), ("cost_centre", "P207"), ("code", "CA")):
        now = typed(now, agency_columns(), cab(now), column, text)
    agency = now.agency_codes["CA"]
    assert (agency.sector, agency.internal, agency.cost_centre) == (Sector.PUBLIC, True, "P207")


def test_figures_of_the_day_take_no_typing() -> None:
    now = hub()
    closed = [one.id for one in agency_columns() if not one.takes(cab(now))]
    assert closed == [
        "licensed",
        "allocated",
        "vacant",
        "year",
        "agreed",
        "agreed_by",
        "agreed_on",
        "standing",
    ]


def test_from_and_to_move_the_ends_and_the_steps() -> None:
    now = hub()
    now = typed(now, span_columns(), spans(now)[1], "first", "16 May 2026")
    assert [row.span.first for row in spans(now)] == [date(2026, 4, 1), date(2026, 5, 16)]
    now = typed(now, span_columns(), spans(now)[0], "last", "30 June 2026")
    assert [row.span.first for row in spans(now)] == [date(2026, 4, 1), date(2026, 7, 1)]
    now = typed(now, span_columns(), spans(now)[0], "first", "1 May 2026")
    now = typed(now, span_columns(), spans(now)[1], "last", "31 December 2026")
    licence = now.licence_codes["L01"]
    assert (licence.first, licence.last) == (date(2026, 5, 1), date(2026, 12, 31))
    now = typed(now, span_columns(), spans(now)[1], "last", "")
    assert now.licence_codes["L01"].last is None
    with pytest.raises(Refused, match="not between the steps"):
        typed(now, span_columns(), spans(now)[1], "first", "1 April 2026")


def test_only_the_last_to_of_a_licence_can_be_blank() -> None:
    now = hub()
    with pytest.raises(Refused, match="Another number of desks follows"):
        typed(now, span_columns(), spans(now)[0], "last", "")
    assert typed(now, span_columns(), spans(now)[1], "last", "").licence_codes["L01"].last is None


def test_desks_and_codes_of_a_licence_are_typed() -> None:
    now = hub()
    now = typed(now, span_columns(), spans(now)[1], "desks", "8")
    now = typed(now, span_columns(), spans(now)[0], "vat_code", "s")
    now = typed(now, span_columns(), spans(now)[0], "licence", "CAB-1")
    licence = now.licence_codes["CAB-1"]
    assert (licence.desks_on(TODAY), licence.vat_code) == (8, "S")
    assert not next(one for one in span_columns() if one.id == "vat_code").takes(spans(now)[1])


def test_a_concession_is_typed_over() -> None:
    now = hub()
    for column, text in (
        ("percent", "62.5 %"),
        ("desk_cap", "3"),
        ("funder", "partners"),
        ("applies", "licence and shared"),
        ("review", "1 March 2027"),
        ("reason", ""),
    ):
        now = typed(now, concession_columns(), concession_rows(now, TODAY)[0], column, text)
    [award] = now.concessions.values()
    assert (award.percent, award.desk_cap, award.reason) == (Decimal("62.5"), 3, "")
    assert (award.funder.value, award.applies.value) == ("partners", "licence and shared")
    [row] = concession_rows(now, TODAY)
    assert row.told == ""
    assert concession_rows(now, date(2026, 12, 1))[0].told == "Due for review by 1 March 2027"
