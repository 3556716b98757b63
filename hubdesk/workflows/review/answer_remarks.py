"""What an agency wrote besides its answers to the lines, as one query of its own."""

from collections.abc import Iterator

from hubdesk.domain.query import Asks
from hubdesk.exchange.review_pack.layout import AnswerField
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.returned import Altered, Returned
from hubdesk.workflows.review import answer_notes as notes
from hubdesk.workflows.review.answer_lines import Said, lines_of, unlisted
from hubdesk.workflows.review.answer_written import added_words, changed_words
from hubdesk.workflows.review.incoming import Ask

ANYTHING_ELSE = "Anything else that it wrote"
LONGEST_ROLE = 200
"""Letters of a signatory's role; what is longer is kept among the remarks."""


def remarks(
    said: Said, returned: Returned, pack: Pack, altered: tuple[Altered, ...], name: str
) -> Ask | None:
    """All that is written anywhere else in the file `name`, so that nothing is lost; None where nothing is.

    Doubts go to the notes of `said`. Raises Refused where far too much was added.
    """
    doubtful = [
        *(f"It added: {one}" for one in added_words(altered, name).elements()),
        *changed_words(altered),
        *(f"It wrote into a comment: {one.text}" for one in returned.over),
        *_in_strange_lines(returned, pack),
    ]
    said.notes += [notes.over_cells(one) for one in returned.over]
    words = [returned.said(AnswerField.REMARK).text, *said.besides, *_signed(said, returned), *doubtful]
    text = "\n".join(one for one in words if one)
    asks = Asks.QUERY if doubtful else Asks.WISH  # Thanks are no query; a desk in a row of its own may be.
    return Ask(pack.wish.key, ANYTHING_ELSE, asks, words=text) if text else None


def _in_strange_lines(returned: Returned, pack: Pack) -> Iterator[str]:
    known = set(lines_of(pack)) | unlisted()
    for row in returned.answers:
        if row.line not in known and not row.is_blank:
            yield f"It wrote in {row.where}: {'; '.join(one.text for one in row.typed if one)}"


def _signed(said: Said, returned: Returned) -> Iterator[str]:
    """What was filled in for the signature and is not a role or a day."""
    by, on = returned.said(AnswerField.SIGNED_BY), returned.said(AnswerField.SIGNED_ON)
    if len(by.text) > LONGEST_ROLE:
        yield f"It is signed by: {by.text}"
    if on and on.day is None:
        said.notes.append(notes.not_a_day_of_signing(on))
        yield f"It is signed on: {on.text}"
