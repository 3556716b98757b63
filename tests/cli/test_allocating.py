"""Who sits where, proposed on the command line."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.store import Mode, open_store
from hubdesk.workflows.opening import made
from tests.builders import a_hub
from tests.command_line import done, hubdesk, misused
from tests.workflows.review.test_rounds import a_moment

DAY = "2026-12-01"


def read(place: Path) -> Hub:
    with open_store(place, user="Ann", mode=Mode.READ) as store:
        return store.read_hub()


def sitting(hub: Hub) -> dict[str, str]:
    """Who sits at each desk that is taken on the day; by code."""
    found = {desk.code: hub.allocation_on(desk.id, date.fromisoformat(DAY)) for desk in hub.desks.values()}
    return {code: hub.agencies[one.agency].code for code, one in found.items() if one}


def proposed(told: dict[str, Any]) -> dict[str, str]:
    return {one["desk"]: one["agency"] for one in told["places"]}


def test_a_plan_for_parkside_is_told_and_allocated_as_it_was_told(parkside: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    before = read(parkside)
    words = ("--as-at", DAY, "--seconds", "0", "--moves", "20", "--json", file)
    out = done("allocate", parkside, *words, "--apply").out
    told = json.loads(file.read_text(encoding="utf-8"))
    assert told["status"] == "feasible"
    assert told["conflict"] == []
    terms = ("proximity", "spread", "pieces", "moves")
    assert told["cost"]["total"] == pytest.approx(sum(told["cost"][term] for term in terms))
    assert 0 <= told["bound"] <= told["cost"]["total"]
    after = read(parkside)
    placed = proposed(told)
    assert {desk: who for desk, who in sitting(after).items() if desk in placed} == placed
    assert "Who sits where from 1 December 2026, after " in out
    assert f"Wrote {file}" in out
    moved = sum(sitting(before).get(desk) != who for desk, who in placed.items())
    assert f"Done: Place {moved} desks anew from 1 December 2026" in out
    licensed = Counter(proposed(told).values())
    for agency in before.agencies.values():
        if before.licensed_desks(agency.id, date.fromisoformat(DAY)) and agency.code not in ("LCC", "LPT"):
            assert licensed[agency.code] == before.licensed_desks(agency.id, date.fromisoformat(DAY))


def test_nothing_is_changed_unless_it_is_asked_for(parkside: Path) -> None:
    before = read(parkside)
    told = done("allocate", parkside, "--as-at", DAY, "--seconds", "0", "--json", "-").data
    assert told["status"] == "feasible"
    assert read(parkside) == before


def test_what_cannot_be_kept_together_is_told_and_nothing_is_done(tmp_path: Path) -> None:
    hub = a_hub().agency("POL").floor("G").desks(4).area("G-POL", kind="restricted", clearance="police")
    hub = hub.desk("G-101", area="G-POL").licence("L1", "POL", 3).rule("POL", "needs clearance", "police")
    place = tmp_path / "Small.hubdesk"
    made(str(place), hub.build(), "Start", user="Ann", clock=a_moment).store.close()
    ended = hubdesk("allocate", place, "--as-at", DAY, "--json", "-", "--apply")
    assert ended.status == 1
    assert ended.data["status"] == "infeasible"
    assert ended.data["cost"] is None
    assert ended.data["places"] == []
    assert [one["what"] for one in ended.data["conflict"]] == [
        "POL is to have 3 desks, and there is 1 where it may sit",
        "POL needs an area with the clearance “police”",
    ]
    assert "error: agency POL: POL is to have 3 desks, and there is 1 where it may sit" in ended.err
    assert "Change its licence, or add desks" in ended.err
    assert "The cheapest way out: take away the rule that POL needs an area with" in ended.err
    assert "Or: let POL be 2 desks short" in ended.err
    assert sitting(read(place)) == {}


def test_who_could_be_short_of_desks_is_told_where_there_are_too_few(tmp_path: Path) -> None:
    hub = a_hub().agency("POL").agency("HSG").floor("G").desks(4)
    hub = hub.licence("L1", "POL", 3).licence("L2", "HSG", 3).rule("POL", "ground floor")
    place = tmp_path / "Small.hubdesk"
    made(str(place), hub.build(), "Start", user="Ann", clock=a_moment).store.close()
    told = hubdesk("allocate", place, "--as-at", DAY).err
    assert re.search(r"The cheapest way out: let (POL|HSG) be 2 desks short; a plan then costs \d+", told)
    assert re.search(r"\nOr: let (POL|HSG) be 2 desks short", told)


def test_more_than_all_desks_cannot_be_asked_to_move(parkside: Path) -> None:
    assert "--moves" in misused("allocate", parkside, "--moves", "101").err
