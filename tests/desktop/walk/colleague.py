"""`Colleague`: somebody else on the same team's database, who changes things under one's hands."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import End
from hubdesk.domain.review import AgencyReview
from hubdesk.editing import agencies, areas, desks, drop_ins, queries, reviews
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document

_TODAY = date(2026, 11, 23)


class Colleague:
    """Moves desks, and takes away desks, areas, agencies and drop-ins that somebody may have in hand.

    And ends queries and learns that packs were opened, while somebody looks at the review.
    """

    def __init__(self, where: str, random: Random) -> None:
        self._store = open_store(where, user="Ben", mode=Mode.WRITE)
        self._document = Document(self._store, clock=lambda: datetime.now(UTC))
        self._random = random
        self.made = 0
        """Changes, up to now."""

    def step(self) -> str:
        """One change; what it was, or why there was none."""
        self._document.refresh()
        ways = (
            *(self._move, self._move, self._erase, self._no_area, self._no_agency),
            *(self._no_drop_in, self._end_query, self._pack_opened),
        )
        way: Callable[[Hub], Change] = self._random.choice(ways)
        try:
            change = way(self._document.hub)
            self._document.apply(change)
        except Refused as refused:
            return f"nothing: {refused.problems[0].what}"
        self.made += 1
        return change.title

    def close(self) -> None:
        self._store.close()

    def _move(self, hub: Hub) -> Change:
        some = self._random.sample(sorted(hub.desks), k=min(3, len(hub.desks)))
        return desks.move(hub, some, 100, 0)

    def _erase(self, hub: Hub) -> Change:
        some = self._random.sample(sorted(hub.desks), k=min(2, len(hub.desks)))
        return desks.remove_with_allocations(hub, *some)

    def _no_area(self, hub: Hub) -> Change:
        return areas.remove(hub, self._random.choice(sorted(hub.areas)))

    def _no_agency(self, hub: Hub) -> Change:
        return agencies.remove(hub, self._random.choice(sorted(hub.agencies)))

    def _no_drop_in(self, hub: Hub) -> Change:
        return drop_ins.remove(hub, *self._random.sample(sorted(hub.drop_ins), k=min(1, len(hub.drop_ins))))

    def _end_query(self, hub: Hub) -> Change:
        """The last one that is still open, or it is told that it has ended."""
        query = max(hub.queries.values(), key=lambda one: (one.end is None, one.number))
        how = self._random.choice((End.EXPLAINED, End.WITHDRAWN))
        return queries.end(hub, query.id, how, words="Settled", by="Ben", on=_TODAY)

    def _pack_opened(self, hub: Hub) -> Change:
        return reviews.opened(hub, self._random.choice(sorted(hub.table(AgencyReview))), _TODAY)
