"""What an agency of a pack pays for others: a host's part of the building, and the partners' pool."""

from collections import defaultdict
from collections.abc import Iterator

from hubdesk.charging.lines import POOL, LineKind
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.review_pack.pack import Other
from hubdesk.workflows.review.year import YearSeen

_WORDS = {
    LineKind.VACANT_DESKS: (
        "Vacant desks",
        "The host pays the part of shared costs that falls on vacant desks.",
    ),
    LineKind.UNSHARED: ("Days on which nobody has a figure", "The host pays for days that nobody shares."),
    LineKind.CAP_FUNDED: ("Above caps", "The host pays what lies above the caps of others."),
    LineKind.CONCESSION_FUNDED: ("Concessions that the host pays for", "Taken off the charges of others."),
}
_POOL = "Concessions that the partners pay for together"
_POOL_WHY = "Shared over the public-sector agencies by their licensed desk-days in each period."


def others(seen: YearSeen, agency: RecordId) -> Iterator[Other]:
    """Each kind as one sum for the year: which agency a host pays for is not told."""
    yield from borne_by_host(seen, agency)
    yield from part_of_pool(seen, agency)


def borne_by_host(seen: YearSeen, agency: RecordId) -> Iterator[Other]:
    """What the host pays for others, if `agency` is the host."""
    sums: defaultdict[LineKind, int] = defaultdict(int)
    for line in seen.lines.get(agency, ()):
        if line.source != POOL and line.kind in _WORDS:
            sums[line.kind] += line.pence
    for kind, (what, why) in _WORDS.items():
        if kind in sums:
            yield Other(what, sums[kind], why)


def part_of_pool(seen: YearSeen, agency: RecordId, why: str = _POOL_WHY) -> Iterator[Other]:
    """The agency's part of the partners' pool, if it bears one."""
    pooled = [line.pence for line in seen.lines.get(agency, ()) if line.source == POOL]
    if pooled:
        yield Other(_POOL, sum(pooled), why)
