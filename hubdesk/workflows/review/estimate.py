"""What next year is likely to come to for one agency, and on what that rests."""

from collections.abc import Iterator, Mapping

from hubdesk.domain.days import in_words
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Refused
from hubdesk.exchange.review_pack.pack import Estimate, Other, ShareLine
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.workflows.review.behind import Shown
from hubdesk.workflows.review.licences import licence_lines
from hubdesk.workflows.review.others import others
from hubdesk.workflows.review.shares import share_line
from hubdesk.workflows.review.year import YearSeen

_AS_THIS_YEAR = "Shares of costs whose totals are withheld are put down as they are this year."


def estimate_of(
    seen: YearSeen, agency: RecordId, now: tuple[ShareLine, ...], shown: Mapping[RecordId, Shown]
) -> Estimate | None:
    """Next year under the facts of the snapshot; None where it cannot be worked out.

    `now` are this year's shares. Those whose totals are not `shown` period by period are put down as this
    year's: what they would be by next year's facts, beside what they are now, would tell about the totals.
    """
    then = seen.following
    try:
        if agency not in then.lines and agency not in seen.lines:
            return None
        rows = tuple(_rows(seen, then, agency, now, shown))
    except Refused:
        return None
    basis = [*_basis(seen, then)]
    if any(shown.get(line.id) is not Shown.PERIODS for line in seen.shared_with(agency)):
        basis.append(_AS_THIS_YEAR)
    basis.append("It is an estimate, and no charge.")
    return Estimate(then.year.name, rows, sum(row.pence for row in rows), tuple(basis))


def _rows(
    seen: YearSeen,
    then: YearSeen,
    agency: RecordId,
    now: tuple[ShareLine, ...],
    shown: Mapping[RecordId, Shown],
) -> Iterator[Other]:
    for licence in licence_lines(then, agency):
        off = f"after a concession of {sum_of_money(licence.award)}" if licence.award else ""
        yield Other(f"Licence {licence.code}", licence.net, off)
    open_ = {line.code for line in seen.reckoning.shared_lines if shown.get(line.id) is Shown.PERIODS}
    kept = {one.code for one in now} - open_
    for line in then.shared_with(agency):
        if line.code not in kept:
            share = share_line(then, agency, line, Shown.PERIODS)
            yield Other(f"{line.code} {line.name}".strip(), share.net)
    for one in now:
        if one.code in kept:
            yield Other(f"{one.code} {one.name}".strip(), one.net, "as this year: its totals are withheld")
    yield from others(then, agency)


def _basis(seen: YearSeen, then: YearSeen) -> Iterator[str]:
    if then.rolled:
        yield f"{then.year.name} has no costs yet: those of {seen.year.name} are rolled forward unchanged."
    else:
        yield f"Costs are the budgets of {then.year.name} as they are set now."
    rate = then.hub.rate.pence.at(then.year.first)
    if rate is not None:
        first = in_words(then.year.first)
        yield f"The desk rate is {sum_of_money(rate)} a desk and year from {first}, as it is set now."
    yield "Licences, concessions, desks and figures are as they are dated in the records now."
