"""The builders themselves: the same seed gives the same hub, and changes fit and can be taken back."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.cost_line import Basis
from tests.builders import a_hub, random_change, random_hub


def test_a_hub_is_written_in_words() -> None:
    hub = (
        a_hub("Parkside")
        .agency("CAB", "voluntary")
        .licence("L01", "CAB", {"2026-04-01": 4, "2026-08-15": 6})
        .cost_line("C01", "625,000.50", basis="footfall", actual=0)
        .fixed_share("C01", "HBC", "90")
        .build()
    )
    line = hub.cost_line_codes["C01", 2026]
    assert (line.budget, line.actual, line.basis, line.driver) == (62_500_050, 0, Basis.DRIVER, "footfall")
    assert hub.host.code == "HBC"
    assert [step.value for step in hub.licence_codes["L01"].desks.steps] == [4, 6]
    assert hub.fixed_shares_of[line.id][0].percent == 90


@settings(max_examples=50)
@given(st.integers(0, 10**6))
def test_random_hubs_and_changes_are_the_same_for_the_same_seed(seed: int) -> None:
    hub, rng = random_hub(seed), random.Random(seed)
    assert random_hub(seed) == hub
    change = random_change(hub, rng)
    assert change == random_change(hub, random.Random(seed))
    assert hub.applying(change) != hub
    assert hub.applying(change).applying(change.inverted()) == hub
