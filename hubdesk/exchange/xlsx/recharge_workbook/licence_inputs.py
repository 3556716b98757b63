"""The sections of the Inputs sheet on licences: the desk rate, desks and concessions."""

from hubdesk.charging.recharge import Recharge
from hubdesk.exchange.xlsx.recharge_workbook.dated_cells import DatedCell, DatedCells, in_force
from hubdesk.exchange.xlsx.recharge_workbook.inputs import (
    ConcessionCells,
    Inputs,
    days_of_licence,
    scope_of,
)
from hubdesk.exchange.xlsx.recharge_workbook.subject import Subject, agency_name

_DAYS_HEADS = ("Code", "What", "From", "To")


def add_rate(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    """The steps of the desk rate."""
    made.page.section("Desk rate", "Pounds a desk and year, the same for every agency", (*_DAYS_HEADS, "£"))
    spans = in_force(subject.hub.rate.pence, recharge.period.first, recharge.period.last)
    made.rate = DatedCells(
        DatedCell(
            one.first,
            one.last,
            made.page.row("", "Desk rate", (one.first, one.last), (one.value / 100, "Fact money"))[0],
        )
        for one in spans
    )


def add_licences(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    """The desks of each licence."""
    made.page.section(
        "Desks licensed",
        "Desks of each licence in this period; steps that began before it act within it",
        (*_DAYS_HEADS, "Desks"),
    )
    for charge in recharge.licences:
        licence = charge.licence
        within = days_of_licence(licence, recharge)
        if within:
            agency = agency_name(subject.hub.agencies[licence.agency])
            made.desks[licence.id] = DatedCells(
                DatedCell(
                    one.first,
                    one.last,
                    made.page.row(licence.code, agency, (one.first, one.last), (one.value, "Fact count"))[0],
                )
                for one in in_force(licence.desks, *within)
            )


def add_concessions(made: Inputs, subject: Subject, recharge: Recharge) -> None:
    """What can be changed of each concession in force."""
    period = recharge.period
    found = [
        one
        for one in subject.hub.concessions.values()
        if one.first <= period.last and (one.last is None or one.last >= period.first)
    ]
    if not found:
        return
    made.page.section(
        "Concessions",
        "Per cent off; the desks of each licence that it is limited to (empty: all); who pays for it",
        (*_DAYS_HEADS, "Per cent", "Desks at most", "Paid by"),
    )
    for one in sorted(found, key=lambda one: (scope_of(one, subject), one.first)):
        percent, cap, funder = made.page.row(
            "" if one.licence is None else subject.hub.licences[one.licence].code,
            f"{scope_of(one, subject)}, on {one.applies.value}",
            (one.first, one.last),
            (float(one.percent), "Fact percent"),
            (one.desk_cap, "Fact count"),
            (one.funder.value, "Fact word"),
        )
        made.page.choose(funder, "host", "partners")
        made.concessions[one.id] = ConcessionCells(percent, cap, funder)
