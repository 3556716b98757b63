"""The benchmarks run from end to end at small sizes, so that they are there when they are asked for."""

from pathlib import Path

from tests.benchmarks.__main__ import measurements
from tests.benchmarks.measuring import Bench, Goal, Measurement
from tests.benchmarks.table import table
from tests.libreoffice import LibreOffice


def test_every_subject_is_measured(tmp_path: Path, postgres_url: str, libreoffice: LibreOffice) -> None:
    small = Bench(
        tmp_path,
        postgres_url,
        libreoffice,
        times=1,
        agencies=6,
        lines=10,
        changes=20,
        desks=60,
        recalculated_lines=2,
    )
    measured = list(measurements(small))
    assert len(table(measured).splitlines()) == len(measured) + 2
    assert all(one.figure > 0 for one in measured)


def test_a_goal_is_of_seconds_or_of_a_ratio() -> None:
    slow = Measurement("a", 2.0, "b", 1.0, seconds_goal=Goal.of_seconds(1))
    fair = Measurement("a", 2.0, "b", 1.0, ratio_goal=Goal.of_ratio(3))
    free = Measurement("a", 2.0, "b", 1.0)
    assert [one.is_met for one in (slow, fair, free)] == [False, True, True]
    assert table([slow, fair, free]).splitlines()[2:] == [
        "| a        | 2 s    | b                          | 1 s  | 2     | ≤ 1 s | NO  |",
        "| a        | 2 s    | b                          | 1 s  | 2     | ≤ 3 × | yes |",
        "| a        | 2 s    | b                          | 1 s  | 2     | –     | –   |",
    ]
