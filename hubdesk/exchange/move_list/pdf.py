"""A list of moves as PDF (PDF/UA-1): an overview, then to each agency pages of its own to hand out."""

import json
from pathlib import Path

from hubdesk.exchange.move_list.move_list import MoveList, MoveSection, Place
from hubdesk.exchange.statement.figures import in_column
from hubdesk.exchange.typesetting import Template


def move_list_pdf(moves: MoveList, template: Path, fonts: Path) -> bytes:
    """The pages of `moves`: the same bytes for the same list. One agency alone has no overview before it."""
    return Template(template, fonts).pdf({"moves": json.dumps(_plain(moves))})


def _plain(moves: MoveList) -> dict[str, object]:
    return {
        "title": moves.title,
        "building": moves.building,
        "day": moves.day,
        "about": moves.about,
        "how": moves.how,
        "year": moves.year if moves.tells_charges else "",
        "made": [moves.made.year, moves.made.month, moves.made.day],
        "sections": [_section(one) for one in moves.sections],
    }


def _section(one: MoveSection) -> dict[str, object]:
    return {
        "code": one.code,
        "name": one.name,
        "fill": one.mark.fill,
        "ink": one.mark.ink,
        "outline": one.mark.outline,
        "told": one.told,
        "rounds": _rounds(one),
        "charge": "" if one.pence is None else _signed(one.pence),
        "lines": [
            {
                "what": line.what,
                "when": line.when,
                "come_from": _place(line.come_from),
                "go_to": _place(line.go_to),
            }
            for line in one.lines
        ],
    }


def _rounds(section: MoveSection) -> str:
    """ "1", "1 to 3"."""
    rounds = sorted({line.round for line in section.lines})
    return f"{rounds[0]}" if len(rounds) == 1 else f"{rounds[0]} to {rounds[-1]}"


def _signed(pence: int) -> str:
    return f"{'+' if pence > 0 else ''}{in_column(pence)}"


def _place(place: Place) -> dict[str, str]:
    return {"code": place.code, "where": ", ".join(part for part in (place.floor, place.area) if part)}
