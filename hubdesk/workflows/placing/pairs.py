"""Pairs of agencies that work together: who with whom, how strongly, and how far apart they sit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.plain import decimal_text

Seated = Mapping[RecordId, Sequence[Desk]]
"""The desks where each agency sits; of agencies without any, nothing."""

_MM_IN_M = 1_000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two agencies, in order of code, and the working links between them, the strongest first."""

    agency: Agency
    other: Agency
    links: tuple[WorkingLink, ...]

    @property
    def strength(self) -> Decimal:
        """Of all the links together: so a plan counts them."""
        return sum((one.strength for one in self.links), Decimal(0))

    @property
    def words(self) -> str:
        """ "Housing and Benefits, strength 4"."""
        return f"{_name(self.agency)} and {_name(self.other)}, strength {decimal_text(self.strength)}"

    @property
    def reason(self) -> str:
        return "; ".join(one.reason for one in self.links if one.reason)

    def partner_of(self, agency: RecordId) -> Agency:
        return self.other if self.agency.id == agency else self.agency


def pairs_of(hub: Hub) -> Mapping[frozenset[RecordId], Pair]:
    """Every pair that works together, by its two agencies, the strongest first."""
    pairs = [_pair(hub, key, between) for key, between in hub.links_between.items() if len(key) > 1]
    pairs.sort(key=lambda one: (-one.strength, one.agency.code, one.other.code))
    return {frozenset((one.agency.id, one.other.id)): one for one in pairs}


def seated_on(hub: Hub, day: date) -> Seated:
    """Who sits where on `day`, at desks that are in service then."""
    seated: defaultdict[RecordId, list[Desk]] = defaultdict(list)
    for one in hub.allocations.values():
        if holds(one, day) and holds(desk := hub.desks[one.desk], day):
            seated[one.agency].append(desk)
    return dict(seated)


def mean_way(hub: Hub, one: Sequence[Desk], other: Sequence[Desk]) -> float | None:
    """Metres from a desk of `one` to a desk of `other` on average; None where either is without desks.

    Rectilinear, as along walls and aisles; each floor between adds the metres of the placement settings.
    """
    if not one or not other:
        return None
    across = _summed((desk.x_mm for desk in one), (desk.x_mm for desk in other))
    down = _summed((desk.y_mm for desk in one), (desk.y_mm for desk in other))
    levels = _summed(_levels(hub, one), _levels(hub, other))
    between = (across + down) / _MM_IN_M + levels * float(_settings(hub).floor_m)
    return between / (len(one) * len(other))


def told(hub: Hub, pair: Pair, seated: Seated) -> str:
    """ "Housing and Benefits, strength 4: 23 m on average", and why they are linked."""
    way = way_told(hub, pair, seated)
    return "\n".join(line for line in (f"{pair.words}: {way}", pair.reason) if line)


def way_told(hub: Hub, pair: Pair, seated: Seated) -> str:
    """ "23 m on average", or who of the two has no desk."""
    desks = seated.get(pair.agency.id, ()), seated.get(pair.other.id, ())
    way = mean_way(hub, *desks)
    if way is not None:
        metres = f"{way:,.0f} m on average"
        one_floor = len({desk.floor for side in desks for desk in side}) == 1
        floor_m = decimal_text(_settings(hub).floor_m)
        return metres if one_floor else f"{metres}, each floor between counted as {floor_m} m"
    without = [_name(who) for who, held in zip((pair.agency, pair.other), desks, strict=True) if not held]
    return f"{' and '.join(without)} {'has' if len(without) == 1 else 'have'} no desk"


def _summed(one: Iterable[int], other: Iterable[int]) -> int:
    """Σ |a − b| over all pairs: in order, each is as far as its distance to all those before it."""
    count, total, summed = [0, 0], [0, 0], 0
    for value, side in sorted([(value, 0) for value in one] + [(value, 1) for value in other]):
        summed += value * count[1 - side] - total[1 - side]
        count[side] += 1
        total[side] += value
    return summed


def _levels(hub: Hub, desks: Sequence[Desk]) -> Iterable[int]:
    return (hub.floors[desk.floor].level for desk in desks)


def _settings(hub: Hub) -> PlacementSettings:
    return hub.placement_settings or PlacementSettings(RecordId(""))


def _pair(hub: Hub, key: frozenset[RecordId], between: Sequence[WorkingLink]) -> Pair:
    one, other = sorted((hub.agencies[id_] for id_ in key), key=lambda agency: agency.code)
    return Pair(one, other, tuple(sorted(between, key=lambda link: (-link.strength, link.id))))


def _name(agency: Agency) -> str:
    return agency.name or agency.code
