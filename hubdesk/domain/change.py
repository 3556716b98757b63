"""`Change`: what happens to a hub, as a value."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import Record


@dataclass(frozen=True, slots=True)
class Edit:
    """One record before and after: `before` None adds it, `after` None removes it.

    Raises ValueError if both are None, or they are not the same record.
    """

    before: Record | None
    after: Record | None

    def __post_init__(self) -> None:
        if self.before is None and self.after is None:
            raise ValueError("an edit has a record before, after, or both")
        if self.before is None or self.after is None:
            return
        if type(self.before) is not type(self.after) or self.before.id != self.after.id:
            raise ValueError("an edit is of one record; its kind and id stay")

    @property
    def id(self) -> RecordId:
        return self._either.id

    @property
    def kind(self) -> type[Record]:
        return type(self._either)

    @property
    def _either(self) -> Record:
        record = self.before if self.after is None else self.after
        assert record is not None
        return record

    def inverted(self) -> "Edit":
        return Edit(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Change:
    """Records added, updated and removed together, and what a person would call it.

    At most one edit to a record. Undo, saving, the log, what-if and another user's edit are all this.
    """

    title: str
    edits: tuple[Edit, ...]

    def __post_init__(self) -> None:
        if len({(edit.kind, edit.id) for edit in self.edits}) != len(self.edits):
            raise ValueError("a change has at most one edit to a record")

    def __bool__(self) -> bool:
        return bool(self.edits)

    @property
    def added(self) -> tuple[Record, ...]:
        return tuple(edit.after for edit in self.edits if edit.before is None and edit.after is not None)

    @property
    def updated(self) -> tuple[tuple[Record, Record], ...]:
        return tuple(
            (edit.before, edit.after)
            for edit in self.edits
            if edit.before is not None and edit.after is not None
        )

    @property
    def removed(self) -> tuple[Record, ...]:
        return tuple(edit.before for edit in self.edits if edit.after is None and edit.before is not None)

    def inverted(self) -> "Change":
        """The change that takes this one back, under the same title."""
        return Change(self.title, tuple(edit.inverted() for edit in reversed(self.edits)))

    def then(self, later: "Change") -> "Change":
        """This change and `later` as one, under this one's title. What ends as it began is left out."""
        return merged(self.title, (self, later))


def merged(title: str, changes: Iterable[Change]) -> Change:
    """What `changes`, each made upon the one before, come to in all. What ends as it began is left out."""
    ends: dict[tuple[type[Record], RecordId], tuple[Record | None, Record | None]] = {}
    for change in changes:
        for edit in change.edits:
            key = (edit.kind, edit.id)
            before = ends[key][0] if key in ends else edit.before
            ends[key] = (before, edit.after)
    return Change(title, tuple(_real_edits(ends.values())))


def adding(title: str, *records: Record) -> Change:
    """The change that adds records."""
    return Change(title, tuple(Edit(None, record) for record in records))


def removing(title: str, *records: Record) -> Change:
    """The change that removes records."""
    return Change(title, tuple(Edit(record, None) for record in records))


def updating(title: str, *pairs: tuple[Record, Record]) -> Change:
    """The change of each (before, after); pairs that are equal are left out."""
    return Change(title, tuple(_real_edits(pairs)))


def _real_edits(pairs: Iterable[tuple[Record | None, Record | None]]) -> Iterator[Edit]:
    return (Edit(before, after) for before, after in pairs if before != after)
