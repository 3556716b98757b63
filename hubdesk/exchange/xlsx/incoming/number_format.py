"""Number formats: whether a spreadsheet shows a number under one as a percentage."""

import operator
import re
from collections.abc import Callable, Mapping

_LITERAL = re.compile(r'"[^"]*"?|[\\_*].?', re.DOTALL)
"""What a format shows as it stands or leaves room for: quoted text, and the character after a mark."""
_BRACKETED = re.compile(r"\[[^\]]*\]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9.]+)\]")
_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}


def shows_as_percentage(number: float, number_format: str) -> bool:
    """Whether `number` under `number_format` is shown multiplied by 100.

    Only a % of the format's own does that, in the section that the number falls under; a quoted or
    escaped one is a mere letter.
    """
    if "%" not in number_format:
        return False
    sections = _LITERAL.sub("", number_format).split(";")
    return "%" in _BRACKETED.sub("", _section(number, sections))


def _section(number: float, sections: list[str]) -> str:
    """The section for `number`: the first whose condition it meets, else the one for its sign."""
    if any(_CONDITION.search(section) for section in sections):
        return next((section for section in sections if _meets(number, section)), sections[-1])
    if number < 0 and len(sections) > 1:
        return sections[1]
    if number == 0 and len(sections) > 2:
        return sections[2]
    return sections[0]


def _meets(number: float, section: str) -> bool:
    found = _CONDITION.search(section)
    try:
        return found is None or _COMPARED[found[1]](number, float(found[2]))
    except ValueError:
        return False
