"""Adding, changing and removing records of any kind: what the files of the nouns are made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from hubdesk.domain.agency import Agency
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import named
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Query
from hubdesk.domain.record import KIND_NAMES, REFERENCES, Record, references
from hubdesk.domain.record_tables import R
from hubdesk.domain.review import AgencyReview
from hubdesk.domain.vat import VatCode

CHARGED = frozenset({Licence, Concession, Participant, FixedShare, ShareCap, DriverFigure, Allocation})
"""The kinds that bear on what somebody is charged: none goes unasked with what it hangs on."""

KEPT = CHARGED | {AgencyReview, Query}
"""And those that say what an agency agreed or asked."""

_Key = tuple[type[Record], RecordId]

Coded = Agency | Floor | Area | Desk | Licence | VatCode | CostLine

_MAY_BE_EMPTY = frozenset({(Desk, "area"), (Area, "agency"), (Allocation, "charged_to")})
"""References that are cleared when what they name goes; others take their record with them."""


def refusal(code: str, what: str, where: str, remedy: str, *records: Record) -> Refused:
    """What to raise where an intent cannot be met."""
    return Refused(error(code, what, where, remedy, tuple(one.id for one in records)))


def found(hub: Hub, kind: type[R], id_: RecordId) -> R:
    """The record of that kind and id. Raises Refused if somebody removed it meanwhile."""
    if id_ not in hub.table(kind):
        name = KIND_NAMES[cast(type[Record], kind)]
        raise refusal(
            "record-gone", f"This {name} is not in the hub any more", name, "Choose another, or add it again"
        )
    return hub.get(kind, id_)


def added(hub: Hub, *records: Record) -> Change:
    """Titled by the record, or by how many of what. Raises Refused if one is there already."""
    for record in records:
        if record.id in hub.table(type(record)):
            raise refusal(
                "record-there", "This is in the hub already", named(hub, record), "Change it instead", record
            )
    return Change(f"Add {called(hub, records)}", tuple(Edit(None, record) for record in records))


def changed(hub: Hub, *records: Record, title: str = "") -> Change:
    """Each record in place of the one with its id; those that are the same already are left out."""
    edits = [Edit(found(hub, type(record), record.id), record) for record in records]
    return Change(
        title or f"Change {called(hub, records)}", tuple(one for one in edits if one.before != one.after)
    )


def renamed(hub: Hub, before: Coded, after: Coded, *followers: Record) -> Change:
    """A record under another code, with the records that name it by that code."""
    return changed(hub, after, *followers, title=f"Rename {named(hub, before)} to {after.code}")


def removed(hub: Hub, *records: Record, with_: tuple[type[Record], ...] = ()) -> Change:
    """The records gone, and what hangs on them; references that may be empty are cleared.

    Raises Refused if something would go that bears on charges or on what was agreed, unless its kind is
    among `with_`.
    """
    edits = _cascade(hub, records)
    asked = {record.id for record in records}
    lost = [
        edit.before
        for edit in edits
        if edit.before and edit.id not in asked and edit.kind not in with_ and _is_missed(edit)
    ]
    if lost:
        others = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        raise refusal(
            "removal-loses-charges",
            f"Removing it would also remove {named(hub, lost[0])}{others}, "
            "which bear on charges or on what was agreed",
            named(hub, records[0]),
            "End it on a day instead, or remove those first",
            *records,
            *lost,
        )
    return Change(f"Remove {called(hub, records)}", edits)


def _is_missed(edit: Edit) -> bool:
    """Whether a charged or agreed fact goes, or an agency's sole use of an area or its paying for a desk."""
    return edit.kind in KEPT if edit.after is None else edit.kind is not Desk


def _cascade(hub: Hub, records: Iterable[Record]) -> tuple[Edit, ...]:
    """The removal of `records` and of all that cannot be without them, those that refer first."""
    gone: dict[_Key, Record] = {(type(record), record.id): record for record in records}
    cleared: dict[_Key, Record] = {}
    referring = _referring(hub)
    pending = list(gone)
    while pending:
        for record, field in referring.get(pending.pop(), ()):
            key = (type(record), record.id)
            if key in gone:
                continue
            if (type(record), field) in _MAY_BE_EMPTY:
                cleared[key] = _without(cleared.get(key, record), field)
            else:
                gone[key] = record
                pending.append(key)
    edits = [
        Edit(hub.get(kind, id_), after) for (kind, id_), after in cleared.items() if (kind, id_) not in gone
    ]
    return (*edits, *(Edit(record, None) for record in reversed(gone.values())))


def _referring(hub: Hub) -> Mapping[_Key, list[tuple[Record, str]]]:
    """Who refers to each record, and by which field."""
    referring: defaultdict[_Key, list[tuple[Record, str]]] = defaultdict(list)
    for kind in REFERENCES:
        for record in hub.all(kind):
            for reference, target in references(record):
                referring[reference.to, target].append((record, reference.field))
    return referring


def _without(record: Record, field: str) -> Record:
    """`record` with a reference of `_MAY_BE_EMPTY` cleared."""
    return cast(Record, replace(cast(Any, record), **{field: None}))


def called(hub: Hub, records: tuple[Record, ...]) -> str:
    """One record by its name, more by how many of what: "desk G-014", "3 areas"."""
    if len(records) == 1:
        return named(hub, records[0])
    kinds = {type(record) for record in records}
    word = KIND_NAMES[kinds.pop()] if len(kinds) == 1 else "record"
    return f"{len(records)} {_plural(word)}"


def _plural(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def agency_code(hub: Hub, id_: RecordId) -> str:
    """The agency's code, for a title. Raises Refused if it is gone."""
    return found(hub, Agency, id_).code
