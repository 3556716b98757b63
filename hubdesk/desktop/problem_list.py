"""The problems of a hub as a list: alike ones together, and only those that are looked for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hubdesk.domain.checks import problems
from hubdesk.domain.money import Pence
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.workflows.run_problems import problems_of_hub
from hubdesk.workflows.standing import Standing


@dataclass(frozen=True, slots=True)
class Alike:
    """Problems of one kind and severity; often only one."""

    problems: tuple[Problem, ...]

    @property
    def severity(self) -> Severity:
        return self.problems[0].severity

    @property
    def pence(self) -> Pence | None:
        """The largest that one of them puts at stake: several may speak of the same £."""
        return max((one.pence for one in self.problems if one.pence is not None), default=None)


def all_problems(standing: Standing) -> tuple[Problem, ...]:
    """Everything the matter with the hub; where issued runs cannot be built on, that comes first."""
    try:
        return problems_of_hub(standing)
    except Refused as refused:
        return (*refused.problems, *problems(standing.hub))


def alike(found: Iterable[Problem], wanted: str = "") -> Sequence[Alike]:
    """`found` by kind, the gravest first; with `wanted` only those that have all of its words somewhere."""
    words = wanted.casefold().split()
    groups: defaultdict[tuple[Severity, str], list[Problem]] = defaultdict(list)
    for one in found:
        text = f"{one.severity.value} {one.what} {one.where} {one.remedy}".casefold()
        if all(word in text for word in words):
            groups[one.severity, one.code].append(one)
    order = list(Severity)
    return [Alike(tuple(groups[key])) for key in sorted(groups, key=lambda key: order.index(key[0]))]


def counted(found: Sequence[Problem]) -> str:
    """ "No problems", "2 errors, 1 to settle before issue, 3 warnings"."""
    errors, unsettled, warnings = ([one.severity for one in found].count(kind) for kind in Severity)
    parts = (
        f"{errors:,} error{'s' * (errors != 1)}" if errors else "",
        f"{unsettled:,} to settle before issue" if unsettled else "",
        f"{warnings:,} warning{'s' * (warnings != 1)}" if warnings else "",
    )
    return ", ".join(part for part in parts if part) or "No problems"
