"""A conflict in words: what cannot be kept together, one problem to each thing that is asked."""

from collections.abc import Sequence

from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.reasons.forced import HERE
from hubdesk.allocating.reasons.staying import staying_told
from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, named
from hubdesk.domain.problem import Problem
from hubdesk.domain.rule import PlacementRule, RuleKind

_RULES = {
    RuleKind.PUBLIC_ACCESS: "{agency} needs public access",
    RuleKind.GROUND_FLOOR: "{agency} is to be on the ground floor",
    RuleKind.CLEARANCE: "{agency} needs an area with the clearance “{value}”",
    RuleKind.TOGETHER: "{agency} is to be kept together, in one area",
    RuleKind.STAY_ON_FLOOR: "{agency} is to stay on floor {value}",
    RuleKind.KEEP_OUT: "{agency} is to keep out of {value}",
}


def conflict_told(hub: Hub, question: Question, conflict: Sequence[Ask]) -> tuple[Problem, ...]:
    """Each of what cannot be kept together, with how much room there is and what would do.

    That a place is tried is not among it: whoever tries it knows.
    """
    return tuple(_told(hub, question, ask) for ask in conflict if ask.record != HERE)


def _told(hub: Hub, question: Question, ask: Ask) -> Problem:
    if ask.member is None:
        return error(
            "plan-limit-on-moves",
            f"At most {counted(question.most_moves or 0, 'desk')} may move",
            "the limit on moves",
            "Let more desks move",
        )
    member = question.members[ask.member]
    where = f"agency {member.code}"
    match ask.kind:
        case AskKind.DESKS:
            what = f"{member.code} is to have {counted(member.desks, 'desk')}{_room(question, ask.member)}"
            return error("plan-desks", what, where, "Change its licence, or add desks", (member.agency,))
        case AskKind.PINS:
            return staying_told(hub, question, ask.member)
        case AskKind.ACCESSIBLE:
            what = f"{member.code} wants {counted(member.accessible, 'accessible desk')}"
            remedy = "Make more desks accessible, or ask for fewer"
            return error("plan-accessible", what, where, remedy, (member.agency,))
        case AskKind.RULE | AskKind.TOGETHER | AskKind.MOVES:
            assert ask.record is not None
            return _rule(hub, member.code, ask.record)


def rule_told(code: str, rule: PlacementRule) -> str:
    """ "HSG is to stay on floor 2": what the rule asks of the agency of that code."""
    return _RULES[rule.kind].format(agency=code, value=rule.value)


def _rule(hub: Hub, code: str, record: RecordId) -> Problem:
    rule = hub.placement_rules.get(record)
    if isinstance(rule, PlacementRule):
        what = rule_told(code, rule)
        return error("plan-rule", what, named(hub, rule), "Change or remove the rule", (record,))
    area: Area = hub.areas[record]
    if area.agency is not None:
        what = f"Area {area.code} is for the sole use of {hub.agencies[area.agency].code}, and not of {code}"
        remedy = "Change whose the area is"
    else:
        what = f"Area {area.code} is for people with the clearance “{area.clearance}”, and {code} is without"
        remedy = f"Give {code} the rule “needs clearance”, or open the area"
    return error("plan-area", what, named(hub, area), remedy, (record,))


def _room(question: Question, member: int) -> str:
    """How many desks there are where the member may sit, if that is too few for it."""
    here = int(question.room[question.may_sit[member]].sum())
    if here >= question.members[member].desks:
        return ""
    return f", and there {'is' if here == 1 else 'are'} {here or 'none'} where it may sit"
