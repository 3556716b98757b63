"""A scenario laid on the hub as it stands today, even where the hub has moved on since it was made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubdesk.domain.change import Change, Edit
from hubdesk.domain.checks import errors_of
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.merging import upon
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem, sentence
from hubdesk.domain.record import Record
from hubdesk.domain.scenario import Scenario

_Key = tuple[type[Record], RecordId]


@dataclass(frozen=True, slots=True)
class Laid:
    """What a scenario comes to on a hub.

    `hub` is the hub as the scenario has it, and `change` makes it of `below`, which it was laid upon. An
    edit that does not fit there is `left_out` whole, and told in `problems`; what is on the hub already is
    in neither. `made` is what the scenario holds, whether it fits or not.
    """

    below: Hub
    made: tuple[Edit, ...]
    hub: Hub
    change: Change
    left_out: tuple[Edit, ...]
    problems: tuple[Problem, ...]

    @property
    def fitting(self) -> tuple[Edit, ...]:
        """What the scenario holds that fits, what is on the hub already among it."""
        waiting = {_key(edit) for edit in self.left_out}
        return tuple(edit for edit in self.made if _key(edit) not in waiting)

    def going_on(self, later: Change) -> tuple[Edit, ...]:
        """The edits to keep of the scenario after `later` was done in it.

        What `later` does not touch stays as it was made: what was left out waits on, and what is on the
        hub already is there again should the hub go back.
        """
        touched = {_key(edit) for edit in later.edits}
        held = {_key(edit): edit for edit in self.made}
        kept = [edit for edit in self.made if _key(edit) not in touched]
        for edit in later.edits:
            now = self.below.table(edit.kind).get(edit.id)
            kept += _gone_on(self.below, held.get(_key(edit)), edit, now)
        return tuple(kept)


def scenario_upon(hub: Hub, scenario: Scenario) -> Laid:
    """`scenario` on `hub` as it stands: nothing is changed that the scenario did not change.

    What it changed of a record is put upon the record as it is now, field by field.
    """
    fitting: list[Edit] = []
    left_out: list[Edit] = []
    problems: list[Problem] = []
    for edit in scenario.change.edits:
        now = hub.table(edit.kind).get(edit.id)
        fitted, problem = _fitted(hub, edit, now)
        if problem is not None:
            left_out.append(edit)
            problems.append(problem)
        elif fitted is not None:
            fitting.append(fitted)
    change, refused = _without_errors(hub, Change(scenario.name, tuple(fitting)))
    made = {_key(edit): edit for edit in scenario.change.edits}
    for edit, told in refused:
        left_out.append(made[_key(edit)])
        problems += told
    told_once = tuple(dict.fromkeys(problems))
    return Laid(hub, scenario.change.edits, hub.applying(change), change, tuple(left_out), told_once)


def _gone_on(hub: Hub, made: Edit | None, later: Edit, now: Record | None) -> list[Edit]:
    """What to keep of an edit `made` in the scenario of the record that is `now` on `hub`, after `later`.

    It stays an edit of the record as it was when it was made, where that still comes to the same.
    """
    wanted = later.after
    if made is not None and (edit := _made_further(made, later)) is not None:
        fitted, problem = _fitted(hub, edit, now)
        if problem is None and (now if fitted is None else fitted.after) == wanted:
            return [edit]
    return [Edit(now, wanted)] if now != wanted else []


def _made_further(made: Edit, later: Edit) -> Edit | None:
    """`made` with what `later` changes besides; None where they do not go together, or come to nothing."""
    if made.after is None or later.before is None or later.after is None:
        after = later.after
    else:
        after, clashing = upon(later.before, later.after, made.after)
        if clashing:
            return None
    return Edit(made.before, after) if made.before != after else None


def _fitted(hub: Hub, edit: Edit, now: Record | None) -> tuple[Edit | None, Problem | None]:
    """`edit` as it is made to `now`: None where it is done already, or a problem stands in the way."""
    before, after = edit.before, edit.after
    if now == after:
        return None, None
    if now == before:
        return Edit(now, after), None
    if now is None:
        assert after is not None
        return None, _gone(hub, after)
    if before is None or after is None:
        return None, _clash(hub, now, _ADDED if before is None else _REMOVED)
    made, clashing = upon(before, after, now)
    if clashing:
        fields = " and ".join(_WORDS.get(name, name.replace("_", " ")) for name in clashing)
        return None, _clash(hub, now, f"The hub and the scenario have both changed its {fields}")
    return (Edit(now, made) if made != now else None), None


_ADDED = "It is on the hub already, and not as the scenario has it"
_REMOVED = "The scenario removes it, and the hub has changed it since"
_WORDS = {"pence": "amount", "x_mm": "place", "y_mm": "place", "cost_line": "cost line"}
"""Fields by the words that people know them by, where those differ."""


def _gone(hub: Hub, record: Record) -> Problem:
    return warning(
        "scenario-record-gone",
        "The scenario changes it, and it is not in the hub any more. That edit is left out",
        named(hub, record),
        "Let go of the edit, or add the record to the hub again",
        (record.id,),
    )


def _clash(hub: Hub, now: Record, what: str) -> Problem:
    return warning(
        "scenario-clash",
        f"{what}. That edit is left out",
        named(hub, now),
        "Look at what stands now, and make the edit again in the scenario if it is still meant",
        (now.id,),
    )


def _without_errors(hub: Hub, change: Change) -> tuple[Change, list[tuple[Edit, list[Problem]]]]:
    """`change` less the edits that would bring an error into `hub` as it is now, and those with their why."""
    refused: list[tuple[Edit, list[Problem]]] = []
    while errors := errors_of(hub, change):
        guilty = _guilty(hub, change, errors)
        refused += ((edit, [_refused(one) for one in told]) for edit, told in guilty)
        gone = {_key(edit) for edit, _ in guilty}
        change = Change(change.title, tuple(one for one in change.edits if _key(one) not in gone))
    return change, refused


def _guilty(hub: Hub, change: Change, errors: tuple[Problem, ...]) -> list[tuple[Edit, list[Problem]]]:
    """The edits of `change` that `errors` name first, else one without which an error is not there."""
    edits = {edit.id: edit for edit in change.edits}
    named_by: dict[_Key, tuple[Edit, list[Problem]]] = {}
    for problem in errors:
        if culprit := next((edits[id_] for id_ in problem.records if id_ in edits), None):
            named_by.setdefault(_key(culprit), (culprit, []))[1].append(problem)
    if named_by:
        return list(named_by.values())
    for edit in change.edits:
        others = Change(change.title, tuple(one for one in change.edits if one is not edit))
        if len(errors_of(hub, others)) < len(errors):
            return [(edit, list(errors))]
    return [(edit, list(errors)) for edit in change.edits]


def _refused(problem: Problem) -> Problem:
    return warning(
        "scenario-refused",
        f"{sentence(problem.what)} That edit of the scenario is left out",
        problem.where,
        problem.remedy,
        problem.records,
        problem.field,
    )


def difference_at(keys: Iterable[_Key], title: str, before: Hub, after: Hub) -> Change:
    """The change that makes `after` of `before`, where they can differ in the records of `keys` alone."""
    return Change(title, tuple(_edits(dict.fromkeys(keys), before, after)))


def keys_of(*changes: Change) -> tuple[_Key, ...]:
    """The records that `changes` touch, each once."""
    return tuple(dict.fromkeys(_key(edit) for change in changes for edit in change.edits))


def _edits(keys: Iterable[_Key], before: Hub, after: Hub) -> Iterator[Edit]:
    for kind, id_ in keys:
        was = before.table(kind).get(id_)
        now = after.table(kind).get(id_)
        if was != now:
            yield Edit(was, now)


def _key(edit: Edit) -> _Key:
    return edit.kind, edit.id
