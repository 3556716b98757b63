"""When somebody else was there first, both values are told."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hubdesk.domain.change import removing, updating
from hubdesk.domain.hub import Stale
from hubdesk.store import create_store
from hubdesk.workflows.clashes import clashes
from hubdesk.workflows.document import Document
from tests.builders import a_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)


def test_what_another_changed_meanwhile_is_shown_beside_ones_own(tmp_path: Path) -> None:
    hub = a_hub().cost_line("C01", 1000).cost_line("C02", 5).build()
    first, second = hub.cost_line_codes["C01", 2026], hub.cost_line_codes["C02", 2026]
    with create_store(tmp_path / "a.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        ann, bob = (Document(store, clock=lambda: NOW) for _ in range(2))
        bob.apply(updating("Bob's", (first, replace(first, budget=120_000))))
        bob.apply(removing("Bob's", second))
        pairs = ((first, replace(first, budget=99_050)), (second, replace(second, budget=7)))
        with pytest.raises(Stale) as stale:
            ann.apply(updating("Ann's", *pairs))
        told = {one.where: one.what for one in clashes(stale.value, ann.hub)}
    line = told["cost line C01 of 2026-27"]
    assert "£1,000.00 → £1,200.00" in line
    assert "£1,000.00 → £990.50" in line
    assert "is removed" in told["cost line C02 of 2026-27"]
