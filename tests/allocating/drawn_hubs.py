"""Hubs to place agencies in, drawn at random: with whatever can be asked of a plan, and often too much."""

import random
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.rule import RuleKind
from tests.builders.hub import HubBuilder, a_hub

DAY = date(2026, 11, 23)

_AGENCIES = ("HBC", "POL", "CAB", "DWP", "NHS", "PRO", "REG")
"""The host first."""
_FLOORS = (("G", 0), ("1", 1), ("2", 2), ("B", -1))
_KINDS = ("neighbourhood", "neighbourhood", "neighbourhood", "restricted", "public", "reception", "pod")
_CLEARANCES = ("police", "court")
_WIDE_M = 8
"""Each floor is a row of bays so wide: areas, and one that is in none."""
_BAYS = 4


class Drawn(NamedTuple):
    """A hub, and how many of a hundred desks may move; None: any number."""

    hub: Hub
    most_moved: int | None


def drawn_hub(seed: int, least: int, most: int, agencies: int = len(_AGENCIES)) -> Drawn:
    """A hub of `least` to `most` desks, the same for the same seed."""
    return _Drawing(random.Random(seed), agencies).drawn(least, most)


@dataclass
class _Drawing:
    rng: random.Random
    most_agencies: int
    hub: HubBuilder = field(default_factory=a_hub)
    codes: list[str] = field(default_factory=list)
    floors: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    strictness: float = 0
    """How likely an agency is to have rules."""
    sitting: dict[str, int] = field(default_factory=dict)
    """Desks that each agency is charged for on the day."""

    def drawn(self, least: int, most: int) -> Drawn:
        desks = self.rng.randint(least, most)
        self.strictness = self.rng.choice([0, 0.1, 0.25, 0.5])
        self._agencies()
        self._building()
        self._desks(desks)
        for code in self.codes:
            self._licence(code)
            self._rules(code)
        self._links()
        if self._one_in(2):
            self.hub.add(self._settings())
        return Drawn(self.hub.build(), self.rng.choice([None, None, None, 0, 10, 25, 50, 100]))

    def _agencies(self) -> None:
        self.codes = list(_AGENCIES[: self.rng.randint(1, self.most_agencies)])
        for place, code in enumerate(self.codes[1:]):
            wanted = self.rng.choice([None] * 8 + [0, 1, 1, 3])
            self.hub.agency(code, "voluntary" if place % 2 else "public", accessible_desks=wanted)

    def _building(self) -> None:
        for code, level in self.rng.sample(_FLOORS, self.rng.randint(1, 3)):
            self.floors.append(code)
            self.hub.floor(code, level, _WIDE_M * _BAYS, 20)
            for bay in range(self.rng.randint(0, _BAYS - 1)):
                self._area(code, bay)

    def _area(self, floor: str, bay: int) -> None:
        left, right, code = bay * _WIDE_M, (bay + 1) * _WIDE_M, f"{floor}-N{bay + 1}"
        first, last = self.rng.choice([(None, None)] * 6 + [("2026-12-01", None), (None, "2026-10-31")])
        kind = self.rng.choice(_KINDS)
        self.areas.append(code)
        self.hub.area(
            code,
            floor,
            self.rng.choice(self.codes) if self._one_in(8) else None,
            kind=kind,
            outline=[(left, 0), (right, 0), (right, 20), (left, 20)],
            clearance=self.rng.choice([*_CLEARANCES, ""]) if kind == "restricted" else "",
            first=first,
            last=last,
        )

    def _desks(self, count: int) -> None:
        places = [
            (floor, x, y) for floor in self.floors for x in range(4 * _BAYS) for y in range(1, 1 + count // 3)
        ]
        who, fullness = self.rng.choice(self.codes), self.rng.choice([0.3, 0.5, 0.7, 0.9])
        chosen = sorted(self.rng.sample(places, min(count, len(places))))
        for number, (floor, x, y) in enumerate(chosen):
            code = f"{floor}-{number:03}"
            first, last = self.rng.choice(
                [(None, None)] * 30 + [(None, "2027-06-30"), (None, "2026-09-30"), ("2026-12-14", None)]
            )
            self.hub.desk(
                code,
                floor,
                1 + 2 * x,
                2 * y,
                area=self.rng.choice(self.areas) if self.areas and self._one_in(12) else None,
                kind=self.rng.choice(["standard"] * 9 + ["accessible"] * 3 + ["touchdown"]),
                first=first,
                last=last,
            )
            if self._one_in(3):
                who = self.rng.choice(self.codes)
            if self.rng.random() < fullness:
                self._allocation(code, who, None if self._one_in(3) else last)

    def _allocation(self, desk: str, who: str, last: str | None) -> None:
        later = self.rng.choice(self.codes)
        if self._one_in(24):
            self.hub.allocation(desk, later, "2027-04-01")
            last = "2027-03-31"
        elif self._one_in(12):
            last = self.rng.choice(["2026-11-23", "2026-12-24", "2026-10-01"])
        pays = self.rng.choice(self.codes) if self._one_in(10) else None
        is_there = last is None or last >= DAY.isoformat()
        first = DAY.isoformat() if is_there and self._one_in(8) else "2026-04-01"
        self.hub.allocation(desk, who, first, last, None if pays == who else pays, pinned=self._one_in(24))
        if is_there:
            self.sitting[pays or who] = self.sitting.get(pays or who, 0) + 1

    def _licence(self, code: str) -> None:
        """About as many desks as it is charged for now; for one in six none."""
        if self._one_in(6):
            return
        desks = max(0, self.sitting.get(code, 0) + self.rng.choice([-1, -1, 0, 0, 0, 1]))
        steps = {"2026-04-01": desks} | ({"2027-01-01": desks + 2} if self._one_in(6) else {})
        last = "2026-10-31" if self._one_in(12) else None
        self.hub.licence(f"L-{code}", code, steps, last=last)
        if desks and self._one_in(8):
            self.hub.licence(f"M-{code}", code, 1, first=self.rng.choice(["2026-04-01", "2026-12-01"]))

    def _rules(self, code: str) -> None:
        for _ in range(self.rng.choice([1, 1, 2]) if self.rng.random() < self.strictness else 0):
            kind = self.rng.choice(list(RuleKind))
            value = ""
            if kind is RuleKind.CLEARANCE:
                value = self.rng.choice([*_CLEARANCES, "Police "])
            elif kind is RuleKind.STAY_ON_FLOOR:
                value = self.rng.choice(self.floors)
            elif kind is RuleKind.KEEP_OUT:
                value = self.rng.choice([*self.floors, *self.areas])
            self.hub.rule(code, kind.value, value)

    def _links(self) -> None:
        for place, one in enumerate(self.codes):
            for other in self.codes[:place]:
                if self._one_in(3):
                    self.hub.link(one, other, self.rng.choice(["0.5", "1", "2", "5", "10"]))

    def _settings(self) -> PlacementSettings:
        drawn = (Decimal(self.rng.choice(["0", "1", "2.5", "20", "35"])) for _ in range(4))
        return PlacementSettings(RecordId("placing"), *drawn)

    def _one_in(self, times: int) -> bool:
        return self.rng.randrange(times) == 0
