"""What a proposal comes to, in sentences."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name, counted

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated


def proposal_told(found: "Allocated") -> Iterator[str]:
    """How much better it is than today's plan, after how many moves, and what is proved of it."""
    proposal, cost, today = found.proposal, found.cost, found.today
    if proposal is None or cost is None or today is None:
        return
    yield f"From {in_words(proposal.day)}: {_moves(proposal.moved)}. {_against(today.total, cost.total)}."
    yield from _lacking(found.lacking)
    if found.status.value == "optimal":
        yield "No plan that keeps every rule costs less: this is proved."
    elif found.bound:
        yield f"No plan that keeps every rule can cost less than {found.bound:,.1f}."


def place_name(hub: Hub, place: RecordId) -> str:
    """A place is an area, or what of a floor no area covers."""
    area = hub.areas.get(place)
    return area.name or area.code if area else f"Floor {hub.floors[place].code}"


def needed_told(hub: Hub, agency: RecordId, others: frozenset[RecordId]) -> str:
    """Why `others` do as proposed, or do not, with `agency`."""
    names = sorted(agency_name(hub.agencies[one]) for one in others)
    sits = "sits" if len(names) == 1 else "sit"
    return f"{_listed(names)} {sits} where {agency_name(hub.agencies[agency])} is to go, so all of them go"


def _moves(moved: int) -> str:
    return "nobody moves" if not moved else f"{counted(moved, 'desk')} {'moves' if moved == 1 else 'move'}"


def _against(today: float, then: float) -> str:
    if then >= today:
        return f"It costs {then:,.1f}, and today’s plan {today:,.1f}"
    better = round(100 * (today - then) / today)
    less = f"{better} % less" if better else "hardly less"
    return f"It costs {then:,.1f} where today’s plan costs {today:,.1f}: {less}"


def _lacking(desks: int) -> Iterator[str]:
    """Why today's plan costs less than it would if everybody had what it is to have."""
    if desks:
        yield f"Today’s plan is without {counted(desks, 'desk')} that agencies are to have."


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
