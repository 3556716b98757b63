"""Whether an issued workbook still comes to what was issued, which is another matter than adding up."""

from collections.abc import Iterable

from hubdesk.charging.run import Run
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.exchange.xlsx.expression import Expression, if_, in_pounds, joined
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Notice, Sheet

AS_ISSUED = "as issued"
CHANGED = "changed since issue"


def charged_by(runs: Iterable[Run], agency: RecordId) -> Pence:
    """What `runs` charge `agency`, adjustments and VAT included."""
    return sum(line.pence + line.vat_pence for run in runs for line in run.lines if line.agency == agency)


def notice_unless(unchanged: Expression, now: Expression, issued: Expression) -> Expression:
    """The words of a notice with both amounts, in pounds; nothing where it is `unchanged`."""
    words = joined("Changed since issue: now ", in_pounds(now), ", issued ", in_pounds(issued))
    return if_(unchanged, "", words)


def put_notice(sheet: Sheet, row: int, width: int, words: Expression | None) -> Cell:
    """A place for a notice, from column A over `width` columns; where its words go."""
    cells = sheet.put_row(row, 0, [words, *[None] * (width - 1)], "Notice")
    sheet.notices.append(Notice(cells[0].to(cells[-1])))
    return cells[0]
