"""What an agency says, line by line, of the lines of its pack."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.problem import Problem
from hubdesk.domain.query import Asks
from hubdesk.exchange.review_pack.layout import OTHER_DESKS, AnswerField, Verdict
from hubdesk.exchange.review_pack.pack import Asked, Correction, Pack
from hubdesk.exchange.review_pack.returned import Altered, LineAnswer, Returned, Typed
from hubdesk.workflows.review import answer_notes as notes
from hubdesk.workflows.review.answer_cells import corrected_to, day_of, number_in
from hubdesk.workflows.review.answer_written import beside_lines, changed_lines
from hubdesk.workflows.review.incoming import Ask

_VERDICTS = {one.value: one for one in Verdict}


@dataclass(frozen=True, slots=True)
class PackLine:
    """A line as the pack has it: how it can be answered, and what it says."""

    asked: Asked
    said: str


@dataclass
class Said:
    """What the answer comes to."""

    agrees: list[str] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    besides: list[str] = field(default_factory=list)
    """What is written beside lines that are agreed."""
    notes: list[Problem] = field(default_factory=list)


def lines_of(pack: Pack) -> dict[str, PackLine]:
    """The lines of `pack` that are to be answered, by their keys, in its order."""
    found = {one.asked.key: PackLine(one.asked, f"Desk {one.code} on {one.floor}") for one in pack.desks}
    for licence in pack.licences:
        found[licence.asked.key] = PackLine(
            licence.asked, f"Licence {licence.code}, {_desks(licence.desks)} on the day of the review"
        )
    for share in pack.shares:
        found[share.asked.key] = PackLine(
            share.asked, f"Share of {share.code} {share.name}, {share.shared_by}"
        )
    return found


def unlisted() -> frozenset[str]:
    """The keys of the blank lines for desks that the records do not have."""
    return frozenset(f"{About.OTHER_DESK.value}:{number}" for number in range(1, OTHER_DESKS + 1))


def said_in(returned: Returned, pack: Pack, altered: tuple[Altered, ...]) -> Said:
    """What `returned` says of the lines of `pack`; doubts become queries, never agreement.

    `altered` is what was changed that was not to be: words beside a line count as its note, and nobody
    agrees to a line that was made to say something else.
    """
    said = Said()
    lines = lines_of(pack)
    rows: Mapping[str, list[LineAnswer]] = _rows_by_line(returned)
    beside, changed = beside_lines(altered), changed_lines(altered)
    for key, line in lines.items():
        answers = [one for one in rows.get(key, ()) if not one.is_blank] or rows.get(key, [])
        if len({tuple(cell.text for cell in one.typed) for one in answers}) > 1:
            said.notes.append(notes.answered_twice(line.said, answers))
            said.asks.append(_answered_otherwise(key, line, answers))
        elif answers:
            _take(said, key, line, _noting(answers[0], beside.get(key, ())))
        else:
            said.unanswered.append(key)
        if key in changed:
            _mind(said, key, line, changed[key])
    for key in sorted(unlisted() & set(rows), key=lambda one: int(parse_line_key(one).id)):
        answers = [_noting(one, beside.get(key, ())) for one in rows[key]]
        said.asks += [_unlisted(said, key, one) for one in answers if not one.is_blank]
    _wish(said, returned, pack)
    return said


def _noting(row: LineAnswer, words: Sequence[str]) -> LineAnswer:
    """`row` with `words` in its note."""
    if not words:
        return row
    text = "\n".join(one for one in (row.note.text, *words) if one)
    return replace(row, note=Typed(text, row.note.where or row.where))


def _rows_by_line(returned: Returned) -> dict[str, list[LineAnswer]]:
    rows: defaultdict[str, list[LineAnswer]] = defaultdict(list)
    for one in returned.answers:
        rows[one.line].append(one)
    return rows


def _take(said: Said, key: str, line: PackLine, row: LineAnswer) -> None:
    said.notes += [notes.formula(one) for one in row.typed if one.text.startswith("=")]
    if row.is_blank:
        (said.agrees if row.agreed_by_all else said.unanswered).append(key)
        return
    verdict = _VERDICTS.get(" ".join(row.answer.text.casefold().split()))
    if verdict is Verdict.AGREE and not row.correct_to:
        said.agrees.append(key)
        said.besides += [f"{line.said} (agreed): {words}" for words in _besides(row)]
        return
    said.asks.append(_asked(said, key, line, row, verdict))


def _mind(said: Said, key: str, line: PackLine, changed: Sequence[str]) -> None:
    """Add to the query about a line what was changed in its row, or make one of it."""
    for answered in (said.agrees, said.unanswered):
        if key in answered:
            answered.remove(key)
            said.asks.append(Ask(key, line.said, Asks.QUERY))
            agreed = answered is said.agrees
            said.notes.append(notes.line_changed(line.said, changed[0], agreed=agreed))
    asked = said.asks[-1]
    said.asks[-1] = replace(asked, words="\n".join(one for one in (asked.words, *changed) if one))


def _besides(row: LineAnswer) -> Iterator[str]:
    words = [row.reason.text, f"from {row.wished.text}" if row.wished else "", row.note.text]
    if any(words):
        yield "; ".join(one for one in words if one)


def _asked(said: Said, key: str, line: PackLine, row: LineAnswer, verdict: Verdict | None) -> Ask:
    words = [row.note.text]
    if verdict is None and row.answer:
        said.notes.append(notes.unknown_verdict(row.answer))
        words.append(f"It answered: {row.answer.text}")
    elif verdict is None:
        said.notes.append(notes.no_verdict(row))
    elif verdict is Verdict.AGREE:
        said.notes.append(notes.agreed_and_corrected(row))
        words.append("It says agree as well")
    elif verdict is Verdict.CORRECT and not row.correct_to:
        said.notes.append(notes.corrected_to_nothing(row))
    wanted, doubt = corrected_to(row.correct_to, line.asked)
    wished, day_doubt = day_of(row.wished)
    said.notes += [one for one in (doubt, day_doubt) if one]
    if row.wished and wished is None:
        words.append(f"From: {row.wished.text}")
    asks = Asks.CORRECTION if wanted else Asks.QUERY
    return Ask(key, line.said, asks, wanted, wished, row.reason.text, "\n".join(one for one in words if one))


def _answered_otherwise(key: str, line: PackLine, rows: list[LineAnswer]) -> Ask:
    words = [f"{one.where}: {'; '.join(cell.text for cell in one.typed if cell)}" for one in rows]
    return Ask(key, line.said, Asks.QUERY, words="\n".join(["It answered this line more than once:", *words]))


def _unlisted(said: Said, key: str, row: LineAnswer) -> Ask:
    said.notes += [notes.formula(one) for one in row.typed if one.text.startswith("=")]
    wished, doubt = day_of(row.wished)
    words = [row.note.text, row.answer.text]
    if doubt:
        said.notes.append(doubt)
        words.append(f"Since: {row.wished.text}")
    wanted = row.correct_to.text
    return Ask(
        key,
        "A desk that the records do not have",
        Asks.CORRECTION if wanted else Asks.QUERY,
        wanted,
        wished,
        row.reason.text,
        "\n".join(one for one in words if one),
    )


def _wish(said: Said, returned: Returned, pack: Pack) -> None:
    desks, since, why = (
        returned.said(one) for one in (AnswerField.MORE_DESKS, AnswerField.FROM, AnswerField.WHY)
    )
    said.notes += [notes.formula(one) for one in (desks, since, why) if one.text.startswith("=")]
    if not desks and not since and not why:
        return
    number, doubt = number_in(desks, Correction.WHOLE_NUMBER)
    wished, day_doubt = day_of(since)
    said.notes += [one for one in (doubt, day_doubt) if one]
    words = [f"From: {since.text}"] if since and wished is None else []
    if number == "0" and not words and not why:
        return
    reason = why.text if why.text in pack.wish.reasons else ""
    if not reason:
        words.append(why.text)
    what = "More or fewer desks"
    said.asks.append(
        Ask(pack.wish.key, what, Asks.WISH, number, wished, reason, "\n".join(one for one in words if one))
    )


def _desks(number: int) -> str:
    return "1 desk" if number == 1 else f"{number} desks"
