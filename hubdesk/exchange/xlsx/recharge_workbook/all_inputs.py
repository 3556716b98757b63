"""Which facts a workbook's Inputs sheet has: all of the period's, or those of one agency."""

from collections.abc import Sequence

from hubdesk.charging.recharge import Recharge
from hubdesk.domain.cost_line import CostLine
from hubdesk.exchange.xlsx.recharge_workbook.cost_inputs import (
    add_caps,
    add_costs,
    add_drivers,
    add_occupancy,
)
from hubdesk.exchange.xlsx.recharge_workbook.inputs import Inputs, new_inputs
from hubdesk.exchange.xlsx.recharge_workbook.licence_inputs import add_concessions, add_licences, add_rate
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject
from hubdesk.exchange.xlsx.recharge_workbook.vat_inputs import add_vat


def inputs_of(subject: Subject, recharge: Recharge) -> Inputs:
    """Every fact of `recharge`."""
    lines = [one.split.line for one in recharge.apportionments]
    made = new_inputs(subject)
    add_rate(made, subject, recharge)
    add_licences(made, subject, recharge)
    add_concessions(made, subject, recharge)
    add_costs(made, subject, lines)
    add_caps(made, subject, lines)
    add_drivers(made, subject, recharge)
    add_occupancy(made, subject, recharge)
    licences = [one.licence for one in recharge.licences]
    add_vat(made, subject, [*licences, *lines], recharge.period.last)
    return made


def inputs_but_shares(subject: Subject, recharge: Recharge) -> Inputs:
    """The facts of `recharge` where shares are values: none that shares alone rest on."""
    lines = [one.split.line for one in recharge.apportionments]
    made = new_inputs(subject)
    add_rate(made, subject, recharge)
    add_licences(made, subject, recharge)
    add_concessions(made, subject, recharge)
    add_costs(made, subject, [])
    add_caps(made, subject, lines)
    licences = [one.licence for one in recharge.licences]
    add_vat(made, subject, [*licences, *lines], recharge.period.last)
    return made


def own_inputs(subject: Subject, recharge: Recharge, lines: Sequence[CostLine]) -> Inputs:
    """The facts of one agency, whose licences and concessions `subject` and `recharge` have alone.

    `lines` are the costs that it shares in; their amounts and weights are not its own to change.
    """
    made = new_inputs(subject)
    add_rate(made, subject, recharge)
    add_licences(made, subject, recharge)
    add_concessions(made, subject, recharge)
    add_caps(made, subject, lines)
    licences = [one.licence for one in recharge.licences]
    add_vat(made, subject, [*licences, *lines], recharge.period.last)
    return made
