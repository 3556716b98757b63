"""The partners' pool: concessions that the public-sector agencies pay together (section 3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.lines import POOL, Charge, LineKind, nonzero
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.sharing import largest_remainder
from hubdesk.domain.agency import Sector
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period


@dataclass(frozen=True, slots=True)
class Pool:
    """A period's concessions that the partners fund, and who bears them.

    `desk_days` are those of the agencies that take part, in order of code; `shares` what each pays.
    Where nobody has desk-days the host pays it all.
    """

    pence: Pence
    desk_days: Mapping[RecordId, int]
    shares: Mapping[RecordId, Pence]

    @property
    def charge(self) -> Charge:
        return Charge(LineKind.CONCESSION_FUNDED, POOL, nonzero(self.shares))


def pool_of(
    licences: Iterable[LicenceCharge],
    apportionments: Iterable[Apportionment],
    reckoning: Reckoning,
    period: Period,
) -> Pool:
    """The awards of `period` that partners fund, on licences and shared costs together."""
    pence = sum(one.award.by_partners for one in licences)
    pence += sum(award.by_partners for one in apportionments for award in one.awards.values())
    desk_days = {one: days for one in _taking_part(reckoning) if (days := reckoning.desk_days(one, period))}
    if not desk_days:
        return Pool(pence, {}, {reckoning.facts.host: pence})
    shares = largest_remainder(pence, list(desk_days.values()))
    return Pool(pence, desk_days, dict(zip(desk_days, shares, strict=True)))


def is_paid_by_partners(reckoning: Reckoning, period: Period) -> bool:
    """Whether anybody has desk-days by which to share the pool of `period`; else the host pays it all."""
    return any(reckoning.desk_days(one, period) for one in _taking_part(reckoning))


def _taking_part(reckoning: Reckoning) -> list[RecordId]:
    """The host and the public-sector agencies, in order of code."""
    agencies, host = reckoning.facts.hub.agencies, reckoning.facts.host
    return [one for one in reckoning.in_order if one == host or agencies[one].sector is Sector.PUBLIC]
