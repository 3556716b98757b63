"""What was not the agency's to change is told where it was changed, whoever saved the workbook."""

import re
from datetime import date
from pathlib import Path

import pytest

from hubdesk.domain.days import in_words
from hubdesk.domain.problem import Refused
from hubdesk.exchange.review_pack.layout import READ_ME, YOUR_ANSWER, YOUR_CHARGES, YOUR_DESKS
from hubdesk.exchange.review_pack.returned import Alteration, Altered, Returned, altered, read
from hubdesk.exchange.review_pack.workbook import write
from tests.exchange.review_pack.returning import (
    SHEETS,
    parts_of,
    renamed,
    text_cell,
    with_part,
    with_sheets,
    with_text,
)
from tests.workflows.review.made import parkside_pack

FORMULA = re.compile(r'<c r="([A-Z]+)(\d+)"[^>]*><f>([^<]*)</f><v>([^<]*)</v>')


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sent") / "CAB.xlsx"
    write(parkside_pack("CAB"), path)
    return path


@pytest.fixture
def copy(sent: Path, tmp_path: Path) -> Path:
    path = tmp_path / "CAB.xlsx"
    path.write_bytes(sent.read_bytes())
    return path


def said(path: Path) -> Returned:
    return read(path)[1]


def told(path: Path, sent: Path) -> list[Altered]:
    """What is told of the workbook, but that a sheet was renamed."""
    return [one for one in altered(said(path), said(sent)) if one.how is not Alteration.SHEET_RENAMED]


def formula(path: Path, beginning: str) -> re.Match[str]:
    found = [
        one for one in FORMULA.finditer(parts_of(path)[SHEETS[YOUR_CHARGES]]) if one[3].startswith(beginning)
    ]
    return found[0]


def exchanged(path: Path, old: str, new: str, sheet: str = YOUR_CHARGES) -> Path:
    return with_part(path, SHEETS[sheet], lambda xml: xml.replace(old, new, 1))


def test_a_formula_longer_than_any_program_keeps_is_altered_whatever_its_shape(
    sent: Path, copy: Path
) -> None:
    total = formula(copy, "ROUND(SUM(SUM(")
    longer = total[3].replace("SUM(", f"SUM({' ' * 8_200}", 1)
    exchanged(renamed(copy), f"<f>{total[3]}</f><v>{total[4]}</v>", f"<f>{longer}</f>")
    [one] = told(copy, sent)
    assert one.where.endswith(f"cell {total[1]}{total[2]}")


def test_a_formula_that_names_other_cells_under_a_renamed_sheet_is_told(sent: Path, copy: Path) -> None:
    total = formula(copy, "ROUND(SUM(SUM(H11,")
    cheaper = re.sub(r"H11,H\d+", "H11,H11", total[3])
    exchanged(renamed(copy), f"<f>{total[3]}</f><v>{total[4]}</v>", f"<f>{cheaper}</f><v>99</v>")
    [one] = told(copy, sent)
    assert (one.before, one.after) == (total[4], f"={cheaper}")


@pytest.mark.parametrize("sheet", [READ_ME, YOUR_CHARGES])
def test_every_figure_in_pounds_that_was_exchanged_under_its_formula_is_told(
    sent: Path, copy: Path, sheet: str
) -> None:
    xml = parts_of(copy)[SHEETS[sheet]]
    forged = FORMULA.sub(lambda one: one[0].replace(f"<v>{one[4]}</v>", "<v>0.25</v>"), xml)
    with_part(copy, SHEETS[sheet], lambda _: forged)
    places = {
        f"{one[1]}{one[2]}"
        for one in FORMULA.finditer(xml)
        if "agree" not in one[3] and "COUNTIF" not in one[3]
    }
    found = told(copy, sent)
    assert {one.where.rpartition(" ")[2] for one in found} == places
    assert {one.after for one in found} == {"0.25"}


def test_what_comes_of_the_answers_may_differ(sent: Path, copy: Path) -> None:
    for sheet in (YOUR_DESKS, YOUR_CHARGES, YOUR_ANSWER):
        xml = parts_of(copy)[SHEETS[sheet]]
        marks = [one for one in FORMULA.finditer(xml) if "COUNTIF" in one[3] or "agree" in one[3]]
        assert marks
        for one in marks:
            exchanged(copy, one[0], one[0].replace(f"<v>{one[4]}</v>", "<v>77</v>"), sheet)
    assert told(copy, sent) == []


def test_less_than_half_a_penny_is_no_difference(sent: Path, copy: Path) -> None:
    total = formula(copy, "ROUND(SUM(SUM(")
    exchanged(copy, f"<v>{total[4]}</v>", f"<v>{float(total[4]) + 1e-9}</v>")
    assert told(copy, sent) == []


def test_a_program_that_keeps_no_values_is_believed_where_formulas_are_as_sent(
    sent: Path, copy: Path
) -> None:
    with_part(copy, SHEETS[YOUR_CHARGES], lambda xml: re.sub(r"(</f>)<v>[^<]*</v>", r"\1", xml))
    assert told(renamed(copy), sent) == []


@pytest.mark.parametrize(("day", "differences"), [(parkside_pack("CAB").deadline, 0), (date(2027, 2, 1), 1)])
def test_a_day_that_was_saved_as_text_is_the_same_day(
    sent: Path, copy: Path, day: date, differences: int
) -> None:
    deadline = parkside_pack("CAB").deadline.isoformat()
    cells = [cell for row in said(sent).sheets[0].rows for cell in row.cells.values()]
    place = next(one for one in cells if one.shown == deadline).where.rpartition(" ")[2]
    with_part(
        copy,
        SHEETS[READ_ME],
        lambda xml: re.sub(rf'<c r="{place}".*?</c>', text_cell(place, in_words(day)), xml, count=1),
    )
    assert len(told(copy, sent)) == differences


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as caught:
        read(path)
    [problem] = caught.value.problems
    assert problem.remedy
    return problem.code


def test_rows_are_counted_over_all_sheets(copy: Path) -> None:
    rows = "".join("<row><c><v>1</v></c></row>" for _ in range(7_000))
    assert refusal(with_sheets(copy, rows, rows, rows)) == "too-many-rows"


def test_more_sheets_than_are_read_are_refused_and_never_left_out(copy: Path) -> None:
    row = "<row><c><v>1</v></c></row>"
    assert len(said(with_sheets(copy, *[row] * 36)).sheets) == 40
    assert refusal(with_sheets(copy, row)) == "too-many-sheets"


def test_words_far_to_the_right_are_refused_and_never_left_out(copy: Path) -> None:
    assert refusal(with_text(copy, YOUR_CHARGES, "ZZ8", "this is ours")) == "too-many-columns"


def test_cells_without_places_are_counted_to_the_right_as_well(copy: Path) -> None:
    cells = "<c/>" * 256 + '<c t="inlineStr"><is><t>this is ours</t></is></c>'
    assert refusal(with_sheets(copy, f"<row>{cells}</row>")) == "too-many-columns"


def test_the_last_column_that_is_read_is_told(sent: Path, copy: Path) -> None:
    [one] = told(with_text(copy, YOUR_CHARGES, "IV8", "this is ours"), sent)
    assert one.after == "this is ours"
