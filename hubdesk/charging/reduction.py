"""What is taken off an agency's shared costs on a day, and who pays for it (charging rules, section 4)."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from hubdesk.charging.facts import Facts
from hubdesk.charging.stretches import Stretch, concession_on
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.days import boundaries
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import percent
from hubdesk.domain.timeline import ONE_DAY, Timeline


class Reduction(NamedTuple):
    """The fraction off an agency's shared costs, by who pays for it."""

    by_host: Fraction
    by_partners: Fraction

    @property
    def whole(self) -> Fraction:
        return self.by_host + self.by_partners


NOTHING = Reduction(Fraction(0), Fraction(0))


def off_shared_costs(
    agency: RecordId, stretches: Sequence[Sequence[Stretch]], facts: Facts
) -> Timeline[Reduction]:
    """What `agency` has off its shared costs, day by day of the year; empty if there is never any.

    Over the desks of those of its licences (whose `stretches` are given) with a concession that covers
    shared costs it is Σ min(n, m)·c / Σ n: desks above a cap count with nothing, licences without such a
    concession do not count. On a day without licensed desks it is the sector's rate.
    """
    standing = facts.hub.standing_rates.get(facts.hub.agencies[agency].sector, ())
    awarded = (one.concession for licence in stretches for one in licence if one.concession)
    if not any(covers_shared(one) for one in (*standing, *awarded)):
        return Timeline()
    days = {facts.year.first, *boundaries(standing)}
    for licence in stretches:
        days |= {one.first for one in licence}
        days |= {one.last + ONE_DAY for one in licence}
    within = sorted(day for day in days if facts.year.first <= day <= facts.year.last)
    steps: list[tuple[date, Reduction]] = []
    for day in within:
        today = _on(day, stretches, standing)
        if not steps or steps[-1][1] != today:
            steps.append((day, today))
    return Timeline.of(steps)


def covers_shared(concession: Concession) -> bool:
    """Whether `concession` is for shared costs too, be it at 0 %."""
    return concession.applies is Applies.LICENCE_AND_SHARED


def _on(day: date, stretches: Sequence[Sequence[Stretch]], standing: Sequence[Concession]) -> Reduction:
    today = [one for licence in stretches for one in licence if one.first <= day <= one.last]
    if not any(one.desks for one in today):
        rate = concession_on(standing, day)
        return _by_funder({rate.funder: percent(rate.percent)}) if rate and covers_shared(rate) else NOTHING
    covered = [(one, one.concession) for one in today if one.concession and covers_shared(one.concession)]
    desks = sum(one.desks for one, _ in covered)
    off = dict.fromkeys(Funder, Fraction(0))
    for one, concession in covered:
        if desks:
            off[concession.funder] += one.desks_conceded * percent(concession.percent) / desks
    return _by_funder(off)


def _by_funder(off: Mapping[Funder, Fraction]) -> Reduction:
    return Reduction(off.get(Funder.HOST, Fraction(0)), off.get(Funder.PARTNERS, Fraction(0)))
