"""The sections of the Inputs sheet on VAT: rates by code, and the code of each source."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.licence import Licence
from hubdesk.domain.vat import NO_VAT_CODES, VAT_MEANINGS
from hubdesk.exchange.xlsx.expression import exact, sum_product
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject


def add_vat(made: Inputs, subject: Subject, sources: Sequence[Licence | CostLine], last: date) -> None:
    """The rates that hold on `last`, and the code of each of `sources`.

    Only codes that have a rate then, or need none, can be chosen: another would charge 0 % unnoticed.
    """
    hub = subject.hub
    rates = {code: vat.percent.at(last) for code, vat in hub.vat_by_code.items()}
    rates |= {code: rates.get(code) or Decimal(0) for code in NO_VAT_CODES}
    codes = sorted({*rates, *(one.vat_code for one in sources if one.vat_code)})
    offered = [code for code in codes if rates.get(code) is not None]
    made.page.section(
        "VAT rates", "Per cent, as on the last day of the period", ("Code", "Meaning", "", "", "Per cent")
    )
    rows = [
        made.page.row(
            code,
            VAT_MEANINGS.get(code, "").capitalize(),
            (None, None),
            (_percent(rates.get(code)), "Fact percent"),
        )[0]
        for code in codes
    ]
    sheet = made.page.sheet
    first, last_row = rows[0], rows[-1]
    names = sheet.rows[first.row][0].to(sheet.rows[last_row.row][0])
    percents = first.to(last_row)
    made.page.section(
        "VAT codes",
        "Of each licence and cost; your choice, never the program's",
        ("Code", "What", "", "", "VAT code", "Per cent"),
    )
    for one in sources:
        what = one.name if isinstance(one, CostLine) else "Licence"
        (code,) = made.page.row(one.code, what, (None, None), (one.vat_code or None, "Fact word"))
        made.page.choose(code, *offered)
        made.vat_codes[one.id] = code
        percent = sum_product(exact(names, code) * percents)
        made.vat_percents[one.id] = sheet.put(code.row, code.column + 1, percent, "Percent")


def _percent(rate: Decimal | None) -> float | None:
    """The figure of a rate; an empty cell where there is none."""
    return None if rate is None else float(rate)
