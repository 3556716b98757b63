"""A poster as PDF, A3 on its side, for people and their screen readers (PDF/UA-1)."""

import json
from pathlib import Path

from hubdesk.exchange.poster.poster import Card, Poster
from hubdesk.exchange.typesetting import Template, letters_on_pages

_POINTS = (24, 21, 18, 16)
"""Sizes of its type: capitals of 16 points are 4 mm high, which is what is read from a metre."""


def poster_pdf(poster: Poster, template: Path, fonts: Path) -> bytes:
    """The largest type with which every week has one page; a week that is fuller goes on to the next."""
    page = Template(template, fonts)
    told = json.dumps(_plain(poster))
    for points in _POINTS:
        content = page.pdf({"poster": told, "points": str(points)})
        if len(letters_on_pages(content)) == len(poster.pages):
            break
    return content


def _plain(poster: Poster) -> dict[str, object]:
    return {
        "title": poster.title,
        "made": [poster.made.year, poster.made.month, poster.made.day],
        "pages": [
            {
                "when": page.when,
                "always": page.always,
                "days": [
                    {"name": day.name, "date": day.date, "cards": [_card(card) for card in day.cards]}
                    for day in page.days
                ],
            }
            for page in poster.pages
        ],
    }


def _card(card: Card) -> dict[str, str]:
    return {
        "times": card.times,
        "who": card.who,
        "code": card.code,
        "where": card.where,
        "purpose": card.purpose,
        "fill": card.mark.fill,
        "ink": card.mark.ink,
        "outline": card.mark.outline,
    }
