"""What an agency has off its shares of costs, in words: the percentage, and where it comes from."""

from collections.abc import Iterator

from hubdesk.charging.apportionment import days_charged
from hubdesk.charging.reduction import covers_shared
from hubdesk.charging.stretches import Stretch, concession_on
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hundredths import whole_or_hundredths
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.plain import decimal_text
from hubdesk.workflows.review.year import YearSeen


def concession_on_share(seen: YearSeen, agency: RecordId, line: CostLine) -> str:
    """ "40 % as a voluntary body", "40 %: 60 % awarded to licence L12, on 4 of 6 desks"; empty for none."""
    reductions = seen.reckoning.reductions.get(agency)
    first, last = days_charged(line, seen.year)
    if reductions is None:
        return ""
    rates = sorted({span.value.whole for span in reductions.spans(first, last)})
    if not rates or not rates[-1]:
        return ""
    ends = dict.fromkeys((rates[0], rates[-1]))
    told = " to ".join(f"{whole_or_hundredths(rate * 100)} %" for rate in ends)
    sources = tuple(dict.fromkeys(_sources(seen, agency, line)))
    if len(rates) == 1 and len(sources) == 1 and sources[0].startswith(f"{told} ") and "," not in sources[0]:
        return sources[0]
    over = f"{told}, as it changes in the year" if len(rates) > 1 else told
    return f"{over}: {'; '.join(sources)}" if sources else over


def _sources(seen: YearSeen, agency: RecordId, line: CostLine) -> Iterator[str]:
    """Every concession of the agency that covers shared costs on a day of `line`."""
    hub = seen.hub
    first, last = days_charged(line, seen.year)
    held = [
        (licence, one)
        for licence in hub.licences_of.get(agency, ())
        for stretch in seen.reckoning.stretches[licence.id]
        if (one := stretch.within(first, last)) and one.desks
    ]
    for licence, one in held:
        if one.concession and one.concession.percent and covers_shared(one.concession):
            yield _in_words(one.concession, licence, one)
    days = (span.first for span in seen.reckoning.reductions[agency].spans(first, last))
    for day in days:
        if not any(one.first <= day <= one.last for _, one in held):
            standing = concession_on(hub.standing_rates.get(hub.agencies[agency].sector, ()), day)
            if standing and standing.percent and covers_shared(standing):
                yield _standing(standing)


def _in_words(concession: Concession, licence: Licence, one: Stretch) -> str:
    capped = one.desks_conceded < one.desks
    on = f", on {one.desks_conceded:,} of {one.desks:,} desks" if capped else ""
    if concession.sector:
        return f"{_standing(concession)}{on}"
    return f"{decimal_text(concession.percent)} % awarded to licence {licence.code}{on}"


def _standing(concession: Concession) -> str:
    assert concession.sector is not None
    return f"{decimal_text(concession.percent)} % as a {concession.sector.value} body"
