"""Every figure of a pack has a why, whether the pack tells it or its figures do."""

from dataclasses import replace

from hubdesk.desktop.viewer.rows import AWARD, BEFORE, NET, OVER, charge_rows, estimate_rows
from hubdesk.desktop.viewer.why import why_as_text, why_charge, why_column, why_estimate, why_total
from hubdesk.domain.money import pounds
from hubdesk.exchange.review_pack.pack import Other
from tests.exchange.review_pack.packs import a_pack


def test_each_line_adds_up_and_so_do_the_lines() -> None:
    share = replace(a_pack().shares[0], over_cap=3_457, award=20_000, net=100_000)
    pack = a_pack(shares=(share,), others=(Other("Vacant desks", 5_000, "the host's"),), total=825_000)
    rows = charge_rows(pack)
    assert [row.before + (row.over or 0) + (row.award or 0) for row in rows] == [row.net for row in rows]
    assert sum(row.net for row in rows) == pack.total


def test_every_figure_of_money_opens_and_begins_with_itself() -> None:
    pack = a_pack(workings=(), others=(Other("Vacant desks", -5_000, "the host's"),), total=838_457)
    for row in charge_rows(pack):
        for column in (BEFORE, OVER, AWARD, NET):
            value = getattr(row, column)
            if value is not None:
                assert why_charge(pack, row.id, column).figure == pounds(
                    abs(value) if column == AWARD else value
                )
    assert why_total(pack).figure == why_column(pack, NET).figure == "£8,384.57"
    assert why_column(pack, BEFORE).figure == "£13,184.57"


def test_the_workings_of_the_pack_are_told_as_they_are() -> None:
    pack = a_pack()
    assert why_charge(pack, "0", NET) is pack.workings[0][1]


def test_a_licence_is_told_from_its_spells() -> None:
    told = why_as_text(why_charge(a_pack(workings=()), "0", NET))
    assert "Licence L-CAB: £7,200.00, the first less the rest" in told
    assert "1 April 2026 to 31 March 2027: £12,000, desks × rate of a year × days ÷ days of the year" in told
    assert "borne by the host: £4,800.00" in told
    assert "£4,800, 4 desks × rate × days ÷ days of the year × 40 %" in told


def test_a_spell_that_does_not_come_out_even_says_so() -> None:
    licence = a_pack().licences[0]
    spell = replace(licence.spells[0], days=100)
    told = why_as_text(
        why_charge(a_pack(workings=(), licences=(replace(licence, spells=(spell,)),)), "0", BEFORE)
    )
    assert "£3,287.6712…" in told


def test_a_share_shows_the_total_and_all_parts_or_says_that_they_are_not_shown() -> None:
    told = why_as_text(why_charge(a_pack(workings=()), "1", BEFORE))
    assert "The cost: £6,481.48" in told
    assert "All parts: 7,665 desk-days" in told
    assert "Odd pence of rounding: £0.01" in told
    share = a_pack().shares[0]
    withheld = tuple(replace(part, whole=None, cost=None) for part in share.parts)
    told = why_as_text(why_charge(a_pack(workings=(), shares=(replace(share, parts=withheld),)), "1", NET))
    assert "the total is not shown" in told
    assert "All parts" not in told
    assert "6,481.48" not in told


def test_next_year_is_explained_line_by_line_and_as_a_whole() -> None:
    pack = a_pack()
    assert [row.net for row in estimate_rows(pack)] == [740_000]
    assert why_estimate(pack, "").figure == "£7,400.00"
    assert why_estimate(pack, "0").what == "Licence L-CAB"
    assert estimate_rows(a_pack(estimate=None)) == []
