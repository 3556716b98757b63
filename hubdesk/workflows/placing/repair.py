"""What breaks a rule of who sits where on a day, and the repair that moves the fewest desks.

It loads what searches for plans, so the window has its workers do that.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from hubdesk.allocating.pairing import proposal_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.reasons.conflicts import conflict_told
from hubdesk.allocating.repairing import Repairing
from hubdesk.allocating.running import Impossible, Told, best_of
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, natural_order
from hubdesk.domain.problem import Refused
from hubdesk.exchange.plan.marks import Mark, marks_of_agencies
from hubdesk.workflows.fit import misplaced_on
from hubdesk.workflows.placing.checking import Broken, Repair

_LISTEN_S = 0.1
_CODES_NAMED = 8
"""As many desks as a row names by their codes."""


def broken_on(hub: Hub, day: date) -> tuple[Broken, ...]:
    """What is not kept on `day`, agency by agency: rules, areas of others, numbers of desks.

    It asks what a plan is asked, so that a plan that keeps all leaves nothing of it.
    """
    marks = marks_of_agencies(hub)
    rows = [*_misplaced(hub, day, marks), *_counts(hub, day, marks)]
    return tuple(sorted(rows, key=lambda row: (row.code, row.what)))


def nearest_repair(hub: Hub, day: date, still_wanted: Callable[[], object]) -> Repair:
    """The nearest repair of who sits where on `day`; to be called in a worker.

    The solvers run in a process of their own. `still_wanted` is called again and again meanwhile, and may
    raise to end it. Raises Refused where it was not found out in time.
    """
    question = question_of(hub, day)
    still_wanted()
    running, told = Repairing(question), list[Told]()
    try:
        while running.goes_on:
            told += running.news(_LISTEN_S)
            still_wanted()
    finally:
        running.stop()
    best = best_of(told)
    if best is not None:
        return Repair(proposal_of(question, best.plan))
    for one in told:
        if isinstance(one, Impossible):
            return Repair(None, conflict_told(hub, question, one.conflict))
    if not told:
        raise RuntimeError("the repair ended without a plan, and without saying why")
    raise Refused(
        error(
            "repair-not-found-in-time",
            "It was not found out in time whether all the rules can be kept",
            "the placement rules",
            "Take away rules or pins, and try again",
        )
    )


def _misplaced(hub: Hub, day: date, marks: Mapping[RecordId, Mark]) -> Iterator[Broken]:
    """Rules and areas, those of an agency that are broken alike in one row."""
    alike: defaultdict[tuple[RecordId, str, str], list[RecordId]] = defaultdict(list)
    for problem in misplaced_on(hub, day):
        desks = [one for one in problem.records if one in hub.desks]
        sitting = hub.allocation_on(desks[0], day)
        assert sitting is not None
        alike[sitting.agency, problem.what, problem.remedy] += desks
    for (agency, what, remedy), desks in alike.items():
        words = what if len(desks) == 1 else what.replace("It is in area", "They are in area")
        yield _broken(hub, agency, marks, words, desks, remedy)


def _counts(hub: Hub, day: date, marks: Mapping[RecordId, Mark]) -> Iterator[Broken]:
    """Agencies that do not have as many desks as they are to have, or too few that are accessible."""
    question = question_of(hub, day)
    for place, member in enumerate(question.members):
        sits = question.today == place
        has, code = int(sits.sum()), member.code
        if has != member.desks:
            more = member.desks - has
            what = f"{code} is to have {counted(member.desks, 'desk')}, by the licences, and has {has:,}"
            remedy = (
                f"Allocate {counted(more, 'desk')} to it" if more > 0 else f"Vacate {counted(-more, 'desk')}"
            )
            yield _broken(hub, member.agency, marks, what, [], f"{remedy}, or change its licence")
        reached = int((sits & question.accessible).sum())
        if reached < member.accessible:
            wanted = counted(member.accessible, "accessible desk")
            what = f"{code} wants {wanted}, and has {reached or 'none'}"
            remedy = "Give it accessible desks, or ask for fewer"
            yield _broken(hub, member.agency, marks, what, [], remedy)


def _broken(
    hub: Hub,
    agency: RecordId,
    marks: Mapping[RecordId, Mark],
    what: str,
    desks: list[RecordId],
    remedy: str,
) -> Broken:
    in_order = sorted(dict.fromkeys(desks), key=lambda one: natural_order(hub.desks[one].code))
    codes = [hub.desks[one].code for one in in_order]
    which = ", ".join(codes[:_CODES_NAMED])
    if len(codes) > _CODES_NAMED:
        which += f" and {len(codes) - _CODES_NAMED:,} more"
    return Broken(agency, hub.agencies[agency].code, marks[agency], what, tuple(in_order), which, remedy)
