"""Formulas as values: the text that is written, and what a worksheet makes of it."""

import pytest

from hubdesk.exchange.xlsx.expression import (
    Expression,
    Number,
    Text,
    absolute,
    added,
    equals,
    exact,
    if_,
    in_pounds,
    joined,
    largest,
    rounded,
    smallest,
    sum_of,
    sum_product,
    whole,
)
from hubdesk.exchange.xlsx.recharge_workbook.model import Sheet

HERE = Sheet("Here", title="01 Here", quoted="'01 Here'")
THERE = Sheet("There", title="02 There", quoted="'02 There'")


def written(one: Expression) -> str:
    return one.written(HERE)


@pytest.fixture
def sheet() -> Sheet:
    """Three weights below one another, a gap, and some text."""
    made = Sheet("Here", title="01 Here", quoted="'01 Here'")
    for row, content in enumerate((3, 4.5, 0)):
        made.put(row, 0, content)
    made.put(4, 0, "four")
    return made


def test_brackets_stand_where_they_are_needed_and_nowhere_else() -> None:
    one, two, three = Number(1), Number(2), Number(3)
    assert written(one + two * three) == "1+2*3"
    assert written((one + two) * three) == "(1+2)*3"
    assert written(one - (two - three)) == "1-(2-3)"
    assert written(one / (two * three)) == "1/(2*3)"
    assert written(-(one + two)) == "(-1)*(1+2)"
    assert written(equals(one + two, three)) == "1+2=3"


def test_a_reference_names_the_sheet_only_from_another(sheet: Sheet) -> None:
    cell = sheet.rows[0][0]
    assert (cell * 2).written(sheet) == "A1*2"
    assert (cell * 2).written(THERE) == "'01 Here'!A1*2"
    assert sum_of(cell.to(sheet.rows[2][0])).written(THERE) == "SUM('01 Here'!A1:A3)"


@pytest.mark.parametrize(
    ("figure", "penny"), [(0.5, 1), (1.5, 2), (2.5, 3), (-0.5, -1), (-2.5, -3), (2.4, 2), (-2.4, -2), (0, 0)]
)
def test_halves_are_rounded_away_from_zero(figure: float, penny: int) -> None:
    assert rounded(Number(figure)).worked_out() == penny


def test_rounding_to_places_goes_by_the_decimal_that_people_see() -> None:
    assert rounded(Number(1.005), 2).worked_out() == 1.01
    assert rounded(Number(0.1) + 0.2, 2).worked_out() == 0.3


def test_the_whole_part_is_towards_minus_infinity() -> None:
    assert whole(Number(2.9)).worked_out() == 2
    assert whole(Number(-2.1)).worked_out() == -3


def test_sums_pass_over_text_and_gaps(sheet: Sheet) -> None:
    everything = sheet.rows[0][0].to(sheet.rows[4][0])
    assert sum_of(everything, 1).worked_out() == 8.5
    assert smallest(everything).worked_out() == 0
    assert largest(everything).worked_out() == 4.5


def test_a_sum_of_products_goes_cell_by_cell(sheet: Sheet) -> None:
    weights = sheet.rows[0][0].to(sheet.rows[2][0])
    above = sum_product((weights > 3) + equals(weights, 3) * 10)
    assert above.written(sheet) == "SUMPRODUCT((A1:A3>3)+(A1:A3=3)*10)"
    assert above.worked_out() == 11
    assert sum_product(absolute(weights - 4)).worked_out() == 5.5


def test_only_the_branch_that_is_taken_is_worked_out() -> None:
    divided = Number(1) / 0
    assert if_(equals(1, 1), 2, divided).worked_out() == 2
    with pytest.raises(ZeroDivisionError):
        if_(equals(1, 2), 2, divided).worked_out()


def test_codes_are_compared_to_the_letter_by_exact_alone() -> None:
    assert exact("cab", "CAB").worked_out() is False
    assert equals(Text("cab"), "CAB").worked_out() is True
    assert exact("007", "7").worked_out() is False


def test_an_empty_cell_is_nothing_and_no_text() -> None:
    empty = Sheet("Here").put(0, 0, None)
    assert equals(empty, "").worked_out() is True
    assert (empty + 1).worked_out() == 1


def test_nothing_added_up_is_nothing() -> None:
    assert added([]).worked_out() == 0
    assert written(added([Number(1), Number(2), 3])) == "1+2+3"


def test_text_with_quotation_marks_is_doubled() -> None:
    assert written(Text('6" pipe')) == '"6"" pipe"'


def test_a_cell_is_worked_out_once_until_it_is_to_forget() -> None:
    sheet = Sheet("Here")
    fact = sheet.put(0, 0, 2)
    double = sheet.put(0, 1, fact * 2)
    assert double.worked_out() == 4
    fact.content = 5
    fact.forget()
    assert double.worked_out() == 4
    double.forget()
    assert double.worked_out() == 10


@pytest.mark.parametrize(
    ("pounds", "text"),
    [(1234.5, "£1,234.50"), (0, "£0.00"), (-0.01, "-£0.01"), (-4321.99, "-£4,321.99")],
)
def test_amounts_in_text_are_in_pounds(pounds: float, text: str) -> None:
    made = joined("now ", in_pounds(pounds))
    assert made.worked_out() == f"now {text}"
    assert written(in_pounds(2)) == 'TEXT(2,"£#,##0.00")'
