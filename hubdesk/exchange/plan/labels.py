"""Short labels: what fits on a desk and still names whose it is."""

import re
from collections.abc import Sequence

LONGEST = 5
"""Characters of a label, at most: what a desk has room for at 1:200."""
_WORD = re.compile(r"\w+")
_SMALL = frozenset({"and", "of", "the", "for", "in", "at", "on", "&"})


def short_labels(codes_and_names: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """A label for each (code, name), no two alike.

    The code where it is short, else the initials of the name, else the beginning of the code; where
    that is somebody's already, with a number in place of its end.
    """
    labels: list[str] = []
    taken = {code for code, _ in codes_and_names if len(code) <= LONGEST}
    for code, name in codes_and_names:
        if len(code) <= LONGEST:
            labels.append(code)
            continue
        label = _free(code, name, taken)
        taken.add(label)
        labels.append(label)
    return tuple(labels)


def _free(code: str, name: str, taken: set[str]) -> str:
    initials = "".join(word[0] for word in _WORD.findall(name) if word.lower() not in _SMALL).upper()
    for label in (initials, code[:LONGEST]):
        if 2 <= len(label) <= LONGEST and label not in taken:
            return label
    number = 2
    while (label := f"{code[: LONGEST - len(str(number))]}{number}") in taken:
        number += 1
    return label
