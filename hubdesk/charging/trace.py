"""The trace of a recharge: its steps to the penny as plain data, kept with an issued run.

Enough to follow every line without working anything out again: each licence to date, each cost line's
parts and shares, the pool. The tree that people read (`workings`) is made from the facts on demand.
"""

from collections.abc import Mapping

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.licences import Award, LicenceCharge
from hubdesk.charging.parts import Parts
from hubdesk.charging.pool import Pool
from hubdesk.charging.recharge import Recharge
from hubdesk.domain.ids import RecordId
from hubdesk.domain.plain import Plain


def trace_of(recharge: Recharge | None) -> dict[str, Plain]:
    """The steps of `recharge`; empty for a run without a period of its own."""
    if recharge is None:
        return {}
    parts: list[Parts] = []
    shared: dict[str, Plain] = {
        one.split.line.id: _apportionment(one, _place(one.split.parts, parts))
        for one in recharge.apportionments
    }
    return {
        "licences": {one.licence.id: _licence(one) for one in recharge.licences},
        "shared": shared,
        "parts": [_parts(one) for one in parts],
        "pool": _pool(recharge.pool),
    }


def _place(parts: Parts, known: list[Parts]) -> int:
    """The place of `parts` among those already `known`: lines on one basis have theirs in common."""
    for place, one in enumerate(known):
        if one is parts:
            return place
    known.append(parts)
    return len(known) - 1


def _licence(one: LicenceCharge) -> Plain:
    stretches: list[Plain] = [
        [
            stretch.first.isoformat(),
            stretch.last.isoformat(),
            stretch.desks,
            stretch.rate,
            stretch.concession.id if stretch.concession else "",
            stretch.desks_conceded,
        ]
        for stretch in one.stretches
    ]
    return {"stretches": stretches, "gross": one.gross, "award": _award(one.award)}


def _apportionment(one: Apportionment, parts: int) -> Plain:
    split = one.split
    return {
        "cost": split.cost,
        "fixed": _by_agency(split.fixed),
        "rest": split.rest,
        "parts": parts,
        "shares": _by_agency(split.shares),
        "vacant": split.vacant,
        "unshared": split.unshared,
        "caps": _by_agency(one.caps),
        "awards": {agency: _award(award) for agency, award in one.awards.items()},
    }


def _parts(parts: Parts) -> Plain:
    subs: list[Plain] = [
        [sub.first.isoformat(), sub.last.isoformat(), _by_agency(sub.weights), sub.vacant]
        for sub in parts.sub_periods()
    ]
    return {
        "scale": parts.scale,
        "sub_periods": subs,
        "of": _by_agency(parts.of),
        "vacant": parts.vacant,
        "unshared": parts.unshared,
        "denominator": parts.denominator,
    }


def _pool(pool: Pool) -> Plain:
    return {
        "pence": pool.pence,
        "desk_days": _by_agency(pool.desk_days),
        "shares": _by_agency(pool.shares),
    }


def _award(award: Award) -> Plain:
    return [award.pence, award.by_host, award.by_partners]


def _by_agency(figures: Mapping[RecordId, int]) -> dict[str, Plain]:
    return {agency: figure for agency, figure in figures.items() if figure}
