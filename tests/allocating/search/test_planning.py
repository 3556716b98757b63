"""The search where there is hardly anything to search: of one team, of nobody, of nowhere to go."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from hubdesk.allocating.problem.question import NOBODY, Question
from hubdesk.allocating.search.planning import Found, searching
from tests.allocating.questions import a_question


def some(question: Question) -> Iterator[Found]:
    return islice(searching(question, seed=1), 5)


@pytest.mark.parametrize("desks", [1, 2, 5])
@pytest.mark.parametrize("rows", [1, 2])
def test_one_agency_is_placed(desks: int, rows: int) -> None:
    row = [(2.0 * place, 0.0) for place in range(desks)]
    *_, best = some(a_question({"A": desks}, rows=[row] * rows))
    assert (best.plan == 0).sum() == desks
    assert best.cost.pieces == 0


def test_where_everybody_is_pinned_it_ends_with_the_only_plan() -> None:
    row = [(2.0 * place, 0.0) for place in range(3)]
    question = replace(
        a_question({"A": 1, "B": 1}, rows=[row], today="A.B"), pinned=np.array([True, False, True])
    )
    assert {tuple(found.plan) for found in searching(question, seed=1)} == {(0, NOBODY, 1)}


def test_where_there_is_nobody_to_place_it_ends() -> None:
    vacant = a_question({}, rows=[[(0.0, 0.0), (2.0, 0.0)]])
    assert {tuple(found.plan) for found in searching(vacant, seed=1)} == {(NOBODY, NOBODY)}
    assert {tuple(found.plan) for found in searching(a_question({}, rows=[]), seed=1)} == {()}
