"""What next year is likely to come to for one agency, and on what that rests."""

from collections.abc import Iterator, Mapping

from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.pack import Estimate, Other, ShareLine
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.workflows.review.behind import Shown
from hubdesk.workflows.review.licences import licence_lines
from hubdesk.workflows.review.others import borne_by_host, part_of_pool
from hubdesk.workflows.review.shares import share_line
from hubdesk.workflows.review.totals import TotalsAsked, worked_out_for_next_year
from hubdesk.workflows.review.year import YearSeen

_AS_THIS_YEAR = "Shares of costs whose totals are withheld are put down as they are this year."
_POOL_AS_THIS_YEAR = "What the partners pay together for concessions is put down as it is this year."


def estimate_of(
    asked: TotalsAsked, agency: RecordId, now: tuple[ShareLine, ...], shown: Mapping[RecordId, Shown]
) -> Estimate | None:
    """Next year under the facts of the snapshot; None where it cannot be worked out.

    `now` are this year's shares. Those whose totals are not `shown` period by period are put down as this
    year's: what they would be by next year's facts, beside what they are now, would tell about the totals.
    Where totals are withheld, so is the part of the partners' pool, which tells what others were awarded.
    """
    seen = asked.seen
    then = seen.following
    try:
        if agency not in then.lines and agency not in seen.lines:
            return None
        rows = (
            *_licences(then, agency),
            *_shares(seen, agency, now, shown),
            *borne_by_host(then, agency),
            *_pool(asked, agency),
        )
    except Refused:
        return None
    return Estimate(then.year.name, rows, sum(row.pence for row in rows), tuple(_basis(asked, agency, shown)))


def _licences(then: YearSeen, agency: RecordId) -> Iterator[Other]:
    for licence in licence_lines(then, agency):
        off = f"after a concession of {sum_of_money(licence.award)}" if licence.award else ""
        yield Other(f"Licence {licence.code}", licence.net, off)


def _shares(
    seen: YearSeen, agency: RecordId, now: tuple[ShareLine, ...], shown: Mapping[RecordId, Shown]
) -> Iterator[Other]:
    worked_out = worked_out_for_next_year(seen, agency, shown)
    for line in worked_out:
        share = share_line(seen.following, agency, line, Shown.PERIODS)
        yield Other(f"{line.code} {line.name}".strip(), share.net)
    as_now = {line.code for line in seen.shared_with(agency) if shown.get(line.id) is not Shown.PERIODS}
    for one in now:
        if one.code in as_now:
            yield Other(f"{one.code} {one.name}".strip(), one.net, "as this year: its totals are withheld")


def _pool(asked: TotalsAsked, agency: RecordId) -> Iterator[Other]:
    if asked.totals is Totals.OPEN:
        yield from part_of_pool(asked.seen.following, agency)
    else:
        yield from part_of_pool(asked.seen, agency, "as this year: totals are withheld")


def _basis(asked: TotalsAsked, agency: RecordId, shown: Mapping[RecordId, Shown]) -> Iterator[str]:
    seen, then = asked.seen, asked.seen.following
    if then.rolled:
        yield f"{then.year.name} has no costs yet: those of {seen.year.name} are rolled forward unchanged."
    else:
        yield f"Costs are the budgets of {then.year.name} as they are set now."
    rate = then.hub.rate.pence.at(then.year.first)
    if rate is not None:
        first = in_words(then.year.first)
        yield f"The desk rate is {sum_of_money(rate)} a desk and year from {first}, as it is set now."
    yield "Licences, concessions, desks and figures are as they are dated in the records now."
    if any(shown.get(line.id) is not Shown.PERIODS for line in seen.shared_with(agency)):
        yield _AS_THIS_YEAR
    if asked.totals is Totals.WITHHELD and any(part_of_pool(one, agency) for one in (seen, then)):
        yield _POOL_AS_THIS_YEAR
    yield "It is an estimate, and no charge."
