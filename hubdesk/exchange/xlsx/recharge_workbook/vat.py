"""VAT of a line: the percentage of its source's code, to the penny."""

from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.expression import Expression, exact, if_, rounded
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs


def vat_on(pence: Expression, source: RecordId, inputs: Inputs) -> Expression:
    """R(pence · rate), by the code of `source`."""
    percent = inputs.percent_of(inputs.vat_percents[source])
    return rounded(pence * percent / inputs.hundred)


def code_shown(source: RecordId, inputs: Inputs) -> Expression:
    """The code of `source`; nothing while there is none, where a bare reference would show 0."""
    code = inputs.vat_codes[source]
    return if_(exact(code, ""), "", code)
