"""The page of a pack says all of it, needs nothing from elsewhere, and is no way in for what texts hold."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

import defusedxml.ElementTree
import pytest

from hubdesk.domain.geometry import rectangle
from hubdesk.exchange.plan.lettering import Lettering, Weight
from hubdesk.exchange.review_pack.html import page
from hubdesk.exchange.review_pack.leaflet.contents import leaflet_of
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.plan import described
from hubdesk.workflows.resources import fonts_folder
from tests.exchange.review_pack.packs import a_pack
from tests.exchange.review_pack.told import keys_of, squeezed, told_by
from tests.exchange.review_pack.varied import bare, crowded, harmful

PACKS = (a_pack(), bare(), crowded(), harmful())
ALL = pytest.mark.parametrize("pack", PACKS, ids=["one of each", "bare", "crowded", "harmful"])
_XHTML, _SVG = "{http://www.w3.org/1999/xhtml}", "{http://www.w3.org/2000/svg}"
_WORDS = "html head title body header p h1 h2 b span small a br ul ol li dl div dt dd nav main section footer"
_TABLES = "table caption thead tbody tfoot tr th td details summary figure figcaption label input meta style"
_KNOWN = frozenset(f"{_WORDS} {_TABLES}".split(" "))
_DRAWN = frozenset({"svg", "title", "rect", "path", "text", "clipPath", "g"})


def tree(pack: Pack) -> Element:
    """The page as a strict parser reads it, which refuses what is not closed, nested or escaped."""
    root: Element = defusedxml.ElementTree.fromstring(page(pack, fonts_folder()))
    return root


def all_of(root: Element, name: str) -> list[Element]:
    return list(root.iter(f"{_XHTML}{name}"))


def words(root: Element) -> str:
    return squeezed("".join(text for one in all_of(root, "body") for text in one.itertext()))


@ALL
def test_all_that_a_pack_holds_is_in_it(pack: Pack) -> None:
    said = words(tree(pack))
    assert [one for one in sorted(told_by(pack)) if squeezed(one) not in said] == []


@ALL
def test_the_key_that_answers_are_known_by_is_left_to_the_workbook(pack: Pack) -> None:
    text = page(pack, fonts_folder())
    assert pack.key not in text
    assert [one for one in keys_of(pack) if one in text] == []


class _AsBrowsersDo(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@ALL
def test_as_html_and_as_xml_it_reads_the_same(pack: Pack) -> None:
    browser = _AsBrowsersDo()
    browser.feed(page(pack, fonts_folder()))
    root = tree(pack)
    assert browser.found == [one.tag.partition("}")[2].lower() for one in root.iter()]
    assert squeezed("".join(browser.said)) == squeezed("".join(root.itertext()))


# No way in


@ALL
def test_it_has_known_elements_only_and_none_that_runs_or_loads(pack: Pack) -> None:
    for one in tree(pack).iter():
        space, _, name = one.tag.rpartition("}")
        assert name in (_DRAWN if f"{space}}}" == _SVG else _KNOWN), one.tag
        for attribute, value in one.attrib.items():
            assert not attribute.startswith("on"), attribute
            assert attribute not in {"src", "srcset", "style", "action", "poster", "data"}
            assert attribute.rpartition("}")[2] != "href" or value.startswith(("#", "mailto:")), value
            assert "url(" not in value or value.startswith("url(#"), value


@ALL
def test_nothing_in_it_refers_to_anywhere_else(pack: Pack) -> None:
    text = page(pack, fonts_folder())
    style = "".join(one.text or "" for one in all_of(tree(pack), "style"))
    assert not re.search(r"url\(|@import|@font-face", style)
    assert set(re.findall(r"(?:https?:)?//[\w.]+", text)) <= {"http://www.w3.org"}


def test_browsers_are_told_to_load_nothing() -> None:
    policies = [
        one.get("content")
        for one in all_of(tree(a_pack()), "meta")
        if one.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == [
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
    ]


def test_no_text_turns_the_writing_around() -> None:
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page(harmful(), fonts_folder()))


# Read by everybody


@ALL
def test_ids_are_unique_and_whatever_points_to_one_finds_it(pack: Pack) -> None:
    root = tree(pack)
    ids = [one.attrib["id"] for one in root.iter() if "id" in one.attrib]
    assert len(set(ids)) == len(ids)
    pointed = {one.attrib["href"][1:] for one in root.iter() if one.get("href", "").startswith("#")}
    pointed |= {one.attrib["aria-labelledby"] for one in root.iter() if "aria-labelledby" in one.attrib}
    pointed |= set(re.findall(r"url\(#([^)]+)\)", page(pack, fonts_folder())))
    assert pointed <= set(ids)


@ALL
def test_it_says_its_language_title_and_headings_in_order(pack: Pack) -> None:
    root = tree(pack)
    assert root.get("lang") == "en-GB"
    leaflet = leaflet_of(pack)
    assert [one.text for one in all_of(root, "title")] == [leaflet.title]
    assert [one.text for one in all_of(root, "h1")] == [leaflet.heading]
    headings = [one.text for one in all_of(root, "h2")]
    assert headings[: len(leaflet.sections) + 1] == [one.title for one in (leaflet.asked, *leaflet.sections)]
    assert len(all_of(root, "main")) == 1


@ALL
def test_its_first_link_leads_past_the_head(pack: Pack) -> None:
    root = tree(pack)
    [main] = all_of(root, "main")
    assert all_of(root, "a")[0].get("href") == f"#{main.get('id')}"


@ALL
def test_every_table_has_a_caption_and_every_cell_its_headers(pack: Pack) -> None:
    for table in all_of(tree(pack), "table"):
        caption, head, *bodies = list(table)
        assert caption.tag == f"{_XHTML}caption"
        assert caption.text
        columns = [one for row in head for one in row]
        assert {(one.tag, one.get("scope")) for one in columns} == {(f"{_XHTML}th", "col")}
        for row in rows(bodies):
            first, *others = list(row)
            if row.get("class") == "why":
                assert (first.get("colspan"), others) == (str(len(columns)), [])
                continue
            assert (first.tag, first.get("scope")) == (f"{_XHTML}th", "row")
            assert len(others) == len(columns) - 1
            labels = [one.get("data-label") for one in others]
            headings = [one.text for one in columns[1:]]
            for label, heading, cell in zip(labels, headings, others, strict=True):
                assert label == heading or not "".join(cell.itertext())


def rows(bodies: list[Element]) -> Iterator[Element]:
    for body in bodies:
        yield from body


@ALL
def test_plans_are_pictures_in_words(pack: Pack) -> None:
    pictures = [one for one in tree(pack).iter(f"{_SVG}svg") if one.get("aria-hidden") != "true"]
    assert [one.get("role") for one in pictures] == ["img"] * len(pack.floors)
    told = [one.get("aria-label") for one in pictures]
    if pack.agency_code == "CAB":
        assert told == [described(floor, pack.as_at) for floor in pack.floors]


def test_its_desks_are_shown_from_near_and_not_told_twice() -> None:
    [floor] = a_pack().floors
    root = tree(a_pack(floors=(replace(floor, outline=rectangle(40_000, 10_000)),)))
    [near] = [one for one in root.iter(f"{_SVG}svg") if one.get("aria-hidden") == "true"]
    assert {"G-001", "G-002"} <= {one.text for one in near.iter(f"{_SVG}text")}


@ALL
def test_writing_on_plans_keeps_to_its_room_in_any_typeface(pack: Pack) -> None:
    lettering = Lettering(fonts_folder())
    for one in tree(pack).iter(f"{_SVG}text"):
        weight = Weight(int(one.get("font-weight", "400")))
        width = lettering.width(one.text or "", float(one.attrib["font-size"]), weight)
        assert float(one.attrib["textLength"]) == pytest.approx(width, abs=0.001)
        assert one.get("lengthAdjust") == "spacingAndGlyphs"


def test_a_phone_may_zoom_it() -> None:
    [view] = [one.get("content") for one in all_of(tree(a_pack()), "meta") if one.get("name") == "viewport"]
    assert view == "width=device-width, initial-scale=1"


def test_each_figure_with_workings_says_why() -> None:
    folded = [one for one in all_of(tree(a_pack()), "details") if one.get("class") == "why"]
    assert ["".join(one[0].itertext()) for one in folded] == ["Why? Licence L-CAB", "Why? C01 Cleaning"]


def test_two_levels_of_steps_are_seen_and_all_of_them_at_one_more_click() -> None:
    [first, *_] = [one for one in all_of(tree(crowded()), "details") if one.get("class") == "why"]
    [seen] = first.findall(f"{_XHTML}ul")
    [every] = first.findall(f"{_XHTML}details")
    [summary, whole] = list(every)
    assert all_of(seen, "details") == []
    assert depth(seen) == 2
    assert "".join(summary.itertext()) == "Every step"
    assert all_of(whole, "details") == []
    assert depth(whole) == 5


def depth(steps: Element) -> int:
    """How many lists lie in one another."""
    return 1 + max((depth(below) for one in steps for below in one.findall(f"{_XHTML}ul")), default=0)


def test_few_steps_need_no_folding() -> None:
    [licence, _] = [one for one in all_of(tree(a_pack()), "details") if one.get("class") == "why"]
    assert [one.get("class") for one in licence.iter(f"{_XHTML}details")] == ["why"]


def test_whom_to_ask_stands_at_the_head_and_a_click_away() -> None:
    root = tree(a_pack())
    [head] = all_of(root, "header")
    assert "WhomtoaskAnnReed,facilities01664500100desks@melton.example" in squeezed("".join(head.itertext()))
    [link] = all_of(head, "a")
    subject = "Parkside%2C%20Autumn%202026%3A%20review%20for%20Citizens%20Advice%20%28CAB%29"
    assert link.get("href") == f"mailto:desks@melton.example?subject={subject}"


def test_the_same_pack_is_the_same_page() -> None:
    assert page(crowded(), fonts_folder()) == page(crowded(), fonts_folder())
