"""Worksheet formulas as values: written as text, and worked out in doubles as a worksheet would."""

from hubdesk.exchange.xlsx.expression.functions import (
    absolute,
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
from hubdesk.exchange.xlsx.expression.nodes import (
    Expression,
    Home,
    Number,
    Scalar,
    Text,
    Value,
    added,
    equals,
    expression,
)

__all__ = [
    "Expression",
    "Home",
    "Number",
    "Scalar",
    "Text",
    "Value",
    "absolute",
    "added",
    "equals",
    "exact",
    "expression",
    "if_",
    "in_pounds",
    "joined",
    "largest",
    "rounded",
    "smallest",
    "sum_of",
    "sum_product",
    "whole",
]
