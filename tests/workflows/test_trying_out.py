"""A scenario is worked in like a hub: checked, kept at once, and laid anew when the hub moves underneath."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hubdesk.domain.change import Change, updating
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing import agencies, licences, rates
from hubdesk.store import create_store
from hubdesk.workflows import scenarios
from hubdesk.workflows.document import Document
from hubdesk.workflows.trying_out import TryingOut
from tests.builders.hub import a_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)
JULY = date(2026, 7, 1)
HUB = a_hub().agency("CAB", "voluntary").licence("L1", "HBC", 4).licence("L2", "CAB", 4).build()


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    with create_store(tmp_path / "Hub.hubdesk", HUB, user="Ann", title="Start", when=NOW) as store:
        yield Document(store, clock=lambda: NOW)


def dearer(hub: Hub, pounds: int = 3200) -> Change:
    return rates.set_step(hub, JULY, pounds * 100)


def tried(document: Document) -> TryingOut:
    scenario = scenarios.start(document.store, "Rate £3,200", dearer(document.hub))
    return TryingOut(document, scenario)


def test_what_is_done_in_it_is_kept_at_once_and_the_hub_stays(document: Document) -> None:
    trying = tried(document)
    told: list[tuple[Change, Hub]] = []
    trying.observe(lambda change, hub: told.append((change, hub)))
    step = licences.set_desks(trying.hub, HUB.licence_codes["L2"].id, JULY, 7)
    trying.apply(step)
    assert told == [(Change("Rate £3,200", step.edits), trying.hub)]
    assert document.hub == HUB == document.store.read_hub()
    assert [entry.title for entry in document.store.log()] == ["Start"]
    assert document.store.scenarios() == (trying.scenario,)
    assert TryingOut(document, document.store.scenarios()[0]).hub == trying.hub
    trying.apply(step.inverted())
    assert trying.hub == HUB.applying(dearer(HUB))


def test_an_edit_that_the_hub_would_refuse_is_refused(document: Document) -> None:
    trying = tried(document)
    before = trying.scenario
    licence = HUB.licence_codes["L2"]
    with pytest.raises(Refused) as refused:
        trying.apply(updating("Code", (licence, replace(licence, code="L1"))))
    assert [one.code for one in refused.value.problems] == ["code-duplicate"]
    assert document.store.scenarios() == (before,)


def test_the_hub_moves_on_underneath(document: Document) -> None:
    trying = tried(document)
    told: list[Change] = []
    trying.observe(lambda change, _: told.append(change))
    made = licences.set_desks(document.hub, HUB.licence_codes["L1"].id, JULY, 9)
    document.apply(made)
    assert [one.edits for one in told] == [made.edits]
    assert trying.hub == document.hub.applying(dearer(document.hub))
    trying.close()
    document.apply(made.inverted())
    assert len(told) == 1


def test_what_is_taken_over_is_one_change_and_leaves_no_difference(document: Document) -> None:
    trying = tried(document)
    trying.apply(licences.set_desks(trying.hub, HUB.licence_codes["L2"].id, JULY, 7))
    wanted = trying.hub
    change = scenarios.taking_over(document.hub, trying.scenario)
    assert change.title == "Take over scenario “Rate £3,200”"
    document.apply(change)
    assert document.hub == wanted
    assert not trying.laid.change
    with pytest.raises(Refused):
        scenarios.taking_over(document.hub, trying.scenario)
    document.apply(change.inverted())
    assert trying.hub == wanted


def test_somebody_else_changed_it_meanwhile(document: Document) -> None:
    trying = tried(document)
    theirs = TryingOut(document, trying.scenario)
    theirs.apply(licences.set_desks(theirs.hub, HUB.licence_codes["L2"].id, JULY, 7))
    mine = licences.set_desks(trying.hub, HUB.licence_codes["L1"].id, JULY, 9)
    with pytest.raises(Refused) as refused:
        trying.apply(mine)
    assert [one.code for one in refused.value.problems] == ["scenario-changed"]
    assert trying.hub == theirs.hub
    trying.apply(mine)
    assert trying.hub.licence_codes["L1"].desks_on(JULY) == 9
    assert trying.hub.licence_codes["L2"].desks_on(JULY) == 7


def test_somebody_threw_it_away_meanwhile(document: Document) -> None:
    trying = tried(document)
    document.store.drop_scenario(trying.scenario.id)
    with pytest.raises(Refused):
        trying.apply(licences.set_desks(trying.hub, HUB.licence_codes["L1"].id, JULY, 9))
    assert trying.is_gone
    assert document.store.scenarios() == ()


def test_what_does_not_fit_waits_until_it_is_let_go_of(document: Document) -> None:
    trying = tried(document)
    cab = document.hub.agency_codes["CAB"].id
    trying.apply(agencies.change(trying.hub, replace(trying.hub.agencies[cab], name="Advice")))
    document.apply(licences.remove(document.hub, HUB.licence_codes["L2"].id))
    document.apply(agencies.remove(document.hub, cab))
    assert [one.where for one in trying.laid.problems] == ["agency CAB"]
    trying.apply(licences.set_desks(trying.hub, HUB.licence_codes["L1"].id, JULY, 9))
    assert cab in {edit.id for edit in document.store.scenarios()[0].change.edits}
    after = scenarios.let_go_of_left_out(document.store, document.hub, trying.scenario)
    assert cab not in {edit.id for edit in after.change.edits}
    assert len(after.change.edits) == 2


def test_names_are_their_own_and_copies_are_called_so(document: Document) -> None:
    one = tried(document).scenario
    again = scenarios.copy(document.store, one)
    third = scenarios.copy(document.store, one)
    assert [again.name, third.name] == ["Rate £3,200 (copy)", "Rate £3,200 (copy 2)"]
    with pytest.raises(Refused):
        scenarios.describe(document.store, again, "  Rate   £3,200 ", "")
    with pytest.raises(Refused):
        scenarios.start(document.store, "  ", Change("", ()))
    noted = scenarios.describe(document.store, again, "Dearer", " for the board ")
    assert noted in document.store.scenarios()
    assert (noted.name, noted.note) == ("Dearer", "for the board")
