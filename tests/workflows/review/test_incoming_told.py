"""Answers that came are told in full: what is amiss first, then everything that they say."""

from datetime import date

from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.query import Asks
from hubdesk.workflows.review.incoming import Ask, Incoming, Standing
from hubdesk.workflows.review.incoming_told import counts_told, told_in_full, told_in_short

LINES = {"desk:1": "Desk G-001", "desk:2": "Desk G-002", "share:1": "C01 Cleaning", "licence:1": "Licence L2"}
ANSWER = Incoming(
    "CAB.xlsx",
    Standing.READY,
    (
        warning("late", "It comes 3 days after the deadline", "CAB.xlsx", "Nothing to do"),
        warning("altered", "A figure was changed", "CAB.xlsx", "Nothing to do"),
    ),
    agency_code="CAB",
    copy=2,
    lines=LINES,
    agrees=("desk:2",),
    asks=(
        Ask("share:1", "C01 Cleaning", Asks.QUERY, words="Why?"),
        Ask("desk:1", "Desk G-001", Asks.CORRECTION, "not our desk", date(2026, 6, 1), "we have left it"),
    ),
    unanswered=("licence:1",),
    signed_by="Area manager",
    signed_on=date(2026, 12, 3),
)
REFUSED = Incoming("x.xlsx", Standing.REFUSED, (error("no-key", "It is no pack", "x.xlsx", "Send it again"),))


def test_an_answer_in_short() -> None:
    assert told_in_short(ANSWER) == "CAB: agrees 1 line, asks 1, wants 1 corrected, leaves 1 open"
    assert told_in_short(REFUSED) == "x.xlsx"


def test_every_fault_and_everything_said_is_told() -> None:
    told = dict(told_in_full(ANSWER))
    assert list(told) == ["To be known", "Signed", "Asks", "Wants corrected", "Leaves open", "Agrees"]
    assert len(told["To be known"]) == 2
    assert told["Signed"] == ["By Area manager, on 3 December 2026. Copy 2 of its pack"]
    assert told["Asks"] == ["C01 Cleaning: “Why?”"]
    assert told["Wants corrected"] == ["Desk G-001: not our desk, from 1 June 2026; we have left it"]
    assert (told["Leaves open"], told["Agrees"]) == (["Licence L2"], ["Desk G-002"])


def test_of_a_refused_file_only_what_is_amiss_is_told() -> None:
    [(heading, items)] = told_in_full(REFUSED)
    assert heading == "To be known"
    assert "It is no pack" in items[0]


def test_files_are_counted_by_what_can_be_done_with_them() -> None:
    assert counts_told([ANSWER, ANSWER, REFUSED]) == "3 files: 2 ready to take in, 1 refused."
