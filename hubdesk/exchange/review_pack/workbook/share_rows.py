"""A part of a shared cost: cost × own part ÷ the whole in whole pence, and the odd pennies as a constant."""

from hubdesk.domain.money import Pence
from hubdesk.exchange.review_pack.pack import ShareLine, SharePart
from hubdesk.exchange.review_pack.workbook.sums import together, whole_pence
from hubdesk.exchange.review_pack.workbook.workings import OUT_OF, PART, RATE, Line, Workings
from hubdesk.exchange.statement.figures import MINUS
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell

_WITHHELD = "not shown"
_LONGEST_BASIS = 80


def put_share(workings: Workings, share: ShareLine) -> Cell:
    """The line of `share` and its workings; its net, in pounds."""
    row = workings.begin_line()
    sums = [_put_part(workings, share, part) for part in share.parts]
    odd = [part for part in share.parts if part.odd and _is_live(part)]
    if odd:
        said = ", ".join(f"{_pennies(part.odd)} in {part.period}" for part in odd)
        sums.append(workings.put_fixed(f"Rounding: {said}", sum(part.odd for part in odd)))
    if share.over_cap:
        sums.append(workings.put_fixed("Less what is over your cap", -share.over_cap))
    if share.award:
        gross = share.share - share.over_cap
        before = workings.put_sum("Before your concession", together(sums), gross, f"{share.code}, gross")
        sums = [before, workings.put_fixed(_concession(share), -share.award)]
    if said := " ".join(one for one in (share.note, share.periods_note) if one):
        workings.put_words(said)
    what = f"{share.name} · {share.basis}"
    if share.award and share.concession:
        what += f" · less {share.concession.partition(':')[0]}"
    corrects = f"Your figure for {share.basis[:_LONGEST_BASIS]} as it should be on one day, not times days."
    return workings.put_line(row, Line(share.code, what, share.asked, corrects, share.net), sums)


def _concession(share: ShareLine) -> str:
    """What is taken off, by what and who pays for it; of a credit, it leaves less of that."""
    off = f" of {share.concession}" if share.concession else ""
    funded = f", paid for by {share.funder}" if share.funder else ""
    if share.award < 0:
        return f"Your concession{off}, which makes a credit less too{funded}"
    return f"Less your concession{off}{funded}"


def _pennies(odd: Pence) -> str:
    return f"{MINUS if odd < 0 else ''}{abs(odd)}p"


def _is_live(part: SharePart) -> bool:
    return bool(part.part is not None and part.whole) and part.cost is not None


def _put_part(workings: Workings, share: ShareLine, part: SharePart) -> Cell:
    """A billing period's part; fixed where the total that it rests on is not shown."""
    own = workings.factor(PART, part.part)
    unit = part.unit or share.unit
    what = f"{part.period} ({unit})" if unit and part.part is not None else part.period
    if part.part is None or not part.whole or part.cost is None:
        for column in (OUT_OF, RATE):
            workings.asking.page.put(workings.row, column, _WITHHELD, "Worked word")
        return workings.put_fixed(what, part.share)
    out_of = workings.factor(OUT_OF, part.whole)
    cost = workings.factor(RATE, part.cost / 100, "Worked money")
    pence = part.share - part.odd
    formula = whole_pence(cost * own / out_of, pence)
    return workings.put_sum(what, formula, pence, f"share of {share.code} in {part.period}")
