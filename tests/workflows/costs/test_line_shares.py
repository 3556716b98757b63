"""Who pays what of one line, and who takes part in it."""

from decimal import Decimal
from fractions import Fraction

import pytest

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.workings.tree import Step, follow
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, Period
from hubdesk.domain.problem import Refused
from hubdesk.workflows.costs.charged import NotCharged
from hubdesk.workflows.costs.line_shares import Shared, ShareRow, share_rows, shared_out
from hubdesk.workflows.costs.reckoned import reckoned
from hubdesk.workflows.costs.share_columns import SHARE_COLUMNS, set_cap, set_fixed, set_takes_part
from hubdesk.workflows.costs.shares import Bears
from hubdesk.workflows.costs.workings import CostWorkings
from tests.builders import a_hub
from tests.builders.random_hubs import random_hub

COLUMNS = {column.id: column for column in SHARE_COLUMNS}


def shared(hub: Hub, line: RecordId) -> Shared:
    found = shared_out(hub, line)
    assert not isinstance(found, NotCharged)
    return found


def rows_of(hub: Hub, code: str) -> dict[str, ShareRow]:
    line = hub.cost_line_codes[code, 2026].id
    rows = share_rows(hub, line, shared(hub, line))
    return {row.code if row.is_agency else row.sharer.bears.value: row for row in rows}


def reception() -> Hub:
    hub = a_hub().billing("year").agency("POL").agency("CAB", "voluntary").floor("G").desks(10)
    hub.licence("L1", "HBC", 4).licence("L2", "POL", 3).licence("L3", "CAB", 1)
    return hub.cost_line("C1", 1000).cap("C1", "POL", 250).build()


def test_the_shares_of_a_line_are_its_cost_with_vacant_desks_and_caps() -> None:
    rows = rows_of(reception(), "C1")
    paid = {code: row.worked.pays if row.worked else None for code, row in rows.items()}
    assert paid == {"CAB": 10000, "HBC": 40000, "POL": 25000, "vacant desks": 20000}
    police = rows["POL"].worked
    assert police is not None
    assert (police.part, police.share, police.cap) == (Fraction(3, 10), 30000, 5000)
    columns = (COLUMNS["part"], COLUMNS["share"])
    assert [one.total(list(rows.values()), one.value) for one in columns if one.total] == [100, 100000]


def test_a_share_that_moved_too_far_bears_a_remark() -> None:
    hub = a_hub().agency("POL").cost_line("C1", 100, "FTE", "2025-26").cost_line("C1", 100, "FTE")
    hub.driver("FTE", "HBC", {"2025-04-01": 10}).driver("FTE", "POL", {"2025-04-01": 10, "2026-04-01": 20})
    rows = rows_of(hub.build(), "C1")
    assert COLUMNS["part"].note(rows["POL"]) == "More than 3 percentage points above last year’s share"
    assert COLUMNS["before"].value(rows["HBC"]) == Decimal("50.00")
    assert COLUMNS["part"].value(rows["HBC"]) == Decimal("33.33")


def test_who_takes_part_is_a_list_until_all_do() -> None:
    hub = reception()
    rows = rows_of(hub, "C1")
    without = hub.applying(set_takes_part(hub, rows["CAB"], takes_part=False))
    line = rows["CAB"].line
    assert without.participants_of[line] == {rows["HBC"].sharer.agency, rows["POL"].sharer.agency}
    assert not rows_of(without, "C1")["CAB"].takes_part
    again = without.applying(set_takes_part(without, rows["CAB"], takes_part=True))
    assert line not in again.participants_of


def test_somebody_has_to_take_part() -> None:
    hub = reception()
    rows = rows_of(hub, "C1")
    for code in ("CAB", "POL"):
        hub = hub.applying(set_takes_part(hub, rows[code], takes_part=False))
    with pytest.raises(Refused, match="somebody who takes part"):
        set_takes_part(hub, rows["HBC"], takes_part=False)


def test_fixed_shares_and_caps_come_and_go() -> None:
    hub = reception()
    row = rows_of(hub, "C1")["POL"]
    fixed = hub.applying(set_fixed(hub, row, Decimal(50)))
    assert rows_of(fixed, "C1")["POL"].fixed == 50
    assert rows_of(fixed.applying(set_fixed(fixed, row, None)), "C1")["POL"].fixed is None
    free = hub.applying(set_cap(hub, row, None))
    assert rows_of(free, "C1")["POL"].cap is None
    assert rows_of(free.applying(set_cap(free, row, 7)), "C1")["POL"].cap == 7


@pytest.mark.parametrize("seed", range(6))
def test_what_each_pays_is_what_the_engine_charges(seed: int) -> None:
    hub = random_hub(seed, year=2026)
    reckoning = reckoned(hub, 2026, ())
    run = draft(reckoning.facts, Period(reckoning.facts.year, Billing.YEAR, 1), Amounts.BUDGET, ())
    kinds = {"shared", "fixed share", "cap", "concession"}
    for line in reckoning.shared_lines:
        sums: dict[RecordId, Pence] = {}
        for one in run.own:
            if one.source == line.id and one.kind.value in kinds:
                sums[one.agency] = sums.get(one.agency, 0) + one.pence
        found = shared(hub, line.id)
        mine = {
            sharer.agency: one.pays
            for sharer, one in found.items()
            if sharer.bears is Bears.ITSELF and one.pays
        }
        assert mine == {agency: pence for agency, pence in sums.items() if pence}
        workings = CostWorkings(hub, 2026)
        for sharer, worked in found.items():
            assert workings.of_sharer(line.id, sharer).value == worked.pays
            part = workings.of_part(line.id, sharer)
            assert part is not None
            assert part.value == worked.part
            for node in part.walk():
                if node.step is not Step.FACT:
                    assert follow(node.step, [below.value for below in node.of]) == node.value
        assert workings.of_all_parts(line.id, found).value == 1
        assert workings.of_everybody(line.id).value == sum(one.pays for one in found.values())
        assert sum(one.share for one in found.values()) == line.budget
        assert sum(one.part for one in found.values()) == 1
