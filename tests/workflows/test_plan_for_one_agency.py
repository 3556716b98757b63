"""The plan for one agency: where it sits, and nothing about anybody else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import Record
from hubdesk.exchange.plan.paper import Paper
from hubdesk.workflows.plan_sheet import PlanWanted, write_plan
from tests.builders.parkside import parkside
from tests.exchange.plan.pages import pages_of

DAY = date(2026, 11, 23)
WANTED = PlanWanted(floor="G", day=DAY, made=DAY, paper=Paper.A3)


@pytest.fixture(scope="module")
def hub() -> Hub:
    return parkside()


def without_the_others(hub: Hub, kept: str) -> Hub:
    """The hub with all others' desks given up, and their names and those of their rooms blotted out."""
    own = hub.agency_codes[kept].id

    def blotted(record: Record) -> Record | None:
        match record:
            case Allocation() if record.agency != own:
                return None
            case Agency() if record.id != own:
                return replace(record, name="Somebody else", code=f"Z-{record.code}")
            case Area() if record.agency is not None and record.agency != own:
                return replace(record, name="Somewhere")
            case _:
                return record

    return Hub.of(one for one in map(blotted, hub.records()) if one is not None)


@pytest.mark.parametrize(
    ("agency", "floor"), [("CAB", "G"), ("POL", "G"), ("HIA", "1"), ("LCC", "2"), ("CRS", "1")]
)
@pytest.mark.parametrize("ending", ["pdf", "svg"])
def test_it_would_be_the_same_if_nobody_else_were_there(
    hub: Hub, tmp_path: Path, agency: str, floor: str, ending: str
) -> None:
    wanted = replace(WANTED, floor=floor, agency=agency)
    full, alone = tmp_path / f"full.{ending}", tmp_path / f"alone.{ending}"
    write_plan(hub, wanted, full)
    write_plan(without_the_others(hub, agency), wanted, alone)
    assert full.read_bytes() == alone.read_bytes()


def test_it_tells_where_the_agency_sits(hub: Hub, tmp_path: Path) -> None:
    write_plan(hub, replace(WANTED, agency="CAB"), tmp_path / "plan.pdf")
    [page] = pages_of(tmp_path / "plan.pdf")
    assert page.says("For Citizens Advice (CAB)")
    own = {hub.desks[one.desk].code for one in hub.allocations.values() if one.agency == _id(hub, "CAB")}
    shown = {desk.code for desk in hub.desks.values() if page.says(desk.code)}
    assert shown == own
    assert page.says("Advicecentre")


def test_its_own_restricted_rooms_have_their_names(hub: Hub, tmp_path: Path) -> None:
    write_plan(hub, replace(WANTED, agency="POL"), tmp_path / "plan.pdf")
    [page] = pages_of(tmp_path / "plan.pdf")
    assert page.says("Policeneighbourhoodoffice")
    assert not page.says("Probation")
    assert not page.says("Jobcentre")


def _id(hub: Hub, code: str) -> RecordId:
    return hub.agency_codes[code].id
