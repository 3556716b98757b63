"""What a year's costs come to for those who share them, as the engine has it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.checks import errors
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.problem import Problem
from hubdesk.workflows.costs.reckoned import periods, reckoned
from hubdesk.workflows.costs.shares import ShareChange, share_changes


@dataclass(frozen=True, slots=True)
class LineCharged:
    """Where a shared cost of the year goes, in pence without VAT; the three together are the cost.

    `by_host` are its own share, vacant desks, days without weights, what is above caps, and the
    concessions it funds; `pooled` are the concessions that the partners fund together.
    """

    to_others: Pence
    by_host: Pence
    pooled: Pence

    @property
    def cost(self) -> Pence:
        return self.to_others + self.by_host + self.pooled


@dataclass(frozen=True, slots=True)
class CostsCharged:
    """Every shared line of a year by its id, on budgets or actuals; and shares that moved since last year."""

    amounts: Amounts
    lines: Mapping[RecordId, LineCharged]
    changes: Mapping[RecordId, tuple[ShareChange, ...]]


@dataclass(frozen=True, slots=True)
class NotCharged:
    """Errors stand in the way of any figure."""

    problems: tuple[Problem, ...]


def costs_charged(hub: Hub, starts_in: int, issued: Sequence[Run] = ()) -> CostsCharged | NotCharged:
    """What the cost lines of the year that starts in `starts_in` come to for others and for the host."""
    if found := errors(hub):
        return NotCharged(found)
    now = reckoned(hub, starts_in, issued)
    changes: dict[RecordId, list[ShareChange]] = {}
    for one in share_changes(now, reckoned(hub, starts_in - 1, issued)):
        changes.setdefault(one.line, []).append(one)
    return CostsCharged(now.amounts, _lines(now), {line: tuple(moved) for line, moved in changes.items()})


def _lines(reckoning: Reckoning) -> dict[RecordId, LineCharged]:
    host = reckoning.facts.host
    sums = {line.id: (0, 0, 0) for line in reckoning.shared_lines}
    for period in periods(reckoning):
        for one in reckoning.apportionments(period):
            pooled = sum(award.by_partners for award in one.awards.values())
            funded = sum(award.by_host for award in one.awards.values()) + sum(one.caps.values())
            hosts = one.net(host) + one.split.vacant + one.split.unshared + funded
            others, by_host, in_pool = sums[one.split.line.id]
            rest = one.split.cost - hosts - pooled
            sums[one.split.line.id] = (others + rest, by_host + hosts, in_pool + pooled)
    return {line: LineCharged(*three) for line, three in sums.items()}
