"""Ledger codes: there where a journal or an invoice needs them, and of the form the ledger wants."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.vat import charged_sources
from hubdesk.domain.checks.verdict import before_issue, error
from hubdesk.domain.cost_line import CostLine, FixedShare
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import CodeKind
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem

_KINDS = {
    "customer_code": CodeKind.CUSTOMER,
    "cost_centre": CodeKind.COST_CENTRE,
    "subjective": CodeKind.SUBJECTIVE,
}
"""Of which kind the codes in a field are."""
_MASK_WORDS = {"9": "[0-9]", "A": "[A-Za-z]", "X": "[0-9A-Za-z]"}


def missing_codes(hub: Hub) -> Iterator[Problem]:
    """Charged agencies and charged sources that lack a code their journal or invoice needs."""
    for record, field in _needed(hub):
        if not getattr(record, field):
            called = _KINDS[field].value
            yield before_issue(
                "ledger-code-missing",
                f"It has no {called}",
                named(hub, record),
                f"Type the {called} by which the ledger knows it",
                (record.id,),
                field,
            )


def masks(hub: Hub) -> Iterator[Problem]:
    """Ledger codes that do not look as the ledger settings say."""
    if hub.ledger is None:
        return
    for record, field in _needed(hub):
        code, kind = getattr(record, field), _KINDS[field]
        mask = hub.ledger.mask(kind)
        if code and mask and not fits(code, mask):
            yield before_issue(
                "ledger-code-mask",
                f"The {kind.value} “{code}” does not look like {mask}",
                named(hub, record),
                "Correct the code, or the mask in the ledger settings (9 a digit, A a letter, X either)",
                (record.id,),
                field,
            )


def codes_of(hub: Hub, kind: CodeKind) -> Iterator[tuple[Agency | Licence | CostLine, str]]:
    """The codes of that kind that a journal or an invoice needs, each with what bears it; none is blank."""
    for record, field in _needed(hub):
        if _KINDS[field] is kind and (code := getattr(record, field)):
            yield record, code


def fits(code: str, mask: str) -> bool:
    """Whether `code` looks as `mask` says (see `LedgerSettings`)."""
    return bool(re.fullmatch("".join(_MASK_WORDS.get(one, re.escape(one)) for one in mask), code))


def _needed(hub: Hub) -> Iterator[tuple[Agency | Licence | CostLine, str]]:
    """Internal agencies are journalled by cost centre and subjective, others invoiced by customer code."""
    charged = _charged(hub)
    for agency in hub.agencies.values():
        if agency.id not in charged:
            continue
        if agency.internal:
            yield from ((agency, "cost_centre"), (agency, "subjective"))
        elif agency.id != hub.settings.host:
            yield agency, "customer_code"
    for source in charged_sources(hub):
        yield from ((source, "cost_centre"), (source, "subjective"))


def _charged(hub: Hub) -> frozenset[RecordId]:
    """The agencies with a licence, a fixed share, or something that a cost is shared by."""
    return frozenset(
        chain(
            hub.licences_of,
            (one.agency for one in hub.all(FixedShare)),
            (one.agency for one in hub.driver_figures.values()),
            (one.payer for one in hub.allocations.values()),
            (one.agency for one in hub.areas.values() if one.agency is not None),
        )
    )


def map_twice(hub: Hub) -> Iterator[Problem]:
    """VAT codes that the map gives two codes of the ledger."""
    if hub.ledger is None:
        return
    for code, count in Counter(one.code for one in hub.ledger.vat_codes).items():
        if count > 1:
            yield error(
                "vat-code-mapped-twice",
                f"The VAT code “{code}” has {count} codes in the ledger",
                named(hub, hub.ledger),
                "Keep one of them",
                (hub.ledger.id,),
                "vat_codes",
            )
