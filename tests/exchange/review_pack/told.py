"""What a pack has to say: every text, sum and day of it, as people read them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from hubdesk.domain.days import in_words
from hubdesk.exchange.review_pack.leaflet.cleaned import plain
from hubdesk.exchange.review_pack.leaflet.figures import exact
from hubdesk.exchange.review_pack.pack import Asked, Pack, PackFloor, SharePart
from hubdesk.exchange.statement.figures import in_column

_UNSAID = frozenset({"key", "level", "copy", "days_of_year", "totals", "silence", "own", "odd"})
_COUNTS = frozenset({"desks", "days", "awarded"})


def told_by(pack: Pack) -> set[str]:
    """Each text, sum of money, count, exact figure and day that is to be found."""
    return {one for one in _told(pack, "pack") if one}


def on_paper(pack: Pack) -> Pack:
    """`pack` with what of its workings is on paper whatever they explain: two levels."""
    workings = (
        (key, replace(one, of=tuple(replace(step, how="", of=()) for step in one.of)))
        for key, one in pack.workings
    )
    return replace(pack, workings=tuple(workings))


def keys_of(pack: Pack) -> list[str]:
    """The keys of its lines, for the workbook alone."""
    asked = [pack.wish, *(one.asked for one in pack.desks), *(one.asked for one in pack.licences)]
    return [one.key for one in (*asked, *(one.asked for one in pack.shares))]


def squeezed(text: str) -> str:
    """`text` without spaces, so that it does not matter how lines are broken."""
    return "".join(text.replace("\u200b", "").replace("\x02", "-").split())


def _told(value: Any, name: str) -> Iterator[str]:
    if isinstance(value, Asked | bool) or value is None:
        return
    if isinstance(value, SharePart) and value.unit == "%":
        value = replace(value, whole=None)
    if isinstance(value, PackFloor):
        yield from map(plain, (value.code, value.name))
        yield from (plain(area.name) for area in value.areas if area.own)
    elif type(value) is tuple:
        for one in value:
            yield from _told(one[1] if name == "workings" else one, name.removesuffix("s"))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in _UNSAID:
                yield from _told(getattr(value, field.name), field.name)
    else:
        yield from _WRITTEN[type(value)](value, name)


_WRITTEN: Mapping[type, Callable[[Any, str], list[str]]] = {
    str: lambda value, _: [plain(line) for line in value.split("\n")],
    date: lambda value, _: [in_words(value)],
    int: lambda value, name: [f"{value:,}" if name in _COUNTS else in_column(abs(value))],
    Fraction: lambda value, name: [exact(value * 100 if name == "award" else value)],
}
