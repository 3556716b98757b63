"""An answer beside others of the same agency: earlier ones, and ones that come in the same go."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime

from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import query_name
from hubdesk.domain.problem import Problem
from hubdesk.domain.query import Asks, Query
from hubdesk.domain.review import AgencyReview
from hubdesk.workflows.review.incoming import Ask, Incoming, Standing

_SHOWN = 10


def open_about(hub: Hub, review: AgencyReview, lines: Collection[str]) -> tuple[Query, ...]:
    """The open queries of `review` about `lines`, wishes apart."""
    return tuple(
        one
        for one in queries_of(hub, review)
        if one.end is None and one.line in lines and one.asks is not Asks.WISH
    )


def queries_of(hub: Hub, review: AgencyReview) -> tuple[Query, ...]:
    """What earlier answers of `review` led to."""
    return tuple(one for one in hub.queries_of.get(review.agency, ()) if one.round == review.round)


def after_others(hub: Hub, one: Incoming, review: AgencyReview) -> Incoming:
    """`one` as it stands to the answer that was taken in before it, if one was."""
    if review.answer == one.sha256:
        same = warning(
            "same-file", "This very file was taken in already", one.name, "Nothing to do: nothing is changed"
        )
        return Incoming(
            one.name,
            Standing.SAME,
            (same,),
            one.sha256,
            one.body,
            one.review,
            one.agency,
            one.agency_code,
            one.round,
        )
    if review.answered is None or not one.can_be_taken:
        return one
    return one.noting(
        _again(hub, one, review), *_about_queries(hub, one, review), standing=Standing.TO_CHOOSE
    )


def rivals(incoming: Sequence[Incoming]) -> tuple[Incoming, ...]:
    """`incoming`, where files of one agency and review that say different things are to be chosen from."""
    of_a_review: defaultdict[object, list[Incoming]] = defaultdict(list)
    for one in incoming:
        if one.can_be_taken:
            of_a_review[one.review].append(one)
    return tuple(_beside(one, of_a_review[one.review]) for one in incoming)


def _beside(one: Incoming, all_of_it: Sequence[Incoming]) -> Incoming:
    if not one.can_be_taken or len(all_of_it) < 2:
        return one
    first = next(other for other in all_of_it if other.sha256 == one.sha256)
    if first is not one:
        same = warning("same-file", f"It is the same file as {first.name}", one.name, "Nothing to do")
        return one.noting(same, standing=Standing.SAME)
    others = [other for other in all_of_it if other.sha256 != one.sha256]
    return (
        one.noting(*(_rival(one, other) for other in others), standing=Standing.TO_CHOOSE) if others else one
    )


def _rival(one: Incoming, other: Incoming) -> Problem:
    differing = list(_differing(one, other))
    return warning(
        "two-answers",
        f"{one.agency_code} answers twice, here and in {other.name}{_newer(one, other)}. "
        + (f"They differ in: {_listed(differing)}" if differing else "They say the same"),
        one.name,
        "Choose the one that counts",
    )


def _newer(one: Incoming, other: Incoming) -> str:
    mine, theirs = (_when(each) for each in (one, other))
    if mine is None or theirs is None or mine == theirs:
        return ", and which is newer cannot be told"
    return ", which is older" if theirs < mine else ", which is newer"


def _when(one: Incoming) -> tuple[datetime, ...] | None:
    return (one.saved.replace(tzinfo=None),) if one.saved else None


def _differing(one: Incoming, other: Incoming) -> Iterator[str]:
    mine, theirs = _saying(one), _saying(other)
    words: Mapping[str, str] = {**{ask.line: ask.said for ask in (*one.asks, *other.asks)}, **one.lines}
    return (words.get(line, line) for line in {**mine, **theirs} if mine.get(line) != theirs.get(line))


def _saying(one: Incoming) -> dict[str, frozenset[Ask]]:
    found: dict[str, set[Ask]] = {key: set() for key in one.agrees}
    for ask in one.asks:
        found.setdefault(ask.line, set()).add(ask)
    return {line: frozenset(asks) for line, asks in found.items()}


def _again(hub: Hub, one: Incoming, review: AgencyReview) -> Problem:
    assert review.answered is not None
    now = set(one.agrees)
    before = set(review.agreed)
    lost = [one.lines[key] for key in one.lines if key in before - now and key not in one.unanswered]
    more = [key for key in now - before if key in one.lines]
    told = [
        f"It agrees {len(more)} more" if more else "",
        f"It no longer agrees {'; '.join(lost[:_SHOWN])}{'; …' if len(lost) > _SHOWN else ''}"
        if lost
        else "",
    ]
    changed = ". ".join(part for part in told if part) or "It agrees the same lines"
    return warning(
        "answered-before",
        f"{one.agency_code} answered before, on {in_words(review.answered)}"
        f"{f' ({review.signed_by})' if review.signed_by else ''}. {changed}",
        one.name,
        "Take it in if it is the newer one: it counts in place of the earlier answer",
    )


def _about_queries(hub: Hub, one: Incoming, review: AgencyReview) -> Iterator[Problem]:
    agreed = {query.id for query in open_about(hub, review, one.agrees)}
    asked = {ask.line for ask in one.asks}
    for query in queries_of(hub, review):
        if query.end is not None:
            continue
        if query.id in agreed:
            yield warning(
                "query-agreed-now",
                f"It now agrees what it asked in {query_name(query)}: {query.said}",
                one.name,
                "End the query as withdrawn, if that is meant",
            )
        elif query.line not in asked:
            yield warning(
                "query-still-open",
                f"It says nothing more of {query_name(query)}, which stays open: {query.said}",
                one.name,
                "Nothing to do, unless it should be ended",
            )


def _listed(words: Sequence[str]) -> str:
    return "; ".join(words[:_SHOWN]) + ("; …" if len(words) > _SHOWN else "")
