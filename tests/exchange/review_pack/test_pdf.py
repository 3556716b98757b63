"""The PDF of a pack says all of it, to eyes and to screen readers, and runs off no page."""

from pathlib import Path

import pytest

from hubdesk.exchange.review_pack.leaflet.contents import leaflet_of
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.pdf import Typesetter
from hubdesk.exchange.review_pack.plan import described
from hubdesk.workflows.resources import fonts_folder, review_pack_template
from tests.exchange.plan.pages import legible, metadata_of, pages_of, words_of
from tests.exchange.review_pack.packs import a_pack
from tests.exchange.review_pack.told import keys_of, on_paper, squeezed, told_by
from tests.exchange.review_pack.varied import bare, crowded, harmful
from tests.exchange.statement.tags import Tag, tags_of

SETTER = Typesetter(review_pack_template(), fonts_folder())
ALL = pytest.mark.parametrize(
    "pack", [a_pack(), bare(), crowded(), harmful()], ids=lambda one: one.agency[:9]
)


def written(pack: Pack, folder: Path) -> Path:
    path = folder / "pack.pdf"
    path.write_bytes(SETTER.pdf(pack))
    return path


@ALL
def test_all_that_a_pack_holds_is_on_its_pages(pack: Pack, tmp_path: Path) -> None:
    words = squeezed("".join(words_of(written(pack, tmp_path))))
    assert [one for one in sorted(told_by(on_paper(pack))) if squeezed(one) not in words] == []


@ALL
def test_the_key_that_answers_are_known_by_is_left_to_the_workbook(pack: Pack, tmp_path: Path) -> None:
    words = squeezed("".join(words_of(written(pack, tmp_path))))
    assert squeezed(pack.key) not in words
    assert not [one for one in keys_of(pack) if one in words]


def test_it_claims_pdf_ua_and_keeps_the_claim(tmp_path: Path) -> None:
    path = written(a_pack(), tmp_path)
    content = path.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/Lang(en-GB)" in content
    told = metadata_of(path)
    assert told["tagged"] == "True"
    assert told["Title"] == "Parkside, Autumn 2026: review for Citizens Advice (CAB)"
    assert told["Author"] == "Melton Borough Council"
    assert told["CreationDate"].startswith("D:20261202")


@pytest.mark.parametrize("pack", [a_pack(), bare(), crowded()], ids=lambda one: one.agency[:9])
def test_its_tags_are_a_title_headings_tables_with_headers_and_plans_in_words(
    pack: Pack, tmp_path: Path
) -> None:
    tags = tags_of(written(pack, tmp_path))
    leaflet = leaflet_of(pack)
    assert kinds(tags).count("H1") == 1
    assert kinds(tags).count("H2") >= 1 + len(leaflet.sections) + bool(leaflet.whys)
    assert kinds(tags).count("H3") >= len(leaflet.whys)
    headers = [tag for tag in tags if tag.kind == "TH"]
    tables = [table for part in leaflet.sections for table in part.tables]
    assert len(headers) >= sum(len(table.columns) for table in tables)
    assert all("THead" in tag.within and tag.scope == "Column" for tag in headers)
    plans = [tag.alt for tag in tags if tag.kind == "Figure"]
    assert plans == [described(floor, pack.as_at) for floor in pack.floors]


def test_whom_to_ask_is_on_the_first_page_and_a_click_away(tmp_path: Path) -> None:
    path = written(a_pack(), tmp_path)
    first = squeezed(words_of(path)[0])
    assert "WhomtoaskAnnReed,facilities01664500100desks@melton.example" in first
    assert b"mailto:desks@melton.example?subject=Parkside%2C%20Autumn%202026" in path.read_bytes()
    assert "Link" in kinds(tags_of(path))


def test_what_came_about_how_is_told_after_all_that_needs_an_answer(tmp_path: Path) -> None:
    words = squeezed("".join(words_of(written(a_pack(), tmp_path))))
    assert words.index("Whatitcomesto") < words.index("Howitisworkedout") < words.index("Oddpence")


def kinds(tags: list[Tag]) -> list[str]:
    return [tag.kind for tag in tags]


def test_headings_of_a_table_stand_on_each_page_that_it_goes_over(tmp_path: Path) -> None:
    pages = words_of(written(crowded(desks=120, shares=0, floors=1), tmp_path))
    listed = [page for page in pages if page.count("Open plan") > 5]
    assert len(listed) > 1
    assert all("Yours from" in page for page in listed)


@ALL
def test_nothing_is_written_over_something_else_or_off_the_page(pack: Pack, tmp_path: Path) -> None:
    for page in pages_of(written(pack, tmp_path)):
        legible(page)


def test_the_same_pack_is_the_same_file() -> None:
    assert SETTER.pdf(crowded()) == Typesetter(review_pack_template(), fonts_folder()).pdf(crowded())


def test_no_note_goes_to_another_page_than_what_it_is_about(tmp_path: Path) -> None:
    pages = [squeezed(one) for one in words_of(written(crowded(shares=30), tmp_path))]
    counted = [(one.count("seetheperiodsbelow"), one.count("Sharedbyfloorarea")) for one in pages]
    assert sum(costs > 0 for costs, _ in counted) > 1
    assert [costs - notes for costs, notes in counted] == [0] * len(pages)
