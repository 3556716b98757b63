"""Which totals an agency may see in a round whose totals are withheld, and which it has seen before."""

from collections.abc import Sequence

from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import Totals
from hubdesk.workflows.review.year import YearSeen


def totals_shown_to(
    agency: RecordId, seen: YearSeen, totals: Totals, earlier: Sequence[tuple[YearSeen, Totals]]
) -> frozenset[RecordId]:
    """The cost lines whose totals the pack of `agency` shows; `earlier` are the rounds it was in before."""
    if totals is Totals.OPEN:
        return frozenset(line.id for line in seen.shared_with(agency))
    return frozenset()
