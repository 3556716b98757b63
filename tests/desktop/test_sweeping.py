"""Sweeps of the garbage collector pass over a large hub, and over no small one."""

import gc
from collections.abc import Iterator

import pytest

from hubdesk.desktop.sweeping import spare
from tests.benchmarks.hubs import charged_hub
from tests.builders.hub import a_hub


@pytest.fixture(autouse=True)
def _swept_as_ever() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_a_large_hub_is_passed_over_until_a_small_one_is_opened() -> None:
    large, small = charged_hub(2, 1, 0, 2_000), a_hub().build()
    spare(large)
    assert gc.get_freeze_count() > len(large.desks)
    spare(small)
    assert gc.get_freeze_count() == 0
