"""From gross cost to who pays: a run as a waterfall that starts at nothing and ends at nothing."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from hubdesk.charging.ledger import place_of
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working, fact, worked
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.names import agency_name
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.marks import Mark, mark, marks_of_agencies
from hubdesk.exchange.plan.telling_apart import Look
from hubdesk.workflows.recharge_workings import FOLLOWED_TO_FACTS, source_words

_MOST_AGENCIES = 20
"""Agencies with a bar of their own; the least of more are one bar together."""


class Part(Enum):
    """What a bar stands for; the value is the words for it. Agencies have their own names."""

    LICENCES = "Licence charges, gross"
    SHARED = "Shared costs, gross"
    ADJUSTMENTS = "Adjustments of earlier periods"
    TOTAL = "To be paid"
    AGENCY = "An agency"
    OTHERS = "Other agencies"
    PARTNERS = "Concessions that the partners pay"
    HOST = "The host's own"
    VACANT = "Vacant desks, paid by the host"
    UNSHARED = "Days without anybody, paid by the host"
    CAPS = "Above caps, paid by the host"
    CONCEDED = "Concessions that the host pays"

    @property
    def key(self) -> str:
        """The key of its bar."""
        return self.name.lower()


_RAISES = (Part.LICENCES, Part.SHARED, Part.ADJUSTMENTS)
"""What there is to pay; all parts after the total pay it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: from `start` to `end` in pence. `pence` is what it raises, totals, or pays.

    `key` is a word of its own by which it is asked for; `agency` the agency whose bar it is.
    """

    key: str
    part: Part
    words: str
    pence: Pence
    start: Pence
    end: Pence
    mark: Mark
    agency: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The bars in order: what raises the sum to be paid, the total, and who pays it, down to nothing."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def total(self) -> Pence:
        """What is to be paid, in pence without VAT."""
        return next(bar.pence for bar in self.bars if bar.part is Part.TOTAL)

    @property
    def numbers(self) -> tuple[tuple[str, Pence], ...]:
        """Words and pence, in order."""
        return tuple((bar.words, bar.pence) for bar in self.bars)


def waterfall(run: Run) -> Waterfall:
    """What `run` charges, without VAT, from gross cost to who pays it.

    Adjustments of earlier periods raise the sum together; whom they are for pays them.
    """
    raised: Counter[Part] = Counter()
    paid: Counter[_Payer] = Counter()
    for line in run.lines:
        if (part := _raised(line)) is not None:
            raised[part] += line.pence
        paid[_payer(run, line)] += line.pence
    bars: list[Bar] = []
    height = 0
    for part in _RAISES:
        if pence := raised[part]:
            bars.append(Bar(part.key, part, part.value, pence, height, height + pence, _MARKS[part]))
            height += pence
    bars.append(Bar(Part.TOTAL.key, Part.TOTAL, Part.TOTAL.value, height, 0, height, _MARKS[Part.TOTAL]))
    marks = marks_of_agencies(run.facts.hub)
    for payer, words, pence in _in_order(run, paid):
        its = marks.get(payer.agency, _OTHER) if payer.agency else _MARKS[payer.part]
        bars.append(Bar(payer.key, payer.part, words, pence, height, height - pence, its, payer.agency))
        height -= pence
    return Waterfall(f"From cost to who pays, {run.name}", tuple(bars))


def lines_of_bar(run: Run, key: str) -> tuple[Line, ...]:
    """The lines of which a bar is the sum."""
    if key == Part.TOTAL.key:
        return run.lines
    if key in {part.key for part in _RAISES}:
        return tuple(line for line in run.lines if (part := _raised(line)) and part.key == key)
    if key == Part.OTHERS.key:
        shown = {bar.key for bar in waterfall(run).bars}
        payers = ((_payer(run, line), line) for line in run.lines)
        return tuple(line for one, line in payers if one.part is Part.AGENCY and one.key not in shown)
    return tuple(line for line in run.lines if _payer(run, line).key == key)


def workings_of_bar(run: Run, key: str) -> Working | None:
    """How a bar came about: by licence and cost, each line down to the facts. None if there is no such bar.

    A bar of very many lines, in a hub of hundreds of agencies, goes down to licences and costs alone.
    """
    bar = next((one for one in waterfall(run).bars if one.key == key), None)
    if bar is None:
        return None
    of: defaultdict[RecordId, list[Line]] = defaultdict(list)
    for line in lines_of_bar(run, key):
        if line.pence:
            of[line.source].append(line)
    follow = sum(map(len, of.values())) * len(run.facts.hub.agencies) <= FOLLOWED_TO_FACTS
    workings = RunWorkings(run)
    below: list[Working] = []
    for source in sorted(of, key=lambda one: place_of(run, one, None)):
        words, lines = source_words(run, source), of[source]
        if follow:
            below.append(worked(words, Unit.PENCE, Step.SUM, *(workings.of(line) for line in lines)))
        else:
            record = [source] if run.source(source) else []
            below.append(fact(words, sum(line.pence for line in lines), Unit.PENCE, *record))
    return worked(f"{bar.words}, {run.name}", Unit.PENCE, Step.SUM, *below)


class _Payer(NamedTuple):
    """Who bears a line, and for what; `agency` where it is not the host."""

    part: Part
    agency: RecordId | None = None

    @property
    def key(self) -> str:
        return f"agency-{self.agency}" if self.agency else self.part.key


_COSTS = frozenset({LineKind.SHARED, LineKind.FIXED_SHARE, LineKind.VACANT_DESKS, LineKind.UNSHARED})
"""The lines that together are the shared costs. Caps and concessions only move them, and come to nothing."""

_BORNE = {
    LineKind.VACANT_DESKS: Part.VACANT,
    LineKind.UNSHARED: Part.UNSHARED,
    LineKind.CAP_FUNDED: Part.CAPS,
}


def _raised(line: Line) -> Part | None:
    """What there is to pay that a line is part of."""
    if line.kind is LineKind.ADJUSTMENT:
        return Part.ADJUSTMENTS
    if line.kind is LineKind.LICENCE:
        return Part.LICENCES
    return Part.SHARED if line.kind in _COSTS else None


def _payer(run: Run, line: Line) -> _Payer:
    kind = line.of_kind or line.kind
    host = line.agency == run.facts.host
    if kind in _BORNE:
        return _Payer(_BORNE[kind])
    if kind is LineKind.CONCESSION_FUNDED:
        return _Payer(Part.CONCEDED if host else Part.PARTNERS)
    return _Payer(Part.HOST) if host else _Payer(Part.AGENCY, line.agency)


def _in_order(run: Run, paid: Mapping[_Payer, Pence]) -> Iterator[tuple[_Payer, str, Pence]]:
    """Who pays anything: agencies by code, the least of very many together, then the parts in their order."""
    agencies = {one: pence for one, pence in paid.items() if one.agency and pence}
    kept = sorted(agencies, key=lambda one: -abs(agencies[one]))
    if len(kept) > _MOST_AGENCIES:
        kept = kept[: _MOST_AGENCIES - 1]
    called = {one: run.agency(one.agency) for one in kept if one.agency}
    for one, agency in sorted(called.items(), key=lambda item: item[1].code):
        yield one, agency_name(agency), agencies[one]
    others = [pence for one, pence in agencies.items() if one not in called]
    if others:
        yield _Payer(Part.OTHERS), f"{len(others):,} other agencies", sum(others)
    for part in Part:
        if part not in (*_RAISES, Part.TOTAL, Part.AGENCY, Part.OTHERS) and (pence := paid.get(_Payer(part))):
            yield _Payer(part), part.value, pence


_OTHER = mark(Look("#d9d9d9", Hatch.DOTS, Spacing.WIDE), "")
_MARKS: Mapping[Part, Mark] = {
    Part.LICENCES: mark(Look("#4f6d7a", Hatch.NONE, Spacing.WIDE), ""),
    Part.SHARED: mark(Look("#4f6d7a", Hatch.HORIZONTAL, Spacing.WIDE), ""),
    Part.ADJUSTMENTS: mark(Look("#4f6d7a", Hatch.VERTICAL, Spacing.WIDE), ""),
    Part.TOTAL: mark(Look("#1b2126", Hatch.NONE, Spacing.WIDE), ""),
    Part.OTHERS: _OTHER,
    Part.PARTNERS: mark(Look("#b3c7d1", Hatch.CROSS, Spacing.WIDE), ""),
    Part.HOST: mark(Look("#c9a25e", Hatch.NONE, Spacing.WIDE), ""),
    Part.VACANT: mark(Look("#c9a25e", Hatch.GRID, Spacing.WIDE), ""),
    Part.UNSHARED: mark(Look("#c9a25e", Hatch.VERTICAL, Spacing.WIDE), ""),
    Part.CAPS: mark(Look("#c9a25e", Hatch.BACK_DIAGONAL, Spacing.WIDE), ""),
    Part.CONCEDED: mark(Look("#c9a25e", Hatch.DIAGONAL, Spacing.WIDE), ""),
}
"""What the host pays has one colour, each for its own reason hatched."""
