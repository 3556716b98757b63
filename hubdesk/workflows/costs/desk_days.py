"""How many desks a year has, counted day by day: in service, licensed, vacant, and what is conceded."""

from dataclasses import dataclass
from fractions import Fraction

from hubdesk.charging.bases import licensed_desks
from hubdesk.charging.reckoning import Reckoning
from hubdesk.domain.money import percent
from hubdesk.domain.timeline import ONE_DAY


@dataclass(frozen=True, slots=True)
class DeskDays:
    """Desk-days of a charging year of `days` days.

    `vacant` are desks in service that nobody is licensed for; `beyond` licensed ones that no desk stands
    for. `conceded` is what concessions take off: a desk at 40 % is two fifths of one.
    """

    days: int
    in_service: int
    licensed: int
    vacant: int
    beyond: int
    conceded: Fraction

    def mean(self, desk_days: Fraction | int) -> Fraction:
        """So many desks on an average day of the year."""
        return Fraction(desk_days) / self.days


def desk_days(reckoning: Reckoning) -> DeskDays:
    """The desk-days of the year. Raises Refused where desks have no rate."""
    facts, year = reckoning.facts, reckoning.facts.year
    capacity = facts.occupancy.capacity
    licensed = licensed_desks(facts.hub.licences.values(), facts)
    cuts = {year.first, *(step.first for step in (*capacity.steps, *licensed.steps))}
    starts = sorted(day for day in cuts if year.first <= day <= year.last)
    in_service = held = vacant = beyond = 0
    for start, after in zip(starts, [*starts[1:], year.last + ONE_DAY], strict=True):
        days = (after - start).days
        desks, taken = capacity.at(start) or 0, licensed.at(start) or 0
        in_service += desks * days
        held += taken * days
        vacant += max(0, desks - taken) * days
        beyond += max(0, taken - desks) * days
    conceded = sum(
        (
            one.desks_conceded * one.days * percent(one.concession.percent)
            for stretches in reckoning.stretches.values()
            for one in stretches
            if one.concession
        ),
        Fraction(0),
    )
    return DeskDays(year.days, in_service, held, vacant, beyond, conceded)
