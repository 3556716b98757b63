"""A search is stopped at any moment: nothing is left of it but what it told."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from hubdesk.allocating.problem.question import Question
from hubdesk.allocating.running import Better
from tests.allocating.keeping import broken
from tests.allocating.stopping import Moment, after, after_plans, is_running, stopped
from tests.benchmarks.buildings import building

LONG_ENOUGH_S = 120
MOMENTS = [
    *(after(tenths / 10) for tenths in (0, 1, 2, 3, 5, 7, 9, 12, 15)),
    *(after_plans(plans) for plans in (1, 2, 5)),
]
"""While it begins, while it looks for a first plan, and while it betters those that it has."""


@pytest.fixture(scope="module")
def question() -> Question:
    return building(seed=1, agencies=12, areas=6, desks=120)


@pytest.mark.parametrize("moment", MOMENTS, ids=range(len(MOMENTS)))
def test_whenever_it_is_stopped_nothing_is_left_but_what_was_told(question: Question, moment: Moment) -> None:
    end = stopped(question, seed=3, moment=moment)
    assert end.began
    assert end.left == frozenset()
    assert end.told_after == ()
    if end.best is not None:
        assert broken(question, np.array(end.best.plan)) == set()


def test_of_what_was_told_the_best_plan_stays(question: Question) -> None:
    end = stopped(question, seed=4, moment=after_plans(4))
    plans = [one for one in end.told if isinstance(one, Better)]
    assert len(plans) >= 4
    assert end.best is not None
    assert end.best.cost.total == min(one.cost.total for one in plans)


PROGRAM = """
import multiprocessing, os, signal, time
from hubdesk.allocating.running import Better, Running
from tests.benchmarks.buildings import building

if __name__ == "__main__":
    running = Running(building(seed=1, agencies=12, areas=6, desks=120), seed=1)
    while not any(isinstance(one, Better) for one in running.news(1.0)):
        pass
    print(*(one.pid for one in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_when_the_program_is_killed_its_searches_end_too(tmp_path: Path) -> None:
    script = tmp_path / "program.py"
    script.write_text(PROGRAM)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, str(script)], capture_output=True, env=environment, check=False, text=True
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    processes = [int(one) for one in ended.stdout.split()]
    assert len(processes) >= 2
    until = time.monotonic() + LONG_ENOUGH_S
    while any(is_running(one) for one in processes) and time.monotonic() < until:
        time.sleep(0.1)
    assert [one for one in processes if is_running(one)] == []
