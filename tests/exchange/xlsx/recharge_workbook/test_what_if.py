"""The proof: what is changed in Inputs and recalculated is what the hub makes of the same change."""

import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.exchange.xlsx.recharge_workbook import write_recharge_workbook
from hubdesk.workflows.resources import Sample
from tests.builders import random_hub
from tests.exchange.xlsx.recharge_workbook.reading import (
    InputsOf,
    Lines,
    charges,
    control_differences,
    differences,
    named,
)
from tests.exchange.xlsx.recharge_workbook.runs import WRITTEN, a_run, expected, sample
from tests.exchange.xlsx.recharge_workbook.what_ifs import WhatIf
from tests.libreoffice import LibreOffice


def change(written: Path, changed: Path, run: Run, seed: int) -> Lines:
    """Make random changes in the workbook; what the hub makes of the same."""
    assert run.recharge is not None
    what_if = WhatIf(run.recharge, random.Random(seed))
    book = load_workbook(written)
    what_if.type_into(InputsOf(named(book, "Inputs")))
    book.save(changed)
    again = recharge_of(Reckoning(what_if.facts, run.amounts), run.recharge.period)
    return expected(again.lines, run)


def prove(runs: Sequence[Run], as_written: int, folder: Path, libreoffice: LibreOffice) -> None:
    """Each run's workbook after changes against the hub after the same, by LibreOffice.

    The first `as_written` of them also as they were written, formula by formula.
    """
    written, changed, wanted = [], [], []
    for place, run in enumerate(runs):
        written.append(folder / f"{place}.xlsx")
        changed.append(folder / f"{place}-changed.xlsx")
        write_recharge_workbook(written[-1], run, earlier=(), written_at=WRITTEN)
        wanted.append(change(written[-1], changed[-1], run, place))
    recalculated = libreoffice.recalculate_all([*changed, *written[:as_written]])
    for place, wants in enumerate(wanted):
        assert set(control_differences(recalculated[place])) == {0}
        assert charges(recalculated[place]) == wants, f"run {place}"
    for run, before, after in zip(runs, written, recalculated[len(runs) :], strict=False):
        count, wrong = differences(before, after)
        assert count > 100
        assert wrong == []
        assert charges(after) == expected(run.own, run)


@pytest.mark.parametrize("which", list(Sample))
def test_samples_follow_their_inputs(which: Sample, tmp_path: Path, libreoffice: LibreOffice) -> None:
    hub = sample(which)
    prove([a_run(hub, number) for number in range(4)], 4, tmp_path, libreoffice)


@pytest.mark.parametrize("block", range(4))
def test_random_hubs_follow_their_inputs(block: int, tmp_path: Path, libreoffice: LibreOffice) -> None:
    seeds = range(block * 25, block * 25 + 25)
    runs = [a_run(random_hub(seed, agencies=5, lines=6), seed) for seed in seeds]
    prove(runs, 3, tmp_path, libreoffice)
