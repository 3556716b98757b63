"""What a pack says of parts and wholes, of exact figures, and of what cannot be written."""

from dataclasses import replace
from fractions import Fraction

import pytest

from hubdesk.exchange.review_pack.leaflet.cleaned import plain
from hubdesk.exchange.review_pack.leaflet.contents import leaflet_of
from hubdesk.exchange.review_pack.leaflet.figures import exact
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
        (with_parts((91, 910, ""), (92, 930, "")), "by period"),
        (with_parts((91, 910, ""), (92, 920, ""), unit="FTE"), "by period"),
        (with_parts((91, 910, ""), (10, 100, "days")), "by period"),
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
