"""Hubs as people know them: by codes, without the ids that the program makes."""

from typing import Any

from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.plain import canonical, to_plain
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.record import Record, references
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.underlay import Underlay

_WITHOUT_A_SHEET = (
    *(LedgerSettings, StatementSettings, Underlay, PlacementSettings),
    *(ReviewSettings, ReviewRound, AgencyReview, Query, QueryMessage),
)


def but_for_ids(hub: Hub) -> list[str]:
    """Every record's plain form with codes in place of ids, sorted, but for what has no sheet or column."""
    return sorted(
        canonical(_with_codes(hub, record))
        for record in hub.records()
        if not isinstance(record, _WITHOUT_A_SHEET)
    )


def _with_codes(hub: Hub, record: Record) -> dict[str, Any]:
    plain = to_plain(record)
    del plain["id"]
    plain.pop("locked", None)
    for reference, target in references(record):
        referred: Any = hub.table(reference.to)[target]
        plain[reference.field] = [referred.code, getattr(referred, "year", "")]
    return plain
