"""The table of placement rules: where each agency may, must or must not sit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import natural_order
from hubdesk.domain.problem import Refused
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.editing import rules
from hubdesk.editing.records import found
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.placing.agency_placing import broken_on
from hubdesk.workflows.placing.links import agencies_offered
from hubdesk.workflows.tables.column import Adding, Column
from hubdesk.workflows.tables.kinds import Choice, Text

WITH_VALUE = frozenset({RuleKind.CLEARANCE, RuleKind.STAY_ON_FLOOR, RuleKind.KEEP_OUT})
"""Rules that say of what: which clearance, floor or area."""


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A placement rule as the table shows it; `broken` says where it is not kept, nothing where it is."""

    rule: PlacementRule
    agency: str
    mark: Mark
    broken: str

    @property
    def id(self) -> RecordId:
        return self.rule.id


def rule_rows(hub: Hub, day: date, agency: RecordId | None = None) -> tuple[RuleRow, ...]:
    """Every rule, or those of one `agency`, in order of agency, as they are kept on `day`."""
    marks, broken = marks_of_agencies(hub), broken_on(hub, day)
    rows = [
        RuleRow(one, hub.agencies[one.agency].code, marks[one.agency], broken.get(one.id, ""))
        for one in hub.placement_rules.values()
        if agency in (None, one.agency)
    ]
    return tuple(sorted(rows, key=lambda row: (row.agency, row.rule.kind.value, row.rule.value, row.id)))


def rule_columns() -> tuple[Column[RuleRow], ...]:
    """Whose rule it is, what it demands, and of what."""
    return (
        Column(
            id="agency",
            title="Agency",
            kind=Choice(agencies_offered),
            value=lambda row: row.agency,
            edit=lambda hub, row, agency: _changed(hub, row, agency=agency),
            mark=lambda row: row.mark,
            sample="POLICE",
        ),
        Column(
            id="rule",
            title="Rule",
            kind=Choice(_kinds),
            value=lambda row: row.rule.kind.value,
            edit=_of_kind,
            sample="N" * 14,
        ),
        Column(
            id="value",
            title="Of what",
            kind=Text(),
            value=lambda row: row.rule.value or None,
            edit=lambda hub, row, value: _changed(hub, row, value=value),
            open_to=lambda row: row.rule.kind in WITH_VALUE,
            sample="N" * 18,
            hint="The clearance, or the code of the floor or area; other rules need nothing here",
        ),
        Column(
            id="now",
            title="On the day",
            kind=Text(),
            value=lambda row: row.broken or "Kept",
            note=lambda row: row.broken,
            sample="N" * 26,
            hint="Whether it is kept on the day on screen, and at which desks it is not",
        ),
    )


def adding_rules() -> Adding:
    """How rows come in that are pasted below the last."""
    return Adding("placement rule", _made)


def values_offered(hub: Hub, kind: RuleKind) -> list[str]:
    """What a rule of that kind can be of: clearances that areas ask for, floors, or areas and floors."""
    floors = sorted(hub.floor_codes, key=natural_order)
    match kind:
        case RuleKind.CLEARANCE:
            return sorted({one.clearance for one in hub.areas.values() if one.clearance})
        case RuleKind.STAY_ON_FLOOR:
            return floors
        case RuleKind.KEEP_OUT:
            return [*sorted(hub.area_codes, key=natural_order), *floors]
        case RuleKind.PUBLIC_ACCESS | RuleKind.GROUND_FLOOR | RuleKind.TOGETHER:
            return []


def _kinds(_hub: Hub) -> list[tuple[str, RuleKind]]:
    return [(kind.value, kind) for kind in RuleKind]


def _made(hub: Hub, values: Mapping[str, Any]) -> Change:
    if not values.keys() >= {"agency", "rule"}:
        raise Refused(
            error(
                "rule-incomplete",
                "A placement rule needs its agency and what it demands",
                "the placement rules",
                "Copy these columns too, in the order of the table or with their headings",
            )
        )
    return rules.add(hub, PlacementRule(new_id(), values["agency"], values["rule"], values.get("value", "")))


def _of_kind(hub: Hub, row: RuleRow, kind: RuleKind) -> Change:
    """Another rule in place of the row's; of the same clearance, floor or area if it can be of that."""
    value = row.rule.value if row.rule.value in values_offered(hub, kind) else ""
    if kind in WITH_VALUE and not value:
        raise Refused(
            error(
                "rule-of-nothing",
                f"“{kind.value}” has to say of what, and “{row.rule.value}” is none of it"
                if row.rule.value
                else f"“{kind.value}” has to say of what",
                f"rule “{row.rule.kind.value}” of {row.agency}",
                "Add it with “New rule…”, which offers what there is, and remove this one",
                (row.id,),
            )
        )
    return _changed(hub, row, kind=kind, value=value)


def _changed(hub: Hub, row: RuleRow, **fields: Any) -> Change:
    return rules.change(hub, replace(found(hub, PlacementRule, row.id), **fields))
