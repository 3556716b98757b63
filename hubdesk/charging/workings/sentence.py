"""A line's reason in one sentence: desks × rate × days, or a cost × a part of the whole."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.lines import POOL, Line, LineKind
from hubdesk.charging.recharge import Recharge
from hubdesk.domain.concession import Concession
from hubdesk.domain.hundredths import whole_or_hundredths
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.plain import decimal_text


def sentence(line: Line, recharge: Recharge) -> str:
    """Why `line` of the period worked out in `recharge` is what it is, to be read before any workings."""
    if line.source == POOL:
        days, pool = recharge.pool.desk_days, recharge.pool
        if not days:
            return f"{pounds(pool.pence)} of concessions, and nobody else has desks"
        mine, total = days[line.agency], sum(days.values())
        return f"{pounds(pool.pence)} of concessions × {mine:,} of {total:,} desk-days"
    for charge in recharge.licences:
        if charge.licence.id == line.source:
            return _LICENCE[line.kind](charge)
    one = next(one for one in recharge.apportionments if one.split.line.id == line.source)
    return _SHARED[line.kind](one, line.agency)


def _gross(charge: LicenceCharge) -> str:
    period = charge.period
    within = (one.within(period.first, period.last) for one in charge.stretches)
    return " + ".join(
        f"{one.desks} desks × {pounds(one.rate)} × {one.days} of {period.year.days} days"
        for one in within
        if one and one.desks
    )


def _award(charge: LicenceCharge) -> str:
    period = charge.period
    within = (one.within(period.first, period.last) for one in charge.stretches)
    said = [
        f"{_off(one.concession)} {_of_desks(one.desks_conceded, one.desks)} for {one.days} days"
        for one in within
        if one and one.concession and one.desks
    ]
    return " + ".join(said)


def _off(concession: Concession) -> str:
    return f"{decimal_text(concession.percent)} % off, paid for by the {concession.funder.value}, on"


def _of_desks(conceded: int, desks: int) -> str:
    return f"{desks} desks" if conceded == desks else f"{conceded} of {desks} desks"


_LICENCE: Mapping[LineKind, Callable[[LicenceCharge], str]] = {
    LineKind.LICENCE: _gross,
    LineKind.CONCESSION: _award,
    LineKind.CONCESSION_FUNDED: lambda charge: f"the host's part of {_award(charge)}",
}


def _share(one: Apportionment, agency: RecordId) -> str:
    return _by_basis(one, one.split.parts.of[agency])


def _by_basis(one: Apportionment, part: int) -> str:
    """The part of the days that the cost runs; with the figures themselves where they do not change."""
    split, parts = one.split, one.split.parts
    rest = f"{pounds(split.rest)}{' left after fixed shares' if split.fixed else ''}"
    subs = parts.sub_periods()
    basis = split.line.basis_name
    if len(subs) == 1 and subs[0].total:
        mine = Fraction(part, parts.denominator) / parts.days * subs[0].total / parts.scale
        whole = whole_or_hundredths(Fraction(subs[0].total, parts.scale))
        return f"{rest} × {whole_or_hundredths(mine)} of {whole} ({basis})"
    days = whole_or_hundredths(Fraction(part, parts.denominator))
    return f"{rest} × {days} of {parts.days} days' worth ({basis}, which changes in the period)"


def _fixed(one: Apportionment, agency: RecordId) -> str:
    return f"its fixed share of {pounds(one.split.cost)}"


def _cap(one: Apportionment, agency: RecordId) -> str:
    return f"what its share of {pounds(one.split.of(agency))} takes it above its cap for the year"


def _conceded(one: Apportionment, agency: RecordId) -> str:
    left = one.split.of(agency) - one.caps.get(agency, 0)
    award = one.awards[agency]
    payers = [word for word, pence in (("host", award.by_host), ("partners", award.by_partners)) if pence]
    return f"off {pounds(left)}, paid for by the {' and the '.join(payers)}"


_SHARED: Mapping[LineKind, Callable[[Apportionment, RecordId], str]] = {
    LineKind.SHARED: _share,
    LineKind.FIXED_SHARE: _fixed,
    LineKind.VACANT_DESKS: lambda one, _: _by_basis(one, one.split.parts.vacant),
    LineKind.UNSHARED: lambda one, _: _by_basis(one, one.split.parts.unshared),
    LineKind.CAP: _cap,
    LineKind.CAP_FUNDED: lambda *_: "what lies above other agencies' caps",
    LineKind.CONCESSION: _conceded,
    LineKind.CONCESSION_FUNDED: lambda *_: "concessions of other agencies that the host pays for",
}
