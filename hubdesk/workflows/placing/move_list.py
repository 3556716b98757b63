"""The move schedule as a file: a PDF to hand out, or a workbook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hubdesk.domain.days import in_words
from hubdesk.exchange.move_list.move_list import MoveLine, MoveList, MoveSection, Place
from hubdesk.exchange.move_list.pdf import move_list_pdf
from hubdesk.exchange.move_list.workbook import move_list_workbook
from hubdesk.exchange.replacing import replacing
from hubdesk.workflows.placing.charge_changes import ChargeChange
from hubdesk.workflows.placing.move_schedule import MoveSchedule, ScheduledMove, Spot, steps_told
from hubdesk.workflows.resources import fonts_folder, move_list_template

HOW = "Round after round, every desk is free when somebody moves to it."
_SWAPS = " In a swap, desks change hands at the same time."


def move_list(schedule: MoveSchedule, made: date, charges: Iterable[ChargeChange] = ()) -> MoveList:
    """What stands in the file: all of `schedule`, and what those who move pay more where that is known."""
    known = {one.agency: one for one in charges}
    sections = tuple(
        MoveSection(
            moves[0].code,
            moves[0].name,
            moves[0].mark,
            steps_told(moves),
            tuple(_line(one) for one in moves),
            known[agency].pence if agency in known else None,
        )
        for agency, moves in schedule.agencies.items()
    )
    swaps = any(one.swap for one in schedule.moves)
    years = {one.year.name for one in known.values()}
    return MoveList(
        schedule.building,
        in_words(schedule.day),
        schedule.summary,
        HOW + (_SWAPS if swaps else ""),
        made,
        sections,
        min(years, default=""),
    )


def write_move_list(moves: MoveList, path: Path) -> None:
    """As a workbook where `path` ends in .xlsx, else as a PDF; whole or not at all. Raises Refused."""
    if path.suffix.lower() == ".xlsx":
        content = move_list_workbook(moves)
    else:
        content = move_list_pdf(moves, move_list_template(), fonts_folder())
    with replacing(path) as draft:
        draft.write_bytes(content)


def _line(move: ScheduledMove) -> MoveLine:
    return MoveLine(
        move.round, move.swap, move.step.value, move.when, _place(move.come_from), _place(move.go_to)
    )


def _place(spot: Spot | None) -> Place:
    return Place(spot.code, spot.floor, spot.area) if spot else Place()
