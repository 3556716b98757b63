"""`Standing`: a hub and all that was issued from it, read together."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from hubdesk.charging.frozen import thaw
from hubdesk.charging.run import Run
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.plain import BadPlain
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.run import IssuedRun
from hubdesk.store import ERASED, Store


class Thawed:
    """The issued runs of a hub as they were read, each but once: that of a large hub takes seconds.

    Shared by all that stands on them, and by any thread; two that read the same at once both do.
    """

    def __init__(self) -> None:
        self._found: dict[IssuedRun, Run] = {}
        self._named: dict[IssuedRun, Run] = {}

    def __contains__(self, one: object) -> bool:
        """Whether that run was read, and so was seen to be as it was issued."""
        return one in self._found

    def named(self, one: IssuedRun, people: Mapping[str, str]) -> Run:
        """The run that `one` keeps, as `by_name` has it. Raises BadPlain where it cannot be read."""
        read = self._found.get(one)
        if read is None:
            read = self._found[one] = thaw(one)
        # A name can be erased; what was worked out of a run stays with it as long as its name does.
        now, known = by_name(read, people), self._named.get(one)
        if known is None or known.issue != now.issue:
            known = self._named[one] = now
        return known


@dataclass(frozen=True)
class Standing:
    """The hub after entry `sequence` of its log, and the runs `kept`, in order.

    `people` are the names of those who issued them, by the ids that the runs hold.
    """

    hub: Hub
    sequence: int
    kept: tuple[IssuedRun, ...]
    people: Mapping[str, str] = field(default_factory=dict)
    thawed: Thawed = field(default_factory=Thawed, compare=False, repr=False)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The issued runs, in order. Raises Refused if one is not as it was issued."""
        altered = [one for one in self.kept if one not in self.thawed and not one.is_untouched]
        if altered:
            raise Refused(*(_not_to_be_built_on(one) for one in altered))
        try:
            return tuple(self.thawed.named(one, self.people) for one in self.kept)
        except BadPlain as trouble:
            raise Refused(_unreadable(str(trouble))) from trouble

    def moved_on(self, hub: Hub, sequence: int) -> "Standing":
        """The same runs, read but once, and the hub as it came to be."""
        return replace(self, hub=hub, sequence=sequence)

    @cached_property
    def years(self) -> Mapping[int, Run]:
        """The first run of each year that has any, by the calendar year in which it starts.

        Its facts say for good when that year starts and how it is billed (charging rules, section 6).
        """
        first: dict[int, Run] = {}
        for run in self.runs:
            first.setdefault(run.year.starts_in, run)
        return first

    def charging_year(self, starts_in: int) -> ChargingYear:
        """The year as it was first issued, else as the hub would have it."""
        begun = self.years.get(starts_in)
        return begun.year if begun else self.hub.charging_year(starts_in)


def standing_of(store: Store) -> Standing:
    """The hub in `store` and what was issued from it."""
    return Standing(*store.holding())


def by_name(run: Run, people: Mapping[str, str]) -> Run:
    """`run` with the name of the person who issued it, as far as `people` has it, in place of the id."""
    if run.issue is None:
        return run
    return replace(run, issue=replace(run.issue, by=people.get(run.issue.by, ERASED)))


def _not_to_be_built_on(one: IssuedRun) -> Problem:
    return error(
        "run-altered",
        f"Run {one.name} is not as it was issued: its contents no longer have its hash",
        f"run {one.name}",
        "Keep this hub as it is, and bring back a copy from before the run was altered",
    )


def _unreadable(why: str) -> Problem:
    return error(
        "run-unreadable",
        f"An issued run cannot be read: {why}",
        "the issued runs",
        "Use the version of Hubdesk that issued it, or bring back a copy of the hub",
    )
