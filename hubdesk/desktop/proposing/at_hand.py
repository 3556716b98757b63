"""`AtHand`: the plan that is proposed, as its dialogs look into it; what is worked out is for a worker."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hubdesk.desktop.jobs import Jobs, Progress
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.choices import Curve
from hubdesk.workflows.placing.price_list import Prices
from hubdesk.workflows.placing.reason_rows import AgencyTold
from hubdesk.workflows.standing import Standing

if TYPE_CHECKING:
    from hubdesk.workflows.placing.proposing import Allocated
    from hubdesk.workflows.placing.trying import Tried


@dataclass(frozen=True, slots=True)
class AtHand:
    """`found` is what was proposed to `hub`; `use` puts another plan in its place."""

    jobs: Jobs
    standing: Standing
    hub: Hub
    found: "Allocated"
    use: Callable[["Allocated"], object]


@dataclass(frozen=True, slots=True)
class TriedOut:
    """What came of trying a place, and the same in sentences."""

    tried: "Tried"
    told: tuple[str, ...]


def reasons_of(at_hand: AtHand, agency: RecordId) -> AgencyTold:
    """Why `agency` sits where it does."""
    from hubdesk.workflows.placing.reasons import agency_told

    return agency_told(at_hand.hub, at_hand.found, agency)


def tried_out(at_hand: AtHand, agency: RecordId, place: RecordId, progress: Progress) -> TriedOut:
    """What it comes to to put `agency` into `place`. Raises Refused, or Cancelled."""
    from hubdesk.workflows.placing.trying import SECONDS, tried_told, trying

    progress.check()
    found = trying(
        at_hand.hub,
        at_hand.found,
        agency,
        place,
        lambda search: progress.report(min(1.0, search.spent / SECONDS), search.phase),
    )
    return TriedOut(found, tuple(tried_told(at_hand.hub, at_hand.found, found)))


def priced(at_hand: AtHand, progress: Progress) -> Prices:
    """What each thing that is asked costs. Raises Cancelled."""
    from hubdesk.workflows.placing.prices import prices_of

    progress.check()
    return prices_of(
        at_hand.hub, at_hand.found, at_hand.standing.runs, lambda part: progress.report(part, "")
    )


def choices(at_hand: AtHand, progress: Progress) -> Curve:
    """Plans from few moves to short ways. Raises Cancelled."""
    from hubdesk.workflows.placing.curve import curve_of

    progress.check()
    return curve_of(at_hand.found, lambda part: progress.report(part, ""))
