"""Concessions: one scope, and one of a scope on a day."""

from collections.abc import Iterator

from hubdesk.domain.checks.spells import overlaps, when
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem


def scopes(hub: Hub) -> Iterator[Problem]:
    """Concessions with both a sector and a licence, or neither."""
    for one in hub.concessions.values():
        if (one.sector is None) == (one.licence is None):
            yield error(
                "concession-scope",
                "It has neither a sector nor a licence"
                if one.sector is None
                else "It has a sector and a licence",
                named(hub, one),
                "Give a sector for a standing rate, or a licence for an award, and not both",
                (one.id,),
                "sector",
            )


def overlapping(hub: Hub) -> Iterator[Problem]:
    """Two awards to one licence, or two standing rates of one sector, on one day."""
    for same_scope in (*hub.awards_of.values(), *hub.standing_rates.values()):
        for earlier, later, common in overlaps(same_scope):
            yield error(
                "concessions-overlap",
                f"Two concessions hold at once {when((common,))}",
                named(hub, later),
                "End the earlier one the day before the later one starts, or remove one",
                (later.id, earlier.id),
                "first",
            )
