"""The recharge of one billing period: who is charged what, and the proof that it adds up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.facts import Facts
from hubdesk.charging.identity import LICENCES, Identity, asserted
from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.lines import POOL, Charge, Line, LineKind, nonzero
from hubdesk.charging.pool import Pool, pool_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.vat import VatRates
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period


@dataclass(frozen=True)
class Recharge:
    """What the facts make of one period, adjustments apart.

    `charges` are its lines by source and kind; `licences`, `apportionments` and `pool` are what they
    were worked out from.
    """

    facts: Facts
    amounts: Amounts
    period: Period
    licences: tuple[LicenceCharge, ...]
    apportionments: tuple[Apportionment, ...]
    pool: Pool
    charges: tuple[Charge, ...]
    identities: tuple[Identity, ...]

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """One to an agency, kind and source, none of them idle (0 pence and no VAT)."""
        return tuple(chain.from_iterable(charge.lines() for charge in self.charges))


def recharge_of(reckoning: Reckoning, period: Period) -> Recharge:
    """The recharge of `period`. Raises Refused where it cannot be worked out (desks without a rate)."""
    facts = reckoning.facts
    licences = reckoning.licence_charges(period)
    apportionments = reckoning.apportionments(period)
    pool = pool_of(licences, apportionments, reckoning, period)
    vat = VatRates(facts, period.last)
    charges = (
        *(charge for one in licences for charge in _licence_charges(one, facts.host, vat)),
        *(charge for one in apportionments for charge in _shared_charges(one, facts.host, vat)),
        pool.charge,
    )
    charged = ((charge.source, charge.total) for charge in charges)
    identities = asserted(identities_of(licences, apportionments, pool, charged))
    return Recharge(facts, reckoning.amounts, period, licences, apportionments, pool, charges, identities)


def _licence_charges(one: LicenceCharge, host: RecordId, vat: VatRates) -> Iterator[Charge]:
    agency, source = one.licence.agency, one.licence.id
    yield vat.charge(source, LineKind.LICENCE, {agency: one.gross})
    yield vat.charge(source, LineKind.CONCESSION, {agency: -one.award.pence})
    yield Charge(LineKind.CONCESSION_FUNDED, source, nonzero({host: one.award.by_host}))


def _shared_charges(one: Apportionment, host: RecordId, vat: VatRates) -> Iterator[Charge]:
    """The charges of one shared cost. Those that only move money to the host carry no VAT (section 5)."""
    split, source = one.split, one.split.line.id
    yield vat.charge(source, LineKind.FIXED_SHARE, split.fixed)
    yield vat.charge(source, LineKind.SHARED, split.shares)
    yield vat.charge(source, LineKind.CAP, {agency: -pence for agency, pence in one.caps.items()})
    awarded = {agency: -award.pence for agency, award in one.awards.items()}
    yield vat.charge(source, LineKind.CONCESSION, awarded)
    for kind, pence in (
        (LineKind.VACANT_DESKS, split.vacant),
        (LineKind.UNSHARED, split.unshared),
        (LineKind.CAP_FUNDED, sum(one.caps.values())),
        (LineKind.CONCESSION_FUNDED, sum(award.by_host for award in one.awards.values())),
    ):
        yield Charge(kind, source, nonzero({host: pence}))


def identities_of(
    licences: Iterable[LicenceCharge],
    apportionments: Iterable[Apportionment],
    pool: Pool,
    charges: Iterable[tuple[RecordId, Pence]],
) -> Iterator[Identity]:
    """The identities of a period, from what its lines charge, so that a missing or doubled one shows.

    `charges` are sources with their pence. A licence or cost line that no longer is, but is in them,
    has to come to nothing.
    """
    charged: defaultdict[RecordId, Pence] = defaultdict(int)
    for source, pence in charges:
        charged[source] += pence
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
