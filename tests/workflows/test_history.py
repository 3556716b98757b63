"""The history, page by page, and the way back."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hubdesk.domain.change import Change, updating
from hubdesk.domain.period import YearStart
from hubdesk.domain.problem import Refused
from hubdesk.editing import agencies, allocations
from hubdesk.store import Mode, Store, create_store, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.history import Since, page, since, undo_back_to
from hubdesk.workflows.issuing import issue
from tests.builders.parkside import parkside
from tests.builders.random_changes import random_change
from tests.builders.random_hubs import random_hub

NOW = datetime(2026, 11, 7, 9, 15, tzinfo=UTC)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    start = random_hub(11)
    with create_store(tmp_path / "P.hubdesk", start, user="Ann", title="Start", when=NOW) as store:
        yield Document(store, clock=lambda: NOW)


@pytest.fixture
def council(tmp_path: Path) -> Iterator[Document]:
    with create_store(tmp_path / "C.hubdesk", parkside(), user="Ann", title="Start", when=NOW) as store:
        yield Document(store, clock=lambda: NOW)


def call_it(document: Document, name: str) -> None:
    settings = document.hub.settings
    document.apply(updating(f"Call it {name}", (settings, replace(settings, name=name))))


def refusals(document: Document, sequence: int) -> list[str]:
    with pytest.raises(Refused) as refused:
        undo_back_to(document, sequence)
    return [one.what for one in refused.value.problems]


def test_pages_go_back_from_the_newest(document: Document) -> None:
    for number in range(7):
        call_it(document, f"Name {number}")
    pages, before = [], None
    while found := page(document.store, before, at_most=3):
        pages.append([one.sequence for one in found])
        before = found[-1].sequence
    assert pages == [[8, 7, 6], [5, 4, 3], [2, 1]]
    newest, *_, first = page(document.store)
    assert (newest.title, newest.who, newest.when, newest.records) == ("Call it Name 6", "Ann", NOW, 1)
    assert first.records == len(list(random_hub(11).records()))


def test_an_issue_is_told_from_a_change(council: Document) -> None:
    issue(council.store, "2026-27-Q1", None, at=NOW)
    newest, first = page(council.store)
    assert (newest.issues, newest.title, newest.records) == (True, "Issue 2026-27-Q1", 0)
    assert not first.issues


def test_one_change_goes_back_however_much_was_done(document: Document) -> None:
    rng = random.Random(7)
    stood = {1: document.hub}
    for _ in range(25):
        document.apply(random_change(document.hub, rng))
        stood[document.sequence] = document.hub
    for sequence in (20, 5, 1):
        before = document.sequence
        document.apply(undo_back_to(document, sequence))
        assert document.hub == stood[sequence] == document.store.read_hub()
        assert document.sequence == before + 1
    assert page(document.store)[0].title == "Undo back to entry 1, “Start”"


def test_going_back_can_itself_be_gone_back_from(document: Document) -> None:
    call_it(document, "One")
    call_it(document, "Two")
    document.apply(undo_back_to(document, 1))
    document.apply(undo_back_to(document, 3))
    assert document.hub.settings.name == "Two"


def test_what_stands_as_it_did_is_not_undone(document: Document) -> None:
    name = document.hub.settings.name
    assert refusals(document, 1) == [f"{name} stands as it did after entry 1: there is nothing to undo"]
    call_it(document, "Another")
    call_it(document, name)
    assert refusals(document, 1) == [f"{name} stands as it did after entry 1: there is nothing to undo"]
    assert undo_back_to(document, 2)


@pytest.mark.parametrize("sequence", [-1, 0, 2])
def test_there_is_no_going_back_to_what_is_not_in_the_history(document: Document, sequence: int) -> None:
    assert refusals(document, sequence) == [f"The history has no entry {sequence}"]


def test_what_an_issue_fixed_stays_and_the_rest_goes_back(council: Document) -> None:
    settings = council.hub.settings
    council.apply(updating("From May", (settings, replace(settings, year_start=YearStart(1, 5)))))
    council.apply(updating("From April", (council.hub.settings, settings)))
    desk = next(iter(council.hub.desks))
    council.apply(allocations.vacate(council.hub, [desk], date(2026, 12, 1)))
    issue(council.store, "2026-27-Q1", None, at=NOW)
    council.refresh()
    (refusal,) = refusals(council, 2)
    assert refusal == "The start of the charging year is fixed, because runs were issued with it"
    council.apply(undo_back_to(council, 3))
    assert council.hub.allocation_on(desk, date(2026, 12, 1))
    assert len(council.store.runs()) == 1


def test_what_came_since_is_told_beforehand(council: Document) -> None:
    call_it(council, "Annexe")
    issue(council.store, "2026-27-Q1", None, at=NOW)
    council.refresh()
    call_it(council, "Annexe 2")
    assert since(council.store, 1) == Since(3, ("Ann",), ("Issue 2026-27-Q1",))
    assert since(council.store, 4) == Since(0, (), ())


def test_on_a_team_it_says_whose_changes_would_go(postgres_database: str) -> None:
    create_store(postgres_database, random_hub(11), user="Ann", title="Start", when=NOW).close()
    with _opened(postgres_database, "Ann") as ann, _opened(postgres_database, "Bob") as bob:
        hers, his = Document(ann, clock=lambda: NOW), Document(bob, clock=lambda: NOW)
        start = hers.hub
        call_it(hers, "Ann's")
        his.refresh()
        agency = next(iter(his.hub.agencies))
        his.apply(agencies.rename(his.hub, agency, "NEW"))
        assert since(ann, 1).people == ("Ann", "Bob")
        hers.refresh()
        hers.apply(undo_back_to(hers, 1))
        his.refresh()
        assert his.hub == hers.hub == start


def test_a_long_history_comes_by_the_page(document: Document) -> None:
    for number in range(600):
        document.store.write(Change(f"Change {number}", ()), when=NOW)
    document.refresh()
    assert len(page(document.store)) == 200
    assert since(document.store, 1).entries == 600


def _opened(url: str, user: str) -> Store:
    return open_store(url, user=user, mode=Mode.WRITE)
