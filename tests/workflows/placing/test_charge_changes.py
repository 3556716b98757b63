"""What a proposal does to each agency's charges, and why."""

from datetime import date

import pytest

from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import NOBODY
from hubdesk.allocating.proposal import change_of
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.charge_changes import ChargeChange, charge_changes
from hubdesk.workflows.placing.move_columns import charge_columns, charge_rows
from hubdesk.workflows.year_cost import NoYearCost, agency_effects
from tests.builders.hub import HubBuilder, a_hub

DAY = date(2026, 12, 1)


def building() -> HubBuilder:
    """Police licensed for four desks at three, advice at two; ten desks in a row."""
    hub = a_hub().agency("POL").agency("CAB").floor("G").desks(10)
    hub = hub.licence("L1", "POL", 4).licence("L2", "CAB", 2)
    for desk, agency in (("G-001", "POL"), ("G-002", "POL"), ("G-005", "POL"), ("G-008", "CAB")):
        hub = hub.allocation(desk, agency)
    return hub.allocation("G-009", "CAB")


def placed(hub: Hub, who: dict[str, str]) -> Change:
    question = question_of(hub, DAY)
    codes = [member.code for member in question.members]
    plan = [codes.index(who[seat.code]) if seat.code in who else NOBODY for seat in question.seats]
    return change_of(hub, proposal_of(question, plan))


ONE_MORE = {f"G-{one:03}": "POL" for one in (1, 2, 3, 4)} | {"G-008": "CAB", "G-009": "CAB"}


def found(hub: Hub, change: Change) -> dict[str, ChargeChange]:
    changes = charge_changes(hub, change, DAY)
    assert not isinstance(changes, NoYearCost)
    return {hub.agencies[one.agency].code: one for one in changes}


def test_one_desk_more_costs_its_agency_and_is_said_why() -> None:
    hub = building().cost_line("C1", 10_000, "allocated desks", name="Tea", vacant="shared").build()
    changes = found(hub, placed(hub, ONE_MORE))
    effects = agency_effects(hub, hub.applying(placed(hub, ONE_MORE)), DAY)
    assert not isinstance(effects, NoYearCost)
    assert {code: one.pence for code, one in changes.items() if one.pence} == {
        hub.agencies[one.agency].code: one.pence for one in effects
    }
    assert changes["POL"].pence > 0
    assert changes["POL"].told.endswith(" more in 2026-27")
    assert changes["POL"].why == "4 desks instead of 3; “Tea” goes by allocated desks"
    assert changes["CAB"].told.endswith(" less in 2026-27")
    assert (
        changes["CAB"].why
        == "2 desks, as before; “Tea” goes by allocated desks, of which others have more or fewer"
    )
    assert changes["HBC"].told == "no change"


def test_the_host_pays_for_fewer_vacant_desks() -> None:
    hub = building().cost_line("C1", 10_000, "allocated desks").build()
    changes = found(hub, placed(hub, ONE_MORE))
    assert changes["HBC"].pence == -changes["POL"].pence < 0
    assert changes["HBC"].why.endswith("by allocated desks, and 1 fewer vacant, which the host pays")
    assert changes["CAB"].why == "No change: 2 desks, as before"


@pytest.mark.parametrize("basis", ["licensed desks", "equal"])
def test_where_no_cost_follows_the_plan_nothing_changes(basis: str) -> None:
    hub = building().cost_line("C1", 10_000, basis).build()
    for one in found(hub, placed(hub, ONE_MORE)).values():
        assert one.told == "no change"
        assert one.why == "No change: no cost of 2026-27 is shared by allocated desks"


def test_several_costs_are_named() -> None:
    hub = building()
    for code in ("C1", "C2", "C3", "C4"):
        hub = hub.cost_line(code, 1_000, "allocated desks")
    built = hub.build()
    why = found(built, placed(built, ONE_MORE))["POL"].why
    assert why == "4 desks instead of 3; “C1”, “C2” and 2 more go by allocated desks"


def test_the_table_begins_with_the_largest_change_and_adds_up() -> None:
    hub = building().cost_line("C1", 10_000, "allocated desks", vacant="shared").build()
    changes = found(hub, placed(hub, ONE_MORE))
    rows = charge_rows(hub, changes.values())
    assert [row.code for row in rows] == ["CAB", "POL", "HBC"]
    columns = {column.id: column for column in charge_columns(changes["POL"].year)}
    assert columns["pence"].heading == "More in 2026-27 £"
    total = columns["pence"].total
    assert total
    assert total(rows, columns["pence"].value) == 0


def test_a_year_that_cannot_be_worked_out_says_why() -> None:
    hub = building().without_rate().build()
    changes = charge_changes(hub, placed(hub, ONE_MORE), DAY)
    assert isinstance(changes, NoYearCost)
    assert changes.problems
