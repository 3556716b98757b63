"""What has changed for an agency since its last review, in sentences that name nobody else."""

from collections.abc import Iterator, Mapping, Sequence

from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.names import counted, natural_order
from hubdesk.exchange.review_pack.pack import LicenceLine
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.workflows.review.desks import own_desks
from hubdesk.workflows.review.licences import licence_lines
from hubdesk.workflows.review.year import YearSeen

_NAMED = 12
"""So many desks are named in one sentence; the rest are counted."""


def changes_since(before: YearSeen, now: YearSeen, agency: RecordId) -> Iterator[str]:
    """Desks that came and went, licences, the rate, concessions and shares; the agency's own alone."""
    yield from _desks(before, now, agency)
    yield from _licences(before, now, agency)
    yield from _rate(before, now)
    yield from _shares(before, now, agency)
    was, is_ = before.total(agency), now.total(agency)
    if was != is_:
        yield f"In all you are charged {_money(now, is_)}; {_money(before, was)} when last reviewed."


def _desks(before: YearSeen, now: YearSeen, agency: RecordId) -> Iterator[str]:
    was, is_ = own_desks(before.hub, agency, before.as_at), own_desks(now.hub, agency, now.as_at)
    come = [now.hub.desks[one].code for one in is_ if one not in was]
    gone = [before.hub.desks[one].code for one in was if one not in is_]
    since = in_words(before.as_at)
    if come:
        yield f"{_named(come)} {_are(come)} new since {since}."
    if gone:
        yield f"{_named(gone)} {_are(gone)} no longer yours, but on {since} still {_were(gone)}."


def _licences(before: YearSeen, now: YearSeen, agency: RecordId) -> Iterator[str]:
    was = {one.asked.key: one for one in licence_lines(before, agency)}
    is_ = {one.asked.key: one for one in licence_lines(now, agency)}
    for key, one in is_.items():
        yield from _licence(was.get(key), one)
    for key, one in was.items():
        if key not in is_:
            yield f"Licence {one.code} is over; it was for {counted(one.desks, 'desk')}."


def _licence(was: LicenceLine | None, one: LicenceLine) -> Iterator[str]:
    if was is None:
        yield f"Licence {one.code} for {counted(one.desks, 'desk')} is new."
        return
    if was.desks != one.desks:
        yield f"Licence {one.code} is for {counted(one.desks, 'desk')}; {was.desks:,} before."
    if was.last != one.last:
        ends = f"to {in_words(one.last)}" if one.last else "without a last day"
        yield f"Licence {one.code} now runs {ends}."
    if was.concession != one.concession:
        yield f"Licence {one.code}: concession {one.concession or 'none'}; before {was.concession or 'none'}."


def _rate(before: YearSeen, now: YearSeen) -> Iterator[str]:
    was, is_ = before.hub.rate.pence.at(before.as_at), now.hub.rate.pence.at(now.as_at)
    if was is not None and is_ is not None and was != is_:
        yield f"The desk rate is {sum_of_money(is_)} a desk and year; {sum_of_money(was)} before."


def _shares(before: YearSeen, now: YearSeen, agency: RecordId) -> Iterator[str]:
    was, is_ = _nets(before, agency), _nets(now, agency)
    for code, (name, pence) in is_.items():
        if code not in was:
            yield f"Your share of {name}, {_money(now, pence)}, is new."
        elif was[code][1] != pence:
            then = _money(before, was[code][1])
            yield f"Your share of {name} is {_money(now, pence)}; {then} when last reviewed."
    for code, (name, _) in was.items():
        if code not in is_:
            yield f"You no longer share in {name}."


def _nets(seen: YearSeen, agency: RecordId) -> Mapping[str, tuple[str, Pence]]:
    """The net share of each cost by its code, which is what stays from year to year."""
    return {
        line.code: (
            f"{line.code} {line.name}".strip(),
            sum(one.net(agency) for one in seen.costs[line.id]),
        )
        for line in seen.shared_with(agency)
    }


def _money(seen: YearSeen, pence: Pence) -> str:
    return f"{sum_of_money(pence)} in {seen.year.name}"


def _named(codes: Sequence[str]) -> str:
    ordered = sorted(codes, key=natural_order)
    more = f" and {len(codes) - _NAMED:,} more" if len(codes) > _NAMED else ""
    return f"{'Desk' if len(codes) == 1 else 'Desks'} {', '.join(ordered[:_NAMED])}{more}"


def _are(codes: Sequence[str]) -> str:
    return "is" if len(codes) == 1 else "are"


def _were(codes: Sequence[str]) -> str:
    return "was" if len(codes) == 1 else "were"
