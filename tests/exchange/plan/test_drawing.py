"""A page is well-formed SVG, whatever is written on it."""

from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from hubdesk.exchange.plan.drawing import Drawing, number
from hubdesk.exchange.plan.paper import Box

PAGE = Box(0, 0, 297, 210)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_written(text: str) -> None:
    drawing = Drawing(PAGE, text)
    drawing.text(10, 10, text, 3)
    root = fromstring(drawing.svg())
    [written] = (one for one in root if one.tag.endswith("}text"))
    kept = "".join(one for one in text if one.isprintable() and one not in "\ufffe\uffff")
    assert "".join(
        one for one in (written.text or "") if one.isprintable() and one != "\ufffd"
    ) == kept.replace("\ufffd", "")


def test_the_page_is_as_large_as_its_paper() -> None:
    root = fromstring(Drawing(PAGE, "").svg())
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("297mm", "210mm", "0 0 297 210")


@given(st.floats(-10_000, 10_000))
def test_numbers_are_short_and_near_enough(value: float) -> None:
    text = number(value)
    assert "e" not in text
    assert text != "-0"
    assert abs(float(text) - value) <= 0.000501
