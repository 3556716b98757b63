"""The workbook of a pack as LibreOffice works it out and saves it, blank and filled in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, seed, settings
from openpyxl import Workbook, load_workbook

from hubdesk.exchange.review_pack.layout import YOUR_ANSWER, YOUR_CHARGES, YOUR_DESKS, Verdict
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


@pytest.fixture(scope="module")
def saved(libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory) -> Saved:
    """All in one go, since starting LibreOffice takes the time."""
    folder = tmp_path_factory.mktemp("packs")
    made = {folder / f"{place}.xlsx": pack for place, pack in enumerate([a_pack(), *_some_packs()])}
    for path, pack in made.items():
        write(pack, path)
    half, done, late = (folder / f"{name}.xlsx" for name in ("half", "done", "late"))
    for path in (half, done, late):
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
        wish=Wish(-1),
        signed_by="Area manager",
        agree_to_all=(YOUR_CHARGES,),
    )
    signed = date(2027, 1, 8)
    fill(done, {_OTHER: ("QUERY",)}, signed_by="Area manager", signed_on=signed, agree_to_all=_SHEETS)
    fill(
        late,
        {
            _DESK: (Verdict.AGREE, None, None, "soon"),
            _OTHER: (Verdict.QUERY, None, None, date(1990, 1, 1)),
            _LICENCE: (Verdict.AGREE, 3),
            _SHARE: (Verdict.QUERY,),
        },
        signed_by="Area manager",
    )
    *blank, half, done, late = saved_by_libreoffice(libreoffice, *made, half, done, late)
    went_out = list(made)
    return Saved(
        dict(zip(blank, made.values(), strict=True)), went_out, figures(half), figures(done), figures(late)
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
    assert said[_DESK] == said[_OTHER] == "which day?"
    assert counts(saved.late) == (0, 1, 0, 3, 0)


def test_who_agrees_and_corrects_at_once_is_asked_which(saved: Saved) -> None:
    assert marks(saved.late)[_LICENCE] == "which answer?"


def test_it_is_done_when_all_is_answered_and_signed(saved: Saved) -> None:
    def told(book: Workbook) -> list[object]:
        return [row[0] for row in book[YOUR_ANSWER].iter_rows(values_only=True)]

    assert counts(saved.done) == (3, 1, 0, 0, 0)
    assert "All done. Save this workbook and send it back." in told(saved.done)
    assert "All done. Save this workbook and send it back." not in told(saved.late)
