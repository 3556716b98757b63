"""Records that refer to something that is not there, and the records a hub has one of."""

from collections.abc import Iterator

from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.names import named
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import KIND_NAMES, REFERENCES, Record
from hubdesk.domain.review import ReviewSettings
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.statements import StatementSettings

_AT_MOST_ONE: tuple[tuple[type[Record], str, str], ...] = (
    (LedgerSettings, "ledger-settings-twice", "ledger settings"),
    (StatementSettings, "statement-texts-twice", "the texts of statements"),
    (ReviewSettings, "review-settings-twice", "review settings"),
    (PlacementSettings, "placement-settings-twice", "placement settings"),
)


def dangling(hub: Hub) -> Iterator[Problem]:
    """References to records that the hub does not hold; the host's is `no_host`'s."""
    for kind, references in REFERENCES.items():
        for record in hub.all(kind):
            for field, to in references:
                target = getattr(record, field)
                if target is None or target in hub.table(to) or kind is HubSettings:
                    continue
                yield error(
                    "reference-dangling",
                    f"This names {_a(KIND_NAMES[to])} that is not in the hub",
                    named(hub, record),
                    f"Choose one that exists, or add the {KIND_NAMES[to]} first",
                    (record.id,),
                    field,
                )


def no_host(hub: Hub) -> Iterator[Problem]:
    """No host, or more than one record of settings, and so two hosts maybe."""
    settings = list(hub.all(HubSettings))
    if len(settings) > 1:
        yield error(
            "settings-twice",
            f"The hub has {len(settings)} records of settings, and so more than one host",
            "the hub's settings",
            "Keep one and remove the others",
            tuple(one.id for one in settings),
        )
    if not settings or any(one.host not in hub.table(Agency) for one in settings):
        yield error(
            "host-missing",
            "The hub has no host agency",
            "the hub's settings",
            "Name the agency that runs the building as its host",
            tuple(one.id for one in settings),
            "host",
        )


def one_of_each(hub: Hub) -> Iterator[Problem]:
    """More than one desk rate or record of settings, or no rate record at all."""
    rates = list(hub.all(DeskRate))
    if len(rates) != 1:
        yield error(
            "desk-rate-not-one",
            f"The hub has {len(rates) or 'no'} desk rate{'s' if rates else ''}, and needs exactly one",
            "the desk rate",
            "Keep one desk rate; it may have as many dated steps as it needs",
            tuple(one.id for one in rates),
        )
    for kind, code, what in _AT_MOST_ONE:
        records = list(hub.all(kind))
        if len(records) > 1:
            yield error(
                code,
                f"The hub has {len(records)} records of {what}, and may have only one",
                named(hub, records[0]),
                "Keep one and remove the others",
                tuple(one.id for one in records),
            )


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
