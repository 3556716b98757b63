"""`ReviewLookUps`: rounds of review, who is asked in them, and queries, by what belongs to what."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from hubdesk.domain.ids import RecordId
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.record_tables import RecordTables, grouped
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings


@dataclass(frozen=True)
class ReviewLookUps(RecordTables):
    """What there is of reviews in a hub."""

    @property
    def review_settings(self) -> ReviewSettings | None:
        return next(iter(self.all(ReviewSettings)), None)

    @cached_property
    def review_rounds(self) -> tuple[ReviewRound, ...]:
        """Every round, the first opened first."""
        return tuple(sorted(self.all(ReviewRound), key=lambda one: (one.opened, one.as_at, one.name)))

    @cached_property
    def reviews_of(self) -> Mapping[RecordId, Mapping[RecordId, AgencyReview]]:
        """The agencies asked in each round that asks any, by round and by agency."""
        rounds = grouped(self.all(AgencyReview), lambda one: one.round)
        return {round_: {one.agency: one for one in asked} for round_, asked in rounds.items()}

    @property
    def queries(self) -> Mapping[RecordId, Query]:
        return self.table(Query)

    @cached_property
    def queries_of(self) -> Mapping[RecordId, tuple[Query, ...]]:
        """The queries of each agency that has any, in order of number."""
        return grouped(sorted(self.all(Query), key=lambda one: one.number), lambda one: one.agency)

    @cached_property
    def messages_of(self) -> Mapping[RecordId, tuple[QueryMessage, ...]]:
        """What was written about each query, in order."""
        messages = sorted(self.all(QueryMessage), key=lambda one: (one.day, one.place, one.id))
        return grouped(messages, lambda one: one.query)
