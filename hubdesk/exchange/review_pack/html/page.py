"""The page itself: head, sections, plans. It is well-formed XML as well as HTML."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from hubdesk.exchange.plan.lettering import Lettering
from hubdesk.exchange.plan.small import Room
from hubdesk.exchange.review_pack.html.darkness import dark_rules
from hubdesk.exchange.review_pack.html.fitted import fitted
from hubdesk.exchange.review_pack.html.style import STYLE
from hubdesk.exchange.review_pack.html.tables import table_of, why_of, with_mails
from hubdesk.exchange.review_pack.leaflet.contents import leaflet_of
from hubdesk.exchange.review_pack.leaflet.leaflet import Leaflet, Section
from hubdesk.exchange.review_pack.pack import Pack, PackFloor
from hubdesk.exchange.review_pack.plan import DrawnFloor, Size, drawn
from hubdesk.exchange.statement.figures import sum_of_money

_PLAN = Size((190.0, 150.0), Room(96.0, 66.0, 110))
"""Before plans are fitted to the window."""
_NEAR = '<p class="note" aria-hidden="true">{}</p>\n<div class="near">{}</div>\n'
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may load for it: nothing."""


def page(pack: Pack, fonts: Path) -> str:
    """`pack` as a page, the same for the same pack; in `fonts` lies the typeface that plans are fitted to."""
    leaflet = leaflet_of(pack)
    return "".join(_parts(leaflet, Lettering(fonts)))


def _parts(leaflet: Leaflet, lettering: Lettering) -> Iterator[str]:
    plans = [
        drawn(floor, leaflet.as_at, _PLAN, lettering, f"floor{place}-")
        for place, floor in enumerate(_floors(leaflet), start=1)
    ]
    dark = dark_rules(drawing.svg for one in plans for drawing in (one.plan, *one.near))
    yield (
        '<!DOCTYPE html>\n<html lang="en-GB" xmlns="http://www.w3.org/1999/xhtml">\n<head>\n'
        '<meta charset="utf-8"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        '<meta name="color-scheme" content="light dark"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n'
        f"<title>{escape(leaflet.title)}</title>\n<style>{STYLE}{dark}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">Skip to what is asked</a>\n'
    )
    yield _head(leaflet)
    sections = (leaflet.asked, *leaflet.sections)
    yield _contents(sections)
    yield '<main id="content" tabindex="-1">\n'
    shown = iter(plans)
    for section in sections:
        yield _section(section, leaflet.title, [_plan(next(shown), lettering) for _ in section.floors])
    if leaflet.more:
        more = "".join(f"<div>{why_of(one)}</div>\n" for one in leaflet.more)
        yield f'<section aria-labelledby="more">\n<h2 id="more">More workings</h2>\n{more}</section>\n'
    yield f"</main>\n<footer><p>{escape(leaflet.footer)}</p></footer>\n</body>\n</html>\n"


def _floors(leaflet: Leaflet) -> Iterator[PackFloor]:
    for section in leaflet.sections:
        yield from section.floors


def _head(leaflet: Leaflet) -> str:
    facts = "".join(
        f"<div><dt>{escape(caption)}</dt><dd>{with_mails(value, leaflet.title)}</dd></div>\n"
        for caption, value in leaflet.facts
    )
    return (
        f'<header>\n<p class="issuer">{escape(leaflet.issuer)} <span>to {escape(leaflet.agency)}</span></p>\n'
        f"<h1>{escape(leaflet.heading)}</h1>\n"
        f'<p class="about">{escape(leaflet.about)}</p>\n'
        f'<p class="sum"><span>{escape(leaflet.sum_words)}</span> <b>{sum_of_money(leaflet.sum)}</b> '
        f"<small>{escape(leaflet.sum_note)}</small></p>\n"
        f'<dl class="facts">\n{facts}</dl>\n</header>\n'
    )


def _contents(sections: Sequence[Section]) -> str:
    links = "".join(f'<li><a href="#{one.name}">{escape(one.title)}</a></li>\n' for one in sections)
    return f'<nav aria-label="On this page">\n<ul>\n{links}</ul>\n</nav>\n'


def _section(section: Section, subject: str, plans: Sequence[str]) -> str:
    words = "".join(f"<p>{with_mails(one, subject)}</p>\n" for one in section.paragraphs)
    return (
        f'<section aria-labelledby="{section.name}">\n<h2 id="{section.name}">{escape(section.title)}</h2>\n'
        f"{words}{_list('ol', section.steps, subject)}{_list('ul', section.points, subject)}"
        f"{''.join(plans)}{''.join(map(table_of, section.tables))}</section>\n"
    )


def _list(kind: str, items: Sequence[str], subject: str) -> str:
    if not items:
        return ""
    lines = "".join(f"<li>{with_mails(one, subject)}</li>\n" for one in items)
    return f"<{kind}>\n{lines}</{kind}>\n"


def _plan(shown: DrawnFloor, lettering: Lettering) -> str:
    """A plan that can be made larger than the window, in a frame of its own; then its desks from near.

    What is near tells nothing that is not told, so those who listen are spared it.
    """
    whole = fitted(shown.plan.svg, lettering)
    whole = whole.replace("<svg ", f'<svg role="img" aria-label="{escape(shown.alt)}" ', 1)
    near = "".join(
        fitted(one.svg, lettering).replace("<svg ", '<svg aria-hidden="true" ', 1) for one in shown.near
    )
    return (
        f'<figure class="plan">\n<div class="sheet">{whole}</div>\n'
        f"<figcaption>{escape(shown.caption)} "
        '<label><input type="checkbox" class="larger"/> Show it larger</label></figcaption>\n'
        f"{_NEAR.format(escape(shown.near_words), near) if near else ''}</figure>\n"
    )
