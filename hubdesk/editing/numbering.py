"""Codes that go on from those that there are: G-014, G-015, G-016."""

import re
from collections import Counter
from collections.abc import Container, Iterator
from itertools import count as counting
from itertools import islice

from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId

_NUMBERED = re.compile(r"(.*?)([0-9]{1,12})", re.DOTALL)
_DIGITS = 3


def next_codes(hub: Hub, after: str | None, count: int, floor: RecordId) -> tuple[str, ...]:
    """`count` desk codes that follow `after`, past those taken anywhere in the hub.

    Prefix and leading zeros stay: "G-014" is followed by "G-015", "G-999" by "G-1000". A code without a
    number at its end gets one. None goes on from the highest number among the floor's desks, in the
    way most of them are numbered; on a floor without desks, from the floor's own code: "G-001".
    """
    taken = hub.desk_codes
    prefix, digits, number = _last_on(hub, floor) if after is None else _parts(after)
    return tuple(islice(_codes(prefix, digits, number, taken), count))


def next_area_codes(hub: Hub, after: str, count: int) -> tuple[str, ...]:
    """`count` area codes that follow `after`: "G-POD1" is followed by "G-POD2", "G-HALL" by "G-HALL-2"."""
    found = _NUMBERED.fullmatch(after)
    parts = (found[1], len(found[2]), int(found[2])) if found else (f"{after}-", 1, 1)
    return tuple(islice(_codes(*parts, hub.area_codes), count))


def _codes(prefix: str, digits: int, number: int, taken: Container[str]) -> Iterator[str]:
    codes = (f"{prefix}{following:0{digits}}" for following in counting(number + 1))
    return (code for code in codes if code not in taken)


def _parts(code: str) -> tuple[str, int, int]:
    """What stands before the number at the end of `code`, its digits, and the number itself."""
    found = _NUMBERED.fullmatch(code)
    return (found[1], len(found[2]), int(found[2])) if found else (f"{code}-", _DIGITS, 0)


def _last_on(hub: Hub, floor: RecordId) -> tuple[str, int, int]:
    """The parts of the highest code on the floor of the prefix that most of its desks have."""
    numbered = [
        (found[1], len(found[2]), int(found[2]))
        for desk in hub.desks_on_floor.get(floor, ())
        if (found := _NUMBERED.fullmatch(desk.code))
    ]
    if not numbered:
        return f"{hub.floors[floor].code}-", _DIGITS, 0
    prefixes = Counter(prefix for prefix, _, _ in numbered)
    usual = min(prefixes, key=lambda prefix: (-prefixes[prefix], prefix))
    return max((one for one in numbered if one[0] == usual), key=lambda one: (one[2], one[1]))
