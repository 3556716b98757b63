"""Review packs set on pages, for people and their screen readers (PDF/UA-1)."""

import json
from pathlib import Path

from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.small import Room
from hubdesk.exchange.review_pack.leaflet.contents import leaflet_of
from hubdesk.exchange.review_pack.leaflet.leaflet import Leaflet, Row, Section, Table, Why
from hubdesk.exchange.review_pack.leaflet.mails import linked
from hubdesk.exchange.review_pack.pack import Pack, Reckoned
from hubdesk.exchange.review_pack.plan import Size, drawn
from hubdesk.exchange.statement.figures import in_column, sum_of_money
from hubdesk.exchange.statement.statement import Cell
from hubdesk.exchange.typesetting import Template

_PLAN = Size((176.0, 105.0), Room(86.0, 66.0, 160))
"""Two plans fill a page, and two parts from near its width."""
_DEEP = 2
"""Levels of a working that are told on paper, where nothing can be folded away."""


class Typesetter:
    """Sets packs, one after the other or in several threads; the fonts are looked through once."""

    def __init__(self, template: Path, fonts: Path) -> None:
        self._template = Template(template, fonts)
        self._lettering = Lettering(fonts)

    def pdf(self, pack: Pack) -> bytes:
        """The pages of `pack`: the same bytes for the same pack."""
        told = json.dumps(self._plain(leaflet_of(pack)))
        return self._template.pdf({"leaflet": told})

    def _plain(self, leaflet: Leaflet) -> dict[str, object]:
        made = leaflet.made
        return {
            "title": leaflet.title,
            "heading": leaflet.heading,
            "issuer": leaflet.issuer,
            "hub": leaflet.hub,
            "agency": leaflet.agency,
            "about": leaflet.about,
            "facts": [(caption, _linked(value, leaflet)) for caption, value in leaflet.facts],
            "sum": {
                "words": leaflet.sum_words,
                "sum": sum_of_money(leaflet.sum),
                "note": leaflet.sum_note,
            },
            "asked": self._section(leaflet.asked, leaflet),
            "sections": [self._section(one, leaflet) for one in leaflet.sections],
            "whys": [_why(one) for one in leaflet.whys],
            "made": [made.year, made.month, made.day],
            "footer": leaflet.footer,
        }

    def _section(self, section: Section, leaflet: Leaflet) -> dict[str, object]:
        return {
            "title": section.title,
            "paragraphs": [_linked(one, leaflet) for one in section.paragraphs],
            "steps": [_linked(one, leaflet) for one in section.steps],
            "points": [_linked(one, leaflet) for one in section.points],
            "floors": [
                {
                    "svg": shown.plan.svg,
                    "width": shown.plan.width,
                    "height": shown.plan.height,
                    "caption": shown.caption,
                    "alt": shown.alt,
                    "near_words": shown.near_words,
                    "near": [
                        {"svg": one.svg, "width": one.width, "height": one.height} for one in shown.near
                    ],
                }
                for shown in (drawn(one, leaflet.as_at, _PLAN, self._lettering) for one in section.floors)
            ],
            "tables": [_table(one) for one in section.tables],
        }


def _linked(text: str, leaflet: Leaflet) -> list[dict[str, str]]:
    """`text` in pieces, with where each leads."""
    return [one._asdict() for one in linked(text, leaflet.title)]


def _why(why: Why) -> dict[str, object]:
    return {
        "about": why.about,
        "table": {**_table(why.table), "caption": ""} if why.table else None,
        "working": _reckoned(why.working, _DEEP) if why.working else None,
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "caption": table.caption,
        "columns": [{"heading": one.heading, "kind": one.kind.value} for one in table.columns],
        "rows": [_cells(row) for row in table.rows],
        "total": [_cell(one) for one in table.total],
        "note": table.note,
    }


def _cells(row: Row) -> list[object]:
    return [_cell(one) for one in row.cells]


def _cell(cell: Cell) -> object:
    if cell is None:
        return None
    return in_column(cell) if isinstance(cell, int) else {"text": cell.text, "why": cell.why}


def _reckoned(one: Reckoned, deep: int) -> dict[str, object]:
    below = [_reckoned(each, deep - 1) for each in one.of] if deep > 1 else []
    return {"what": one.what, "figure": one.figure, "how": one.how if below else "", "of": below}
