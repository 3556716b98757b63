"""What somebody changed in a pack that was not theirs to change, in words."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.problem import Problem
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.returned import Alteration, Altered, Returned, SeenRow, altered, read
from hubdesk.exchange.review_pack.workbook import write
from hubdesk.workflows.review.answer_lines import lines_of, unlisted
from hubdesk.workflows.review.answer_notes import short

_TOLD = 20
_AS_SENT = "Nothing to do: figures are taken from the pack that was sent, never from what comes back"
_CALL = "Ask the agency what it means by it, if it is not clear"


def alterations(returned: Returned, pack: Pack) -> tuple[Altered, ...]:
    """What `returned` shows otherwise than the workbook of `pack` as it went out."""
    return altered(returned, _as_sent(pack))


def written_in_rows(returned: Returned, pack: Pack) -> tuple[Altered, ...]:
    """What stands in the agency's own columns beside no line, as far as a later copy, `pack`, tells it."""
    known = {one.text for row in _rows(_as_sent(pack)) for one in row.filled}
    return tuple(
        Altered(Alteration.ROW_ADDED, one.where, after=one.text)
        for row in _rows(returned)
        for one in row.filled
        if one.text not in known
    )


def _as_sent(pack: Pack) -> Returned:
    with tempfile.TemporaryDirectory(prefix="hubdesk-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "sent.xlsx"
        write(pack, path)
        return read(path)[1]


def _rows(returned: Returned) -> Iterator[SeenRow]:
    return (row for sheet in returned.sheets for row in sheet.rows)


def told(found: tuple[Altered, ...], pack: Pack, name: str) -> Iterator[Problem]:
    """Every one of `found` as a warning; many of a kind as one."""
    lines = {key: line.said for key, line in lines_of(pack).items()}
    for how, tell in _TELLING.items():
        of_kind = [
            one
            for one in found
            if one.how is how and not (one.how is Alteration.ROW_GONE and one.name in unlisted())
        ]
        for one in of_kind[:_TOLD]:
            code, what, remedy = tell(one, lines)
            yield warning(code, what, one.where, remedy)
        if len(of_kind) > _TOLD:
            more = len(of_kind) - _TOLD
            yield warning(
                "more-alterations", f"There are {more:,} more of that kind: {how.value}", name, _AS_SENT
            )


def strange_lines(returned: Returned, pack: Pack) -> Iterator[Problem]:
    """Rows whose key is of no line of the pack, with what stands in them."""
    known = set(lines_of(pack)) | unlisted()
    for one in [row for row in returned.answers if row.line not in known][:_TOLD]:
        words = "; ".join(cell.text for cell in one.typed if cell)
        yield warning(
            "line-unknown",
            f"The key {short(one.line)} in this row is of no line of the pack"
            + (f"; it says {short(words)}" if words else ""),
            one.where,
            _CALL,
        )


def _cell(one: Altered, _: dict[str, str]) -> tuple[str, str, str]:
    before, after = (short(text) if text else "nothing" for text in (one.before, one.after))
    return "cell-altered", f"It was not to be changed: {before} is now {after}", _AS_SENT


def _gone(one: Altered, lines: dict[str, str]) -> tuple[str, str, str]:
    if one.name in lines:
        return "line-deleted", f"{lines[one.name]} was deleted, so it is not answered", _CALL
    return "row-deleted", f"The row {short(one.before)} was deleted", _AS_SENT


def _added(one: Altered, _: dict[str, str]) -> tuple[str, str, str]:
    what = f"This was added: {short(one.after)}"
    return "row-added", what, "Nothing to do: it is in the words of a query of its own"


def _renamed(one: Altered, _: dict[str, str]) -> tuple[str, str, str]:
    return (
        "sheet-renamed",
        f"The sheet “{one.before}” is called so now; it was known by its headings",
        _AS_SENT,
    )


def _sheet_gone(one: Altered, _: dict[str, str]) -> tuple[str, str, str]:
    return "sheet-deleted", "This sheet was deleted, so its lines are not answered", _CALL


def _sheet_added(one: Altered, _: dict[str, str]) -> tuple[str, str, str]:
    return "sheet-added", "This sheet was added", _CALL


_TELLING = {
    Alteration.SHEET_RENAMED: _renamed,
    Alteration.SHEET_GONE: _sheet_gone,
    Alteration.SHEET_ADDED: _sheet_added,
    Alteration.CELL: _cell,
    Alteration.ROW_GONE: _gone,
    Alteration.ROW_ADDED: _added,
}
