"""The packs of a round in a folder, and what is kept of them once they went out."""

from datetime import date
from pathlib import Path

import pytest

from hubdesk.domain.ids import new_id
from hubdesk.domain.problem import Refused
from hubdesk.domain.review import ReviewSettings, State, Totals
from hubdesk.editing import reviews
from hubdesk.exchange.review_pack import hubview, pack_file
from hubdesk.workflows.document import Document
from hubdesk.workflows.review.key import contents_of, is_genuine, parse_key
from hubdesk.workflows.review.packs import Existing, Form, PackFolder, RoundPacks, sent
from hubdesk.workflows.review.rounds import SeenRounds
from hubdesk.workflows.review.states import state_of
from tests.workflows.review.test_rounds import TODAY, document, opened

__all__ = ["document"]


def packs_of(document: Document) -> RoundPacks:
    return RoundPacks(document.hub, SeenRounds(document.store), document.hub.review_rounds[-1], TODAY)


def test_every_form_of_a_pack_is_written(document: Document, tmp_path: Path) -> None:
    opened(document)
    packs = packs_of(document)
    folder = PackFolder(packs, tmp_path / "out", hub=document.store.name)
    told: list[str] = []
    files = folder.files(packs.asked(["CAB"]))
    written = folder.write(files, Existing.KEEP, lambda _, what: told.append(what))
    assert [one.name for one in written] == [f"CAB Review as at 1 December 2026{form.value}" for form in Form]
    assert told[0] == "Workbook for Citizens Advice (CAB)"
    assert hubview.read(written[-1]) == packs.pack(document.hub.agency_codes["CAB"].id)
    assert written[1].read_bytes().startswith(b"%PDF")


def test_files_that_are_there_are_kept_unless_asked(document: Document, tmp_path: Path) -> None:
    opened(document)
    packs = packs_of(document)
    folder = PackFolder(packs, tmp_path, hub=document.store.name)
    files = folder.files(packs.agencies, [Form.HUBVIEW])
    assert len(files) == 15
    (tmp_path / files[3].name).write_text("mine")
    with pytest.raises(Refused, match="in the folder already"):
        folder.write(files, Existing.KEEP, lambda *_: None)
    assert len(list(tmp_path.glob("*.hubview"))) == 1
    folder.write(files, Existing.REPLACE, lambda *_: None)
    assert len(list(tmp_path.glob("*.hubview"))) == 15


def test_writing_is_not_sending(document: Document, tmp_path: Path) -> None:
    opened(document)
    packs = packs_of(document)
    PackFolder(packs, tmp_path, hub=document.store.name).files(packs.agencies)
    assert all(one.sent is None for one in packs.reviews.values())


def test_what_went_out_is_kept_and_its_copies_are_counted(document: Document) -> None:
    round_ = opened(document)
    cab = document.hub.agency_codes["CAB"]
    keys = []
    for copy, day in enumerate((TODAY, date(2026, 12, 3)), start=1):
        packs = packs_of(document)
        sent(document, packs, [cab], day)
        review = document.hub.reviews_of[round_.id][cab.id]
        kept = pack_file.read(document.store.file(review.pack))
        assert kept == packs.pack(cab.id)
        assert (review.copies, review.sent, kept.copy) == (copy, day, copy)
        assert state_of(document.hub, review, day) is State.SENT
        key = parse_key(kept.key)
        assert key is not None
        assert is_genuine(key, round_)
        assert (key.agency, key.copy, key.contents) == (cab.id, copy, contents_of(kept))
        keys.append(kept.key)
    assert keys[0] != keys[1]


def test_a_second_round_looks_back_to_the_first(document: Document) -> None:
    first = opened(document)
    cab = document.hub.agency_codes["CAB"]
    sent(document, packs_of(document), [cab], TODAY)
    opened(document)
    packs = packs_of(document)
    assert packs.pack(cab.id).compared_with == f"{first.name}, as at 1 December 2026"
    assert packs.pack(cab.id).changes == ()
    assert packs.pack(document.hub.agency_codes["POL"].id).compared_with == ""


@pytest.mark.parametrize("totals", Totals)
def test_where_totals_are_withheld_no_pack_goes_out_after_a_later_one(
    document: Document, totals: Totals
) -> None:
    document.apply(reviews.set_up(document.hub, ReviewSettings(new_id(), totals)))
    first = opened(document)
    opened(document)
    cab, police = document.hub.agency_codes["CAB"], document.hub.agency_codes["POL"]
    sent(document, packs_of(document), [cab], TODAY)
    packs = RoundPacks(document.hub, SeenRounds(document.store), first, TODAY)
    assert packs.pack(police.id).agency_code == "POL"
    if totals is Totals.OPEN:
        assert packs.pack(cab.id).agency_code == "CAB"
    else:
        with pytest.raises(Refused, match="which is later"):
            packs.pack(cab.id)


def test_who_is_not_asked_gets_none(document: Document) -> None:
    opened(document)
    with pytest.raises(Refused, match="MBC is not asked"):
        packs_of(document).asked(["CAB", "MBC"])
