"""What of a run rests on occupancy that was never agreed, or has changed since."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import Period
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.review.agreed import Agreed, Snapshots, agreed_by_all

NO_REVIEW = (
    "No agency was asked yet whether its desks and licences are right. A review does that, before bills are "
    "disputed; issuing does not wait for it."
)
"""What to say, once, of a hub that has never held a review."""
ALL_AGREED = "The occupancy that it rests on was agreed by the agencies, and is as they agreed it."


@dataclass(frozen=True, slots=True)
class AtStake:
    """That so many pence of a run, VAT apart, rest on what one agency occupies, and how it agreed that."""

    agreed: Agreed
    pence: Pence


def at_stake(hub: Hub, run: Run, snapshots: Snapshots, today: date) -> tuple[AtStake, ...]:
    """Every agency of `run` whose occupancy is charged and was not agreed as it is, the most £ first.

    Empty where the hub has never held a review. Raises Refused where the hub of a round cannot be read.
    """
    if not hub.review_rounds:
        return ()
    agreed = agreed_by_all(hub, snapshots, *days_of(run), today).values()
    rest = resting_on_occupancy(run)
    found = [AtStake(one, rest[one.agency]) for one in agreed if not one.stands and rest.get(one.agency)]
    return tuple(sorted(found, key=lambda one: (-abs(one.pence), hub.agencies[one.agreed.agency].code)))


@dataclass(frozen=True, slots=True)
class RestsOn:
    """What is told of a run before it is issued: in a sentence, and as warnings, one to an agency."""

    told: str = ""
    warnings: tuple[Problem, ...] = ()


def rests_on(hub: Hub, run: Run, snapshots: Snapshots, today: date) -> RestsOn:
    """What of `run`, a draft of `hub`, rests on occupancy that is not agreed. It never stands in the way.

    A hub that has never held a review is told so once. Of an issued run, or a sum of runs, nothing is told.
    """
    if run.issue is not None or run.summed:
        return RestsOn()
    if not hub.review_rounds:
        return RestsOn(NO_REVIEW)
    try:
        found = at_stake(hub, run, snapshots, today)
    except Refused as refused:
        return RestsOn(warnings=refused.problems)
    return RestsOn(told_in_all(found) or ALL_AGREED, tuple(_warning(hub, one) for one in found))


def resting_on_occupancy(run: Run) -> Mapping[RecordId, Pence]:
    """What each agency is charged in `run` that follows from what it occupies.

    That is its licences, and its shares of costs that go by desks, by area or by who holds a licence, less
    concessions and what is over caps.
    """
    found: defaultdict[RecordId, Pence] = defaultdict(int)
    for line in run.lines:
        if _rests(line, run):
            found[line.agency] += line.pence
    return found


def told_in_all(stakes: tuple[AtStake, ...]) -> str:
    """All of it in a sentence, or two; empty for nothing."""
    changed = [one for one in stakes if one.agreed.was]
    never = [one for one in stakes if not one.agreed.was]
    said = []
    if never:
        said.append(f"{_sum(never)} of it rests on occupancy that {_agencies(never)} never agreed.")
    if changed:
        said.append(f"{_sum(changed)} rests on occupancy that has changed since {_agencies(changed)} agreed.")
    return " ".join(said)


def days_of(run: Run) -> tuple[date, date]:
    """The days whose occupancy `run` charges for: its period, or its whole year."""
    return (run.of.first, run.of.last) if isinstance(run.of, Period) else (run.year.first, run.year.last)


def _rests(line: Line, run: Run) -> bool:
    kind = line.of_kind or line.kind
    if kind not in (LineKind.LICENCE, LineKind.CONCESSION, LineKind.SHARED, LineKind.CAP):
        return False
    source = run.source(line.source)
    return not isinstance(source, CostLine) or source.basis is not Basis.DRIVER


def _warning(hub: Hub, one: AtStake) -> Problem:
    agency, agreed = hub.agencies[one.agreed.agency], one.agreed
    code, again = ("occupancy-changed-since", " again") if agreed.was else ("occupancy-not-agreed", "")
    remedy = f"Ask it to agree{again} in a review, or issue the run and settle it later"
    return warning(code, agreed.told, f"agency {agency.code}", remedy, (agency.id,)).costing(abs(one.pence))


def _sum(stakes: list[AtStake]) -> str:
    return pounds(sum(one.pence for one in stakes))


def _agencies(stakes: list[AtStake]) -> str:
    return "1 agency" if len(stakes) == 1 else f"{len(stakes):,} agencies"
