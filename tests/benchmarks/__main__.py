"""`python -m tests.benchmarks`: measure everything, and print the table; or solve published problems."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import (
    answering,
    charging,
    checks,
    documents,
    finance,
    placed,
    plan,
    proposing,
    published,
    spreadsheet,
    startup,
    statements,
    waiting,
    workbooks,
)
from tests.benchmarks.measuring import Bench, Measurement, Subject
from tests.benchmarks.table import table
from tests.libreoffice import LibreOffice
from tests.postgres import given_or_own_server

SUBJECTS: tuple[Subject, ...] = (
    charging.parkside_quarters,
    charging.large_year,
    spreadsheet.libreoffice,
    charging.growth,
    workbooks.recharge_workbook,
    statements.of_parkside,
    statements.of_a_large_hub,
    documents.document,
    documents.database,
    checks.one_edit,
    checks.whole_hub,
    answering.on_a_large_floor,
    answering.placing_together,
    plan.plan,
    waiting.after_an_edit,
    finance.of_parkside,
    finance.of_a_large_hub,
    startup.painted_window,
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="./hub bench", description="Measure how fast Hubdesk is.")
    parser.add_argument("--strict", action="store_true", help="fail if a goal is not met")
    parser.add_argument(
        "--published", type=Path, metavar="FOLDER", help="solve the placement problems there instead"
    )
    parser.add_argument("--seeds", type=int, default=3, help="runs of each published problem (3)")
    parser.add_argument("--seconds", type=float, nargs="+", default=[2, 60], help="limits of each run (2 60)")
    parser.add_argument(
        "--proposing", type=int, metavar="TIMES", help="cancel so many searches in the window instead"
    )
    parser.add_argument(
        "--buildings",
        action="store_true",
        help="place buildings made from seeds, with what is proved, instead",
    )
    asked = parser.parse_args()
    if asked.buildings:
        for line in placed.report(asked.seeds, asked.seconds):
            print(line, flush=True)
        return 0
    if asked.published is not None:
        for line in published.report(asked.published, asked.seeds, asked.seconds):
            print(line, flush=True)
        return 0
    if asked.proposing is not None:
        with tempfile.TemporaryDirectory(prefix="hubdesk-bench-") as folder:
            for line in proposing.report(Path(folder), max(asked.seconds), asked.proposing):
                print(line, flush=True)
        return 0
    with (
        tempfile.TemporaryDirectory(prefix="hubdesk-bench-") as folder,
        given_or_own_server() as postgres_url,
    ):
        measured = list(measurements(Bench(Path(folder), postgres_url, LibreOffice(Path(folder)))))
    print(table(measured))
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0
    print(f"\n{os.cpu_count()} processors; load over the last minute {load:.1f}")
    return int(asked.strict and not all(one.is_met for one in measured))


def measurements(bench: Bench) -> Iterator[Measurement]:
    """Every subject in turn; which one is under way is said on standard error."""
    for subject in SUBJECTS:
        print(f"{subject.__module__}: {subject.__name__}", file=sys.stderr, flush=True)
        yield from subject(bench)


if __name__ == "__main__":
    sys.exit(main())
