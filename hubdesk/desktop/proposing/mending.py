"""What breaks a rule and its repair, as a worker finds them: searches are loaded there and nowhere else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hubdesk.charging.run import Run
from hubdesk.desktop.jobs import Progress
from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.checking import Broken, Repair
from hubdesk.workflows.placing.moving import Moving, moving


@dataclass(frozen=True, slots=True)
class Mending:
    """The nearest repair of `hub` on `day`, and what it comes to; None where there is none."""

    hub: Hub
    day: date
    repair: Repair
    moving: Moving | None


def broken(hub: Hub, day: date) -> tuple[Broken, ...]:
    """What is not kept on `day`."""
    from hubdesk.workflows.placing.repair import broken_on

    return broken_on(hub, day)


def mending(hub: Hub, day: date, issued: Sequence[Run], progress: Progress) -> Mending:
    """The nearest repair. Raises Cancelled, Refused."""
    from hubdesk.workflows.placing.repair import nearest_repair

    repair = nearest_repair(hub, day, progress.check)
    progress.check()
    found = moving(hub, repair.proposal, issued) if repair.proposal else None
    return Mending(hub, day, repair, found)
