"""What may be typed or chosen, as the rule of a worksheet, with what people read when it is not taken."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from hubdesk.exchange.review_pack.workbook.entries import (
    AnyNumber,
    Choices,
    Day,
    Entry,
    FreeText,
    OneOf,
    WholeNumber,
    choices,
)

Rule = dict[str, Any]


def rule(entry: Entry, lists: Mapping[Choices, str]) -> Rule:
    """The rule for cells that take `entry`; `lists` name the ranges that drop-downs choose from."""
    match entry:
        case OneOf():
            return {
                "validate": "list",
                "source": f"={lists[choices(entry)]}",
                **_asks("Choose from the list", entry.say),
                **_refuses(
                    "Not in the list", "Choose one of the words in the list, or leave the cell empty."
                ),
            }
        case WholeNumber(least, most):
            said = f"Type a whole number from {least:,} to {most:,}, or leave the cell empty."
            return {
                "validate": "integer",
                "criteria": "between",
                "minimum": least,
                "maximum": most,
                **_asks("A whole number", entry.say),
                **_refuses("Not a whole number", said),
            }
        case AnyNumber(most):
            return {
                "validate": "decimal",
                "criteria": "between",
                "minimum": 0,
                "maximum": most,
                **_asks("A number", entry.say),
                **_refuses("Not a number", "Type a number of 0 or above, or leave the cell empty."),
            }
        case Day():
            return _day(entry, lists)
        case FreeText(longest):
            return {
                "validate": "length",
                "criteria": "<=",
                "value": longest,
                **_refuses("Too long", f"There is room for {longest:,} letters here."),
            }


def closed(why: str) -> Rule:
    """The rule for a cell that cannot be filled in: it is locked, and says why."""
    return {"validate": "any", **_asks("A grey cell is ours", why)}


def _day(day: Day, lists: Mapping[Choices, str]) -> Rule:
    """A list can be left with a yes where another day is meant; the mark of the line looks at it too."""
    if not day.offered:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": datetime.combine(day.first, time.min),
            "maximum": datetime.combine(day.last, time.min),
            **_asks("A day", "Type a day like 7 Nov 2026."),
            **_refuses("Not a day that fits", f"Type a day like 7 Nov 2026, {day.said}."),
        }
    return {
        "validate": "list",
        "source": f"={lists[day.offered]}",
        **_asks("From which day", "Choose from the list, or type any day like 7 Nov 2026, past ones too."),
        "error_title": "Is this day right?",
        "error_message": f"If you mean a day like 7 Nov 2026, {day.said}, choose Yes and it is kept.",
        "error_type": "warning",
    }


def _asks(title: str, say: str) -> Rule:
    return {"input_title": title, "input_message": say} if say else {}


def _refuses(title: str, say: str) -> Rule:
    return {"error_title": title, "error_message": say, "error_type": "stop"}
