"""Accepting a proposal, whole or in part: the change that it is, and what it does to charges."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from hubdesk.allocating.proposal import Proposal, change_of, part_of
from hubdesk.charging.run import Run
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.workflows.year_cost import AgencyEffect, NoYearCost, agency_effects


@dataclass(frozen=True, slots=True)
class Prepared:
    """What accepting `part` comes to; `effects` are those of the charging year that holds its day."""

    part: Proposal
    change: Change
    year: ChargingYear
    effects: tuple[AgencyEffect, ...] | NoYearCost

    @property
    def pence(self) -> dict[RecordId, int]:
        """By how much more each agency pays in the year; nobody else pays anything else."""
        if isinstance(self.effects, NoYearCost):
            return {}
        return {one.agency: one.pence for one in self.effects}


def prepared(hub: Hub, proposal: Proposal, agencies: Set[RecordId], issued: Sequence[Run] = ()) -> Prepared:
    """What it comes to if these agencies sit as proposed and nobody else moves. Raises Refused."""
    part = part_of(proposal, agencies)
    change = change_of(hub, part)
    year = ChargingYear.containing(proposal.day, hub.settings.year_start)
    try:
        effects = agency_effects(hub, hub.applying(change), proposal.day, issued)
    except Refused as refused:
        effects = NoYearCost(refused.problems)
    return Prepared(part, change, year, effects)


def is_out_of_date(asked: Hub, now: Hub) -> bool:
    """Whether what was proposed to `asked` may no longer hold: who sits where, or by what rule, differs."""
    return asked is not now and any(
        getattr(asked, kind) != getattr(now, kind)
        for kind in (
            "settings",
            "agencies",
            "floors",
            "areas",
            "desks",
            "licences",
            "allocations",
            "placement_rules",
        )
    )
