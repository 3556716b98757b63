"""The workings of a pack's lines: licences in full, shares as far as the agency may see the totals.

They are put together from the agency's own figures and the totals alone, and not cut out of the workings
of the hub, so that what others have cannot be left in by oversight.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.workings.shared import cost_of
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hundredths import in_percent, whole_or_hundredths
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.review_pack.pack import LicenceLine, Reckoned, ShareLine, SharePart
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.workflows.review.behind import Shown
from hubdesk.workflows.review.licences import licence_workings
from hubdesk.workflows.review.reckoned import reckoned
from hubdesk.workflows.review.year import YearSeen
from hubdesk.workflows.statement.saying import days_in_words, months_in_words
from hubdesk.workflows.statement.shares import Shares, Span

_SUM, _LESS = "the sum of", "the first less the rest"


def workings_of_licences(seen: YearSeen, agency: RecordId) -> Iterator[Reckoned]:
    """One to each licence that `licence_lines` has, in its order."""
    for record in seen.hub.licences_of.get(agency, ()):
        if seen.reckoning.stretches[record.id]:
            yield licence_workings(seen, record.id)


def workings_of_share(
    seen: YearSeen, agency: RecordId, line: CostLine, told: ShareLine, shown: Shown | None
) -> Reckoned:
    """How `told` came about; where its totals are withheld, the agency's own sums alone."""
    share = Reckoned(
        "share of the year", sum_of_money(told.share), _SUM, tuple(_steps(seen, agency, line, told, shown))
    )
    if not told.over_cap and not told.award:
        return share
    off = [Reckoned("over the cap of the year", sum_of_money(told.over_cap))] if told.over_cap else []
    if told.award:
        what = f"concession on what is left of the share, {told.concession}, paid for by {told.funder}"
        off.append(Reckoned(what, sum_of_money(told.award)))
    return Reckoned(f"{told.code}, net", sum_of_money(told.net), _LESS, (share, *off))


def _steps(
    seen: YearSeen, agency: RecordId, line: CostLine, told: ShareLine, shown: Shown | None
) -> Iterator[Reckoned]:
    if shown is Shown.PERIODS:
        shares = Shares()
        for one, part in zip(seen.costs[line.id], told.parts, strict=True):
            yield _period(seen, agency, one, part, shares)
        return
    [part] = told.parts
    if part.cost is None or part.part is None or part.whole is None:
        yield Reckoned("your share, of a total that is withheld", sum_of_money(told.share))
        return
    yield Reckoned(
        "the whole pence of cost × part ÷ whole",
        sum_of_money(part.share - part.odd),
        "multiplied",
        (
            Reckoned(f"cost {told.code} of the year that is shared", sum_of_money(part.cost)),
            Reckoned("your part of the year", in_percent(part.part / part.whole)),
        ),
    )
    yield Reckoned("odd pence of rounding period by period", sum_of_money(part.odd))


def _period(
    seen: YearSeen, agency: RecordId, one: Apportionment, part: SharePart, shares: Shares
) -> Reckoned:
    assert part.part is not None
    assert part.whole is not None
    exact = Reckoned(
        "the whole pence of cost × part ÷ whole",
        sum_of_money(part.share - part.odd),
        "multiplied",
        (_cost(seen, agency, one), _part(agency, one, part.part, part.whole, shares)),
    )
    what = "odd penny, to the largest fractions of a penny" if part.odd else "no odd penny"
    odd = Reckoned(what, sum_of_money(part.odd))
    return Reckoned(f"share of {part.period}", sum_of_money(part.share), _SUM, (exact, odd))


def _cost(seen: YearSeen, agency: RecordId, one: Apportionment) -> Reckoned:
    line = one.split.line
    if one.split.fixed and agency not in one.split.fixed:
        return Reckoned(f"cost {line.code} of the period after fixed shares", sum_of_money(one.split.rest))
    cost = cost_of(line, seen.reckoning.amounts.of(line), one.split.period)
    return reckoned(replace(cost, what=f"cost {line.code}, {months_in_words(one.split.period)}"))


def _part(agency: RecordId, one: Apportionment, part: Fraction, whole: Fraction, shares: Shares) -> Reckoned:
    if agency in one.split.fixed:
        return Reckoned("your fixed share", in_percent(part))
    spans = shares.of(agency, one.split.parts).spans
    return Reckoned(
        "your part of the period", in_percent(part / whole), _SUM, tuple(_span(span) for span in spans)
    )


def _span(span: Span) -> Reckoned:
    what = f"{days_in_words(span.first, span.last)}, {span.days} days"
    if not span.total:
        return Reckoned(what, "nobody has a figure")
    return Reckoned(what, f"{whole_or_hundredths(span.mine)} of {whole_or_hundredths(span.total)}")


def keyed_workings(
    licences: tuple[LicenceLine, ...],
    of_licences: Iterator[Reckoned],
    shares: Iterator[tuple[ShareLine, Reckoned]],
) -> Iterator[tuple[str, Reckoned]]:
    """Each by the key of the line that it explains."""
    for licence, told in zip(licences, of_licences, strict=True):
        yield licence.asked.key, told
    for share, told in shares:
        yield share.asked.key, told
