"""Edits in plain form, as the log and scenarios keep them."""

from collections.abc import Iterable, Iterator

from hubdesk.domain.change import Edit
from hubdesk.domain.plain import Plain, from_plain, to_plain


def plain_edit(edit: Edit) -> Plain:
    """The record before and after, what is not there left out."""
    sides = {"before": edit.before, "after": edit.after}
    return {side: to_plain(record) for side, record in sides.items() if record is not None}


def edits_of(plain: Iterable[dict[str, dict[str, Plain]]]) -> Iterator[Edit]:
    """The edits again. Raises domain.plain.BadPlain where one is no edit."""
    for edit in plain:
        yield Edit(
            from_plain(edit["before"]) if "before" in edit else None,
            from_plain(edit["after"]) if "after" in edit else None,
        )
