"""Working links as a floor shows them: lines between agencies that sit on it, stubs to those elsewhere."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hubdesk.domain.agency import Agency
from hubdesk.domain.desk import Desk
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.pairs import Pair, Seated, pairs_of


@dataclass(frozen=True, slots=True)
class Middle:
    """An agency's place on the floor: the middle of its desks there."""

    agency: Agency
    at: Point


@dataclass(frozen=True, slots=True)
class Line:
    """Two agencies that both sit on the floor."""

    pair: Pair
    one: Middle
    other: Middle

    @property
    def agencies(self) -> frozenset[RecordId]:
        return frozenset((self.pair.agency.id, self.pair.other.id))


@dataclass(frozen=True, slots=True)
class Stub:
    """An agency of the floor, and those that it works with on another one, the strongest first."""

    middle: Middle
    floor: Floor
    pairs: tuple[Pair, ...]
    above: bool

    @property
    def agencies(self) -> frozenset[RecordId]:
        return frozenset(id_ for one in self.pairs for id_ in (one.agency.id, one.other.id))


@dataclass(frozen=True, slots=True)
class LinksOnFloor:
    """What there is to draw, the strongest first; `middles` are of agencies that a line or stub goes from."""

    middles: tuple[Middle, ...] = ()
    lines: tuple[Line, ...] = ()
    stubs: tuple[Stub, ...] = ()
    seated: Seated = field(default_factory=dict, compare=False)


def links_on_floor(hub: Hub, floor: Floor, seated: Seated) -> LinksOnFloor:
    """The links of who is `seated` on `floor`.

    An agency that sits on several floors is linked on this one with whoever is here; with one that is not,
    by a stub that names the floor where most of its desks are.
    """
    here = {agency: _middle(hub, agency, desks, floor) for agency, desks in seated.items()}
    middles = {agency: middle for agency, middle in here.items() if middle is not None}
    lines: list[Line] = []
    stubs: defaultdict[tuple[RecordId, RecordId], list[Pair]] = defaultdict(list)
    for pair in pairs_of(hub).values():
        one, other = middles.get(pair.agency.id), middles.get(pair.other.id)
        if one is not None and other is not None:
            lines.append(Line(pair, one, other))
        for near, far in ((one, pair.other), (other, pair.agency)):
            if near is not None and far.id not in middles and far.id in seated:
                stubs[near.agency.id, _main_floor(seated[far.id])].append(pair)
    return LinksOnFloor(
        tuple(middles[id_] for id_ in _drawn_from(lines, stubs)),
        tuple(lines),
        tuple(
            Stub(middles[id_], to := hub.floors[there], tuple(pairs), above=to.level > floor.level)
            for (id_, there), pairs in stubs.items()
        ),
        seated,
    )


def _drawn_from(lines: Iterable[Line], stubs: Iterable[tuple[RecordId, RecordId]]) -> list[RecordId]:
    """The agencies that a line or a stub goes from, each once."""
    ends = [middle.agency.id for line in lines for middle in (line.one, line.other)]
    return list(dict.fromkeys([*ends, *(id_ for id_, _ in stubs)]))


def _middle(hub: Hub, agency: RecordId, desks: Sequence[Desk], floor: Floor) -> Middle | None:
    here = [desk for desk in desks if desk.floor == floor.id]
    if not here:
        return None
    x, y = sum(desk.x_mm for desk in here), sum(desk.y_mm for desk in here)
    return Middle(hub.agencies[agency], Point(round(x / len(here)), round(y / len(here))))


def _main_floor(desks: Sequence[Desk]) -> RecordId:
    """Where most of them are."""
    return Counter(desk.floor for desk in desks).most_common(1)[0][0]
