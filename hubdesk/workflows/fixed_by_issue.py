"""What issuing fixes: a year's start for good, its billing period until the year is complete."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.domain.settings import HubSettings
from hubdesk.store import Store
from hubdesk.workflows.recharge_run import missing_periods
from hubdesk.workflows.standing import Standing, Thawed


@dataclass(frozen=True, slots=True)
class Fixed:
    """A setting of the hub that cannot be changed now: what it is, and until when."""

    what: str
    since: str
    """The run that fixed it."""
    until: str
    """The run that will let it be changed again; empty where none ever will."""

    @property
    def remedy(self) -> str:
        return f"Leave it as it was until {self.until} is issued" if self.until else "Leave it as it was"

    @property
    def told(self) -> str:
        """Why it is not to be changed, as a sentence."""
        until = f" until {self.until} is issued" if self.until else ""
        return f"{self.what} is fixed{until}, because {self.since} was issued with it."


def fixed_settings(standing: Standing) -> Mapping[str, Fixed]:
    """What issuing has fixed of the hub's settings, by the name of the field.

    Raises Refused if an issued run is not as it was issued.
    """
    begun = list(standing.years.values())
    if not begun:
        return {}
    fixed = {"year_start": Fixed("The start of the charging year", begun[0].name, "")}
    missing = [(run.name, period) for run in begun for period in missing_periods(standing, run.year)]
    if missing:
        since, last = missing[-1]
        fixed["billing"] = Fixed("The billing period", since, last.name)
    return fixed


def against_issued(store: Store, hub: Hub, change: Change, thawed: Thawed) -> Iterator[Problem]:
    """What in `change` the runs issued from `hub`, which is in `store`, no longer allow.

    Those that are `thawed` are not read again.
    """
    for before, after in change.updated:
        if not (isinstance(before, HubSettings) and isinstance(after, HubSettings)):
            continue
        differing = [
            field for field in ("year_start", "billing") if getattr(before, field) != getattr(after, field)
        ]
        if not differing:
            continue
        fixed = fixed_settings(Standing(hub, store.last_sequence(), store.runs(), store.people(), thawed))
        for field in differing:
            if one := fixed.get(field):
                yield error(
                    "fixed-by-issue",
                    f"{one.what} is fixed, because runs were issued with it",
                    "the hub's settings",
                    one.remedy,
                    (after.id,),
                    field,
                )
