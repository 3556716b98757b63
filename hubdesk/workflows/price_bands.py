"""What a desk costs each agency in a year, in bands: the dearer, the darker and the denser the hatch."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.marks import mark
from hubdesk.exchange.plan.telling_apart import Look
from hubdesk.workflows.meaning import Meaning

_BANDS = (
    mark(Look("#e0efef", Hatch.NONE, Spacing.WIDE), ""),
    mark(Look("#b5d6d6", Hatch.DOTS, Spacing.WIDE), ""),
    mark(Look("#74b0b0", Hatch.DIAGONAL, Spacing.WIDE), ""),
    mark(Look("#2f7f7f", Hatch.CROSS, Spacing.WIDE), ""),
    mark(Look("#003f3f", Hatch.GRID, Spacing.NARROW), ""),
)
_UNKNOWN = mark(Look("#d9d9d9", Hatch.HORIZONTAL, Spacing.WIDE), "?")


def price_meanings(
    agencies: Iterable[RecordId], yearly: Mapping[RecordId, Pence]
) -> Mapping[RecordId, Meaning]:
    """What each of `agencies` means by its pence per desk and year: at most five bands of round pounds."""
    step = _step(yearly.values())
    lowest = min((pence // step for pence in yearly.values()), default=0)
    return {agency: _meaning(yearly.get(agency), step, lowest) for agency in agencies}


def _meaning(pence: Pence | None, step: Pence, lowest: int) -> Meaning:
    if pence is None:
        return Meaning(_UNKNOWN, _UNKNOWN, "Cost per desk not known", "~")
    number = pence // step
    band = _BANDS[number - lowest]
    words = f"{_pounds(number * step)} to under {_pounds((number + 1) * step)}"
    return Meaning(replace(band, label=_short(pence)), band, words, str(number - lowest))


def _step(prices: Iterable[Pence]) -> Pence:
    """The smallest round sum by which `prices` fall into as many bands as there are, or fewer."""
    known = list(prices)
    if not known:
        return 100
    return next(step for step in _round_sums() if max(known) // step - min(known) // step < len(_BANDS))


def _round_sums() -> Iterator[Pence]:
    """£1, £2, £5, £10, £20, £50 and so on."""
    pounds = 1
    while True:
        yield from (100 * pounds, 200 * pounds, 500 * pounds)
        pounds *= 10


def _pounds(pence: Pence) -> str:
    return f"{'−' if pence < 0 else ''}£{abs(pence) // 100:,}"


def _short(pence: Pence) -> str:
    """ "£850", "£3.2k", "£12k": at most five characters below a million."""
    pounds = abs(pence) / 100
    sign = "−" if pence < 0 else ""
    if pounds < 999.5:
        return f"{sign}£{pounds:.0f}"
    if pounds < 9_950 and not sign:
        return f"£{pounds / 1000:.1f}k"
    return f"{sign}£{pounds / 1000:.0f}k" if pounds < 999_500 else f"{sign}£{pounds / 1e6:.0f}m"
