"""The hub's own settings: when its year starts, and its money."""

from collections.abc import Iterator

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.domain.settings import POUNDS, HubSettings


def year_start(hub: Hub) -> Iterator[Problem]:
    """A charging year that starts on no day 1 to 28 of a month (charging rules, section 1)."""
    for settings in hub.all(HubSettings):
        if 1 <= settings.year_start.day <= 28 and 1 <= settings.year_start.month <= 12:
            continue
        yield error(
            "year-start-not-1-to-28",
            f"The charging year starts on day {settings.year_start.day} of month {settings.year_start.month}",
            "the hub's settings",
            "Choose day 1 to 28 of a month, such as 01-04 for 1 April",
            (settings.id,),
            "year_start",
        )


def currency(hub: Hub) -> Iterator[Problem]:
    """A hub in another currency than pounds, in which every amount is written."""
    for settings in hub.all(HubSettings):
        if settings.currency != POUNDS:
            yield error(
                "currency-not-pounds",
                f"The currency is “{settings.currency}”, and Hubdesk works in pounds",
                "the hub's settings",
                f"Type {POUNDS}, or leave the currency blank",
                (settings.id,),
                "currency",
            )
