"""Corrections of figures: desks licensed, what a cost is shared by, and wishes for more or fewer desks."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.days import holds, in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import counted, query_name
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Query
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.typed_number import plain_number
from hubdesk.editing import areas, drivers, licences
from hubdesk.editing.records import agency_code, changed, found, refusal
from hubdesk.workflows.review.proposal import Proposal, day_of


def licence_corrected(hub: Hub, query: Query, licence: RecordId) -> Proposal:
    """So many desks on the licence from the day until its next step."""
    record = found(hub, Licence, licence)
    day, notes = day_of(hub, query)
    if query.wished is None:
        day = max(day, record.first)
    desks = _whole(query)
    if desks < 0:
        raise _not_understood(query, "a number of desks from 0")
    change = licences.set_desks(hub, licence, day, desks)
    if record.desks_on(day) == desks:
        raise _as_it_is(query, f"Licence {record.code} has {counted(desks, 'desk')} on {in_words(day)}")
    later = next((one for one in record.desks.steps if one.first > day and _within(record, one.first)), None)
    if later is not None:
        then = f"From {in_words(later.first)} on, licence {record.code} has {counted(later.value, 'desk')}."
        notes = (*notes, then)
    return Proposal(change, notes)


def wish_met(hub: Hub, query: Query, agency: RecordId) -> Proposal:
    """So many desks more or fewer on the agency's licence from the day on, on every later step too.

    Of several licences, the one with the most desks that day.
    """
    code = found(hub, Agency, agency).code
    day, notes = day_of(hub, query)
    more = _whole(query)
    if more == 0:
        raise _as_it_is(query, "It wishes for no desk more or fewer")
    held = [one for one in hub.licences_of.get(agency, ()) if holds(one, day)]
    if not held:
        raise refusal(
            "no-licence-on-day",
            f"{code} has no licence on {in_words(day)} to add desks to or take them from",
            query_name(query),
            "Add a licence, or change the days of one, and end this as corrected by hand",
            query,
        )
    record = max(held, key=lambda one: one.desks_on(day))
    was = record.desks_on(day)
    if was + more < 0:
        raise refusal(
            "fewer-desks-than-none",
            f"Licence {record.code} has {counted(was, 'desk')} on {in_words(day)}, and {-more} are to go",
            query_name(query),
            "Change its licences one by one, and end this as corrected by hand",
            query,
            record,
        )
    after = replace(record, desks=_with_more(record, day, more))
    title = (
        f"{was} → {counted(was + more, 'desk')} on licence {record.code} from {in_words(day)}; the desks "
        "themselves are chosen on the plan"
    )
    if len(held) > 1:
        notes = (*notes, f"{code} has {len(held)} licences; {record.code} has the most desks.")
    return Proposal(changed(hub, after, title=title), notes)


def share_corrected(hub: Hub, query: Query, line: RecordId) -> Proposal:
    """The agency's figure for the driver, or its square metres, by which the cost is shared."""
    record = found(hub, CostLine, line)
    fixed = any(one.agency == query.agency for one in hub.fixed_shares_of.get(line, ()))
    if not fixed and record.basis is Basis.DRIVER:
        return _driver_corrected(hub, query, record)
    if not fixed and record.basis is Basis.AREA:
        return _area_corrected(hub, query)
    by = "a fixed share" if fixed else record.basis.value
    remedy = (
        "Change the fixed share on the Costs page, if all agree, and end this as corrected by hand"
        if fixed
        else "Correct its licence or its desks instead, and end this as corrected by hand"
    )
    raise refusal(
        "share-without-figure",
        f"Cost line {record.code} goes by {by}, so there is no figure of its own to correct",
        query_name(query),
        remedy,
        query,
        record,
    )


def _driver_corrected(hub: Hub, query: Query, line: CostLine) -> Proposal:
    day, notes = day_of(hub, query)
    figure = _figure(query)
    held = next((one for one in hub.figures_of.get(line.driver, ()) if one.agency == query.agency), None)
    if (held.figures.at(day) if held else None) == figure:
        raise _as_it_is(query, f"{line.driver} is {figure:f} on {in_words(day)}")
    later = next((one for one in held.figures.steps if one.first > day), None) if held else None
    if later is not None:
        notes = (*notes, f"From {in_words(later.first)} on, it is {later.value:f}.")
    others = sorted(
        {one.code for one in hub.cost_lines.values() if one.driver == line.driver and one.year == line.year}
        - {line.code}
    )
    if others:
        notes = (*notes, f"{line.driver} also shares {', '.join(others)}.")
    return Proposal(drivers.set_figure(hub, line.driver, query.agency, day, figure), notes)


def _area_corrected(hub: Hub, query: Query) -> Proposal:
    day, notes = day_of(hub, query)
    code, size = agency_code(hub, query.agency), _figure(query)
    own = [one for one in hub.areas.values() if one.agency == query.agency and holds(one, day)]
    if len(own) != 1:
        many = f"{len(own)} areas" if own else "no area"
        raise refusal(
            "which-area",
            f"{code} has {many} for its sole use on {in_words(day)}, so {size:f} m² cannot be put to one",
            query_name(query),
            "Give it the area, or type each one’s size, on the plan; then end this as corrected by hand",
            query,
            *own,
        )
    area = own[0]
    if area.area_m2 == size:
        raise _as_it_is(query, f"Area {area.code} has {size:f} m²")
    if area.first is None or area.first < day:
        notes = (f"An area has one size for all of its days: {area.code} counts so from its first.",)
    change = areas.change(hub, replace(area, area_m2=size))
    return Proposal(replace(change, title=f"area {area.code} of {code} has {size:f} m²"), notes)


def _with_more(record: Licence, day: date, more: int) -> Timeline[int]:
    """The desks of `record` with `more` from `day` on, at no step below zero."""
    steps = [
        (step.first, step.value if step.first < day else max(0, step.value + more))
        for step in record.desks.steps
    ]
    return Timeline.of(steps).with_step(day, record.desks_on(day) + more)


def _within(record: Licence, day: date) -> bool:
    return record.last is None or day <= record.last


def _whole(query: Query) -> int:
    """The whole number that is wanted, with or without the word desks. Raises Refused."""
    text = query.wanted.strip().casefold().removesuffix("desks").removesuffix("desk").replace("−", "-")
    number = plain_number(text)
    if number is None or number != int(number):
        raise _not_understood(query, "a whole number of desks")
    return int(number)


def _figure(query: Query) -> Decimal:
    """The figure that is wanted, from 0. Raises Refused."""
    text = query.wanted.strip().casefold().removesuffix("m²").removesuffix("m2")
    number = plain_number(text)
    if number is None or number < 0:
        raise _not_understood(query, "a figure from 0")
    return number


def _not_understood(query: Query, kind: str) -> Refused:
    wanted = f"“{query.wanted.strip()}” is not {kind}" if query.wanted.strip() else "It names no figure"
    return refusal(
        "wanted-not-understood",
        wanted,
        query_name(query),
        "Ask what is meant, or make the correction in the hub, and end this as corrected by hand",
        query,
    )


def _as_it_is(query: Query, what: str) -> Refused:
    return refusal(
        "nothing-to-correct",
        f"{what} already",
        query_name(query),
        "Nothing is left to correct: end it as explained",
        query,
    )
