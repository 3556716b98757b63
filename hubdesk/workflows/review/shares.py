"""The shared costs of a pack: the agency's part of each, by period, and the total where it may be shown."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import trunc

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.parts import SubPeriod
from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.hundredths import whole_or_hundredths
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import percent, to_penny
from hubdesk.domain.plain import decimal_text
from hubdesk.exchange.review_pack.pack import EQUALLY, ShareLine, SharePart
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.workflows.review.behind import Shown
from hubdesk.workflows.review.concessions import concession_on_share
from hubdesk.workflows.review.words import DAYS, asked_of_share, funder_words, unit_of
from hubdesk.workflows.review.year import YearSeen
from hubdesk.workflows.statement.saying import months_in_words

WITHHELD = (
    "The total is withheld: fewer than three others would stand behind it, in this pack or beside another"
)
_YEAR_ALONE = (
    "The year's total alone is shown: how it changes would tell of too few others. "
    "The odd pence are those of rounding period by period."
)
_CLOSE = 10**7
"""Parts of a per cent: seven decimals are a penny in ten million pounds."""


def share_line(seen: YearSeen, agency: RecordId, line: CostLine, shown: Shown | None) -> ShareLine:
    """What of `line` is the agency's in the year; its totals only as closely as they are `shown`."""
    costs = seen.costs[line.id]
    fixed = any(agency in one.split.fixed for one in costs)
    parts = tuple(_parts_shown(seen, agency, costs, shown))
    share = sum(one.split.of(agency) for one in costs)
    over_cap = sum(one.caps.get(agency, 0) for one in costs)
    awards = [one.awards[agency] for one in costs if agency in one.awards]
    award = sum(one.pence for one in awards)
    funders = [
        (Funder.HOST, [one.by_host for one in awards]),
        (Funder.PARTNERS, [one.by_partners for one in awards]),
    ]
    return ShareLine(
        asked_of_share(line, "" if fixed else _held(seen, agency, line)),
        line.code,
        line.name,
        _basis(seen, agency, line, shown),
        "of the whole" if fixed else unit_of(line),
        parts,
        share,
        over_cap,
        award,
        share - over_cap - award,
        funder_words({funder for funder, pence in funders if any(pence)}),
        " ".join(_notes(seen, agency, line, shown)),
        " ".join(_notes_on_periods(parts, shown)),
        concession_on_share(seen, agency, line) if award else "",
    )


def _held(seen: YearSeen, agency: RecordId, line: CostLine) -> str:
    """By what `agency` shares `line` on the snapshot's day; empty where plan or licences tell that."""
    match line.basis:
        case Basis.AREA:
            area = seen.reckoning.facts.occupancy.sole_use.get(agency)
            return f"{whole_or_hundredths((area.at(seen.as_at) if area else None) or Fraction(0))} m²"
        case Basis.DRIVER:
            figures = seen.hub.figures_of.get(line.driver, ())
            mine = next((one.figures for one in figures if one.agency == agency), None)
            return f"{line.driver} {(mine.at(seen.as_at) if mine else None) or 0:,}"
        case _:
            return ""


def fixed_percent(seen: YearSeen, agency: RecordId, line: CostLine) -> Fraction | None:
    """The fixed share of `agency` as a fraction, if it has one."""
    shares = seen.hub.fixed_shares_of.get(line.id, ())
    return next((percent(one.percent) for one in shares if one.agency == agency), None)


def _parts_shown(
    seen: YearSeen, agency: RecordId, costs: Sequence[Apportionment], shown: Shown | None
) -> Iterator[SharePart]:
    match shown:
        case Shown.PERIODS:
            yield from _parts(seen, agency, costs)
        case Shown.YEAR:
            yield _year(seen, agency, costs)
        case None:
            yield _withheld(seen, agency, costs)


def _year(seen: YearSeen, agency: RecordId, costs: Sequence[Apportionment]) -> SharePart:
    """The year's total, and what part of it the share is, in per cent.

    The exact part would have the totals of all periods in its denominator; so it is worked out backwards.
    """
    share = sum(one.split.of(agency) for one in costs)
    part = fixed_percent(seen, agency, costs[0].split.line)
    if part is not None:
        cost = sum(one.split.cost for one in costs)
        return SharePart(seen.year.name, share, part, share - trunc(cost * part), Fraction(1), cost)
    cost = sum(one.split.rest for one in costs)
    part = Fraction(to_penny(Fraction(share * 100 * _CLOSE, cost)), _CLOSE) if cost else Fraction(0)
    return SharePart(seen.year.name, share, part, share - trunc(cost * part / 100), Fraction(100), cost, "%")


def _parts(seen: YearSeen, agency: RecordId, costs: Sequence[Apportionment]) -> Iterator[SharePart]:
    for one in costs:
        split = one.split
        share = split.of(agency)
        if agency in split.fixed:
            part = fixed_percent(seen, agency, split.line)
            assert part is not None
            yield _part(one, share, part, Fraction(1), split.cost, "")
            continue
        subs, days = split.parts.sub_periods(), Fraction(split.parts.days)
        if _is_even(subs, agency):
            mine, whole = (
                figure * days / split.parts.scale
                for figure in (subs[0].weights.get(agency, 0), subs[0].total)
            )
            yield _part(one, share, mine, whole, split.rest, "")
        else:
            yield _part(one, share, split.parts.days_of(agency), days, split.rest, DAYS)


def _part(one: Apportionment, share: int, part: Fraction, whole: Fraction, cost: int, unit: str) -> SharePart:
    odd = share - trunc(cost * part / whole)
    return SharePart(months_in_words(one.split.period), share, part, odd, whole, cost, unit)


def _is_even(subs: Sequence[SubPeriod], agency: RecordId) -> bool:
    """Whether the agency's figure and the total stay as they are all the time, and there is a total."""
    return len({(one.weights.get(agency, 0), one.total) for one in subs}) == 1 and subs[0].total > 0


def _withheld(seen: YearSeen, agency: RecordId, costs: Sequence[Apportionment]) -> SharePart:
    """The year at once: how shares change from period to period would tell how the totals do."""
    share = sum(one.split.of(agency) for one in costs)
    if any(agency in one.split.fixed for one in costs):
        return SharePart(seen.year.name, share, None)
    own = sum(
        (
            Fraction(sub.weights.get(agency, 0) * sub.days, one.split.parts.scale)
            for one in costs
            for sub in one.split.parts.sub_periods()
        ),
        Fraction(0),
    )
    return SharePart(seen.year.name, share, own)


def _basis(seen: YearSeen, agency: RecordId, line: CostLine, shown: Shown | None) -> str:
    mine = next((one for one in seen.hub.fixed_shares_of.get(line.id, ()) if one.agency == agency), None)
    if mine is not None:
        return f"fixed share of {decimal_text(mine.percent)} %" if shown else "fixed share"
    return EQUALLY if line.basis is Basis.EQUAL else line.basis_name


def _notes_on_periods(parts: Sequence[SharePart], shown: Shown | None) -> Iterator[str]:
    if shown is Shown.PERIODS and any(part.unit for part in parts):
        yield "In a period in which figures change, each day counts by itself: part and whole are days."


def _notes(seen: YearSeen, agency: RecordId, line: CostLine, shown: Shown | None) -> Iterator[str]:
    if shown is None:
        yield f"{WITHHELD}."
    if shown is Shown.YEAR:
        yield _YEAR_ALONE
    others = [one for one in seen.hub.fixed_shares_of.get(line.id, ()) if one.agency != agency]
    if shown and others and fixed_percent(seen, agency, line) is None:
        yield "The cost is what is left after fixed shares."
    cap = next((one for one in seen.hub.caps_of.get(line.id, ()) if one.agency == agency), None)
    if cap is not None and agency != seen.hub.settings.host:
        yield f"At most {sum_of_money(cap.pence)} a year: the host pays what is over."
