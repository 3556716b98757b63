"""A way out of a conflict in words: what to give up."""

from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.reasons.conflicts import rule_told
from hubdesk.allocating.reasons.forced import HERE
from hubdesk.allocating.reasons.prices import is_by_hand
from hubdesk.allocating.ways_out import WayOut
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import counted
from hubdesk.domain.rule import PlacementRule


def can_be_given_up(hub: Hub, question: Question, ask: Ask) -> bool:
    """Whether somebody can: not what is tried, and not who stays for another reason than a pin."""
    if ask.kind is not AskKind.PINS:
        return ask.record != HERE
    stays = (question.pinned & (question.today == ask.member)).nonzero()[0]
    return all(is_by_hand(hub, question, int(seat)) for seat in stays)


def way_out_told(hub: Hub, question: Question, way: WayOut) -> str:
    """ "let HSG be 7 desks short", to stand within a sentence."""
    if way.ask.member is None:
        return f"let {counted(way.by, 'more desk')} move"
    code = question.members[way.ask.member].code
    match way.ask.kind:
        case AskKind.DESKS:
            return f"let {code} be {counted(way.by, 'desk')} short"
        case AskKind.ACCESSIBLE:
            return f"let {code} have {counted(way.by, 'accessible desk')} fewer"
        case AskKind.PINS:
            return f"unpin the desks of {code}"
        case AskKind.RULE | AskKind.TOGETHER | AskKind.MOVES:
            assert way.ask.record is not None
            rule = hub.placement_rules.get(way.ask.record)
            if isinstance(rule, PlacementRule):
                return f"take away the rule that {rule_told(code, rule)}"
            return f"let {code} into area {hub.areas[way.ask.record].code}"
