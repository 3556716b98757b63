"""What a pack says of parts and wholes, of exact figures, and of what cannot be written."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from hubdesk.exchange.review_pack.leaflet.cleaned import plain
from hubdesk.exchange.review_pack.leaflet.contents import leaflet_of
from hubdesk.exchange.review_pack.leaflet.figures import exact
from hubdesk.exchange.review_pack.leaflet.mails import linked
from hubdesk.exchange.review_pack.pack import Pack, SharePart
from hubdesk.exchange.statement.statement import Words
from tests.exchange.review_pack.packs import a_pack
from tests.exchange.review_pack.varied import bare


def with_parts(*parts: tuple[int | None, int | None, str], unit: str = "desk-days") -> Pack:
    """A pack whose cost has these parts and wholes, with their units."""
    [share] = a_pack().shares
    told = tuple(
        SharePart(
            f"Q{place}",
            100,
            None if part is None else Fraction(part),
            whole=None if whole is None else Fraction(whole),
            cost=None if whole is None else 1_000,
            unit=of,
        )
        for place, (part, whole, of) in enumerate(parts, start=1)
    )
    return a_pack(shares=(replace(share, parts=told, unit=unit, share=100 * len(told)),))


def part_of_all(pack: Pack) -> Words:
    [shares] = [one for one in leaflet_of(pack).sections if one.name == "shares"]
    cell = shares.tables[0].rows[0].cells[1]
    assert isinstance(cell, Words)
    return cell


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        (with_parts((12, 84, ""), (12, 84, ""), unit="desks"), "12 of 84"),
        (with_parts((91, 910, ""), (92, 920, "")), "183 of 1,830"),
        (with_parts((91, 910, ""), (92, 930, "")), "see the periods below"),
        (with_parts((91, 910, ""), (92, 920, ""), unit="FTE"), "see the periods below"),
        (with_parts((91, 910, ""), (10, 100, "days")), "see the periods below"),
        (with_parts((42, 100, "%")), "42 %"),
        (with_parts((7, 92, "days")), "7 of 92 days"),
        (with_parts((2_190, None, "")), "2,190"),
        (with_parts((None, None, "")), "withheld"),
    ],
)
def test_part_and_whole_stand_together_where_one_pair_says_it_all(pack: Pack, said: str) -> None:
    assert part_of_all(pack).text == said


def test_a_whole_that_is_withheld_is_said_to_be() -> None:
    assert part_of_all(with_parts((2_190, None, ""))).why == ("the whole withheld",)


@pytest.mark.parametrize(
    ("figure", "written"),
    [
        (Fraction(1_365), "1,365"),
        (Fraction(69, 4), "17.25"),
        (Fraction(52, 3), "17.333333…"),
        (Fraction(-52, 3), "−17.333333…"),
        (Fraction(-5), "−5"),
        (Fraction(1, 10**7), "0.000000…"),
        (Fraction(0), "0"),
    ],
)
def test_figures_say_where_they_are_not_told_to_the_end(figure: Fraction, written: str) -> None:
    assert exact(figure) == written


def test_texts_lose_controls_and_keep_their_lines() -> None:
    assert plain("a\u202eb\x00c\r\nd\ud800") == "abc\nd\ufffd"


def test_silence_is_said_to_be_agreement_only_where_it_is() -> None:
    agreed = leaflet_of(a_pack(silence=True)).asked.points[0]
    asked_again = leaflet_of(a_pack(silence=False)).asked.points[0]
    assert agreed == "If no answer has come by 15 January 2027, that counts as agreement."
    assert asked_again.startswith("No answer is not taken as agreement.")


def test_what_there_is_none_of_is_said_in_words() -> None:
    said = {one.name: one.paragraphs for one in leaflet_of(bare()).sections if not one.tables}
    assert said["desks"] == ("On 1 December 2026 the records have no desk of yours.",)
    assert said["licences"] == ("You hold no licence for desks in 2026-27.",)
    assert said["shares"] == ("You bear no share of a cost in 2026-27.",)
    assert said["total"] == ("Nothing is charged to you in 2026-27.",)
    assert said["changes"] == ("This is the first review, so there is none to compare it with.",)
    assert "estimate" not in said


def test_nothing_changed_is_told_apart_from_a_first_review() -> None:
    [changes] = [one for one in leaflet_of(a_pack(changes=())).sections if one.name == "changes"]
    assert changes.paragraphs == ("Nothing has changed since the review Autumn 2025, as at 1 December 2025.",)


def test_what_holds_for_a_cost_is_said_beside_it_and_what_holds_for_its_periods_beside_those() -> None:
    [share] = a_pack().shares
    [shares] = [one for one in leaflet_of(a_pack()).sections if one.name == "shares"]
    [row] = shares.tables[0].rows
    assert isinstance(row.cells[0], Words)
    assert share.note in row.cells[0].why
    assert share.periods_note not in row.cells[0].why
    assert row.why is not None
    assert row.why.table is not None
    assert row.why.table.note == share.periods_note


def notes_on_the_share(**otherwise: object) -> tuple[str, ...]:
    [share] = a_pack().shares
    [shares] = [
        one
        for one in leaflet_of(a_pack(shares=(replace(share, note="", **otherwise),))).sections  # type: ignore[arg-type]
        if one.name == "shares"
    ]
    first = shares.tables[0].rows[0].cells[0]
    assert isinstance(first, Words)
    return first.why


@pytest.mark.parametrize(
    ("basis", "unit", "said"),
    [
        ("FTE", "FTE × days", "Shared by FTE, counted in FTE × days"),
        ("equally", "equal parts × days", "Shared equally, counted in equal parts × days"),
        ("fixed share of 90 %", "of the whole", "A fixed share of 90 % of the whole"),
    ],
)
def test_by_what_a_cost_is_shared_is_said_in_words(basis: str, unit: str, said: str) -> None:
    assert notes_on_the_share(basis=basis, unit=unit) == (said,)


def test_the_figure_that_a_share_rests_on_is_told_as_it_is_held() -> None:
    asked = replace(a_pack().shares[0].asked, held="FTE 7.25")
    assert notes_on_the_share(asked=asked)[1] == "We hold for you: FTE 7.25"


def test_a_credit_says_why_it_has_a_minus() -> None:
    *_, said = notes_on_the_share(share=-11_891, net=-11_891)
    assert said == "A credit: money that comes in lowers what you pay, so your share has a minus."


def test_a_concession_on_a_credit_says_whose_the_rest_is() -> None:
    *_, said = notes_on_the_share(share=-11_891, award=-4_757, net=-7_134, funder="the partners")
    assert said.endswith(
        "A concession takes its percentage off credits as off charges: £47.57 of this one goes to the "
        "partners, as your concessions are at their cost."
    )


def test_pennies_of_periods_bear_their_unit() -> None:
    [shares] = [one for one in leaflet_of(a_pack()).sections if one.name == "shares"]
    why = shares.tables[0].rows[0].why
    assert why is not None
    assert why.table is not None
    assert [row.cells[-1] for row in why.table.rows] == [Words("+1p"), None, None, None]


def test_parts_in_days_are_said_to_be_days() -> None:
    [shares] = [
        one for one in leaflet_of(with_parts((7, 92, "days"), (5, 90, ""))).sections if one.name == "shares"
    ]
    why = shares.tables[0].rows[0].why
    assert why is not None
    assert why.table is not None
    assert [row.cells[1:3] for row in why.table.rows] == [
        (Words("7 days"), Words("92 days")),
        (Words("5"), Words("90")),
    ]


def test_it_is_plainly_no_bill() -> None:
    leaflet = leaflet_of(a_pack())
    assert leaflet.sum_note == "This is not a bill: nothing is to be paid on it."
    [total] = [one for one in leaflet.sections if one.name == "total"]
    assert total.paragraphs[0].startswith(leaflet.sum_note)
    assert total.tables[0].total == (Words("Total"), a_pack().total)


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Ann Reed, ann.reed@melton.gov.example.", ["ann.reed@melton.gov.example"]),
        ("a@b.example or c+d@e-f.example", ["a@b.example", "c+d@e-f.example"]),
        ("no@where", []),
        ("@office, 01664 500100", []),
        ("a@b.example@c.example", []),
        ("javascript:alert(1)@b.example?cc=x@y.example", ["x@y.example"]),
    ],
)
def test_mail_addresses_in_a_text_begin_messages(text: str, links: list[str]) -> None:
    runs = linked(text, "Review & more")
    assert "".join(one.text for one in runs) == text
    assert [one.text for one in runs if one.href] == links
    assert all(one.href == f"mailto:{one.text}?subject=Review%20%26%20more" for one in runs if one.href)


def test_the_workbook_goes_back_to_the_address_where_there_is_one() -> None:
    assert "to desks@melton.example." in leaflet_of(a_pack()).asked.steps[2]
    assert "to Ann Reed, room 4." in leaflet_of(a_pack(contact=("Ann Reed", "room 4"))).asked.steps[2]


def test_desks_on_the_plan_stand_beside_those_that_are_paid_for() -> None:
    [desks] = [one for one in leaflet_of(a_pack()).sections if one.name == "desks"]
    assert desks.paragraphs[0].startswith("Desks on our plan for you: 2. Desks you pay for: 4.")
    [none] = [one for one in leaflet_of(a_pack(desks=())).sections if one.name == "desks"]
    assert none.paragraphs[1].startswith("Desks on our plan for you: 0. Desks you pay for: 4.")


def test_a_day_to_come_is_told_from_the_records() -> None:
    assert leaflet_of(a_pack()).about.endswith("as they were on 1 December 2026.")
    ahead = leaflet_of(a_pack(made=date(2026, 11, 23)))
    assert ahead.about.endswith("as our records show them for 1 December 2026.")
    assert ("Our records for", "1 December 2026") in ahead.facts


def test_a_concession_is_told_with_its_percentage_and_who_pays_for_it() -> None:
    said = notes_on_the_share(award=48, funder="the partners", concession="40 % as a voluntary body")
    assert said[1] == "Concession of 40 % as a voluntary body, paid for by the partners"


def test_a_concession_that_is_the_same_on_all_shares_is_told_once() -> None:
    [share] = a_pack().shares
    conceded = replace(share, award=48, funder="the partners", concession="40 % as a voluntary body")
    other = replace(conceded, asked=replace(share.asked, key="share:00000000000000c2"), code="C02")
    [shares] = [one for one in leaflet_of(a_pack(shares=(conceded, other))).sections if one.name == "shares"]
    assert shares.paragraphs[1:] == (
        "Concession of 40 % as a voluntary body, paid for by the partners. It is taken off each share.",
    )
    firsts = [row.cells[0] for row in shares.tables[0].rows]
    assert not any("Concession" in said for one in firsts if isinstance(one, Words) for said in one.why)
    [shares] = [
        one
        for one in leaflet_of(a_pack(shares=(conceded, replace(other, funder="the host")))).sections
        if one.name == "shares"
    ]
    assert len(shares.paragraphs) == 1
