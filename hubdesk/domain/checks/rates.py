"""The desk rate: there on every day on which desks are licensed."""

from collections.abc import Iterator
from datetime import date

from hubdesk.domain.checks.sharing import licensed
from hubdesk.domain.checks.spells import above_zero, when, within
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.timeline import ONE_DAY


def desks_without_rate(hub: Hub) -> Iterator[Problem]:
    """Licences with desks on days before the first step of the desk rate."""
    known = hub.rate.pence.first
    until = date.max if known is None else known - ONE_DAY
    for licence in hub.licences.values():
        if known is not None and max(licence.first, licence.desks.first or known) >= known:
            continue
        spells = within(above_zero(licensed(licence)), date.min, until)
        if spells:
            yield error(
                "desks-without-rate",
                f"Desks are licensed {when(spells)} and there is no desk rate yet",
                named(hub, licence),
                "Add a desk rate from that day or earlier, or start the licence later",
                (licence.id, hub.rate.id),
                "first",
            )
