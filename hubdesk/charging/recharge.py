"""The recharge of one billing period: who is charged what, and the proof that it adds up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.facts import Facts
from hubdesk.charging.identity import LICENCES, Identity, asserted
from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.lines import POOL, Line, LineKind, total
from hubdesk.charging.pool import Pool, pool_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.vat import VatRates
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period


@dataclass(frozen=True)
class Recharge:
    """What the facts make of one period, adjustments apart.

    `lines` are one to an agency, kind and source, none of them idle (0 pence and no VAT); `licences`,
    `apportionments` and `pool` are what they were worked out from.
    """

    facts: Facts
    amounts: Amounts
    period: Period
    licences: tuple[LicenceCharge, ...]
    apportionments: tuple[Apportionment, ...]
    pool: Pool
    lines: tuple[Line, ...]
    identities: tuple[Identity, ...]


def recharge_of(reckoning: Reckoning, period: Period) -> Recharge:
    """The recharge of `period`. Raises Refused where it cannot be worked out (desks without a rate)."""
    facts = reckoning.facts
    licences = reckoning.licence_charges(period)
    apportionments = reckoning.apportionments(period)
    pool = pool_of(licences, apportionments, reckoning, period)
    vat = VatRates(facts, period.last)
    lines = (
        *(line for one in licences for line in _licence_lines(one, facts.host, vat)),
        *(line for one in apportionments for line in _shared_lines(one, facts.host, vat)),
        *pool.lines(),
    )
    identities = asserted(identities_of(licences, apportionments, pool, lines))
    return Recharge(facts, reckoning.amounts, period, licences, apportionments, pool, lines, identities)


def _licence_lines(one: LicenceCharge, host: RecordId, vat: VatRates) -> list[Line]:
    agency, source = one.licence.agency, one.licence.id
    return [
        *vat.charged(source, LineKind.LICENCE, {agency: one.gross}),
        *vat.charged(source, LineKind.CONCESSION, {agency: -one.award.pence}),
        *_moved((host, LineKind.CONCESSION_FUNDED, one.award.by_host), source=source),
    ]


def _shared_lines(one: Apportionment, host: RecordId, vat: VatRates) -> list[Line]:
    """The lines of one shared cost. Lines that only move money to the host carry no VAT (section 5)."""
    split, source = one.split, one.split.line.id
    return [
        *vat.charged(source, LineKind.FIXED_SHARE, split.fixed),
        *vat.charged(source, LineKind.SHARED, split.shares),
        *vat.charged(source, LineKind.CAP, {agency: -pence for agency, pence in one.caps.items()}),
        *vat.charged(
            source, LineKind.CONCESSION, {agency: -award.pence for agency, award in one.awards.items()}
        ),
        *_moved(
            (host, LineKind.VACANT_DESKS, split.vacant),
            (host, LineKind.UNSHARED, split.unshared),
            (host, LineKind.CAP_FUNDED, sum(one.caps.values())),
            (host, LineKind.CONCESSION_FUNDED, sum(award.by_host for award in one.awards.values())),
            source=source,
        ),
    ]


def _moved(*moves: tuple[RecordId, LineKind, Pence], source: RecordId) -> Iterator[Line]:
    return (Line(agency, kind, source, pence) for agency, kind, pence in moves if pence)


def identities_of(
    licences: Iterable[LicenceCharge],
    apportionments: Iterable[Apportionment],
    pool: Pool,
    lines: Iterable[Line],
) -> Iterator[Identity]:
    """The identities of a period, from the `lines` charged for it, so that a missing or doubled one shows.

    A licence or cost line that no longer is, but is in `lines`, has to come to nothing.
    """
    charged: defaultdict[RecordId, Pence] = defaultdict(int)
    for source, of_source in groupby(lines, key=attrgetter("source")):
        charged[source] += total(of_source)
    yield Identity(
        LICENCES,
        sum(one.gross for one in licences),
        sum(charged.pop(one.licence.id, 0) + one.award.by_partners for one in licences),
    )
    for one in apportionments:
        source = one.split.line.id
        pooled = sum(award.by_partners for award in one.awards.values())
        yield Identity(source, one.split.cost, charged.pop(source, 0) + pooled)
    yield Identity(POOL, pool.pence, charged.pop(POOL, 0))
    for source, pence in charged.items():
        yield Identity(source, 0, pence)
