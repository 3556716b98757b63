"""What a worker finds out about a week of drop-ins."""

from dataclasses import dataclass
from datetime import date

from hubdesk.domain.checks import drop_ins
from hubdesk.domain.drop_in_room import Rooms
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem
from hubdesk.workflows.drop_ins.meetings import Companion, companions
from hubdesk.workflows.drop_ins.week import Week, week_of


@dataclass(frozen=True, slots=True)
class WeekFound:
    """The week, who meets whom in it, and what does not go together in this or any other week."""

    week: Week
    companions: tuple[Companion, ...]
    problems: tuple[Problem, ...]


def week_found(hub: Hub, day: date, agency: RecordId | None) -> WeekFound:
    """Of the week of `day`; with an `agency`, of that one. Problems are those of all."""
    rooms = Rooms(hub)
    problems = (*drop_ins.crowded(hub), *drop_ins.area_closed(hub))
    return WeekFound(week_of(rooms, day, agency), companions(rooms, day, agency), problems)
