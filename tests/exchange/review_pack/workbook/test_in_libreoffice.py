"""The workbook of a pack as LibreOffice works it out and saves it, blank and filled in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, seed, settings
from openpyxl import Workbook, load_workbook

from hubdesk.exchange.review_pack.layout import (
    YOUR_ANSWER,
    YOUR_CHARGES,
    YOUR_DESKS,
    AnswerField,
    Verdict,
)
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.workbook import write
from tests.exchange.review_pack.filling import Wish, beside, fill, saved_by_libreoffice
from tests.exchange.review_pack.packs import a_pack
from tests.exchange.review_pack.random_packs import packs
from tests.exchange.review_pack.workbook.reading import (
    MONEY_HEAD,
    charged,
    column,
    counts,
    expected_nets,
    figures,
    marks,
)
from tests.libreoffice import LibreOffice

_DESK, _OTHER = "desk:00000000000000a1", "desk:00000000000000a2"
_LICENCE, _SHARE = "licence:00000000000000b1", "share:00000000000000c1"
_SHEETS = (YOUR_DESKS, YOUR_CHARGES)


@dataclass(frozen=True)
class Saved:
    """What LibreOffice saved: packs as they go out, one half filled in, one done, one done wrongly."""

    blank: dict[Path, Pack]
    went_out: list[Path]
    """The blank ones as they were before."""
    half: Workbook
    done: Workbook
    late: Workbook
    bare: Workbook


@pytest.fixture(scope="module")
def saved(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """All in one go, since starting LibreOffice takes the time."""
    folder = tmp_path_factory.mktemp("packs")
    made = {folder / f"{place}.xlsx": pack for place, pack in enumerate([a_pack(), *_some_packs()])}
    for path, pack in made.items():
        write(pack, path)
    half, done, late, bare = (folder / f"{name}.xlsx" for name in ("half", "done", "late", "bare"))
    for path in (half, done, late, bare):
        write(a_pack(), path)
    fill(
        half,
        {
            _DESK: (Verdict.CORRECT, "not our desk", "We have left this desk", date(2026, 10, 3)),
            _OTHER: (None, None, None, None, "by the window"),
            _LICENCE: (Verdict.CORRECT, None),
            "other desk:1": (None, "G-017", None, date(2026, 9, 1)),
            "other desk:2": (None, None, None, None, "the one by the door"),
        },
        wish=Wish(None, date(2027, 4, 1)),
        signed_by="Area manager",
        agree_to_all=(YOUR_CHARGES,),
    )
    signed = date(2027, 1, 8)
    asked = {_OTHER: ("QUERY", None, "I would like this explained")}
    fill(done, asked, signed_by="Area manager", signed_on=signed, agree_to_all=_SHEETS)
    fill(
        late,
        {
            _DESK: (Verdict.AGREE, None, None, "soon"),
            _OTHER: (Verdict.QUERY, None, None, date(1990, 1, 1)),
            _LICENCE: (Verdict.AGREE, 3),
            _SHARE: (Verdict.QUERY,),
        },
        wish=Wish(0),
        signed_by="Area manager",
    )
    fill(
        bare,
        {
            _DESK: (Verdict.CORRECT, "not our desk"),
            _OTHER: (Verdict.QUERY,),
            _LICENCE: (Verdict.QUERY, 3, "The number is wrong"),
            _SHARE: (Verdict.QUERY, None, None, None, "Why so much?"),
            "other desk:1": (None, "g-001", None, date(2026, 9, 1)),
            "other desk:2": (None, "G-017"),
            "other desk:3": (None, "G-0*", None, date(2026, 9, 1)),
        },
        wish=Wish(2),
    )
    *blank, half, done, late, bare = saved_by_libreoffice(libreoffice, *made, half, done, late, bare)
    went_out = list(made)
    return Saved(
        dict(zip(blank, made.values(), strict=True)),
        went_out,
        *(figures(one) for one in (half, done, late, bare)),
    )


def _some_packs() -> list[Pack]:
    """The same few random packs each time."""
    found: list[Pack] = []

    @seed(58)
    @settings(max_examples=12, phases=[Phase.generate], database=None, deadline=None)
    @given(packs())
    def draw(pack: Pack) -> None:
        found.append(pack)

    draw()
    return found


def test_charges_are_those_of_the_pack_to_the_penny(saved: Saved) -> None:
    assert len(saved.blank) > 10
    for path, pack in saved.blank.items():
        assert charged(path) == (pack.total, expected_nets(pack))


def test_only_the_odd_penny_is_not_a_formula(saved: Saved) -> None:
    path = next(iter(saved.blank))
    sheet = load_workbook(path)[YOUR_CHARGES]
    money = column(sheet, MONEY_HEAD)
    cells = [sheet.cell(row, money) for row in range(1, sheet.max_row + 1)]
    assert [cell.value for cell in cells if cell.data_type == "n" and cell.value is not None] == [0.01]


def test_what_is_locked_comes_back_as_it_went_out(saved: Saved) -> None:
    """To the last digit: a pack is compared with its answer."""
    for before, after in zip(saved.went_out, saved.blank, strict=True):
        went, came = load_workbook(before), load_workbook(after)
        for cell in (cell for sheet in went for row in sheet.iter_rows() for cell in row):
            again = came[cell.parent.title][cell.coordinate]
            assert str(again.value).replace("$", "") == str(cell.value).replace("$", ""), cell.coordinate
            assert again.protection.locked == cell.protection.locked, cell.coordinate


def test_marks_say_what_is_missing(saved: Saved) -> None:
    said = marks(saved.half)
    assert said[_DESK] == "correction"
    assert said[_OTHER] == "which answer?"
    assert said[_LICENCE] == "to what?"
    assert said[_SHARE] == "agreed"
    assert said["other desk:1"] == "added"
    assert said["other desk:2"] == "which desk?"
    assert not said["other desk:3"]
    assert counts(saved.half) == (1, 0, 2, 3, 0)
    assert beside(saved.half[YOUR_DESKS], "Left to answer on this sheet").value == 2


def test_a_day_that_is_none_or_ages_away_is_asked_again(saved: Saved) -> None:
    said = marks(saved.late)
    assert said[_DESK] == said[_OTHER] == "is this day right?"
    assert counts(saved.late) == (0, 0, 0, 4, 0)


def test_what_is_said_by_half_is_asked_for(saved: Saved) -> None:
    said = marks(saved.bare)
    assert said[_DESK] == "from which day?"
    assert said[_OTHER] == "ask us what?"
    assert said[_LICENCE] == "which answer?"
    assert said[_SHARE] == "query"
    assert said["other desk:1"] == "listed above"
    assert said["other desk:2"] == "from which day?"
    assert said["other desk:3"] == "added"
    assert counts(saved.bare) == (0, 1, 1, 5, 0)


def test_a_wish_by_half_is_asked_for_beside_it(saved: Saved) -> None:
    def asked(book: Workbook) -> list[object]:
        return [book[YOUR_ANSWER].cell(row, 3).value for row in _wish_rows(book)]

    assert asked(saved.bare) == [None, "from which day?"]
    assert asked(saved.half) == ["how many desks?", None]
    assert asked(saved.done) == asked(saved.late) == [None, None]


def _wish_rows(book: Workbook) -> list[int]:
    fields = (AnswerField.MORE_DESKS, AnswerField.FROM)
    return [beside(book[YOUR_ANSWER], one.value).row for one in fields]


def test_who_agrees_and_corrects_at_once_is_asked_which(saved: Saved) -> None:
    assert marks(saved.late)[_LICENCE] == "which answer?"


def test_it_is_done_when_all_is_answered_and_signed(saved: Saved) -> None:
    def told(book: Workbook) -> list[object]:
        return [row[0] for row in book[YOUR_ANSWER].iter_rows(values_only=True)]

    assert counts(saved.done) == (3, 1, 0, 0, 0)
    assert "All done. Save this workbook and send it back." in told(saved.done)
    assert "All done. Save this workbook and send it back." not in told(saved.late)
