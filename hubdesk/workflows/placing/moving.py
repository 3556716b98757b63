"""What a proposal comes to: who moves in which order, the change that it is, and each agency's £."""

from collections.abc import Sequence
from dataclasses import dataclass

from hubdesk.allocating.proposal import Proposal, change_of
from hubdesk.charging.run import Run
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.workflows.placing.charge_changes import ChargeChange, charge_changes
from hubdesk.workflows.placing.move_schedule import MoveSchedule, move_schedule
from hubdesk.workflows.year_cost import NoYearCost


@dataclass(frozen=True, slots=True)
class Moving:
    """`charges` are those of the charging year that holds the day of the moves."""

    hub: Hub
    schedule: MoveSchedule
    change: Change
    charges: tuple[ChargeChange, ...] | NoYearCost

    @property
    def known_charges(self) -> tuple[ChargeChange, ...]:
        """None of them where the year cannot be worked out."""
        return () if isinstance(self.charges, NoYearCost) else self.charges


def moving(hub: Hub, proposal: Proposal, issued: Sequence[Run] = ()) -> Moving:
    """What `proposal` to `hub` comes to. Raises Refused where a desk or agency of it is gone."""
    change = change_of(hub, proposal)
    try:
        charges = charge_changes(hub, change, proposal.day, issued)
    except Refused as refused:
        charges = NoYearCost(refused.problems)
    return Moving(hub, move_schedule(hub, proposal), change, charges)
