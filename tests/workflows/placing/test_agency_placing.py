"""Where an agency may sit and whom it works with, in words, and what of it is not kept."""

from datetime import date

from hubdesk.domain.hub import Hub
from hubdesk.domain.rule import RuleKind
from hubdesk.workflows.fit import misplaced_on
from hubdesk.workflows.placing.agency_placing import AgencyPlacing, agency_placing
from hubdesk.workflows.placing.pairs import seated_on
from hubdesk.workflows.placing.rules import rule_columns, rule_rows
from tests.builders import a_hub, random_hub

TODAY = date(2026, 11, 23)
WEST, EAST = ((0, 0), (10, 0), (10, 20), (0, 20)), ((10, 0), (20, 0), (20, 20), (10, 20))
HUB = (
    a_hub().agency("CAB", "voluntary").agency("POL").floor("G").floor("1", 1)
    .area("G-POL", outline=WEST, kind="restricted", clearance="police").area("G-ADV", outline=EAST)
    .desk("G-1", "G", 2, 2).desk("G-2", "G", 4, 2).desk("G-3", "G", 12, 2).desk("1-1", "1", 2, 2)
    .allocation("G-1", "CAB").allocation("G-3", "CAB").allocation("1-1", "CAB").allocation("G-2", "POL")
    .rule("CAB", "keep together").rule("CAB", "ground floor").rule("CAB", "keep out of", "1")
    .rule("POL", "needs clearance", "Police").rule("POL", "stay on floor", "G")
    .link("POL", "CAB", 7)
    .build()
)  # fmt: skip


def of(hub: Hub, code: str) -> AgencyPlacing:
    return agency_placing(hub, hub.agency_codes[code].id, TODAY, seated_on(hub, TODAY))


def test_rules_are_told_in_words_with_the_desks_at_which_they_are_not_kept() -> None:
    told = {one.words: one.broken for one in of(HUB, "CAB").rules}
    floor = HUB.floor_codes["1"]
    assert told == {
        "On the ground floor": "Not kept at 1 desk: 1-1",
        "Kept together, in one area": "Not kept: in 3 places: 1 in area G-POL, 1 in area G-ADV, "
        f"1 on the {floor.name} floor",
        f"Keeps out of the {floor.name} floor (1)": "Not kept at 1 desk: 1-1",
    }
    assert [one.broken for one in of(HUB, "POL").rules] == ["", ""]


def test_an_area_that_it_has_no_clearance_for_is_amiss_without_a_rule() -> None:
    (words,) = of(HUB, "CAB").amiss
    assert words.startswith("1 desk (G-1): it is in area G-POL, which is for people with the clearance")
    assert not of(HUB, "POL").amiss


def test_links_tell_with_whom_how_strongly_and_how_far() -> None:
    (link,) = of(HUB, "POL").links
    assert link.words.startswith("Works with ")
    assert "strength 7: " in link.words
    assert "on average" in link.words
    assert not of(HUB, "HBC").links


def test_what_is_told_broken_is_what_the_whole_plan_is_told_of() -> None:
    found = 0
    for seed in range(20):
        hub = random_hub(seed)
        seated = seated_on(hub, TODAY)
        broken = {
            problem.records[1] for problem in misplaced_on(hub, TODAY) if problem.code != "not-together"
        }
        told = {
            one.rule.id
            for agency in hub.agencies
            for one in agency_placing(hub, agency, TODAY, seated).rules
            if one.broken and one.rule.kind is not RuleKind.TOGETHER
        }
        assert told == broken & hub.placement_rules.keys()
        found += len(told)
    assert found


def test_the_table_of_rules_tells_which_are_kept_on_the_day() -> None:
    rows = {row.rule.kind: row.broken for row in rule_rows(HUB, TODAY, HUB.agency_codes["CAB"].id)}
    assert rows[RuleKind.GROUND_FLOOR] == "Not kept at 1 desk: 1-1"
    (now,) = (one for one in rule_columns() if one.id == "now")
    assert {now.text(row) for row in rule_rows(HUB, TODAY, HUB.agency_codes["POL"].id)} == {"Kept"}
    assert all(not row.broken for row in rule_rows(HUB, date(2000, 1, 1)))
