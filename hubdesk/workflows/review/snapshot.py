"""A snapshot: the whole hub as it stood when a round was opened, kept so that it can be worked out again."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.run import Run
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.domain.plain import BadPlain, Plain, canonical, from_plain, to_plain
from hubdesk.domain.problem import Problem, Refused
from hubdesk.store import Store
from hubdesk.workflows.recharge_run import billing_in, on_actuals

FORMAT = 1
_LONGEST = 1024**3
"""Bytes of an unpacked snapshot: some hundred times what the largest hub takes."""


@dataclass(frozen=True)
class Snapshot:
    """A hub, and how its charging `year` was billed and on which amounts when the snapshot was made.

    What was issued by then settles both for good, and is not in the hub's records.
    """

    hub: Hub
    year: ChargingYear
    billing: Billing
    amounts: Amounts


def snapshot_of(hub: Hub, year: ChargingYear, issued: Sequence[Run] = ()) -> Snapshot:
    """`hub` as it is, for charges of `year`; `issued` are the runs issued from it."""
    amounts = Amounts.ACTUAL if on_actuals(issued, year) else Amounts.BUDGET
    return Snapshot(hub, year, billing_in(hub, issued, year), amounts)


def written(snapshot: Snapshot) -> bytes:
    """`snapshot` as the bytes of a file: the canonical text of all its records, packed."""
    records: list[Plain] = sorted((to_plain(one) for one in snapshot.hub.records()), key=canonical)
    plain: Plain = {
        "hubdesk_snapshot": FORMAT,
        "year": snapshot.year.starts_in,
        "billing": snapshot.billing.value,
        "amounts": snapshot.amounts.value,
        "records": records,
    }
    return zlib.compress(canonical(plain).encode())


def read(body: bytes) -> Snapshot:
    """The snapshot that `body` holds. Raises BadPlain."""
    try:
        return _read(json.loads(_unpacked(body)))
    except (zlib.error, LookupError, TypeError, ValueError, AttributeError, RecursionError) as trouble:
        raise BadPlain(f"not a snapshot ({type(trouble).__name__})") from trouble


def snapshot_in(store: Store, sha256: str) -> Snapshot:
    """The snapshot that `store` keeps under that hash. Raises Refused where it cannot be read."""
    try:
        return _once(store.file(sha256))
    except BadPlain as trouble:
        raise Refused(_unreadable(str(trouble))) from trouble


@lru_cache(maxsize=8)
def _once(body: bytes) -> Snapshot:
    """Each snapshot is read but once: that of a large hub takes a second."""
    return read(body)


def _unpacked(body: bytes) -> bytes:
    packed = zlib.decompressobj()
    text = packed.decompress(body, _LONGEST)
    if packed.unconsumed_tail or not packed.eof:
        raise ValueError("too long, or cut off")
    return text


def _read(plain: Mapping[str, Plain]) -> Snapshot:
    if plain["hubdesk_snapshot"] != FORMAT:
        raise ValueError(f"form {plain['hubdesk_snapshot']}")
    hub = Hub.of(from_plain(one) for one in cast(list[dict[str, Plain]], plain["records"]))
    return Snapshot(
        hub,
        hub.charging_year(cast(int, plain["year"])),
        Billing(plain["billing"]),
        Amounts(plain["amounts"]),
    )


def _unreadable(why: str) -> Problem:
    return error(
        "snapshot-unreadable",
        f"The hub as it was when the review was opened cannot be read: {why}",
        "the review",
        "Use the version of Hubdesk that opened the review, or open another one",
    )
