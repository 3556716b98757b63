"""Workings followed: every figure from those below it, every fact to its record."""

from collections.abc import Iterator

from hubdesk.charging.workings import Step, Unit, Working
from hubdesk.charging.workings.tree import follow
from hubdesk.domain.hub import Hub

_NO_RECORD = (
    "nothing",
    "no VAT",
    "carries no VAT",
    "none",
    "the whole",
    "an odd penny",
    "no odd penny",
    "issued so far",
    "VAT issued so far",
    "desks in service on",
)
"""How facts begin that stand in no one record: what is not there, a count, and what was issued."""


def each_once(working: Working) -> Iterator[Working]:
    """`working` and all below it; what several figures follow from comes but once."""
    been: set[int] = set()
    waiting = [working]
    while waiting:
        one = waiting.pop()
        if id(one) not in been:
            been.add(id(one))
            yield one
            waiting.extend(one.of)


def assert_follows(working: Working) -> None:
    """Every figure of the tree is exactly what its step makes of those below it; facts follow from none."""
    for one in each_once(working):
        if one.step is Step.FACT:
            assert not one.of
        else:
            assert follow(one.step, [below.value for below in one.of]) == one.value, one.what


def without_a_record(working: Working, hub: Hub) -> Iterator[str]:
    """The facts that name no record though they stand in one, or a record that `hub` does not have."""
    known = {record.id for record in hub.records()}
    for one in each_once(working):
        if one.step is not Step.FACT:
            continue
        nothing = one.value == 0 and one.what.endswith("nothing is charged")
        counts = one.unit is Unit.DAYS or nothing or one.what.startswith(_NO_RECORD)
        if not one.records and not counts:
            yield f"{one.what} stands nowhere"
        if not known.issuperset(one.records):
            yield f"{one.what} stands in what is not there"
