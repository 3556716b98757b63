"""The move schedule: an order in which every desk is free, with swaps told as such; and its files."""

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from hubdesk.allocating.proposal import Move, Proposal
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.workflows.placing.charge_changes import ChargeChange
from hubdesk.workflows.placing.move_columns import move_columns
from hubdesk.workflows.placing.move_list import move_list, write_move_list
from hubdesk.workflows.placing.move_schedule import MoveSchedule, Step, move_schedule
from tests.builders.hub import a_hub

DAY = date(2026, 12, 1)
MADE = date(2026, 11, 23)
CODES = ("POL", "CAB", "HOU", "NHS")


def building(desks: int = 12) -> Hub:
    hub = a_hub().floor("G", name="Ground").desks(desks)
    hub = hub.area("Advice centre", "G", outline=((0, 0), (100, 0), (100, 100), (0, 100)))
    for code, name in zip(CODES, ("Police", "Citizens Advice", "Housing", "=NHS"), strict=True):
        hub = hub.agency(code, name=name)
    return hub.build()


def proposed(hub: Hub, *moves: tuple[str, str | None, str | None]) -> Proposal:
    """A proposal of moves: agency, and the last digits of the desks that it leaves and goes to."""

    def desk(number: str | None) -> RecordId | None:
        return hub.desk_codes[f"G-{int(number):03}"].id if number else None

    made = [Move(hub.agency_codes[code].id, desk(here), desk(there)) for code, here, there in moves]
    return Proposal(DAY, (), tuple(made))


def told(schedule: MoveSchedule) -> list[str]:
    return [
        f"{one.code} {one.come_from.code[-2:] if one.come_from else '--'} "
        f"{one.go_to.code[-2:] if one.go_to else '--'}: {one.when}"
        for one in schedule.moves
    ]


def test_who_goes_to_a_desk_comes_after_the_one_who_leaves_it() -> None:
    hub = building()
    schedule = move_schedule(
        hub, proposed(hub, ("POL", "1", "2"), ("CAB", "2", "3"), ("HOU", "3", "9"), ("NHS", None, "1"))
    )
    assert told(schedule) == [
        "HOU 03 09: Round 1",
        "CAB 02 03: Round 2, once HOU has left",
        "POL 01 02: Round 3, once CAB has left",
        "NHS -- 01: Round 4, once POL has left",
    ]
    assert schedule.summary == "On 1 December 2026: 3 desks move, 1 more, of 4 agencies, in 4 rounds."


def test_a_desk_that_is_given_back_is_free_for_the_next_round() -> None:
    hub = building()
    schedule = move_schedule(hub, proposed(hub, ("POL", "5", "4"), ("CAB", "4", None)))
    assert told(schedule) == ["CAB 04 --: Round 1", "POL 05 04: Round 2, once CAB has left"]
    assert [one.step for one in schedule.moves] == [Step.BACK, Step.MOVES]


def test_a_circle_of_desks_is_a_swap() -> None:
    hub = building()
    schedule = move_schedule(
        hub,
        proposed(
            hub,
            ("POL", "1", "2"),
            ("CAB", "2", "1"),
            ("HOU", "5", "6"),
            ("NHS", "6", "7"),
            ("CAB", "7", "5"),
            ("POL", "10", "11"),
        ),
    )
    swaps = {one.swap: set[str]() for one in schedule.moves}
    for one in schedule.moves:
        assert one.come_from
        swaps[one.swap].add(one.come_from.code)
    assert swaps.pop(0) == {"G-010"}
    assert sorted(map(sorted, swaps.values())) == [["G-001", "G-002"], ["G-005", "G-006", "G-007"]]
    assert "Round 1, swap" in told(schedule)[0]
    assert schedule.summary.endswith("in 1 round and 2 swaps.")
    police = next(one for one in schedule.moves if one.code == "POL" and one.swap)
    assert police.when == f"Round 1, swap {police.swap} with CAB"


@pytest.mark.parametrize("seed", range(20))
def test_done_from_top_to_bottom_every_desk_is_free(seed: int) -> None:
    chance = random.Random(seed)
    hub = building(40)
    numbers = [str(one) for one in range(1, 41)]
    here, there = chance.sample(numbers, 25), chance.sample(numbers, 25)
    moves = [
        (
            chance.choice(CODES),
            None if chance.random() < 0.1 else one,
            None if chance.random() < 0.1 else other,
        )
        for one, other in zip(here, there, strict=True)
        if one != other
    ]
    proposal = proposed(hub, *(one for one in moves if one[1] or one[2]))
    schedule = move_schedule(hub, proposal)
    assert len(schedule.moves) == len(proposal.moves)
    taken = {one.come_from for one in proposal.moves if one.come_from}
    for number in range(1, 1 + max(one.round for one in schedule.moves)):
        now = [one for one in schedule.moves if one.round == number]
        for one in now:
            assert one.swap or not one.go_to or one.go_to.desk not in taken
        for swap in {one.swap for one in now} - {0}:
            circle = [one for one in now if one.swap == swap]
            left = {one.come_from.desk for one in circle if one.come_from}
            assert left == {one.go_to.desk for one in circle if one.go_to}
        taken -= {one.come_from.desk for one in now if one.come_from}
        taken |= {one.go_to.desk for one in now if one.go_to}


def test_the_table_has_places_in_words() -> None:
    hub = building()
    (row,) = move_schedule(hub, proposed(hub, ("POL", "1", "12"))).moves
    shown = {column.id: column.text(row) for column in move_columns()}
    assert shown["from"] == "G-001"
    assert shown["from-where"] == "Ground floor, Advice centre"
    assert shown["to"] == "G-012"
    assert shown["what"] == "moves"
    assert shown["round"] == "1"


def moving(hub: Hub) -> MoveSchedule:
    return move_schedule(
        hub,
        proposed(
            hub,
            ("POL", "1", "2"),
            ("CAB", "2", "3"),
            ("NHS", None, "1"),
            ("CAB", "9", None),
            ("POL", "4", "5"),
        ),
    )


def charges(hub: Hub, pence: Mapping[str, int]) -> list[ChargeChange]:
    year = hub.charging_year(2026)
    return [ChargeChange(hub.agency_codes[code].id, year, each, "So") for code, each in pence.items()]


def text_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def test_the_pdf_has_an_overview_and_pages_for_each_agency(tmp_path: Path) -> None:
    hub, place = building(), tmp_path / "moves.pdf"
    moves = move_list(moving(hub), MADE, charges(hub, {"CAB": -1250, "POL": 0, "NHS": 2_005}))
    write_move_list(moves, place)
    overview, advice, health, police = text_of(place)
    assert "Parkside: moves on 1 December 2026" in overview
    assert "Citizens Advice" in overview
    assert "−12.50" in overview
    assert "+20.05" in overview
    assert "1 of 4" in overview
    assert "Citizens Advice" in advice
    assert "G-002 Ground floor, Advice centre G-003 Ground floor, Advice centre Round 1" in advice
    assert "Given back" in advice
    assert "−12.50" not in advice
    assert "One more desk G-001 Ground floor, Advice centre Round 3, once POL has left" in health
    assert "Parkside: moves on 1 December 2026 · POL 4 of 4" in police
    assert "CAB" not in police.replace("once CAB has left", "")
    content = place.read_bytes()
    for mark in (b"/MarkInfo", b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert mark in content
    write_move_list(moves, place)
    assert place.read_bytes() == content


def test_one_agency_alone_is_one_page_without_the_others(tmp_path: Path) -> None:
    hub, place = building(), tmp_path / "moves.pdf"
    schedule = moving(hub).of(hub.agency_codes["CAB"].id)
    write_move_list(move_list(schedule, MADE, charges(hub, {"CAB": -1250})), place)
    (page,) = text_of(place)
    assert "1 desk moves, 1 given back" in page
    assert "Police" not in page


def test_many_moves_go_over_pages_with_the_headings_on_each(tmp_path: Path) -> None:
    hub, place = building(200), tmp_path / "moves.pdf"
    moves = [("POL", str(one), str(one + 100)) for one in range(1, 100)]
    write_move_list(move_list(move_schedule(hub, proposed(hub, *moves)), MADE), place)
    pages = text_of(place)
    assert len(pages) > 3
    assert all("From To When Done" in page for page in pages)
    assert all(f"G-{one:03}" in "".join(pages) for one in range(1, 200) if one != 100)


def test_the_workbook_has_every_move_and_sums_up_the_agencies(tmp_path: Path) -> None:
    hub, place = building(), tmp_path / "moves.xlsx"
    write_move_list(move_list(moving(hub), MADE, charges(hub, {"CAB": -1250, "POL": 0, "NHS": 2_005})), place)
    book = openpyxl.load_workbook(place)
    values = openpyxl.load_workbook(place, data_only=True)
    rows = list(book["Moves"].iter_rows(min_row=6, values_only=True))
    assert book["Moves"]["A1"].value == "Parkside: moves on 1 December 2026"
    assert [row[:5] for row in rows[:2]] == [
        (1, "CAB", "Citizens Advice", "moves", "G-002"),
        (1, "CAB", "Citizens Advice", "given back", "G-009"),
    ]
    assert [row[0] for row in rows] == [1, 1, 1, 2, 3]
    assert rows[-1][2] == "=NHS"
    assert book["Moves"]["C10"].data_type == "s"
    (totals,) = values["Agencies"].iter_rows(min_row=9, max_row=9, values_only=True)
    assert totals == ("All agencies", None, 3, 1, 1, 7.55)
    assert str(book["Agencies"]["F9"].value).startswith("=ROUND(SUM(")


def test_nobody_moves_and_the_files_say_so(tmp_path: Path) -> None:
    hub = building()
    nobody = move_list(move_schedule(hub, proposed(hub)), MADE)
    write_move_list(nobody, tmp_path / "moves.pdf")
    write_move_list(nobody, tmp_path / "moves.xlsx")
    assert "Nobody moves on 1 December 2026." in text_of(tmp_path / "moves.pdf")[0]
    assert openpyxl.load_workbook(tmp_path / "moves.xlsx")["Agencies"]["A6"].value == "All agencies"
