"""What a mask looks like, and which of a hub's codes pass it."""

from hypothesis import given
from hypothesis import strategies as st

from hubdesk.domain.checks.ledger import fits
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import CodeKind
from hubdesk.domain.masks import Passing, passing, sample, told
from tests.builders import a_hub


def a_hub_with_customers(*codes: str) -> Hub:
    built = a_hub()
    for number, code in enumerate(codes):
        agency = f"A{number}"
        built = built.agency(agency, customer_code=code).licence(f"L{number}", agency, 1)
    return built.build()


@given(st.text("9AX-./ab0", max_size=20))
def test_a_sample_always_looks_as_its_mask_says(mask: str) -> None:
    assert fits(sample(mask), mask)


def test_a_sample_shows_where_digits_and_letters_stand() -> None:
    assert sample("9A-A9") == "1A-B2"
    assert sample("XX/XX") == "A1/B2"


def test_codes_that_would_not_pass_are_named_with_what_bears_them() -> None:
    hub = a_hub_with_customers("C01", "C02", "4711", "C02")
    assert passing(hub, CodeKind.CUSTOMER, "A99") == Passing(("C01", "C02"), (("4711", "agency A2"),))
    words = told(hub, CodeKind.CUSTOMER, "A99")
    assert words == "Such as A12. 2 of 3 customer codes pass. Would not pass: “4711” of agency A2."


def test_without_a_mask_every_code_passes() -> None:
    hub = a_hub_with_customers("C01", "4711")
    assert passing(hub, CodeKind.CUSTOMER, "") == Passing(("4711", "C01"), ())
    assert told(hub, CodeKind.CUSTOMER, "") == "Every customer code passes. The hub has 2 customer codes."


def test_of_many_that_would_not_pass_some_are_named() -> None:
    hub = a_hub_with_customers(*(f"4{number}" for number in range(6)))
    words = told(hub, CodeKind.CUSTOMER, "AAA")
    assert "0 of 6 customer codes pass" in words
    assert words.endswith("“42” of agency A2 and 3 more.")
