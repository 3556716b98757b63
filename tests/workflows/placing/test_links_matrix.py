"""Working links as a matrix: typed both ways, emptied, one link in place of several."""

from datetime import date
from decimal import Decimal

from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.links_matrix import MatrixRow, matrix_columns, matrix_rows
from hubdesk.workflows.tables.laying import Place, lay
from hubdesk.workflows.tables.putting import put
from tests.builders import a_hub

TODAY = date(2026, 11, 23)
HUB = (
    a_hub().agency("CAB", "voluntary").agency("POL").agency("DWP")
    .link("POL", "CAB", 7).link("CAB", "DWP", 3).link("DWP", "CAB", 2)
    .build()
)  # fmt: skip


def row(hub: Hub, code: str) -> MatrixRow:
    return next(one for one in matrix_rows(hub) if one.agency.code == code)


def strengths(hub: Hub) -> dict[str, str]:
    """What stands in the cells, by "row column"."""
    return {
        f"{one.agency.code} {column.title}": column.text(one)
        for one in matrix_rows(hub)
        for column in matrix_columns(hub)[1:]
        if column.text(one)
    }


def typed(hub: Hub, of: str, with_: str, text: str) -> Hub:
    (column,) = (one for one in matrix_columns(hub) if one.title == with_)
    assert column.edit is not None
    value = column.read(text, hub, TODAY).value
    return hub.applying(column.edit(hub, row(hub, of), value))


def test_each_link_stands_in_both_its_cells_and_none_on_the_diagonal() -> None:
    assert strengths(HUB) == {"CAB POL": "7", "POL CAB": "7", "CAB DWP": "5", "DWP CAB": "5"}
    for column in matrix_columns(HUB)[1:]:
        assert not column.takes(row(HUB, column.title))
        assert sum(column.takes(one) for one in matrix_rows(HUB)) == len(HUB.agencies) - 1
    assert row(HUB, "CAB").note(HUB.agency_codes["DWP"].id) == "2 links together"


def test_a_strength_typed_sets_changes_and_removes_the_link() -> None:
    new = typed(HUB, "POL", "DWP", "2.5")
    assert strengths(new)["DWP POL"] == strengths(new)["POL DWP"] == "2.5"
    (link,) = (one for one in HUB.working_links.values() if one.strength == 7)
    changed = typed(HUB, "CAB", "POL", "9")
    assert changed.working_links[link.id].strength == Decimal(9)
    gone = typed(HUB, "CAB", "POL", "")
    assert link.id not in gone.working_links
    assert typed(HUB, "POL", "DWP", "") == HUB


def test_one_link_takes_the_place_of_several_as_one_change() -> None:
    (column,) = (one for one in matrix_columns(HUB) if one.title == "DWP")
    assert column.edit is not None
    change = column.edit(HUB, row(HUB, "CAB"), Decimal(4))
    after = HUB.applying(change)
    assert strengths(after)["CAB DWP"] == "4"
    assert len(after.working_links) == len(HUB.working_links) - 1
    assert after.applying(change.inverted()) == HUB


def test_a_block_pasted_over_both_halves_makes_each_link_once() -> None:
    columns, rows = matrix_columns(HUB), matrix_rows(HUB)
    codes = [one.agency.code for one in rows]
    assert codes == ["CAB", "DWP", "HBC", "POL"]
    block = (("", "4", "6"), ("4", "", ""), ("6", "", ""))  # DWP, HBC and POL, down and across.
    laid = lay(block, rows, columns, Place(1, 2))
    after = HUB.applying(put(HUB, laid.puts, TODAY, "Paste"))
    assert (strengths(after)["DWP HBC"], strengths(after)["POL DWP"]) == ("4", "6")
    assert len(after.working_links) == len(HUB.working_links) + 2
