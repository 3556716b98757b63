"""What a hub asks of who sits where, read off its records desk by desk, without the engine."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from hubdesk.allocating.feasible.program import Ask, AskKind
from hubdesk.allocating.problem.question import Question
from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.days import holds
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.placement import keeps_together, misfits, place_of
from hubdesk.domain.rule import PlacementRule

Plans = NDArray[np.intp]
"""Who sits at each desk, as the place of an agency, -1 for nobody (plans × desks)."""
Flags = NDArray[np.bool_]


class Wish(NamedTuple):
    """One thing that is asked."""

    kind: AskKind
    agency: RecordId | None = None
    record: RecordId | None = None


def wishes_of(question: Question, asks: Sequence[Ask]) -> list[Wish]:
    """What the engine calls `asks`."""
    agency = [member.agency for member in question.members]
    return [Wish(ask.kind, None if ask.member is None else agency[ask.member], ask.record) for ask in asks]


@dataclass(frozen=True)
class Asked:
    """`most_moved` is in per cent of the desks that agencies have on the day and keep."""

    hub: Hub
    day: date
    most_moved: int | None

    @cached_property
    def sits(self) -> Mapping[RecordId, Allocation]:
        """The stay at each desk that somebody has."""
        stays = {desk.id: self.hub.allocation_on(desk.id, self.day) for desk in self._in_service}
        return {desk: stay for desk, stay in stays.items() if stay}

    @cached_property
    def stays(self) -> frozenset[RecordId]:
        """The desks where whoever sits there is to stay: pinned, or not to be had for good."""
        return frozenset(
            desk for desk, stay in self.sits.items() if stay.pinned or self._is_lost(self.hub.desks[desk])
        )

    @cached_property
    def desks(self) -> tuple[Desk, ...]:
        """Those that can be given to somebody, and those that somebody has."""
        return tuple(desk for desk in self._in_service if desk.id in self.sits or not self._is_lost(desk))

    @cached_property
    def wanted(self) -> Mapping[RecordId, int]:
        """How many desks each agency is to have, of those that have any now or then."""
        wanted = {one: self._wanted(one) for one in self.hub.agencies}
        return {one: desks for one, desks in wanted.items() if desks or self._has[one]}

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """Those of `wanted`."""
        return tuple(self.hub.agencies[one] for one in self.wanted)

    @cached_property
    def may_move(self) -> Mapping[RecordId, int]:
        return {one: min(desks, self._has[one]) for one, desks in self.wanted.items()}

    @cached_property
    def most_moves(self) -> int | None:
        return None if self.most_moved is None else sum(self.may_move.values()) * self.most_moved // 100

    @cached_property
    def barred(self) -> Mapping[Wish, Flags]:
        """Of each agency, by what speaks against it, the desks where it may not sit."""
        barred: dict[Wish, Flags] = {}
        for agency in self.agencies:
            for place, desk in enumerate(self.desks):
                for problem in misfits(self.hub, agency, desk, self.day):
                    wish = Wish(AskKind.RULE, agency.id, problem.records[1])
                    barred.setdefault(wish, np.zeros(len(self.desks), dtype=bool))[place] = True
        return barred

    @cached_property
    def accessible(self) -> Flags:
        return np.array([desk.kind is DeskKind.ACCESSIBLE for desk in self.desks], dtype=bool)

    @cached_property
    def places(self) -> Sequence[RecordId]:
        """What counts as one place, for each desk."""
        return [place_of(self.hub, desk, self.day) for desk in self.desks]

    def accessible_wanted(self, agency: RecordId) -> int:
        """Of what it has; whoever has fewer desks than it wants accessible, wants all of them so."""
        return min(self.hub.agencies[agency].accessible_desks or 0, self.wanted[agency])

    def together(self, agency: RecordId) -> PlacementRule | None:
        return keeps_together(self.hub, agency)

    def kept(self, plans: Plans) -> Mapping[Wish, Flags]:
        """Everything that is asked, and which of `plans` (over `agencies` and `desks`) keep it."""
        kept: dict[Wish, Flags] = {}
        stays = np.zeros(len(plans), dtype=np.intp)
        today = [self.sits[desk.id].agency if desk.id in self.sits else None for desk in self.desks]
        for place, agency in enumerate(self.agencies):
            here = plans == place
            had = np.array([one == agency.id for one in today], dtype=bool)
            stays += np.minimum((here & had).sum(axis=1), self.may_move[agency.id])
            kept[Wish(AskKind.DESKS, agency.id)] = here.sum(axis=1) == self.wanted[agency.id]
            pinned = had & np.array([desk.id in self.stays for desk in self.desks], dtype=bool)
            if pinned.any():
                kept[Wish(AskKind.PINS, agency.id)] = here[:, pinned].all(axis=1)
            if least := self.accessible_wanted(agency.id):
                kept[Wish(AskKind.ACCESSIBLE, agency.id)] = here[:, self.accessible].sum(axis=1) >= least
            if rule := self.together(agency.id):
                kept[Wish(AskKind.TOGETHER, agency.id, rule.id)] = self._places_had(here) <= 1
            for wish, barred in self.barred.items():
                if wish.agency == agency.id:
                    kept[wish] = ~here[:, barred].any(axis=1)
        if self.most_moves is not None:
            kept[Wish(AskKind.MOVES)] = sum(self.may_move.values()) - stays <= self.most_moves
        return kept

    def broken_by(self, plan: Sequence[int]) -> set[Wish]:
        """What one plan does not keep."""
        return {wish for wish, kept in self.kept(np.array([plan], dtype=np.intp)).items() if not kept[0]}

    def plan_of(self, hub: Hub) -> list[int]:
        """Who sits where on the day as `hub` has it after a change."""
        order = {agency.id: place for place, agency in enumerate(self.agencies)}
        stays = [hub.allocation_on(desk.id, self.day) for desk in self.desks]
        return [order[stay.agency] if stay else -1 for stay in stays]

    @cached_property
    def _in_service(self) -> tuple[Desk, ...]:
        return tuple(desk for desk in self.hub.desks.values() if holds(desk, self.day))

    @cached_property
    def _has(self) -> Counter[RecordId]:
        return Counter(stay.agency for stay in self.sits.values())

    def _places_had(self, here: Flags) -> NDArray[np.intp]:
        every = dict.fromkeys(self.places)
        marked = [here[:, [one == place for one in self.places]].any(axis=1) for place in every]
        return np.asarray(np.sum(marked, axis=0, dtype=np.intp))

    def _is_lost(self, desk: Desk) -> bool:
        later = any(one.first > self.day for one in self.hub.allocations.values() if one.desk == desk.id)
        return later or desk.last is not None or desk.kind is DeskKind.TOUCHDOWN

    def _wanted(self, agency: RecordId) -> int:
        """Licensed, so that just as many are paid for; without a licence, as many as it has."""
        licences = [one for one in self.hub.licences.values() if one.agency == agency]
        if not any(holds(one, self.day) for one in licences):
            return self._has[agency]
        licensed = sum(one.desks_on(self.day) for one in licences)
        pays = sum(stay.payer == agency != stay.agency for stay in self.sits.values())
        paid = sum(stay.agency == agency != stay.payer for stay in self.sits.values())
        return max(0, licensed - pays + paid)
