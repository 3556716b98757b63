"""The pages themselves: tagged for screen readers, legible, and plain about being a draft."""

from dataclasses import replace
from pathlib import Path

import pytest

from hubdesk.domain.agency import Agency
from hubdesk.domain.hub import Hub
from hubdesk.exchange.statement.figures import sum_of_money
from hubdesk.exchange.statement.statement import Words
from hubdesk.workflows.resources import Sample
from hubdesk.workflows.statement.letterhead import Letterhead
from hubdesk.workflows.statements import Statements
from tests.builders.hub import a_hub
from tests.exchange.plan.pages import legible, metadata_of, words_of
from tests.exchange.statement.tags import tags_of
from tests.exchange.xlsx.recharge_workbook.runs import a_draft, issue
from tests.workflows.statement.made import (
    column,
    figures_meant,
    figures_told,
    first_words,
    pages,
    random_statements,
    sample_statements,
    sample_year,
    statements_of,
)


def agency(of: Statements, code: str) -> Agency:
    return next(one for one in of.agencies if one.code == code)


# Read by everybody


def test_it_claims_pdf_ua_and_keeps_the_claim(tmp_path: Path) -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    path = tmp_path / "statement.pdf"
    of.write(agency(of, "CAB"), path)
    content = path.read_bytes()
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert b"/Lang(en-GB)" in content
    for claimed in (b"/MarkInfo", b"/StructTreeRoot", b"/DisplayDocTitle true"):
        assert claimed in content
    told = metadata_of(path)
    assert told["tagged"] == "True"
    assert told["Title"] == "Parkside, 2026-27-Q3: statement of recharge for Citizens Advice (CAB)"
    assert told["Author"] == "Melton Borough Council"
    assert told["CreationDate"].startswith("D:20261123")


def test_its_tags_are_a_title_headings_tables_with_headers_and_pictures_in_words(tmp_path: Path) -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    path = tmp_path / "statement.pdf"
    one = agency(of, "CAB")
    of.write(one, path)
    tags = tags_of(path)
    assert [tag.kind for tag in tags].count("H1") == 1
    said = of.statement(one)
    headings = len(said.tables) + len(said.closing) + 2
    assert [tag.kind for tag in tags].count("H2") == headings
    header_cells = [tag for tag in tags if tag.kind == "TH"]
    assert len(header_cells) >= sum(len(table.columns) for table in said.tables)
    assert all("THead" in tag.within and tag.scope == "Column" for tag in header_cells)
    pictures = [tag.alt for tag in tags if tag.kind == "Figure"]
    assert [alt.startswith("Floor plan of ") for alt in pictures] == [True] * len(said.floors)
    assert not any("H1" in tag.within or tag.within == ("Document", "P") for tag in tags if tag.kind == "H1")


def test_the_same_statement_on_the_same_day_is_the_same_file() -> None:
    of = sample_statements(Sample.HAVANT, 1)
    assert of.pdf(of.agencies[1]) == of.pdf(of.agencies[1])


def test_its_own_desks_are_on_the_plan_and_no_others() -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    [floor] = of.statement(agency(of, "CAB")).floors
    hub, _ = sample_year(Sample.PARKSIDE)
    own = {
        hub.desks[one.desk].code
        for one in hub.allocations.values()
        if one.agency == hub.agency_codes["CAB"].id and one.last is None
    }
    assert own
    assert {code for code in (desk.code for desk in hub.desks.values()) if code in floor.alt} == own


# Legible


@pytest.mark.parametrize(("which", "code"), [(Sample.PARKSIDE, "MBC"), (Sample.PARKSIDE, "DWP")])
def test_nothing_is_written_over_something_else_or_off_the_page(
    which: Sample, code: str, tmp_path: Path
) -> None:
    of = sample_statements(which, 2)
    for page in pages(of.pdf(agency(of, code)), tmp_path):
        legible(page)


def long_names(count: int) -> Hub:
    """A hub in which everything is called at length, and that charges for so many costs and licences."""
    long = "The Public Service Hub of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch and Districts"
    builder = (
        a_hub(long)
        .vat_code("S", {"2011-01-04": 20})
        .agency("VOL", name=f"{long} Advice", sector="voluntary", contact="X" * 70, email=f"{'y' * 60}@z.org")
        .statements(address=long, contact=f"{long}\n{'0' * 90}", payment=long, introduction=long)
        .standing("voluntary", 40, applies="licence and shared")
    )
    for place in range(count):
        builder.licence(f"L{place:03}", "VOL", 1 + place % 7, vat="S")
        builder.cost_line(f"C{place:03}", 12_345 + place * 17, name=f"Cost {place} of {long}", vat="S")
    return builder.build()


@pytest.mark.parametrize("count", [2, 40, 260])
def test_many_lines_and_long_names_take_three_pages_at_most(count: int, tmp_path: Path) -> None:
    hub = long_names(count)
    run = issue(a_draft(hub, "2026-27-Q2"), [])
    assert hub.statements is not None
    of = statements_of(run, [], hub, Letterhead(hub.statements))
    one = run.facts.hub.agency_codes["VOL"]
    found = pages(of.pdf(one), tmp_path)
    assert len(found) <= 3
    for page in found:
        legible(page)
    said = of.statement(one)
    told = figures_told([page.text for page in found])
    if count == 2:
        assert figures_meant(said) - told == {}
    for table in said.tables:
        assert figures_meant(replace(said, tables=(replace(table, rows=()),))) - told == {}


def test_what_is_left_out_for_room_is_one_row_with_its_sums() -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    shared = next(one for one in of.statement(agency(of, "MBC")).tables if one.title == "Shared costs")
    trimmed = shared.trimmed(3)
    assert len(trimmed.rows) == 4
    *kept, together = trimmed.rows
    assert all(row in shared.rows for row in kept)
    assert isinstance(together[0], Words)
    assert together[0].text == f"{len(shared.rows) - 3} more"

    assert column(replace(shared, rows=trimmed.rows), "Net £") != column(shared, "Net £")
    assert sum(column(replace(shared, rows=trimmed.rows), "Net £")) == sum(column(shared, "Net £"))
    largest = sorted(map(abs, column(shared, "Net £")))[-3:]
    assert sorted(map(abs, column(replace(shared, rows=tuple(kept)), "Net £"))) == largest
    assert shared.trimmed(len(shared.rows) - 2) == shared


def test_letters_that_the_typeface_lacks_stop_nothing(tmp_path: Path) -> None:
    hub = a_hub("Hwb Tŷ").agency("ABC", name="Cyngor 中 😀").licence("L1", "ABC", desks=2).build()
    run = a_draft(hub, "2026-27-Q1")
    of = statements_of(run, [], hub)
    [page] = pages(of.pdf(hub.agency_codes["ABC"]), tmp_path)
    assert page.says("Hwb Tŷ")


# Draft or issued


def test_a_draft_is_plainly_one_on_every_page_and_asks_for_nothing(tmp_path: Path) -> None:
    hub, runs = sample_year(Sample.PARKSIDE)
    of = statements_of(a_draft(hub, "2026-27-Q3", runs[:2]), runs[:2], hub)
    found = pages(of.pdf(agency(of, "CAB")), tmp_path)
    for page in found:
        assert page.says("draft, not issued")
    assert found[0].says("Nothing is to be paid by it")
    assert not any(page.says("By BACS") or page.says("hash") for page in found)


def test_an_issued_one_says_when_and_by_which_hash_and_how_to_pay(tmp_path: Path) -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    found = pages(of.pdf(agency(of, "CAB")), tmp_path)
    issue_of = of.going.run.issue
    assert issue_of is not None
    for page in found:
        assert page.says(f"issued 3 July 2026 · hash {issue_of.sha256[:12]}")
        assert not page.says("draft")
    words = "".join(page.text for page in found)
    for said in ("3, hash", "By BACS within 30 days", "Finance, 01664 502502", "Station Approach"):
        assert said in words


def test_names_are_those_of_the_run_though_the_hub_has_others_now(tmp_path: Path) -> None:
    hub, runs = sample_year(Sample.PARKSIDE)
    renamed = Hub.of(
        replace(one, code=f"NEW{one.code}", name="Renamed") if isinstance(one, Agency) else one
        for one in hub.records()
    )
    of = statements_of(runs[1], runs[:1], renamed)
    path = tmp_path / "statement.pdf"
    of.write(agency(of, "CAB"), path)
    text = "".join(words_of(path))
    assert "Citizens Advice" in text
    assert "Renamed" not in text
    assert "NEWCAB" not in text


def test_the_host_pays_nobody_and_a_credit_asks_for_no_payment() -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    hosts = of.statement(agency(of, "MBC"))
    assert hosts.due.words == "The host's own part"
    assert [title for title, _ in hosts.closing] == ["Questions"]
    of = sample_statements(Sample.PARKSIDE, 4)
    credit = of.statement(agency(of, "DWP"))
    assert credit.due.pence < 0
    assert credit.due.words == "Credit to you"
    assert [title for title, _ in credit.closing] == ["Questions"]


def test_a_year_end_says_what_it_is_and_shows_no_plan() -> None:
    of = sample_statements(Sample.PARKSIDE, 4)
    said = of.statement(of.agencies[0])
    assert said.head.about == "Parkside, year end of 2026-27"
    assert said.floors == ()
    assert ("Costs", "actuals where known") in said.head.facts


def test_the_sum_of_a_year_is_to_look_at() -> None:
    hub, _ = sample_year(Sample.HAVANT)
    of = statements_of(a_draft(hub, "2026-27"), [], hub)
    said = of.statement(of.agencies[0])
    assert "to look at" in said.head.draft
    assert not any(table.title.startswith("The year") for table in said.tables)


@pytest.mark.parametrize("seed", [2, 3])
def test_a_large_hub_with_changes_on_many_days_takes_three_pages_at_most(seed: int, tmp_path: Path) -> None:
    of = random_statements(seed, agencies=40, lines=150)
    path = tmp_path / "statement.pdf"
    host = next(one for one in of.agencies if one.id == of.going.run.facts.host)
    for one in (of.agencies[0], host):
        assert sum(len(table.rows) for table in of.statement(one).tables) > 160
        of.write(one, path)
        assert len(words_of(path)) <= 3
        assert sum_of_money(of.statement(one).due.pence) in words_of(path)[0]


def test_a_table_without_money_is_trimmed_from_its_end() -> None:
    of = sample_statements(Sample.PARKSIDE, 2)
    said = of.statement(agency(of, "CAB"))
    changed = next(one for one in said.tables if one.title == "How your part changed")
    trimmed = changed.trimmed(2)
    assert trimmed.rows[:2] == changed.rows[:2]
    assert first_words(trimmed)[0] == "Footfall (C10)"
    assert first_words(trimmed)[-1] == f"{len(changed.rows) - 2} more"
