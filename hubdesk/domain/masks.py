"""Masks of ledger codes, made plain: what one looks like, and which codes of a hub it would let pass."""

from dataclasses import dataclass
from itertools import cycle

from hubdesk.domain.checks.ledger import codes_of, fits
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import CodeKind
from hubdesk.domain.names import counted, named

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Passing:
    """Which of a hub's codes of one kind look as a mask says, and which do not; each once, in order.

    `failing` has pairs of the code and a record that bears it.
    """

    fitting: tuple[str, ...]
    failing: tuple[tuple[str, str], ...]


def sample(mask: str) -> str:
    """A code that looks as `mask` says: "1A-B2" for "9A-A9"."""
    digits, letters = cycle("1234567890"), cycle("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    either = cycle((letters, digits))
    return "".join(_one(place, digits, letters, either) for place in mask)


def passing(hub: Hub, kind: CodeKind, mask: str) -> Passing:
    """Which codes of `hub` would pass; without a mask all do."""
    bearers: dict[str, str] = {}
    for record, code in codes_of(hub, kind):
        if code not in bearers:
            bearers[code] = named(hub, record)
    fitting = {code for code in bearers if not mask or fits(code, mask)}
    failing = sorted((code, bearer) for code, bearer in bearers.items() if code not in fitting)
    return Passing(tuple(sorted(fitting)), tuple(failing))


def told(hub: Hub, kind: CodeKind, mask: str) -> str:
    """What `mask` asks of codes and which would pass, in sentences."""
    found = passing(hub, kind, mask)
    many = len(found.fitting) + len(found.failing)
    there = counted(many, kind.value) if many else f"no {kind.value} yet"
    if not mask:
        return f"Every {kind.value} passes. The hub has {there}."
    asked = f"Such as {sample(mask)}."
    if not found.failing:
        passes = f"{'It passes' if many == 1 else 'All pass'}." if many else ""
        return f"{asked} The hub has {there}. {passes}".strip()
    shown = [f"“{code}” of {bearer}" for code, bearer in found.failing[:_MOST_NAMED]]
    more = len(found.failing) - _MOST_NAMED
    failing = "; ".join(shown) + (f" and {more} more" if more > 0 else "")
    fitting = len(found.fitting)
    passes = f"{fitting} of {there} {'passes' if fitting == 1 else 'pass'}"
    return f"{asked} {passes}. Would not pass: {failing}."


def _one(place: str, digits: "cycle[str]", letters: "cycle[str]", either: "cycle[cycle[str]]") -> str:
    if place == "9":
        return next(digits)
    if place == "A":
        return next(letters)
    return next(next(either)) if place == "X" else place
