"""What has left the house stays in mind, whatever becomes of its mark, of its review or of its name."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import ReviewRound, ReviewSettings, Totals
from hubdesk.domain.timeline import Timeline
from hubdesk.editing import reviews
from hubdesk.editing.records import changed
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.store import Mode, open_store
from hubdesk.workflows.document import Document
from hubdesk.workflows.opening import made
from hubdesk.workflows.review.packs import Existing, Form, PackFolder, RoundPacks, kept, sent
from hubdesk.workflows.review.rounds import SeenRounds, default_round, round_opened
from tests.builders import a_hub
from tests.workflows.review.test_rounds import TODAY, a_moment


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    """Totals withheld; A to E share a cost by their desks, and F has none yet."""
    hub = a_hub().cost_line("C01", 40_000, vacant="shared")
    for place, code in enumerate("ABCDEF"):
        hub.agency(code).licence(f"L-{code}", code, place + 4 if code != "F" else {"2026-04-01": 0})
    made_ = made(str(tmp_path / "hub.hubdesk"), hub.build(), "Parkside", user="Ann", clock=a_moment)
    with made_.store:
        made_.apply(reviews.set_up(made_.hub, ReviewSettings(new_id(), Totals.WITHHELD)))
        yield made_


def opened(document: Document, name: str) -> ReviewRound:
    wanted = replace(default_round(document.hub, TODAY), name=name)
    return round_opened(document, wanted, today=TODAY, secret=secrets.token_hex(32))


def a_newcomer(document: Document) -> None:
    """F has nine desks from now on."""
    licence = document.hub.licence_codes["L-F"]
    document.apply(changed(document.hub, replace(licence, desks=Timeline.of([(date(2026, 4, 1), 9)]))))


def of(document: Document, round_: ReviewRound) -> RoundPacks:
    now = document.hub.table(ReviewRound)[round_.id]
    return RoundPacks(document.hub, SeenRounds(document.store), now, TODAY)


def write(packs: RoundPacks, place: Path) -> None:
    folder = PackFolder(packs, place, hub="")
    folder.write(folder.files(packs.asked(["A"]), [Form.HUBVIEW]), Existing.REPLACE, lambda *_: None)


def whole(pack: Pack) -> bool:
    """Whether it tells the total."""
    return pack.shares[0].parts[0].cost is not None


def a(document: Document) -> RecordId:
    return document.hub.agency_codes["A"].id


def test_a_pack_in_a_folder_counts_though_it_is_not_marked(document: Document, tmp_path: Path) -> None:
    first = opened(document, "first")
    a_newcomer(document)
    second = opened(document, "second")
    assert whole(of(document, second).pack(a(document)))
    write(of(document, first), tmp_path / "out")
    assert not document.hub.reviews_of[first.id][a(document)].sent
    assert not whole(of(document, second).pack(a(document)))


def test_undoing_the_mark_takes_no_pack_back(document: Document) -> None:
    first = opened(document, "first")
    a_newcomer(document)
    second = opened(document, "second")
    packs = of(document, first)
    change = reviews.sent(document.hub, kept(packs, packs.asked(["A"])), TODAY)
    document.apply(change)
    document.apply(change.inverted())
    assert not whole(of(document, second).pack(a(document)))


def test_nor_does_removing_the_review(document: Document, tmp_path: Path) -> None:
    first = opened(document, "first")
    write(of(document, first), tmp_path / "out")
    document.apply(reviews.remove_round(document.hub, first.id))
    a_newcomer(document)
    assert not whole(of(document, opened(document, "second")).pack(a(document)))


def test_a_mark_alone_counts_as_well(document: Document) -> None:
    """As in a hub whose notes were left behind."""
    first = opened(document, "first")
    a_newcomer(document)
    second = opened(document, "second")
    body = document.store.file(kept(of(document, second), of(document, second).asked(["B"]))[0][1])
    review = document.hub.reviews_of[first.id][a(document)]
    document.apply(reviews.sent(document.hub, [(review.id, document.store.keep_file(body))], TODAY))
    assert not whole(of(document, second).pack(a(document)))


def test_on_one_day_the_name_says_nothing_about_the_order(document: Document) -> None:
    first = opened(document, "z")
    sent(document, of(document, first), [document.hub.agency_codes["A"]], TODAY)
    a_newcomer(document)
    second = opened(document, "y")
    assert document.hub.review_rounds == (second, first)
    assert not whole(of(document, second).pack(a(document)))


def test_no_earlier_one_follows_though_the_later_is_not_marked(document: Document, tmp_path: Path) -> None:
    first = opened(document, "z")
    a_newcomer(document)
    second = opened(document, "y")
    write(of(document, second), tmp_path / "out")
    with pytest.raises(Refused, match="“y”, which is later"):
        of(document, first).pack(a(document))
    assert whole(of(document, first).pack(document.hub.agency_codes["B"].id))


def test_two_reviews_cannot_be_put_together_at_once(document: Document, tmp_path: Path) -> None:
    """Each would have been chosen without the other in mind."""
    first = opened(document, "first")
    a_newcomer(document)
    both = [of(document, first), of(document, opened(document, "second"))]
    assert all(whole(one.pack(a(document))) for one in both)
    write(both[0], tmp_path / "one")
    with pytest.raises(Refused, match="Another pack for A was written"):
        write(both[1], tmp_path / "two")
    assert not list((tmp_path / "two").iterdir())
    write(both[0], tmp_path / "three")


def test_where_it_cannot_be_remembered_nothing_is_written(document: Document, tmp_path: Path) -> None:
    round_ = opened(document, "first")
    with open_store(str(tmp_path / "hub.hubdesk"), user="Bob", mode=Mode.READ) as store:
        packs = RoundPacks(document.hub, SeenRounds(store), round_, TODAY)
        with pytest.raises(Refused, match="only to look"):
            write(packs, tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())
