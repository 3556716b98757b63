"""Sums of the workbook come to the pence of the pack, or it is a bug."""

import pytest

from hubdesk.exchange.review_pack.workbook.sums import coming_to, to_penny, whole_pence
from hubdesk.exchange.xlsx.expression import Expression, Number, equals
from hubdesk.exchange.xlsx.recharge_workbook import WorkbookDiffers
from hubdesk.exchange.xlsx.recharge_workbook.model import Sheet


def pence(formula: Expression) -> float:
    worked = formula.worked_out()
    assert isinstance(worked, float)
    return round(worked * 100, 6)


@pytest.mark.parametrize(
    ("pounds", "rounded", "cut_off"),
    [(1.005, 101, 100), (-1.005, -101, -100), (0.299, 30, 29), (-0.299, -30, -29), (8.29, 829, 829)],
)
def test_a_credit_is_rounded_as_its_opposite(pounds: float, rounded: int, cut_off: int) -> None:
    assert pence(to_penny(Number(pounds))) == rounded
    assert pence(whole_pence(Number(pounds), cut_off)) == cut_off


def test_a_penny_that_doubles_put_elsewhere_is_a_constant_with_words() -> None:
    sheet = Sheet("Charges", title="Charges")
    worked = coming_to(sheet.put(0, 0, 12.34) + 0, 1_235, "licence L1")
    assert worked.formula.written(sheet) == "A1+0+0.01"
    assert pence(worked.formula) == 1_235
    assert worked.placed.startswith("1p more as a constant")
    assert coming_to(Number(12.34), 1_234, "licence L1").placed == ""


def test_more_than_doubles_can_do_is_a_bug() -> None:
    with pytest.raises(WorkbookDiffers, match=r"licence L1: 12\.34 in the workbook, 12\.50 in the pack"):
        coming_to(Number(12.34), 1_250, "licence L1")


def test_what_is_no_number_is_a_bug() -> None:
    with pytest.raises(AssertionError):
        coming_to(equals("a", "b"), 0, "licence L1")
