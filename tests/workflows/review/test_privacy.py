"""Nothing of any other agency is in a pack, in whatever form: 200 random hubs, some with two partners only.

Every text of every record is planted with a mark of its own, and figures with digits that nothing else
has; then the unpacked parts of packs are searched for them.
"""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from hubdesk.domain.area import AreaKind
from hubdesk.domain.checks import errors
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.days import holds
from hubdesk.domain.ids import RecordId
from hubdesk.domain.record import Record
from hubdesk.domain.review import Totals
from hubdesk.exchange.review_pack import hubview, pack_file
from hubdesk.exchange.review_pack.html.page import page
from hubdesk.exchange.review_pack.pack import Pack
from hubdesk.exchange.review_pack.pdf.typeset import Typesetter
from hubdesk.exchange.review_pack.workbook import write
from hubdesk.workflows.resources import fonts_folder, review_pack_template
from hubdesk.workflows.review.contents import RoundSeen
from hubdesk.workflows.review.year import YearSeen
from tests.builders.random_hubs import random_hub
from tests.workflows.review.adversary import packs_sent
from tests.workflows.review.made import ROUND, seen
from tests.workflows.review.planted import Planted, planted
from tests.workflows.review.test_withheld import otherwise

_HUBS, _AT_ONCE, _PDFS = 200, 10, 10


@pytest.mark.parametrize("first", range(0, _HUBS, _AT_ONCE))
def test_no_other_agency_is_in_any_pack(first: int, tmp_path: Path) -> None:
    for seed in range(first, first + _AT_ONCE):
        hub, pack, agency, rounds = a_planted_pack(seed)
        whole = "\n".join(unpacked(pack, tmp_path))
        told = hub.seen_in(whole)
        assert hub.hub.agencies[agency].code in told
        assert told <= allowed(hub, agency, rounds), seed
        assert not ids_of_others(hub, agency, whole, rounds), seed
        if pack.totals is Totals.WITHHELD:
            assert not hub.figures_in(whole, agency), seed


@pytest.mark.parametrize("seed", range(0, _HUBS, _HUBS // _PDFS))
def test_no_other_agency_is_in_the_pdf(seed: int) -> None:
    hub, pack, agency, rounds = a_planted_pack(seed)
    whole = "\n".join(in_pdf(typesetter().pdf(pack)))
    told = hub.seen_in(whole)
    assert hub.hub.agencies[agency].code in told
    assert told <= allowed(hub, agency, rounds)
    if pack.totals is Totals.WITHHELD:
        assert not hub.figures_in(whole, agency)


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """In every part of every form, so that it would have found another's too."""
    hub, pack, agency, _ = a_planted_pack(0)
    mark = "QZ0123456789"
    marked = replace(pack, hub=f"Parkside {mark}")
    assert all(mark in hub.seen_in(part) for part in (value(marked), page(marked, fonts_folder())))
    assert mark in hub.seen_in("\n".join(in_workbook(marked, tmp_path)))
    assert mark in hub.seen_in("\n".join(in_pdf(typesetter().pdf(marked))))
    other = next(whose for whose in hub.figures.values() if whose != agency)
    figure = next(one for one, whose in hub.figures.items() if whose == other)
    assert hub.figures_in(value(replace(pack, hub=f"{float(figure):,} {figure}")), agency) == {figure}


def a_planted_pack(seed: int) -> tuple[Planted, Pack, RecordId, list[RoundSeen]]:
    """A pack of one agency, in every fourth hub one of two partners; of every other a second pack."""
    agencies = 3 if seed % 4 == 0 else 4 + seed % 3
    hub = planted(random_hub(seed, agencies=agencies, lines=5 + seed % 3, desks=8), seed)
    assert not errors(hub.hub)
    rng = random.Random(seed)
    totals = Totals.WITHHELD if seed // 4 % 2 else Totals.OPEN
    asking = seen(hub.hub, replace(ROUND, totals=totals))
    earlier = []
    if seed % 3:
        before = replace(ROUND, id=RecordId("00000000000000f0"), name="Spring 2026", totals=totals)
        earlier = [seen(otherwise(hub.hub, rng), before)]
    agency = rng.choice([one for one in sorted(hub.hub.agencies) if one != hub.hub.settings.host])
    pack = packs_sent([*earlier, asking], agency)[-1].pack
    return hub, pack, agency, [*earlier, asking]


def allowed(hub: Planted, agency: RecordId, rounds: Iterable[RoundSeen]) -> set[str]:
    """The marks of the agency's own records, of the host as issuer, and of what everybody sees."""
    host = hub.hub.host
    marks = hub.seen_in(f"{host.name} {host.code} {host.contact} {host.email}")
    return marks.union(*(hub.of[one.id] for one in own_records(agency, rounds)))


def own_records(agency: RecordId, rounds: Iterable[RoundSeen]) -> Iterator[Record]:
    for round_, year in rounds:
        day, hub = round_.as_at, year.hub
        yield hub.agencies[agency]
        yield from hub.licences_of.get(agency, ())
        yield from (
            hub.desks[one.desk]
            for one in hub.allocations.values()
            if agency in (one.agency, one.charged_to) and holds(one, day)
        )
        yield from (
            one
            for one in hub.areas.values()
            if one.agency == agency or (one.agency is None and one.kind is not AreaKind.RESTRICTED)
        )
        yield from costs_shared(year, agency)
        # A line that is rolled forward is a record of its own, with the words of this year's.
        next_year = {line.code for line in costs_shared(year.following, agency)}
        yield from costs_shared(year.following, agency)
        yield from (one for one in hub.cost_lines_of.get(year.year.starts_in, ()) if one.code in next_year)


def costs_shared(year: YearSeen, agency: RecordId) -> Iterator[CostLine]:
    for parts in year.costs.values():
        if any(agency in one.split.fixed or one.split.parts.of.get(agency) for one in parts):
            yield parts[0].split.line


def ids_of_others(hub: Planted, agency: RecordId, whole: str, rounds: Iterable[RoundSeen]) -> set[str]:
    own = {one.id for one in own_records(agency, rounds)}
    return {str(one.id) for one in hub.hub.records() if one.id not in own}.intersection(
        re.findall(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])", whole)
    )


def unpacked(pack: Pack, folder: Path) -> Iterator[str]:
    yield value(pack)
    yield hubview.written(pack).decode()
    yield unescape(page(pack, fonts_folder()))
    yield from in_workbook(pack, folder)


def value(pack: Pack) -> str:
    return pack_file.written(pack).decode()


def in_workbook(pack: Pack, folder: Path) -> Iterator[str]:
    """Every member of the package: sheets, names, properties, whatever there is."""
    path = folder / "pack.xlsx"
    write(pack, path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        for name in package.namelist():
            yield name
            yield unescape(package.read(name).decode("utf-8", "replace"))


def in_pdf(body: bytes) -> Iterator[str]:
    """The text of the pages, what is said of them, and every stream inflated."""
    with pypdfium2.PdfDocument(body) as document:
        yield str(document.get_metadata_dict())
        for number in range(len(document)):
            yield document[number].get_textpage().get_text_range()
    yield body.decode("latin-1")
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", body, re.DOTALL):
        try:
            yield zlib.decompressobj().decompress(found[1]).decode("latin-1")
        except zlib.error:
            continue


@cache
def typesetter() -> Typesetter:
    return Typesetter(review_pack_template(), fonts_folder())
