"""Licences and their desks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.concession import Concession
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import counted
from hubdesk.domain.timeline import ONE_DAY, Timeline
from hubdesk.editing.ending import ended
from hubdesk.editing.records import added, changed, found, refusal, removed, renamed
from hubdesk.editing.steps import without_step


def add(hub: Hub, *licences: Licence) -> Change:
    """New licences. Raises Refused if one with its id is there already."""
    return added(hub, *licences)


def change(hub: Hub, *licences: Licence) -> Change:
    """Each licence as given, in place of the one with its id. Raises Refused if that is gone."""
    return changed(hub, *licences)


def free_code(hub: Hub) -> str:
    """The next of L01, L02 … that no licence has."""
    taken = hub.licence_codes
    return next(code for number in range(1, len(taken) + 2) if (code := f"L{number:02}") not in taken)


def rename(hub: Hub, licence: RecordId, code: str) -> Change:
    """Another code for the licence."""
    before = found(hub, Licence, licence)
    return renamed(hub, before, replace(before, code=code))


def set_desks(hub: Hub, licence: RecordId, first: date, desks: int) -> Change:
    """`desks` from `first` until the next step. Raises Refused outside the days of the licence."""
    before = found(hub, Licence, licence)
    if first < before.first or (before.last is not None and first > before.last):
        raise refusal(
            "step-outside-licence",
            f"{in_words(first)} is outside the days of the licence",
            f"licence {before.code}",
            "Choose a day of the licence, or change its first or last day",
            before,
        )
    was = before.desks_on(first)
    after = replace(before, desks=before.desks.with_step(first, desks))
    title = f"{was} → {counted(desks, 'desk')} on licence {before.code} from {in_words(first)}"
    return changed(hub, after, title=title)


def remove_step(hub: Hub, licence: RecordId, first: date) -> Change:
    """The step before holds on. Raises Refused if there is none on that day."""
    before = found(hub, Licence, licence)
    after = replace(before, desks=without_step(hub, before, before.desks, first))
    return changed(hub, after, title=f"Remove the step of licence {before.code} on {in_words(first)}")


def end(hub: Hub, licence: RecordId, last: date) -> Change:
    """`last` is its last day, and its awards'. Raises Refused if it starts later or has ended by then."""
    before = found(hub, Licence, licence)
    if not before.first <= last or (before.last is not None and before.last <= last):
        raise refusal(
            "not-running",
            f"It does not go on after {in_words(last)}",
            f"licence {before.code}",
            "Choose a day between its first and its last",
            before,
        )
    records: tuple[Licence | Concession, ...] = (before, *hub.awards_of.get(licence, ()))
    edits = tuple(edit for record in records for edit in ended(record, last))
    return Change(f"End licence {before.code} on {in_words(last)}", edits)


def start(hub: Hub, licence: RecordId, first: date) -> Change:
    """`first` is its first day, with the desks of that day; earlier, with those that it began with.

    Awards that began with it begin with it still; those that began before `first` are cut to it, or go
    where they had ended by then. Raises Refused if it has ended by then.
    """
    before = found(hub, Licence, licence)
    if before.last is not None and first > before.last:
        raise refusal(
            "starts-after-end",
            f"It ends on {in_words(before.last)}, before {in_words(first)}",
            f"licence {before.code}",
            "Choose an earlier day, or move its last day first",
            before,
        )
    desks = before.desks.at(max(first, before.first))
    kept = [(step.first, step.value) for step in before.desks.steps if step.first > max(first, before.first)]
    steps = Timeline.of([*kept, *([] if desks is None else [(first, desks)])])
    edits: list[Edit] = [Edit(before, replace(before, first=first, desks=steps))]
    for award in hub.awards_of.get(licence, ()):
        if award.last is not None and award.last < first:
            edits.append(Edit(award, None))
        elif award.first == before.first or award.first < first:
            edits.append(Edit(award, replace(award, first=max([first, *_days_after_others(hub, award)]))))
    title = f"Licence {before.code} starts on {in_words(first)}"
    return Change(title, tuple(one for one in edits if one.before != one.after))


def set_last(hub: Hub, licence: RecordId, last: date | None) -> Change:
    """`last` is its last day, None for open-ended: earlier or later than it was.

    Later, the desks that it ended with hold on, and so do the awards that ended with it; earlier is
    `end`. Raises Refused if it starts later.
    """
    before = found(hub, Licence, licence)
    was = before.last
    if last is not None and (was is None or last < was):
        return end(hub, licence, last)
    kept = Timeline(tuple(step for step in before.desks.steps if was is None or step.first <= was))
    edits: list[Edit] = [Edit(before, replace(before, last=last, desks=kept))]
    for award in hub.awards_of.get(licence, ()):
        if award.last is not None and award.last == was:
            edits.append(Edit(award, replace(award, last=_until_another(hub, award, last))))
    title = "is open-ended" if last is None else f"ends on {in_words(last)}"
    return Change(f"Licence {before.code} {title}", tuple(one for one in edits if one.before != one.after))


def _days_after_others(hub: Hub, award: Concession) -> Iterator[date]:
    """The days after the awards to the same licence that end before `award` begins."""
    for other in hub.awards_of.get(award.licence or RecordId(""), ()):
        if other.last is not None and other.last < award.first:
            yield other.last + ONE_DAY


def _until_another(hub: Hub, award: Concession, last: date | None) -> date | None:
    """`last`, or the day before the next award to the same licence begins."""
    later = [
        one.first for one in hub.awards_of.get(award.licence or RecordId(""), ()) if one.first > award.first
    ]
    days = [first - ONE_DAY for first in later] + ([] if last is None else [last])
    return min(days, default=None)


def move_step(hub: Hub, licence: RecordId, first: date, to: date) -> Change:
    """The step on `first` happens on `to`; steps that change nothing go.

    Raises Refused beyond the steps beside it or the days of the licence.
    """
    before = found(hub, Licence, licence)
    rest = _without_idle(without_step(hub, before, before.desks, first), before.desks)
    days = sorted([*(step.first for step in rest.steps), first])
    place = days.index(first)
    earliest = max([before.first, *(day + ONE_DAY for day in days[:place])])
    latest = min([before.last or date.max, *(day - ONE_DAY for day in days[place + 1 :])])
    if not earliest <= to <= latest:
        raise refusal(
            "step-out-of-order",
            f"{in_words(to)} is not between the steps before and after it",
            f"licence {before.code}",
            "Choose a day between them, or remove one of them",
            before,
        )
    desks = before.desks.at(first)
    assert desks is not None
    after = replace(before, desks=rest.with_step(to, desks))
    title = (
        f"Licence {before.code}: {counted(desks, 'desk')} from {in_words(to)} in place of {in_words(first)}"
    )
    return changed(hub, after, title=title)


def _without_idle(kept: Timeline[int], whole: Timeline[int]) -> Timeline[int]:
    """The steps of `kept` that change the number in `whole`."""
    was = dict(zip(whole.steps, [0, *(step.value for step in whole.steps)], strict=False))
    return Timeline(tuple(step for step in kept.steps if step.value != was[step]))


def remove(hub: Hub, licence: RecordId) -> Change:
    """As if it had never been, with its awards."""
    return removed(hub, found(hub, Licence, licence), with_=(Concession,))
