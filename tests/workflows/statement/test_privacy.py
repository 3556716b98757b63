"""Nobody else's name, code, licence or concession is on a statement; the host as issuer apart."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hubdesk.charging.run import Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.record import Record
from hubdesk.workflows.resources import Sample
from tests.builders import a_hub
from tests.exchange.plan.pages import words_of
from tests.exchange.statement.tags import tags_of
from tests.exchange.xlsx.recharge_workbook.runs import a_draft, a_year, sample, with_more_desks
from tests.workflows.statement.made import statements_of, table

_SENTINEL = re.compile(r"QZ\w*")
"""What every name and code of the hub begins with, so that none can turn up by chance."""


def with_sentinels(hub: Hub) -> Hub:
    """The hub with a name, code and contact of its own kind for each agency, licence and room."""
    place = {
        hub.agency_codes[code].id: f"{number:02}" for number, code in enumerate(sorted(hub.agency_codes))
    }

    def marked(record: Record) -> Record:
        match record:
            case Agency():
                own = f"QZ{place[record.id]}"
                return replace(
                    record, code=own, name=f"{own}name", contact=f"{own}contact", email=f"{own}email"
                )
            case Licence():
                return replace(record, code=f"QZ{place[record.agency]}licence{record.code}")
            case Area() if record.agency is not None:
                return replace(record, name=f"QZ{place[record.agency]}room")
            case Desk():
                return record
            case _:
                return record

    return Hub.of(map(marked, hub.records()))


@pytest.fixture(scope="module", params=Sample)
def later_and_runs(request: pytest.FixtureRequest) -> tuple[Hub, list[Run]]:
    hub = with_sentinels(sample(request.param))
    day = date(2026, 5, 16)
    others = [one for one in hub.licences.values() if one.agency != hub.settings.host]
    step = min(one.code for one in others if 0 < one.desks_on(day) < 11)
    later = with_more_desks(hub, step, day, 11)
    return later, a_year(hub, later)


def test_no_other_agency_is_told_of(later_and_runs: tuple[Hub, list[Run]], tmp_path: Path) -> None:
    later, runs = later_and_runs
    of = statements_of(runs[2], runs[:2], later)
    assert runs[2].adjustments
    host = later.agencies[later.settings.host]
    funded = {runs[2].source_code(line.source)[:4] for line in runs[2].lines if line.agency == host.id}
    for place, agency in enumerate(of.agencies):
        text = str(of.statement(agency))
        if place % 4 == 0 or agency.id == host.id:
            path = tmp_path / "statement.pdf"
            of.write(agency, path)
            text += "\n".join([*words_of(path), *(tag.alt for tag in tags_of(path))])
        told = {word[:4] for word in _SENTINEL.findall(text)}
        assert agency.code in told
        assert told - (funded if agency.id == host.id else set()) <= {agency.code, host.code}


def test_reasons_that_name_others_are_told_without_them(later_and_runs: tuple[Hub, list[Run]]) -> None:
    """The host apart, which pays for concessions on licences of others and is told of them."""
    later, runs = later_and_runs
    of = statements_of(runs[2], runs[:2], later)
    [changed] = {
        one.line.agency
        for one in runs[2].adjustments
        if any("desks from" in reason for reason in one.reasons)
        and one.line.source in later.licences
        and later.licences[one.line.source].agency == one.line.agency
    }
    for agency in of.agencies:
        said = str(of.statement(agency).tables)
        if agency.id == changed:
            assert "11 desks from 16 May 2026" in said
        elif agency.id != later.settings.host and "Adjustments of earlier periods" in said:
            assert "11 desks from 16 May 2026" not in said
            assert "facts of others in the building have changed" in said


def shared_words(*fixed: str) -> dict[str, str]:
    """What the statement of each agency says of a cost of which some have `fixed` shares."""
    hub = a_hub().agency("POL").agency("DWP").agency("NHS").cost_line("C01", 4000)
    for number, code in enumerate(("HBC", "POL", "DWP", "NHS")):
        hub.licence(f"L{number}", code, 4)
    for code in fixed:
        hub.fixed_share("C01", code, 15)
    of = statements_of(a_draft(hub.build(), "2026-27-Q1"), [], hub.build())
    return {agency.code: str(table(of.statement(agency), "Shared costs")) for agency in of.agencies}


def test_the_one_fixed_share_of_another_cannot_be_worked_out_from_what_is_left() -> None:
    said = shared_words("POL")
    assert "a fixed share" in said["POL"]
    for code in ("DWP", "NHS"):
        assert "of what is left after fixed shares" in said[code]
        assert "of £" not in said[code]
    assert "of £847.67 left after fixed shares" in said["HBC"]


@pytest.mark.parametrize("fixed", [("HBC",), ("POL", "DWP")])
def test_what_is_left_after_the_hosts_or_several_fixed_shares_is_told(fixed: tuple[str, ...]) -> None:
    assert re.search(r"of £[\d.]+ left after fixed shares", shared_words(*fixed)["NHS"])
