"""What a change that is not made yet would do to a year's charges, in a line."""

from hubdesk.desktop.plan.preview import Foreseen
from hubdesk.desktop.plan.preview_bar import signed
from hubdesk.workflows.year_cost import NoYearCost

_MOST = 6
"""Agencies in the line; the rest is counted."""


def effect_words(foreseen: Foreseen | None) -> str:
    """ "Charges of 2026-27: POL −£120.00", or that it is still being worked out."""
    if foreseen is None or foreseen.effects is None:
        return "Working out what it does to the charges…"
    if isinstance(foreseen.effects, NoYearCost):
        return f"No figures: {foreseen.effects.problems[0].what}"
    agencies, year = foreseen.hub.agencies, foreseen.year.name
    told = [f"{agencies[one.agency].code} {signed(one.pence)}" for one in foreseen.effects[:_MOST]]
    more = f", and {len(foreseen.effects) - _MOST} more" if len(foreseen.effects) > _MOST else ""
    return f"Charges of {year}: {', '.join(told)}{more}" if told else f"No charges of {year} change"
