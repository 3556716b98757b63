"""The desk rate."""

from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.money import Pence, pounds
from hubdesk.editing.records import changed
from hubdesk.editing.steps import without_step


def set_step(hub: Hub, first: date, pence: Pence) -> Change:
    """The rate, in pence a year, from `first` until the next step."""
    before = hub.rate.pence.at(first)
    was = "" if before is None else f"{pounds(before)} → "
    after = replace(hub.rate, pence=hub.rate.pence.with_step(first, pence))
    return changed(hub, after, title=f"Desk rate {was}{pounds(pence)} from {in_words(first)}")


def use_from(hub: Hub, first: date, pence: Pence, last: date) -> Change:
    """The rate from `first` on, in place of any set for later days up to `last`; a later one stands."""
    line = hub.rate.pence
    for step in line.steps:
        if first < step.first <= last:
            line = line.without_step(step.first)
    before = line.at(first)
    was = "" if before is None else f"{pounds(before)} → "
    after = replace(hub.rate, pence=line.with_step(first, pence))
    return changed(hub, after, title=f"Desk rate {was}{pounds(pence)} from {in_words(first)}")


def remove_step(hub: Hub, first: date) -> Change:
    """The step before holds on. Raises Refused if there is none on that day."""
    after = replace(hub.rate, pence=without_step(hub, hub.rate, hub.rate.pence, first))
    return changed(hub, after, title=f"Remove the desk rate from {in_words(first)}")
