"""`Dressing`: what each desk of the floor on screen wears: its mark, and whether somebody leaves or comes."""

from collections.abc import Mapping, Set
from dataclasses import dataclass

from hubdesk.desktop.plan.plan import Plan
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.plan.marks import VACANT, Edge, LegendRow, Mark
from hubdesk.workflows.colouring import Colouring, colouring_of, recoloured
from hubdesk.workflows.coming_and_going import Turn, turns_after, turns_at
from hubdesk.workflows.meaning import Meaning
from hubdesk.workflows.placing.pins import pinned_at, pinned_on


@dataclass(frozen=True, slots=True, eq=False)
class Wear:
    """How a desk is drawn. Two desks that are drawn alike wear the very same one."""

    mark: Mark
    leaving: bool = False
    """Somebody leaves it within 30 days."""
    joining: bool = False
    """Somebody comes to it within 30 days."""
    serving: bool = True
    """Whether it is in service."""
    pinned: bool = False
    """Whether who sits there stays when another plan is proposed."""


_BARE = Wear(VACANT)
_NO_TURN = Turn()
_NOTHING = Colouring({}, ())


class Dressing:
    """The wear of the desks of the plan's floor as at the session's day."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._wears: dict[RecordId, Wear] = {}
        self._made: dict[tuple[Mark, bool, bool, bool, bool], Wear] = {}
        self._colouring = _NOTHING
        self.leaving = 0
        """Desks of the floor that somebody leaves within 30 days."""
        self.joining = 0
        self.pinned = 0

    def __getitem__(self, desk: RecordId) -> Wear:
        return self._wears.get(desk, _BARE)

    def renew(self) -> frozenset[RecordId]:
        """Work it out afresh; the desks that wear something else now, or are new, or gone."""
        before, self._wears = self._wears, self._worked_out()
        self._count()
        now = self._wears
        changed = {desk for desk, wear in now.items() if before.get(desk) is not wear}
        return frozenset(changed.union(before.keys() - now.keys()))

    def reseat(self, desks: frozenset[RecordId]) -> frozenset[RecordId]:
        """The same where nothing has changed but who sits at `desks`."""
        by = self._plan.colour_by
        if not by.tells_who:
            return self.renew()
        session = self._plan.session
        hub, day, here = session.hub, session.as_at, desks & self._wears.keys()
        self._colouring = recoloured(self._colouring, hub, day, by, here)
        turns, pinned = turns_at(hub, here, day), pinned_at(hub, here, day)
        worn = {
            desk: self._wear(
                self._colouring.meanings[desk].mark, turns.get(desk, _NO_TURN), pinned=desk in pinned
            )
            for desk in here
        }
        changed = frozenset(desk for desk, wear in worn.items() if self._wears[desk] is not wear)
        self._wears.update(worn)
        self._count()
        return changed

    def _count(self) -> None:
        self.leaving = sum(wear.leaving for wear in self._wears.values())
        self.joining = sum(wear.joining for wear in self._wears.values())
        self.pinned = sum(wear.pinned for wear in self._wears.values())

    @property
    def legend(self) -> tuple[LegendRow, ...]:
        return self._colouring.legend

    def _worked_out(self) -> dict[RecordId, Wear]:
        session, floor = self._plan.session, self._plan.floor
        if floor is None:
            self._colouring = _NOTHING
            return {}
        hub, day = session.hub, session.as_at
        self._colouring = colouring_of(
            hub, day, self._plan.colour_by, floor=floor.id, yearly=self._plan.yearly_per_desk
        )
        return self._all_worn(self._colouring.meanings, turns_after(hub, day), pinned_on(hub, day))

    def _all_worn(
        self, meanings: Mapping[RecordId, Meaning], turns: Mapping[RecordId, Turn], pinned: Set[RecordId]
    ) -> dict[RecordId, Wear]:
        wears: dict[RecordId, Wear] = {}
        # By identity: there are few meanings, and to hash one takes long.
        plain: dict[tuple[int, bool], Wear] = {}
        for desk, meaning in meanings.items():
            if desk in turns:
                wears[desk] = self._wear(meaning.mark, turns[desk], pinned=desk in pinned)
            else:
                looks = id(meaning), desk in pinned
                wear = plain.get(looks)
                if wear is None:
                    wear = plain[looks] = self._wear(meaning.mark, _NO_TURN, pinned=looks[1])
                wears[desk] = wear
        return wears

    def _wear(self, mark: Mark, turn: Turn, *, pinned: bool) -> Wear:
        serving = mark.edge is not Edge.DASHED
        leaving, joining = turn.leaving is not None and serving, turn.joining is not None and serving
        key = (mark, leaving, joining, serving, pinned and serving)
        wear = self._made.get(key)
        if wear is None:
            wear = self._made[key] = Wear(*key)
        return wear
