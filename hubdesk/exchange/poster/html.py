"""A poster as one HTML page that needs nothing else: no script, no font, no picture from anywhere."""

from collections.abc import Iterator
from html import escape

from hubdesk.domain.days import in_words
from hubdesk.exchange.poster.poster import Card, Poster, PosterDay, PosterPage

_STYLE = """
:root { color-scheme: light dark;
  --ink: #1a1a1a; --quiet: #55606a; --line: #c4c4c4; --paper: #fff; --deep: #0b5f73; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceff1; --quiet: #aab4bd; --line: #4a545d; --paper: #1c2126; --deep: #6cc5d9; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 110rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.4 Inter, "Segoe UI", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { color: var(--deep); font-size: 2rem; margin: 0 0 .25rem; }
h2 { font-size: 1.375rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1.25rem; margin: 0 0 .5rem; padding-bottom: .25rem; border-bottom: 3px solid var(--deep); }
.week { display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); }
ul { list-style: none; margin: 0; padding: 0; }
li { border: 1px solid var(--line); border-left-width: .5rem; border-radius: .375rem;
  padding: .5rem .75rem; margin: 0 0 .625rem; }
small { color: var(--quiet); font-weight: 400; }
.times { font-weight: 700; font-variant-numeric: tabular-nums; }
.code { border-radius: .25rem; padding: 0 .35rem; font-size: .875rem; font-weight: 700; }
.who { display: block; font-size: 1.25rem; font-weight: 600; }
.quiet { color: var(--quiet); }
@media print { @page { size: A3 landscape; margin: 12mm; } body { padding: 0; max-width: none; }
  section { break-after: page; } section:last-of-type { break-after: auto; } }
"""


def poster_html(poster: Poster) -> str:
    """The whole page; every text of the hub in it is only ever text."""
    return "\n".join(_lines(poster)) + "\n"


def _lines(poster: Poster) -> Iterator[str]:
    title = escape(poster.title)
    yield '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"
    for page in poster.pages:
        yield from _page(page)
    yield f'</main>\n<footer class="quiet">As known on {in_words(poster.made)}.</footer>\n</body>\n</html>'


def _page(page: PosterPage) -> Iterator[str]:
    yield f"<section>\n<h2>{escape(page.when)}</h2>"
    yield '<div class="week">'
    for day in page.days:
        yield from _day(day)
    yield "</div>"
    if page.always:
        yield f"<p>{escape(page.always)}</p>"
    yield "</section>"


def _day(day: PosterDay) -> Iterator[str]:
    yield f"<div>\n<h3>{escape(day.name)} <small>{escape(day.date)}</small></h3>"
    if day.cards:
        yield "<ul>"
        yield from map(_card, day.cards)
        yield "</ul>"
    else:
        yield '<p class="quiet">Nobody drops in</p>'
    yield "</div>"


def _card(card: Card) -> str:
    look = f"background:{card.mark.fill};color:{card.mark.ink};outline:1px solid {card.mark.outline}"
    purpose = f'<br><span class="quiet">{escape(card.purpose)}</span>' if card.purpose else ""
    return (
        f'<li style="border-left-color:{card.mark.outline}"><span class="times">{escape(card.times)}</span> '
        f'<span class="code" style="{look}">{escape(card.code)}</span>'
        f'<span class="who">{escape(card.who)}</span>{escape(card.where)}{purpose}</li>'
    )
