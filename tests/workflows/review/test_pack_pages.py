"""Packs of Parkside as they are sent: on paper and in a browser each says all that is in it."""

from pathlib import Path

import pytest

from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack.html import page
from hubdesk.exchange.review_pack.pdf import Typesetter
from hubdesk.workflows.resources import fonts_folder, review_pack_template
from tests.exchange.plan.pages import legible, pages_of
from tests.exchange.review_pack.told import on_paper, squeezed, told_by
from tests.workflows.review.made import parkside_pack, parkside_seen


def test_the_page_of_each_agency_says_all_of_its_pack() -> None:
    for agency in parkside_seen().seen.hub.agencies.values():
        pack = parkside_pack(agency.code)
        text = squeezed(page(pack, fonts_folder()).replace("&amp;", "&").replace("&#x27;", "'"))
        assert [one for one in sorted(told_by(pack)) if squeezed(one) not in text] == [], agency.code


@pytest.mark.parametrize(
    ("code", "totals"), [("CAB", Totals.OPEN), ("MBC", Totals.OPEN), ("DWP", Totals.WITHHELD)]
)
def test_the_pdf_says_all_of_a_pack_legibly_and_briefly(code: str, totals: Totals, tmp_path: Path) -> None:
    pack = parkside_pack(code, totals)
    path = tmp_path / "pack.pdf"
    path.write_bytes(Typesetter(review_pack_template(), fonts_folder()).pdf(pack))
    pages = pages_of(path)
    words = squeezed("".join(page.text for page in pages))
    assert [one for one in sorted(told_by(on_paper(pack))) if squeezed(one) not in words] == []
    assert len(pages) <= 10
    for one in pages:
        legible(one)
