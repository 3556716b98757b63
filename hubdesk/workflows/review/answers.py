"""Answers that come in: files into what they say, and what they say into one Change."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused
from hubdesk.domain.review import AgencyReview
from hubdesk.editing.answers import take_in
from hubdesk.exchange.review_pack.layout import AnswerField
from hubdesk.exchange.review_pack.returned import read
from hubdesk.store import Store
from hubdesk.workflows.review import answer_altered
from hubdesk.workflows.review.answer_lines import lines_of, said_in
from hubdesk.workflows.review.answer_remarks import LONGEST_ROLE, remarks
from hubdesk.workflows.review.answer_time import in_time
from hubdesk.workflows.review.answer_whose import whose
from hubdesk.workflows.review.answers_before import after_others, open_about, rivals
from hubdesk.workflows.review.incoming import Incoming, Standing
from hubdesk.workflows.review.queries_raised import queries_raised


def _go_on(_read: int) -> None:
    """Nobody is told, and nobody stops it."""


def taken_in(
    hub: Hub,
    store: Store,
    files: Iterable[Path],
    today: date,
    *,
    before_each: Callable[[int], object] = _go_on,
) -> tuple[Incoming, ...]:
    """What each of `files` says, in the order in which they are given. Nothing is changed by it.

    Each takes a second or so, so ask a worker; before each it calls `before_each` with how many were read,
    which may raise what the caller stops by. Whatever a file holds, the others are read.
    """
    found: list[Incoming] = []
    for read_, path in enumerate(files):
        before_each(read_)
        found.append(_taken_in(hub, store, path, today))
    return rivals(found)


def change_of(
    hub: Hub, incoming: Sequence[Incoming], today: date, *, withdraw: Collection[RecordId] = ()
) -> Change:
    """What becomes of the hub when `incoming` are taken in: one Change, to be undone as one.

    Each agency's review says when it answered, who signed and what it agrees; what it asks becomes
    queries, due after the days that the settings give. Of the queries in `agreed_now`, those in
    `withdraw` end as withdrawn. Keep the files first (see `keep_files`). Raises Refused where one cannot
    be taken in, two are of one agency, or its review is gone or was answered otherwise since it was read.
    """
    _refuse_unfit(incoming)
    _refuse_overtaken(hub, incoming)
    reviews = [_answered(hub, one, today) for one in incoming]
    codes = [one.agency_code for one in incoming]
    whose_ = f"the answer of {codes[0]}" if len(codes) == 1 else f"the answers of {len(codes)} agencies"
    queries, messages = queries_raised(hub, incoming, today, withdraw)
    return take_in(hub, f"Take in {whose_}", reviews, queries, messages)


def keep_files(store: Store, incoming: Iterable[Incoming]) -> None:
    """Keep the files of `incoming`, which their reviews will name by their hashes. Raises Refused."""
    for one in incoming:
        store.keep_file(one.body)


def _taken_in(hub: Hub, store: Store, path: Path, today: date) -> Incoming:
    try:
        body, returned = read(path)
        found = whose(hub, store, returned, path.name)
        compared = answer_altered.written_in_rows if found.is_older else answer_altered.alterations
        altered = compared(returned, found.pack)
        said = said_in(returned, found.pack, altered)
        remark = remarks(said, returned, found.pack, altered, path.name)
    except Refused as refused:
        return Incoming(path.name, Standing.REFUSED, refused.problems)
    except OSError as trouble:
        return Incoming(path.name, Standing.REFUSED, (_unreadable(path, trouble),))
    signed_by, signed_on = returned.said(AnswerField.SIGNED_BY), returned.said(AnswerField.SIGNED_ON)
    one = Incoming(
        path.name,
        Standing.READY,
        (
            *answer_altered.told(altered, found.pack, path.name),
            *answer_altered.strange_lines(returned, found.pack),
            *returned.notes,
            *said.notes,
        ),
        sha256=sha256(body).hexdigest(),
        body=body,
        review=found.review.id,
        agency=found.review.agency,
        agency_code=hub.agencies[found.review.agency].code,
        round=found.round.id,
        copy=found.copy,
        saved=returned.saved,
        lines={key: line.said for key, line in lines_of(found.pack).items()},
        agrees=tuple(sorted(said.agrees)),
        asks=(*said.asks, *((remark,) if remark else ())),
        unanswered=tuple(said.unanswered),
        signed_by=" ".join(signed_by.text.split())[:LONGEST_ROLE],
        signed_on=signed_on.day,
        remark=returned.said(AnswerField.REMARK).text,
        agreed_now=tuple(query.id for query in open_about(hub, found.review, said.agrees)),
        before=found.review.answer,
    )
    return after_others(hub, in_time(one, hub, found, today), found.review)


def _answered(hub: Hub, one: Incoming, today: date) -> AgencyReview:
    """The review that `one` answers; what it agreed before and is silent about now stays agreed."""
    assert one.review is not None
    before = hub.table(AgencyReview)[one.review]
    still = set(before.agreed).intersection(one.unanswered)
    return replace(
        before,
        answered=today,
        answer=one.sha256,
        signed_by=one.signed_by,
        agreed=tuple(sorted(still.union(one.agrees))),
    )


def _refuse_unfit(incoming: Sequence[Incoming]) -> None:
    unfit = [one for one in incoming if not one.can_be_taken]
    if unfit:
        raise Refused(*(problem for one in unfit for problem in one.problems))
    of_a_review = Counter(one.review for one in incoming)
    twice = [one for one in incoming if of_a_review[one.review] > 1]
    if twice:
        raise Refused(
            *(
                error(
                    "two-answers",
                    f"There is more than one answer of {one.agency_code}",
                    one.name,
                    "Choose one of them",
                )
                for one in twice
            )
        )


def _refuse_overtaken(hub: Hub, incoming: Sequence[Incoming]) -> None:
    """Nobody has seen what they say beside what stands in the hub now."""
    reviews = hub.table(AgencyReview)
    problems = [
        error(
            "review-gone",
            f"The review that {one.agency_code} answers is not in the hub any more",
            one.name,
            "Leave it out, or bring the review back with Undo and take the file in again",
        )
        if one.review not in reviews
        else error(
            "answered-meanwhile",
            f"Another answer of {one.agency_code} was taken in, or taken back, since this was read",
            one.name,
            "Take the file in again: what differs is told first",
        )
        for one in incoming
        if one.review is not None and (one.review not in reviews or reviews[one.review].answer != one.before)
    ]
    if problems:
        raise Refused(*problems)


def _unreadable(path: Path, trouble: OSError) -> Problem:
    return error(
        "answer-not-readable",
        f"The file cannot be read: {trouble.strerror or trouble}",
        str(path),
        "Check its name, and that you may read it",
    )
