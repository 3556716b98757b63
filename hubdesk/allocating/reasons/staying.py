"""Desks where an agency stays whatever is proposed, and why: in words."""

import numpy as np

from hubdesk.allocating.problem.question import Question
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem

_NAMED = 3
"""Desks at most that are named one by one."""
_PINNED = "pinned"


def staying_told(hub: Hub, question: Question, member: int) -> Problem:
    """Where the member stays, as one of the things that cannot be kept together; what is pinned first."""
    who = question.members[member]
    seats = np.flatnonzero(question.pinned & (question.today == member)).tolist()
    desks = [hub.desks[question.seats[seat].desk] for seat in seats]
    causes = sorted(((desk.code, _cause(hub, question, desk)) for desk in desks), key=_pinned_first)
    pinned = any(cause == _PINNED for _, cause in causes)
    by_hand = f"llocate other desks to {who.code} by hand"
    remedy = f"Unpin some of them, or a{by_hand}" if pinned else f"A{by_hand}"
    what = f"{who.code} stays at {_listed([f'{code} ({cause})' for code, cause in causes])}"
    return error("plan-pins", what, f"agency {who.code}", remedy, (who.agency,))


def _pinned_first(one: tuple[str, str]) -> tuple[bool, str]:
    code, cause = one
    return cause != _PINNED, code


def _cause(hub: Hub, question: Question, desk: Desk) -> str:
    stay = hub.allocation_on(desk.id, question.day)
    if stay is not None and stay.pinned:
        return _PINNED
    if desk.kind is DeskKind.TOUCHDOWN:
        return "a touchdown desk"
    return "it goes out of service" if desk.last is not None else "it is allocated anew later"


def _listed(names: list[str]) -> str:
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED:,} more"
    return " and ".join(one for one in (", ".join(names[:-1]), *names[-1:]) if one)
