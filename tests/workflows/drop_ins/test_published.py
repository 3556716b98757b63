"""The poster: a page to each week that differs, tagged; the HTML takes every text for text."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2

from hubdesk.domain.hub import Hub
from hubdesk.workflows.drop_ins.poster import drop_in_poster, write_poster
from tests.builders.hub import HubBuilder, a_hub
from tests.builders.parkside import parkside
from tests.exchange.statement.tags import tags_of

MADE = date(2026, 6, 1)
AWKWARD = "<script>alert(1)</script> & =1+1 \"'"


class Seen(HTMLParser):
    """The elements of a page and the text that it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.outside += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.text += data


def texts_of(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def seen(path: Path) -> Seen:
    page = Seen()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def test_a_page_to_each_week_that_is_different(tmp_path: Path) -> None:
    out = tmp_path / "poster.pdf"
    write_poster(drop_in_poster(parkside(), date(2026, 6, 15), MADE), out)
    [usual, with_saturday] = texts_of(out)
    assert "Weeks of 15 June 2026 and from 29 June 2026 to 13 September 2026" in usual
    assert "10:00–13:00 Credit Union CUN Meeting pod 1 Accounts and loans" in usual
    assert "Family room" not in usual
    assert "Week of 22 June 2026" in with_saturday
    assert "Saturday 27 June" in with_saturday
    kinds = {tag.kind for tag in tags_of(out)}
    assert {"H1", "H2", "Table", "TH", "TD"} <= kinds


def test_as_html_it_says_the_same_and_fetches_nothing(tmp_path: Path) -> None:
    out = tmp_path / "poster.html"
    write_poster(drop_in_poster(parkside(), date(2026, 6, 15), MADE), out)
    page = seen(out)
    assert "Credit Union" in page.text
    assert "Family room" in page.text
    assert page.outside == []
    assert "script" not in page.tags


def full(visits: int, purpose: str = "") -> HubBuilder:
    builder = a_hub().agency("CAB").floor("G").area("HALL", m2=50)
    for number in range(visits):
        starts, ends = f"{9 + number // 2:02}:{30 * (number % 2):02}", f"{9 + (number + 1) // 2:02}:59"
        builder = builder.drop_in("CAB", "HALL", "Tuesday", starts, ends, purpose=purpose)
    return builder


def test_a_full_day_has_smaller_type_and_a_fuller_one_goes_on(tmp_path: Path) -> None:
    for visits, pages in ((6, 1), (16, 2)):
        out = tmp_path / f"{visits}.pdf"
        write_poster(drop_in_poster(full(visits, "Advice on debts").build(), date(2026, 6, 15), MADE), out)
        texts = texts_of(out)
        assert len(texts) == pages
        assert "".join(texts).count("Advice on debts") == visits
        assert all("Tuesday" in text for text in texts)


def awkward() -> Hub:
    return full(1, AWKWARD).build()


def test_what_looks_like_a_page_is_text_on_it(tmp_path: Path) -> None:
    poster = drop_in_poster(awkward(), date(2026, 6, 15), MADE)
    write_poster(poster, tmp_path / "poster.html")
    page = seen(tmp_path / "poster.html")
    assert AWKWARD in page.text
    assert "script" not in page.tags
    write_poster(poster, tmp_path / "poster.pdf")
    assert "<script>" in texts_of(tmp_path / "poster.pdf")[0]


def test_for_one_agency_nobody_else_is_on_it(tmp_path: Path) -> None:
    hub = parkside()
    poster = drop_in_poster(hub, date(2026, 6, 15), MADE, hub.agency_codes["CUN"].id)
    write_poster(poster, tmp_path / "poster.html")
    text = (tmp_path / "poster.html").read_text(encoding="utf-8")
    assert "Credit Union" in text
    assert not [one.name for one in hub.agencies.values() if one.code != "CUN" and one.name in text]


def test_a_week_in_which_others_have_desks_is_a_page_of_its_own() -> None:
    built = (
        a_hub()
        .agency("CAB")
        .agency("HOU", name="Housing")
        .floor("G")
        .area("REC", m2=50, kind="reception")
        .desks(2)
        .licence("L01", "HOU", 1)
        .allocation("G-001", "HOU", "2026-07-01")
        .drop_in("CAB", "REC", "Tuesday")
    )
    first, then = drop_in_poster(built.build(), date(2026, 6, 15), MADE).pages
    assert (first.always, then.always) == ("", "In on every working day: Housing.")
