"""Records as plain data: back and forth without loss, and one text for one thing."""

import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain.plain import BadPlain, Plain, canonical, decimal_text, from_plain, to_plain
from hubdesk.domain.record import KIND_NAMES, KINDS, Record
from tests.builders import random_hub


@settings(max_examples=40)
@given(st.integers(0, 10**6))
def test_every_record_comes_back(seed: int) -> None:
    for record in random_hub(seed, desks=6).records():
        text = canonical(to_plain(record))
        assert from_plain(json.loads(text)) == record
        assert canonical(json.loads(text)) == text


def test_every_kind_of_record_has_a_name() -> None:
    assert set(KINDS.values()) == set(get_args(Record))


def test_random_hubs_have_every_kind() -> None:
    kinds = {type(record) for seed in range(20) for record in random_hub(seed).records()}
    assert kinds == set(KINDS.values())
    assert {KIND_NAMES[kind] for kind in kinds} == set(KINDS)


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_nothing_in_plain_data_is_a_float_true_or_null(seed: int) -> None:
    def leaves(plain: Plain) -> list[object]:
        if isinstance(plain, dict):
            return [leaf for value in plain.values() for leaf in leaves(value)]
        if isinstance(plain, list):
            return [leaf for value in plain for leaf in leaves(value)]
        return [plain]

    for record in random_hub(seed, desks=4).records():
        assert {type(leaf) for leaf in leaves(to_plain(record))} <= {int, str}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.integers().map(Decimal))
def test_equal_numbers_have_one_text(value: Decimal) -> None:
    text = decimal_text(value)
    assert Decimal(text) == value
    assert "E" not in text
    assert decimal_text(value + Decimal("0.000")) == text or value.adjusted() > 20
    assert decimal_text(Decimal(text)) == text


def test_a_number_without_a_fraction_has_no_point() -> None:
    assert [decimal_text(Decimal(text)) for text in ("40.00", "1E+2", "-0", "0.10")] == [
        "40",
        "100",
        "0",
        "0.1",
    ]


def _agency() -> dict[str, Plain]:
    record: Record = next(iter(random_hub(1).agencies.values()))
    return to_plain(record)


@pytest.mark.parametrize(
    "wrong",
    [
        {"record": "spaceship"},
        {"sector": "charity"},
        {"internal": 1},
        {"name": 7},
        {"nickname": "x"},
        {"name": []},
    ],
    ids=str,
)
def test_what_is_no_record_is_refused(wrong: Mapping[str, Plain]) -> None:
    with pytest.raises(BadPlain):
        from_plain({**_agency(), **wrong})


def test_a_record_without_a_field_that_it_needs_is_refused() -> None:
    needed = {one.name for one in fields(KINDS["agency"])} & {"id", "code", "name", "sector"}
    for name in needed | {"record"}:
        with pytest.raises(BadPlain):
            from_plain({key: value for key, value in _agency().items() if key != name})
