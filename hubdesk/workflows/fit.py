"""What speaks against allocating desks to an agency, told while they are being chosen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from hubdesk.domain.checks.sharing import beyond_licences, less_licensed
from hubdesk.domain.checks.spells import Amount, Spell, above_zero, peak, when, within
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.days import common_days, holds, in_words
from hubdesk.domain.desk import Desk
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted, named
from hubdesk.domain.placement import keeps_together, misfits, place_of
from hubdesk.domain.problem import Problem


@dataclass(frozen=True)
class Fit:
    """Judges desks for `agency` from `first` to `last` (None: open-ended), as `hub` stands.

    Made once to a stroke; then a desk at a time costs next to nothing, however large the hub. All of it
    is guidance: none of it stops an allocation. Rules are judged as on the first day.
    """

    hub: Hub
    agency: RecordId
    first: date
    last: date | None = None

    def against(self, desks: Iterable[RecordId]) -> tuple[Problem, ...]:
        """What speaks against allocating all of `desks`: what concerns them together first."""
        chosen = tuple(dict.fromkeys(desks))
        each = (problem for desk in chosen for problem in self.against_desk(desk))
        return (*self.beyond_licence(chosen), *self.apart(chosen), *each)

    def against_desk(self, desk: RecordId) -> tuple[Problem, ...]:
        """What speaks against one desk, whichever others are chosen."""
        record = self.hub.desks[desk]
        placed = misfits(self.hub, self.hub.agencies[self.agency], record, self.first)
        return (*self._out_of_service(record), *self._taken(record), *placed)

    def beyond_licence(self, desks: Iterable[RecordId]) -> Iterator[Problem]:
        """That the agency would have more desks than it is licensed for, if it would."""
        amounts = [*self._surplus, *(amount for desk in desks for amount in self._gained(desk))]
        spells = within(above_zero(amounts), self.first, self.last or date.max)
        if not spells:
            return
        day = spells[0].first
        licensed = self.hub.licensed_desks(self.agency, day)
        over = sum(one.desks for one in amounts if holds(one, day))
        code = self.hub.agencies[self.agency].code
        yield warning(
            "allocation-beyond-licence",
            f"{code} is licensed for {counted(licensed, 'desk')}, and {licensed + over:,} would be allocated "
            f"{when(spells)}{self._worst(amounts, spells, over)}",
            f"agency {code}",
            "Add desks to its licence, or choose fewer",
            (self.agency,),
        )

    def apart(self, desks: Iterable[RecordId]) -> Iterator[Problem]:
        """That the agency's desks would be in more than one place, if they are to be together."""
        rule = keeps_together(self.hub, self.agency)
        if rule is None:
            return
        chosen = {desk: self._place(desk) for desk in desks}
        places = Counter(place for desk, place in self._seats.items() if desk not in chosen)
        places.update(chosen.values())
        if len(places) < 2:
            return
        (home, _), *_ = places.most_common(1)
        stray = [desk for desk, place in chosen.items() if place != home]
        code = self.hub.agencies[self.agency].code
        yield warning(
            "not-together",
            f"{code} is to be kept together, and its desks would be in {len(places)} places: "
            + ", ".join(f"{count:,} in {self._named(place)}" for place, count in places.most_common()),
            f"agency {code}",
            f"Choose desks in {self._named(home)}, or move its others too",
            (*(stray or chosen), rule.id),
        )

    def _out_of_service(self, desk: Desk) -> Iterator[Problem]:
        if desk.first is not None and desk.first > self.first:
            what = f"It comes into service on {in_words(desk.first)}"
        elif desk.last is not None and (self.last is None or desk.last < self.last):
            what = f"It is in service until {in_words(desk.last)}"
        else:
            return
        remedy = "Choose another desk, or days on which it is in service"
        yield warning("allocation-outside-service", what, named(self.hub, desk), remedy, (desk.id,))

    def _taken(self, desk: Desk) -> Iterator[Problem]:
        for one in self.hub.allocations_of.get(desk.id, ()):
            common = common_days(one, self._stay)
            if common is None or one.agency == self.agency:
                continue
            other = self.hub.agencies[one.agency].code
            yield warning(
                "desk-taken",
                f"It is allocated to {other} {when((Spell(*common),))}, who would make room",
                named(self.hub, desk),
                f"Choose a vacant desk, or find another for {other}",
                (desk.id, one.id),
            )

    @property
    def _stay(self) -> Amount:
        return Amount(self.first, self.last, 1)

    @cached_property
    def _surplus(self) -> list[Amount]:
        """What the agency has beyond its licences as things stand."""
        return beyond_licences(self.hub).get(self.agency) or [*less_licensed(self.hub, self.agency)]

    def _gained(self, desk: RecordId) -> Iterator[Amount]:
        """The desk, less the days of it that the agency is charged for already."""
        record = self.hub.desks[desk]
        if gained := common_days(record, self._stay):
            yield Amount(*gained, 1)
            for one in self.hub.allocations_of.get(desk, ()):
                if one.payer == self.agency and (had := common_days(one, Spell(*gained))):
                    yield Amount(*had, -1)

    @cached_property
    def _seats(self) -> dict[RecordId, RecordId]:
        """Where the agency sits on the first day: desks, and the place of each."""
        return {
            one.desk: self._place(one.desk)
            for one in self.hub.allocations.values()
            if one.agency == self.agency and holds(one, self.first)
        }

    def _place(self, desk: RecordId) -> RecordId:
        return place_of(self.hub, self.hub.desks[desk], self.first)

    def _named(self, place: RecordId) -> str:
        record = self.hub.areas.get(place) or self.hub.floors[place]
        return named(self.hub, record)

    def _worst(self, amounts: Iterable[Amount], spells: tuple[Spell, ...], over: int) -> str:
        """Where later days are worse than the first, the worst of them."""
        cut = (common_days(one, Spell(spells[0].first, spells[-1].last)) for one in amounts)
        kept = [Amount(*days, one.desks) for one, days in zip(amounts, cut, strict=True) if days]
        day, most = peak(kept)
        if most <= over:
            return ""
        licensed = self.hub.licensed_desks(self.agency, day)
        return f"; from {in_words(day)}, {licensed + most:,} for {counted(licensed, 'desk')}"


def misplaced_on(hub: Hub, day: date) -> Iterator[Problem]:
    """What speaks against who sits where on `day`, by the same judgement: for the whole plan."""
    seated: dict[RecordId, list[Desk]] = {}
    for one in hub.allocations.values():
        if holds(one, day) and holds(desk := hub.desks[one.desk], day):
            seated.setdefault(one.agency, []).append(desk)
    for agency, desks in seated.items():
        for desk in desks:
            yield from misfits(hub, hub.agencies[agency], desk, day)
        yield from Fit(hub, agency, day).apart(desk.id for desk in desks)
