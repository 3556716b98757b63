"""Every record has one plain form, and comes back from it."""

import json
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.plain import canonical, from_plain, to_plain
from hubdesk.domain.record import KINDS, Record
from tests.builders.random_hubs import random_hub


def test_every_kind_of_record_has_a_name() -> None:
    assert set(KINDS.values()) == set(get_args(Record))


@given(seed=st.integers(0, 10**6))
def test_a_record_comes_back_from_its_canonical_text(seed: int) -> None:
    for record in random_hub(seed).records():
        assert from_plain(json.loads(canonical(to_plain(record)))) == record
