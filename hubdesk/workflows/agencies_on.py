"""The agencies of a hub as at a day: what they are licensed for and have, and what the year costs them."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.agency import Agency
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.names import counted
from hubdesk.workflows.licence_spans import presence
from hubdesk.workflows.occupancy_on import AgencyDesks, OccupancyOn
from hubdesk.workflows.year_cost import YearCost


@dataclass(frozen=True, slots=True)
class AgencyOn:
    """One agency on a day; `pence` is what the charging year of that day costs it, None if not known."""

    agency: Agency
    desks: AgencyDesks
    is_host: bool
    standing: str
    """How it stands on the day, in words: "Here until 31 March 2027", "2 desks over its licence"."""
    pence: Pence | None = None

    @property
    def id(self) -> RecordId:
        return self.agency.id

    @property
    def vacant(self) -> int:
        """Desks that it is licensed for and nobody of it sits at; below zero, those beyond its licence."""
        return self.desks.to_place


def agencies_on(hub: Hub, on: OccupancyOn, cost: YearCost | None = None) -> tuple[AgencyOn, ...]:
    """Every agency as `on` has it, in order of code. `cost` is of the year of that day, once it is known."""
    return tuple(
        AgencyOn(
            agency := hub.agencies[id_],
            desks,
            agency.id == hub.settings.host,
            _standing(hub, desks, on.day),
            cost.of[id_].pence if cost is not None and id_ in cost.of else None,
        )
        for id_, desks in on.agencies.items()
    )


def _standing(hub: Hub, desks: AgencyDesks, day: date) -> str:
    spells = presence(hub, desks.agency)
    here = next((one for one in spells if one.first <= day <= one.last), None)
    words = []
    if here is not None and here.last < date.max:
        words.append(f"Here until {in_words(here.last)}")
    if here is None:
        to_come = next((one for one in spells if one.first > day), None)
        if to_come is not None:
            words.append(f"Joins on {in_words(to_come.first)}")
        elif spells:
            words.append(f"Left after {in_words(spells[-1].last)}")
        else:
            words.append("No licence")
    if desks.to_place < 0:
        words.append(f"{counted(-desks.to_place, 'desk')} over its licence")
    return "; ".join(words)
