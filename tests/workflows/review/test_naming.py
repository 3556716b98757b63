"""Names of rooms, floors, costs and drivers that tell others of an agency."""

from datetime import date

import pytest

from hubdesk.workflows.review.naming import names_told
from tests.builders import HubBuilder, a_hub
from tests.builders.parkside import parkside

DAY = date(2026, 12, 1)


def hub() -> HubBuilder:
    made = a_hub().floor("G", width_m=40, depth_m=20)
    for code, name in (("POL", "County Police"), ("CAB", "Citizens Advice"), ("7", "")):
        made.agency(code, name=name).licence(f"L-{code}", code, 3)
    return made


def told(made: HubBuilder) -> list[str]:
    return [one.happened_there for one in names_told(made.build(), DAY)]


def test_a_free_area_that_is_called_after_an_agency_is_told() -> None:
    [problem] = names_told(hub().area("POL meeting room").build(), DAY)
    assert problem.told_there == (
        "Area POL meeting room: “POL meeting room” names County Police (POL), and other agencies read it in "
        "their packs. Call it otherwise before the review is opened, unless everybody may know."
    )


@pytest.mark.parametrize("name", ["county police, front desk", "(POL)", "Citizens Advice/drop-in"])
def test_by_code_or_by_name(name: str) -> None:
    assert len(told(hub().area(name))) == 1


@pytest.mark.parametrize("name", ["Politics", "pol", "POLICE", "POL2", "Room 7", "Host HBC"])
def test_but_in_whole_words(name: str) -> None:
    assert not told(hub().area(name))


@pytest.mark.parametrize(
    ("agency", "kind", "warned"),
    [
        ("POL", "neighbourhood", False),
        ("CAB", "neighbourhood", True),
        ("HBC", "neighbourhood", False),
        (None, "restricted", False),
    ],
)
def test_only_where_somebody_else_reads_it(agency: str | None, kind: str, *, warned: bool) -> None:
    assert bool(told(hub().area("POL store", "G", agency, kind=kind))) is warned


def test_floors_costs_of_this_year_and_next_and_drivers() -> None:
    made = hub().floor("1", name="POL", width_m=9, depth_m=9)
    made.cost_line("C01", 100, name="Guard for POL").cost_line("C02", 100, name="CAB signs", year="2027-28")
    made.cost_line("C03", 100, "POL post", name="Mail").driver("POL post", "POL", 1)
    made.cost_line("C04", 100, name="POL cells").participants("C04", "POL", "HBC")
    made.cost_line("C05", 100, name="POL rate", recovery="licence")
    assert [one.split(":")[0] for one in told(made)] == [
        "Floor 1",
        "Cost C01 of 2026-27",
        "Driver POL post",
        "Cost C02 of 2027-28",
    ]


def test_a_hub_that_names_nobody_is_told_nothing() -> None:
    assert names_told(parkside(), DAY) == ()
