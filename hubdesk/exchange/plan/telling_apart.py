"""Telling many things apart: to each a fill and a hatch of its own."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple
from zlib import crc32

from hubdesk.exchange.plan.colour import grey
from hubdesk.exchange.plan.hatch import Hatch, Spacing


class Look(NamedTuple):
    """A fill, "#rrggbb", and the hatch on it."""

    fill: str
    hatch: Hatch
    spacing: Spacing


class Thing(NamedTuple):
    """What is to be told apart, by its code; `colour` is "#rrggbb" where it has one, else empty."""

    code: str
    colour: str = ""


PALETTE: tuple[tuple[Look, ...], ...] = (
    (
        Look("#006666", Hatch.DIAGONAL, Spacing.WIDE),
        Look("#cc801a", Hatch.DOTS, Spacing.WIDE),
        Look("#9933ff", Hatch.BACK_DIAGONAL, Spacing.WIDE),
        Look("#b31a66", Hatch.HORIZONTAL, Spacing.WIDE),
        Look("#339966", Hatch.CROSS, Spacing.WIDE),
        Look("#330080", Hatch.VERTICAL, Spacing.WIDE),
        Look("#666633", Hatch.GRID, Spacing.WIDE),
        Look("#4d3300", Hatch.DASHES, Spacing.WIDE),
    ),
    (
        Look("#809999", Hatch.VERTICAL, Spacing.NARROW),
        Look("#b380cc", Hatch.HORIZONTAL, Spacing.NARROW),
        Look("#666699", Hatch.DOTS, Spacing.NARROW),
        Look("#6633b3", Hatch.DASHES, Spacing.NARROW),
        Look("#333333", Hatch.DIAGONAL, Spacing.NARROW),
        Look("#330033", Hatch.CROSS, Spacing.NARROW),
        Look("#000000", Hatch.GRID, Spacing.NARROW),
        Look("#001a00", Hatch.BACK_DIAGONAL, Spacing.NARROW),
    ),
)
"""Sixteen colours that stay apart in normal sight and three kinds of colour blindness, at 3:1 or more
on white, each with its hatch; the livelier half comes first. Colours near in grey have unlike hatches."""

_Pattern = tuple[Hatch, Spacing]
_PARTNER: Mapping[str, _Pattern] = {
    look.fill: (look.hatch, look.spacing) for half in PALETTE for look in half
}


def told_apart(things: Sequence[Thing]) -> tuple[Look, ...]:
    """A look for each of `things`, in their order; no two alike while no colour is asked for 17 times.

    Those with a colour of their own come first. Each of the others takes one that is least used, in an
    order of its own that comes from its code, so that one more rarely moves another.
    """
    looks: dict[int, Look] = {}
    given = _Given()
    turns = sorted(range(len(things)), key=lambda at: (not things[at].colour, _checksum(things[at].code)))
    for place in turns:
        thing = things[place]
        looks[place] = given.take(thing.colour.lower() or _least_used(given.fills, thing.code))
    return tuple(looks[place] for place in range(len(things)))


def free_colour(things: Sequence[Thing], code: str) -> str:
    """The colour that one more thing with that code would do well to be given for good."""
    return _least_used(Counter(look.fill for look in told_apart(things)), code)


def _least_used(fills: Mapping[str, int], code: str) -> str:
    """The least used colour, of the livelier half if it can be, and of those the code's first choice."""
    wishes = (
        fill
        for half in PALETTE
        for fill in sorted((look.fill for look in half), key=lambda fill: _checksum(code + fill))
    )
    return min(wishes, key=lambda fill: fills.get(fill, 0))


class _Given:
    """The looks that were given so far, counted rather than listed: there may be hundreds."""

    def __init__(self) -> None:
        self.fills: Counter[str] = Counter()
        self._patterns: Counter[_Pattern] = Counter()
        self._greys: defaultdict[_Pattern, set[float]] = defaultdict(set)
        self._had: defaultdict[str, set[_Pattern]] = defaultdict(set)

    def take(self, fill: str) -> Look:
        """`fill` with a hatch on it, given from now on."""
        pattern = self._pattern_for(fill)
        self.fills[fill] += 1
        self._patterns[pattern] += 1
        self._greys[pattern].add(grey(fill))
        self._had[fill].add(pattern)
        return Look(fill, *pattern)

    def _pattern_for(self, fill: str) -> _Pattern:
        """The least used hatch that `fill` has not had: its partner, else the one furthest off in grey."""
        lightness, had = grey(fill), self._had[fill]

        def unfit(pattern: _Pattern) -> tuple[bool, int, bool, float, int]:
            gap = min((abs(lightness - other) for other in self._greys[pattern]), default=1.0)
            choice = _checksum(f"{fill} {pattern[0].name} {pattern[1].name}")
            return pattern in had, self._patterns[pattern], pattern != _PARTNER.get(fill), -gap, choice

        return min(_PARTNER.values(), key=unfit)


def _checksum(text: str) -> int:
    return crc32(text.encode())
