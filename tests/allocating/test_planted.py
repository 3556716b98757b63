"""What was planted is found: a plan as good as the one made first, or what was made impossible."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import pytest

from hubdesk.allocating.feasible.conflict import conflict_of
from hubdesk.allocating.problem.asking import question_of
from hubdesk.allocating.problem.question import NOBODY, Plan, Question
from hubdesk.allocating.reasons.conflicts import conflict_told
from hubdesk.allocating.score import cost_of
from hubdesk.allocating.search.planning import searching
from tests.allocating.drawn_hubs import DAY
from tests.allocating.keeping import broken
from tests.allocating.planted import Planted, planted

ROUNDS = 40
"""Of the search at most, until it is as good as what was planted."""
AS_GOOD = 1e-6


def the_plan(question: Question, seating: Mapping[str, str]) -> Plan:
    codes = [member.code for member in question.members]
    who = [codes.index(seating[seat.code]) if seat.code in seating else NOBODY for seat in question.seats]
    return np.array(who, dtype=np.intp)


def least_found(question: Question, seed: int, enough: float) -> float:
    """What the best plan costs, once it costs no more than `enough` or after all rounds."""
    cost = np.inf
    for found in searching(question, seed):
        assert broken(question, found.plan) == set()
        cost = found.cost.total
        if cost <= enough or found.rounds >= ROUNDS:
            break
    return float(cost)


@pytest.mark.parametrize("seed", range(16))
def test_a_plan_as_good_as_the_planted_one_is_found(seed: int) -> None:
    made = planted(seed, floors=1 + seed % 2, agencies=2 + seed % 4).seated_anyhow(stay=0.5)
    question = question_of(made.hub.build(), DAY)
    plan = the_plan(question, made.plan)
    assert broken(question, plan) == set()
    cost = cost_of(question, plan).total + AS_GOOD
    assert least_found(question, seed, enough=cost) <= cost


@pytest.mark.parametrize("seed", range(8))
def test_with_no_more_moves_than_the_planted_plan_takes_one_nearly_as_good_is_found(seed: int) -> None:
    made = planted(seed, agencies=2 + seed % 4).seated_anyhow(stay=0.6)
    hub = made.hub.build()
    free = question_of(hub, DAY)
    plan = the_plan(free, made.plan)
    moves = int(((free.today != plan) & (free.today != NOBODY)).sum())
    question = question_of(hub, DAY, most_moved=-(-100 * moves // int(free.may_move.sum())))
    assert broken(question, plan) == set()
    cost = cost_of(question, plan).total * 1.05
    assert least_found(question, seed, enough=cost) <= cost


class Named(NamedTuple):
    """One thing that cannot be kept, by how it is to be told: of whom, and a word of it."""

    agency: str
    says: str


def too_many_on_the_ground(made: Planted) -> tuple[int | None, set[Named]]:
    """Any two of three agencies would go in, and not the third."""
    made.hub.floor("G", 0).desks(11)
    for code, desks in (("BEN", 4), ("CAB", 5), ("POL", 6)):
        made.add_agency(code, desks)
        made.hub.rule(code, "ground floor")
    number = {Named("BEN", "4 desks"), Named("CAB", "5 desks"), Named("POL", "6 desks")}
    return None, number | {Named(code, "ground floor") for code in ("BEN", "CAB", "POL")}


def pinned_in_two_places(made: Planted) -> tuple[int | None, set[Named]]:
    made.hub.floor("G", 0).area("G-N", outline=[(0, 0), (9, 0), (9, 20), (0, 20)]).desks(10)
    made.add_agency("POL", 3)
    made.hub.rule("POL", "keep together")
    for desk in ("G-001", "G-010"):
        made.hub.allocation(desk, "POL", pinned=True)
    return None, {Named("POL", "G-001 (pinned) and G-010 (pinned)"), Named("POL", "kept together")}


def too_small_a_cleared_area(made: Planted) -> tuple[int | None, set[Named]]:
    """One of the two would go in; beside it there is room for anybody."""
    left = [(0, 0), (9, 0), (9, 20), (0, 20)]
    made.hub.floor("G", 0).area("G-N", kind="restricted", clearance="police", outline=left).desks(20)
    for code in ("POL", "PRO"):
        made.add_agency(code, 5)
        made.hub.rule(code, "needs clearance", "Police")
    desks = {Named("POL", "5 desks"), Named("PRO", "5 desks")}
    return None, desks | {Named(code, "clearance “Police”") for code in ("POL", "PRO")}


def nobody_may_move_and_one_must(made: Planted) -> tuple[int | None, set[Named]]:
    made.hub.floor("G", 0).area("G-N", outline=[(0, 0), (9, 0), (9, 20), (0, 20)]).desks(10)
    made.add_agency("POL", 1)
    made.hub.rule("POL", "keep out of", "G-N").allocation("G-001", "POL")
    return 0, {Named("", "At most 0 desks"), Named("POL", "keep out of G-N")}


def too_few_accessible(made: Planted) -> tuple[int | None, set[Named]]:
    """Others may not come here, nor these two go elsewhere."""
    made.hub.floor("G", 0).desks(4).desk("G-A1", kind="accessible").desk("G-A2", kind="accessible")
    for code in ("BEN", "CAB"):
        made.add_agency(code, 2, accessible=2 if code == "BEN" else 1)
        made.hub.rule(code, "stay on floor", "G")
    floor = {Named("BEN", "stay on floor G"), Named("CAB", "stay on floor G")}
    return None, floor | {Named("BEN", "2 accessible desks"), Named("CAB", "1 accessible desk")}


def two_floors_at_once(made: Planted) -> tuple[int | None, set[Named]]:
    made.hub.floor("G", 0).desks(6)
    made.add_agency("POL", 2)
    made.hub.rule("POL", "ground floor").rule("POL", "stay on floor", "1")
    return None, {Named("POL", "2 desks"), Named("POL", "ground floor"), Named("POL", "stay on floor 1")}


def a_touchdown_desk_where_it_must_not_be(made: Planted) -> tuple[int | None, set[Named]]:
    made.hub.floor("G", 0).desks(6).desk("G-T1", kind="touchdown").allocation("G-T1", "HBC")
    made.hub.rule("HBC", "keep out of", "G")
    return None, {Named("HBC", "G-T1 (a touchdown desk)"), Named("HBC", "keep out of G")}


def pinned_and_licensed_for_fewer(made: Planted) -> tuple[int | None, set[Named]]:
    made.hub.floor("G", 0).desks(6)
    made.add_agency("POL", 1)
    for desk in ("G-001", "G-002"):
        made.hub.allocation(desk, "POL", pinned=True)
    return None, {Named("POL", "1 desk"), Named("POL", "G-001 (pinned) and G-002 (pinned)")}


def a_room_for_another(made: Planted) -> tuple[int | None, set[Named]]:
    """It is to be on a floor that is all for the sole use of another."""
    everywhere = [(0, 0), (40, 0), (40, 20), (0, 20)]
    made.hub.floor("G", 0).agency("NHS").area("G-N", agency="NHS", outline=everywhere).desks(6)
    made.add_agency("POL", 2)
    made.hub.rule("POL", "ground floor")
    return None, {Named("POL", "2 desks"), Named("POL", "ground floor"), Named("POL", "sole use of NHS")}


IMPOSSIBLE = (
    too_many_on_the_ground,
    pinned_in_two_places,
    too_small_a_cleared_area,
    nobody_may_move_and_one_must,
    too_few_accessible,
    two_floors_at_once,
    a_touchdown_desk_where_it_must_not_be,
    pinned_and_licensed_for_fewer,
    a_room_for_another,
)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("make", IMPOSSIBLE)
def test_what_was_made_impossible_is_named_and_nothing_else(
    make: Callable[[Planted], tuple[int | None, set[Named]]], seed: int
) -> None:
    made = planted(seed, floors=1 + seed % 2).seated_anyhow(stay=1.0)
    most_moved, expected = make(made)
    hub = made.hub.build()
    question = question_of(hub, DAY, most_moved)
    assert next(searching(question, seed), None) is None
    told = [one.what for one in conflict_told(hub, question, conflict_of(question))]
    assert len(told) == len(expected), told
    for named in expected:
        assert sum(named.agency in what and named.says in what for what in told) == 1, (named, told)
