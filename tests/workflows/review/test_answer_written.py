"""Nothing that an agency wrote is lost wherever it wrote it, and nothing is agreed that was not sent."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from hubdesk.domain.query import Asks
from hubdesk.exchange.review_pack.layout import (
    ANSWER,
    LINE,
    NOTE,
    READ_ME,
    YOUR_ANSWER,
    YOUR_CHARGES,
    YOUR_DESKS,
    Verdict,
)
from hubdesk.exchange.review_pack.workbook.asking import MARK
from hubdesk.workflows.review.incoming import Ask, Incoming
from tests.exchange.review_pack.returning import parts_of, put_together, with_drawing
from tests.workflows.review.answering import Asking, codes

LONG = "We left this desk in May, and told the reception so twice: by telephone, and then by letter."


def cell(sheet: Worksheet, words: str) -> Cell:
    found = next(one for row in sheet.iter_rows() for one in row if one.value == words)
    assert isinstance(found, Cell)
    return found


def row_of(sheet: Worksheet, key: str) -> int:
    return cell(sheet, key).row


def written(path: Path, sheet: str, place: tuple[int, int], words: str | float) -> Path:
    book = load_workbook(path)
    book[sheet].cell(*place).value = words
    book.save(path)
    return path


def sheet_of(path: Path, title: str = YOUR_DESKS) -> Worksheet:
    sheet = load_workbook(path)[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def ask_about(one: Incoming, key: str) -> Ask:
    return next(ask for ask in one.asks if ask.line == key)


def words_of(one: Incoming) -> str:
    return "\n".join(ask.words for ask in one.asks)


def test_a_line_that_was_made_to_say_something_else_is_not_agreed(sent: Asking) -> None:
    desk = sent.pack("POL").desks[0]
    path = sent.answered("POL")
    at = cell(sheet_of(path), desk.code)
    [one] = sent.come(written(path, YOUR_DESKS, (at.row, at.column), "G-009"))
    assert desk.asked.key not in one.agrees
    assert ask_about(one, desk.asked.key).words == f"It changed “{desk.code}” to “G-009”"
    assert "line-changed" in codes(one)
    assert sent.desk("POL", 2) in one.agrees


def test_a_figure_that_was_exchanged_on_a_charge_is_not_agreed(sent: Asking) -> None:
    licence = sent.pack("POL").licences[0]
    path = sent.answered("POL", {licence.asked.key: (Verdict.AGREE,)})
    sheet = sheet_of(path, YOUR_CHARGES)
    [one] = sent.come(
        written(path, YOUR_CHARGES, (row_of(sheet, licence.asked.key), cell(sheet, "£").column), 1.0)
    )
    assert licence.asked.key not in one.agrees
    assert "to “1”" in ask_about(one, licence.asked.key).words


def test_rows_that_were_sorted_without_their_keys_agree_to_nothing(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    sheet = book[YOUR_DESKS]
    first, second = (row_of(sheet, sent.desk("POL", number)) for number in (1, 2))
    for column in range(1, cell(sheet, LINE).column):
        one, other = sheet.cell(first, column), sheet.cell(second, column)
        one.value, other.value = other.value, one.value
    book.save(path)
    [one_] = sent.come(path)
    assert {sent.desk("POL", 1), sent.desk("POL", 2)}.isdisjoint(one_.agrees)


def test_a_column_that_was_deleted_changes_no_answer(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    book[YOUR_DESKS].cell(cell(book[YOUR_DESKS], LINE).row, 2).value = None
    for number in (1, 2, 3):
        book[YOUR_DESKS].cell(row_of(book[YOUR_DESKS], sent.desk("POL", number)), 2).value = None
    book.save(path)
    [one] = sent.come(path)
    assert "cell-altered" in codes(one)
    assert {sent.desk("POL", number) for number in (1, 2, 3)} <= set(one.agrees)


def test_words_beside_a_line_count_as_its_note(sent: Asking) -> None:
    key = sent.desk("POL", 1)
    path = sent.answered("POL")
    sheet = sheet_of(path)
    [one] = sent.come(written(path, YOUR_DESKS, (row_of(sheet, key), sheet.max_column + 2), LONG))
    assert key not in one.agrees
    assert (ask_about(one, key).asks, ask_about(one, key).words) == (Asks.QUERY, LONG)


def test_a_tick_of_its_own_beside_an_agreed_line_leaves_it_agreed(sent: Asking) -> None:
    key = sent.desk("POL", 1)
    path = sent.answered("POL", {key: (Verdict.AGREE,)})
    sheet = sheet_of(path)
    [one] = sent.come(written(path, YOUR_DESKS, (row_of(sheet, key), sheet.max_column + 2), "seen by Bob"))
    assert key in one.agrees
    assert "seen by Bob" in words_of(one)


def test_a_note_under_a_heading_that_was_renamed_is_kept(sent: Asking) -> None:
    key = sent.desk("POL", 1)
    path = sent.answered("POL", {key: (Verdict.QUERY, None, None, None, LONG)})
    at = cell(sheet_of(path), NOTE)
    [one] = sent.come(written(path, YOUR_DESKS, (at.row, at.column), "What we think"))
    assert ask_about(one, key).words == LONG


def test_words_over_and_below_what_was_sent_are_kept_whole(sent: Asking) -> None:
    path = sent.answered("POL")
    subtitle = cell(sheet_of(path, READ_ME), f"{sent.round.name} at {sent.document.hub.settings.name}")
    written(path, READ_ME, (subtitle.row, subtitle.column), LONG)
    [one] = sent.come(written(path, READ_ME, (subtitle.row, subtitle.column + 1), f"{LONG} Twice."))
    assert f"to “{LONG}”" in words_of(one)
    assert f"It added: {LONG} Twice." in words_of(one)


def test_a_desk_of_the_agencys_own_is_kept_with_what_stands_beside_it(sent: Asking) -> None:
    path = sent.answered("POL")
    sheet = sheet_of(path)
    [one] = sent.come(
        written(path, YOUR_DESKS, (row_of(sheet, "other desk:1"), sheet.max_column + 1), "G-010, since May")
    )
    assert "G-010, since May" in words_of(one)


def test_comments_are_kept_and_told(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    book[YOUR_DESKS].cell(8, 2).comment = Comment(LONG, "Bob")
    book.save(path)
    [one] = sent.come(path)
    assert f"It wrote into a comment: {LONG}" in words_of(one)
    assert "comment-added" in codes(one)
    assert one.asks[-1].asks is Asks.QUERY


def test_a_conversation_of_newer_programs_is_kept_once(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    book[YOUR_DESKS].cell(8, 2).comment = Comment(f"[Threaded comment] Comment: {LONG}", "Bob")
    book.save(path)
    parts = parts_of(path)
    [links] = [name for name in parts if name.startswith("xl/worksheets/_rels/")]
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    link = f'<Relationship Id="rId77" Type="{kind}" Target="../threadedComments/threadedComment1.xml"/>'
    parts[links] = parts[links].replace("</Relationships>", f"{link}</Relationships>")
    parts["xl/threadedComments/threadedComment1.xml"] = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<threadedComment ref="B8"><text>{LONG}</text></threadedComment></ThreadedComments>'
    )
    [one] = sent.come(put_together(path, parts))
    assert words_of(one).count(LONG) == 1


def test_the_words_of_a_box_are_kept_and_a_picture_is_told(sent: Asking) -> None:
    box = f"<sp><txBody><p><r><t>{LONG}</t></r></p><p><r><t>Bob</t></r></p></txBody></sp>"
    [one] = sent.come(with_drawing(sent.answered("POL"), YOUR_DESKS, f"<pic/>{box}"))
    assert f"{LONG}\nBob" in words_of(one)
    assert "picture-added" in codes(one)


def test_an_answer_in_merged_cells_counts_for_every_row_of_them(sent: Asking) -> None:
    first, second, third = (sent.desk("POL", number) for number in (1, 2, 3))
    path = sent.answered("POL", {first: (Verdict.QUERY,)})
    book = load_workbook(path)
    sheet = book[YOUR_DESKS]
    column = next(one for one in sheet[row_of(sheet, LINE)] if one.value == ANSWER).column
    top = row_of(sheet, first)
    sheet.merge_cells(start_row=top, end_row=row_of(sheet, second), start_column=column, end_column=column)
    book.save(path)
    [one] = sent.come(path)
    assert {ask.line for ask in one.asks} == {first, second}
    assert third in one.agrees
    assert "cells-merged" in codes(one)


def test_words_under_a_key_of_no_line_are_kept(sent: Asking) -> None:
    path = sent.answered("POL", {sent.desk("POL", 1): (Verdict.QUERY, None, None, None, LONG)})
    sheet = sheet_of(path)
    [one] = sent.come(
        written(path, YOUR_DESKS, (row_of(sheet, sent.desk("POL", 1)), cell(sheet, LINE).column), "desk:none")
    )
    assert LONG in words_of(one)


def test_a_signature_that_is_no_role_or_day_is_kept(sent: Asking) -> None:
    role = "On behalf of " + "the regional board and " * 12 + "myself"
    path = sent.answered("POL", signed_by=role, signed_on="the week after Easter")
    [one] = sent.come(path)
    assert "It is signed on: the week after Easter" in words_of(one)
    assert f"It is signed by: {role}" in words_of(one)
    assert "signed-on-no-day" in codes(one)


def test_words_in_rows_of_an_older_copy_are_kept(sent: Asking) -> None:
    path = sent.answered("POL", name="old")
    sheet = sheet_of(path)
    place = sheet.max_row + 2, cell(sheet, NOTE).column
    sent.send("POL")
    [one] = sent.come(written(path, YOUR_DESKS, place, LONG))
    assert "older-copy" in codes(one)
    assert [ask.words for ask in one.asks] == [f"It added: {LONG}"]


@pytest.mark.parametrize("sheet", [YOUR_DESKS, YOUR_CHARGES, YOUR_ANSWER])
def test_a_column_that_was_put_in_before_the_answers_loses_none(sent: Asking, sheet: str) -> None:
    path = sent.answered("POL", remark=LONG)
    book = load_workbook(path)
    page = book[sheet]
    page.insert_cols(2 if sheet == YOUR_ANSWER else cell(page, ANSWER).column)
    book.save(path)
    [one] = sent.come(path)
    assert one.signed_by == "Manager"
    assert one.remark == LONG
    assert one.unanswered == ()
    assert [ask.words for ask in one.asks] == [LONG]


def test_days_counted_from_1904_are_the_same_days(sent: Asking) -> None:
    key, day = sent.desk("POL", 1), date(2027, 2, 1)
    path = sent.answered("POL", {key: (Verdict.QUERY, None, None, day, "why?")})
    book = load_workbook(path)
    book.epoch = CALENDAR_MAC_1904
    book.save(path)
    [one] = sent.come(path)
    assert ask_about(one, key).wished == day
    assert codes(one) == []


@pytest.mark.parametrize("typed", ["Agree ", "AGREE", " agree\u00a0", "agree\n"])
def test_the_word_for_agreed_is_taken_however_it_is_spaced(sent: Asking, typed: str) -> None:
    key = sent.desk("POL", 1)
    [one] = sent.come(sent.answered("POL", {key: (typed,)}, agree_to_all=()))
    assert one.agrees == (key,)


@pytest.mark.parametrize("typed", ["agree?", "do not agree", "agree/query", "yes", "TRUE", "=J8"])
def test_what_only_begins_with_it_is_a_query(sent: Asking, typed: str) -> None:
    key = sent.desk("POL", 1)
    [one] = sent.come(sent.answered("POL", {key: (typed,)}))
    assert key not in one.agrees
    assert typed in ask_about(one, key).words


def test_rows_that_a_filter_hides_are_read(sent: Asking) -> None:
    key = sent.desk("POL", 2)
    path = sent.answered("POL", {key: (Verdict.QUERY, None, None, None, LONG)})
    book = load_workbook(path)
    book[YOUR_DESKS].row_dimensions[row_of(book[YOUR_DESKS], key)].hidden = True
    book.save(path)
    [one] = sent.come(path)
    assert ask_about(one, key).words == LONG


def test_a_program_that_keeps_marks_without_their_formulas_changes_nothing(sent: Asking) -> None:
    path = sent.answered("POL")
    book = load_workbook(path)
    sheet = book[YOUR_DESKS]
    for number in (1, 2, 3):
        sheet.cell(row_of(sheet, sent.desk("POL", number)), cell(sheet, MARK).column).value = "agreed"
    book.save(path)
    [one] = sent.come(path)
    assert {sent.desk("POL", number) for number in (1, 2, 3)} <= set(one.agrees)
