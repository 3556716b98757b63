"""Drivers and their figures."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.days import in_words
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.names import named
from hubdesk.domain.timeline import Timeline
from hubdesk.editing.records import agency_code, changed, refusal, removed
from hubdesk.editing.steps import without_step


def set_figure(hub: Hub, driver: str, agency: RecordId, first: date, figure: Decimal) -> Change:
    """The agency's figure from `first` until the next step; a new name makes a new driver."""
    title = f"{driver} of {agency_code(hub, agency)}: {figure:f} from {in_words(first)}"
    before = _figure(hub, driver, agency)
    if before is None:
        new = DriverFigure(new_id(), driver, agency, Timeline.of([(first, figure)]))
        return Change(title, (Edit(None, new),))
    return changed(hub, replace(before, figures=before.figures.with_step(first, figure)), title=title)


def remove_step(hub: Hub, driver: str, agency: RecordId, first: date) -> Change:
    """The step before holds on; with its last step the figure goes. Raises Refused if there is none."""
    before = _figure(hub, driver, agency)
    if before is None:
        raise refusal(
            "record-gone",
            f"{agency_code(hub, agency)} has no figure",
            f"driver {driver}",
            "Choose an agency that has one",
        )
    figures = without_step(hub, before, before.figures, first)
    after = replace(before, figures=figures) if figures else None
    title = f"Remove {driver} of {agency_code(hub, agency)} from {in_words(first)}"
    return Change(title, (Edit(before, after),))


def rename(hub: Hub, driver: str, name: str) -> Change:
    """Another name, and cost lines shared by it follow. Raises Refused if the name is taken."""
    if name in hub.driver_names - {driver}:
        raise refusal(
            "driver-name-taken",
            f"There is a driver {name} already",
            f"driver {driver}",
            "Choose another name",
        )
    figures = (replace(one, driver=name) for one in hub.figures_of.get(driver, ()))
    lines = (replace(one, driver=name) for one in hub.cost_lines.values() if one.driver == driver)
    return changed(hub, *figures, *lines, title=f"Rename driver {driver} to {name}")


def remove(hub: Hub, driver: str) -> Change:
    """All its figures. Raises Refused while a cost line is shared by it, or if there is none."""
    lines = [one for one in hub.cost_lines.values() if one.driver == driver]
    figures = hub.figures_of.get(driver, ())
    if lines or not figures:
        raise refusal(
            "driver-in-use" if lines else "record-gone",
            f"It still shares {named(hub, lines[0])}" if lines else "There is no such driver",
            f"driver {driver}",
            "Choose another basis for those cost lines first" if lines else "Choose one that exists",
            *lines,
        )
    return Change(f"Remove driver {driver}", removed(hub, *figures).edits)


def _figure(hub: Hub, driver: str, agency: RecordId) -> DriverFigure | None:
    return next((one for one in hub.figures_of.get(driver, ()) if one.agency == agency), None)
