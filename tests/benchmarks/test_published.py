"""Published problems are read as their formats say, and solved by the very search of the product."""

from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.published import instances, read_gqap, read_qap, report, solved

GQAP = """2 2 3
0 1  2 0
0 5  5 0
10 20  30 40
1 1
1 2
"""
QAP = "2\n0 3\n3 0\n\n0 7\n7 0\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"gqap/02-02-50.txt": GQAP, "qap/two.dat": QAP, "qap/unknown.dat": QAP}.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    (tmp_path / "best-known.csv").write_text("instance,best_known\n02-02-50,70\ntwo,42\n")
    return tmp_path


def test_every_ordered_pair_counts_in_a_generalised_problem() -> None:
    problem = read_gqap(GQAP)
    assert problem.total(np.array([0, 1])) == 10 + 40 + 3 * (1 + 2) * 5
    assert problem.total(np.array([1, 1])) == 20 + 40
    assert not problem.is_kept(np.array([0, 0]))


def test_a_problem_of_qaplib_takes_each_place_once() -> None:
    problem = read_qap(QAP)
    assert problem.one_each
    assert problem.total(np.array([1, 0])) == 2 * 3 * 7


def test_only_what_has_a_best_known_value_is_solved(folder: Path) -> None:
    assert [name for name, _, _ in instances(folder)] == ["02-02-50", "two"]


def test_the_best_known_is_reached_and_ends_the_run(folder: Path) -> None:
    (name, problem, _), *_ = instances(folder)
    at = list(solved(name, problem, 60.0, seed=1, limits=[600, 1200]))
    assert [one.cost for one in at] == [60, 60]
    assert [one.gap for one in at] == [0, 0]


def test_the_table_ends_with_what_it_comes_to(folder: Path) -> None:
    (folder / "best-known.csv").write_text("instance,best_known\n02-02-50,60\ntwo,42\n")
    *_, last = report(folder, seeds=2, limits=[600])
    assert last == "at 600 s: mean gap 0.000 %, worst 0.000 %, best known 4 of 4"
