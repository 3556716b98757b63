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


def test_a_change_of_what_another_took_away_with_all_that_refers_to_it_is_told(tmp_path: Path) -> None:
    """Undoing one's own change of an area's desks, after somebody else has removed the area."""
    builder = a_hub().floor("G").area("G-N1").desk("G-001", "G", 1, 1)
    hub = builder.build()
    area, desk = hub.area_codes["G-N1"], hub.desk_codes["G-001"]
    with create_store(tmp_path / "a.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        ann = Document(store, clock=lambda: NOW)
        within = replace(desk, area=area.id)
        mine = updating("Ann's", (desk, within))
        ann.apply(mine)
        ann.apply(updating("Bob's", (within, desk)).then(removing("Bob's", area)))
        with pytest.raises(Stale) as stale:
            ann.apply(mine.inverted())
        [told] = clashes(stale.value, ann.hub)
    assert told.where == "desk G-001"
    assert "?" in told.what


def test_texts_that_no_workbook_has_are_told_too(tmp_path: Path) -> None:
    hub = a_hub().statements(payment="Within 30 days", contact="Ann").build()
    assert hub.statements is not None
    with create_store(tmp_path / "a.hubdesk", hub, user="Ann", title="Start", when=NOW) as store:
        ann, bob = (Document(store, clock=lambda: NOW) for _ in range(2))
        bob.apply(updating("Bob's", (hub.statements, replace(hub.statements, payment="Within 14 days"))))
        with pytest.raises(Stale) as stale:
            ann.apply(updating("Ann's", (hub.statements, replace(hub.statements, contact=""))))
        [told] = clashes(stale.value, ann.hub)
    assert told.where == "the texts of statements"
    assert "payment: “Within 30 days” → “Within 14 days”" in told.what
    assert "contact: “Ann” → blank" in told.what
