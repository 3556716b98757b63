"""The tables of working links and placement rules: typed over, and pasted from a spreadsheet."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.domain.rule import RuleKind
from hubdesk.workflows.placing.links import adding_links, link_columns, link_rows
from hubdesk.workflows.placing.rules import adding_rules, rule_columns, rule_rows, values_offered
from hubdesk.workflows.tables.column import Adding, Column
from hubdesk.workflows.tables.laying import Place, lay
from hubdesk.workflows.tables.putting import put
from tests.builders.hub import a_hub

TODAY = date(2026, 11, 23)
HUB = (
    a_hub().agency("CAB", "voluntary").agency("POL").floor("G").floor("1", 1)
    .area("G-POL", kind="restricted", clearance="police").link("HBC", "CAB", 3).link("CAB", "POL", 7)
    .rule("POL", "needs clearance", "police").rule("CAB", "ground floor")
    .build()
)  # fmt: skip


def typed(columns: Sequence[Column[Any]], row: Any, column: str, text: str) -> Hub:
    """The hub after `text` was typed there."""
    (chosen,) = (one for one in columns if one.id == column)
    assert chosen.takes(row)
    assert chosen.edit is not None
    return HUB.applying(chosen.edit(HUB, row, chosen.read(text, HUB, TODAY).value))


def pasted(rows: Sequence[Any], columns: tuple[Column[Any], ...], adding: Adding, *block: str) -> Hub:
    """The hub after `block`, cells apart by |, was pasted below the last row."""
    cells = tuple(tuple(cell.strip() for cell in line.split("|")) for line in block)
    laid = lay(cells, rows, columns, Place(len(rows), 0))
    return HUB.applying(put(HUB, (*laid.puts, *laid.beyond), TODAY, "Paste", adding))


def links(hub: Hub) -> list[tuple[str, str, Decimal, str]]:
    return [(row.agency, row.other, row.link.strength, row.link.reason) for row in link_rows(hub)]


def rules(hub: Hub) -> list[tuple[str, str, str]]:
    return [(row.agency, row.rule.kind.value, row.rule.value) for row in rule_rows(hub, TODAY)]


def test_the_strongest_link_comes_first_and_an_agency_has_its_own() -> None:
    assert links(HUB) == [("CAB", "POL", Decimal(7), ""), ("HBC", "CAB", Decimal(3), "")]
    own = link_rows(HUB, HUB.agency_codes["POL"].id)
    assert [(row.agency, row.other) for row in own] == [("CAB", "POL")]
    assert [row.rule.kind for row in rule_rows(HUB, TODAY, HUB.agency_codes["CAB"].id)] == [
        RuleKind.GROUND_FLOOR
    ]


def test_links_are_typed_over() -> None:
    row, _ = link_rows(HUB)
    assert links(typed(link_columns(), row, "strength", "2.5"))[1] == ("CAB", "POL", Decimal("2.5"), "")
    assert links(typed(link_columns(), row, "reason", "Shared clients"))[0][3] == "Shared clients"
    assert links(typed(link_columns(), row, "agency", "hbc"))[0][:2] == ("HBC", "POL")


def test_links_are_pasted_and_one_without_a_strength_is_told() -> None:
    after = pasted(link_rows(HUB), link_columns(), adding_links(), "HBC | POL | 10 | Front desk")
    assert links(after)[0] == ("HBC", "POL", Decimal(10), "Front desk")
    with pytest.raises(Refused, match="needs its two agencies and its strength"):
        pasted(link_rows(HUB), link_columns(), adding_links(), "HBC | POL")


def test_rules_are_typed_over_where_they_say_of_what() -> None:
    ground, clearance = rule_rows(HUB, TODAY)
    after = typed(rule_columns(), clearance, "value", "police vetting")
    assert rules(after)[1] == ("POL", "needs clearance", "police vetting")
    (value,) = (one for one in rule_columns() if one.id == "value")
    assert not value.takes(ground)


def test_a_rule_becomes_another_that_needs_nothing_but_none_that_has_to_say_of_what() -> None:
    ground, clearance = rule_rows(HUB, TODAY)
    assert rules(typed(rule_columns(), clearance, "rule", "keep together"))[1] == ("POL", "keep together", "")
    with pytest.raises(Refused, match="“stay on floor” has to say of what"):
        typed(rule_columns(), ground, "rule", "stay")
    with pytest.raises(Refused, match="“police” is none of it"):
        typed(rule_columns(), clearance, "rule", "keep out of")


def test_rules_are_pasted_and_one_without_an_agency_is_told() -> None:
    after = pasted(rule_rows(HUB, TODAY), rule_columns(), adding_rules(), "HBC | stay on floor | 1")
    assert ("HBC", "stay on floor", "1") in rules(after)
    with pytest.raises(Refused, match="needs its agency and what it demands"):
        pasted(rule_rows(HUB, TODAY), rule_columns(), adding_rules(), "HBC")


def test_what_a_rule_can_be_of_is_offered() -> None:
    assert values_offered(HUB, RuleKind.CLEARANCE) == ["police"]
    assert values_offered(HUB, RuleKind.STAY_ON_FLOOR) == ["1", "G"]
    assert values_offered(HUB, RuleKind.KEEP_OUT) == ["G-POL", "1", "G"]
    assert values_offered(HUB, RuleKind.TOGETHER) == []
