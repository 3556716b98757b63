"""Looking an SVG over before anything draws it.

What is drawn is the tree that was looked over, written out anew: without document type, scripts,
comments and foreign objects. So whatever reads it next reads nothing that was not seen here. Patterns,
masks and filters that nest are left to the clock and the memory of the process; copies by `use`, which
multiply tenfold a level in a hundred bytes, are counted.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import parse

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_ENTITIES
from hubdesk.exchange.underlays.svg.copies import refuse_too_many_copies
from hubdesk.exchange.underlays.svg.embedded import EmbeddedPictures

SVG = "{http://www.w3.org/2000/svg}"
_DROPPED = {"script", "foreignObject", "iframe", "audio", "video"}
_ELSEWHERE = re.compile(r"(?:url\(\s*['\"]?\s*|@import\s+['\"])(?!#|data:|url\()([^'\")]+)", re.IGNORECASE)
_LINKS = ("href", "src")


def screened(body: Path) -> Element:
    """The drawing, once nothing in it is out of bounds. Raises Unfit."""
    # Each element has a tag that opens and may have one that closes.
    if body.read_bytes().count(b"<") > 2 * MOST_ENTITIES:
        raise Unfit(faults.too_many_things(MOST_ENTITIES))
    root = _parsed(body)
    if root.tag not in (f"{SVG}svg", "svg"):
        raise Unfit(faults.damaged("it holds no SVG drawing"))
    refuse_too_many_copies(root)
    _cut_down(root)
    pictures = EmbeddedPictures()
    for element in root.iter():
        for link in _links(element):
            _refuse_elsewhere(link, pictures)
        _refuse_styles_from_elsewhere(element)
    return root


def local(name: str) -> str:
    """The name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def _parsed(body: Path) -> Element:
    try:
        root: Element = parse(body, forbid_dtd=False, forbid_entities=True, forbid_external=True).getroot()
    except DefusedXmlException as trouble:
        raise Unfit(faults.ENTITIES) from trouble
    except (ParseError, ValueError, LookupError) as trouble:
        raise Unfit(faults.damaged("it is not whole, or not written as SVG has to be")) from trouble
    return root


def _cut_down(root: Element) -> None:
    """Take out what does not draw. Where a link only leads on, the link goes and what it shows stays."""
    for element in root.iter():
        for child in [child for child in element if local(child.tag) in _DROPPED]:
            element.remove(child)
        if local(element.tag) == "a":
            for name in [name for name in element.attrib if local(name) in _LINKS]:
                del element.attrib[name]


def _links(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if local(name) in _LINKS:
            yield value.strip()


def _refuse_elsewhere(link: str, pictures: EmbeddedPictures) -> None:
    if link.startswith("#") or not link:
        return
    if link[:5].lower() != "data:":
        raise Unfit(faults.links(link))
    pictures.refuse_unfit(link)


def _refuse_styles_from_elsewhere(element: Element) -> None:
    for text in (element.text or "" if local(element.tag) == "style" else "", *element.attrib.values()):
        found = _ELSEWHERE.search(text)
        if found is not None:
            raise Unfit(faults.links(found[1]))
