"""Who bears which part of each shared cost: stacked bars, of one run or of a year beside the last."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working, worked
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.names import agency_name
from hubdesk.exchange.plan.hatch import Hatch, Spacing
from hubdesk.exchange.plan.marks import VACANT, Mark, mark, marks_of_agencies
from hubdesk.exchange.plan.telling_apart import Look

_MOST_AGENCIES = 20
"""Agencies with a part of their own; the least of more are one part together."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar: whose, and how much in pence. `key` is the agency's id, or a word."""

    key: str
    code: str
    words: str
    mark: Mark
    pence: Pence


@dataclass(frozen=True, slots=True)
class ShareBar:
    """A cost, or a cost in one year, and its parts in order; they add up to `pence`."""

    key: str
    words: str
    parts: tuple[Share, ...]

    @property
    def pence(self) -> Pence:
        return sum(one.pence for one in self.parts)

    def of_whole(self, part: Share) -> Fraction | None:
        """The fraction of the whole that a part is; None of a cost of nothing."""
        return Fraction(part.pence, self.pence) if self.pence else None


@dataclass(frozen=True, slots=True)
class CostShares:
    """Bars, the order of whose parts is one: what two of them have in common is found at a glance."""

    title: str
    bars: tuple[ShareBar, ...]

    @property
    def legend(self) -> tuple[Share, ...]:
        """Each part that any bar has, once, in order."""
        found: dict[str, Share] = {}
        for bar in self.bars:
            found |= {one.key: one for one in bar.parts if one.key not in found}
        last = [_OTHERS.key, *(share.key for share in _REST.values())]
        order = sorted(found, key=lambda key: (last.index(key) if key in last else -1, found[key].code))
        return tuple(found[key] for key in order)


def cost_shares(run: Run) -> CostShares:
    """Each shared cost of the run's own period: shares before caps and concessions, vacant desks, the rest.

    The parts of a bar are its cost to the penny.
    """
    named = [(one.line.code, f"{one.line.code} {one.line.name}".strip(), one) for one in _costs(run)]
    return CostShares(f"Shares of each cost, {run.name}", _bars(named))


def cost_in_runs(code: str, runs: Sequence[Run]) -> CostShares:
    """The cost line of that code in each of `runs` that has it: this year's beside last year's, say."""
    named = [(run.name, run.name, one) for run in runs for one in _costs(run) if one.line.code == code]
    return CostShares(f"Shares of {code}", _bars(named))


_UNSHARED = mark(Look("#d9d9d9", Hatch.HORIZONTAL, Spacing.WIDE), "none")
_OTHER = mark(Look("#d9d9d9", Hatch.DOTS, Spacing.WIDE), "other")


def workings_of_share(run: Run, code: str, part: str) -> Working | None:
    """How a part of the bar of the cost `code` came about. None if there is no such cost or part."""
    cost = next((one for one in _costs(run) if one.line.code == code), None)
    shown = next((bar for bar in cost_shares(run).bars if bar.key == code), None)
    share = next((one for one in shown.parts if one.key == part), None) if shown else None
    if cost is None or shown is None or share is None:
        return None
    keys = {one.key for one in shown.parts}
    workings = RunWorkings(run)
    lines = (line for line in cost.lines if line.pence and _key(line, keys) == part)
    what = f"{share.words}, {shown.words}, {run.name}"
    return worked(what, Unit.PENCE, Step.SUM, *(workings.of(line) for line in lines))


def _key(line: Line, shown: Collection[str]) -> str:
    """The key of the part that `line` is of, where the parts of those keys are shown."""
    if line.kind in _REST:
        return _REST[line.kind].key
    return line.agency if line.agency in shown else _OTHERS.key


_SHARES = frozenset({LineKind.SHARED, LineKind.FIXED_SHARE, LineKind.VACANT_DESKS, LineKind.UNSHARED})
_REST = {
    LineKind.VACANT_DESKS: Share("vacant", "vacant", "Vacant desks", VACANT, 0),
    LineKind.UNSHARED: Share("unshared", "none", "Days without anybody", _UNSHARED, 0),
}
_OTHERS = Share("others", "others", "Other agencies", _OTHER, 0)


class _Cost(NamedTuple):
    """A cost in a run, and the lines that share it."""

    run: Run
    line: CostLine
    lines: Sequence[Line]


def _costs(run: Run) -> list[_Cost]:
    """The costs that the run's own period shares, in order of code."""
    of: defaultdict[RecordId, list[Line]] = defaultdict(list)
    for line in run.own:
        if line.kind in _SHARES:
            of[line.source].append(line)
    found = ((run.source(source), lines) for source, lines in of.items())
    costs = [_Cost(run, cost, lines) for cost, lines in found if isinstance(cost, CostLine)]
    return sorted(costs, key=lambda one: one.line.code)


def _bars(named: Sequence[tuple[str, str, _Cost]]) -> tuple[ShareBar, ...]:
    """A bar to each cost, under its key and words; the agencies with least of very many are one part."""
    found = [(key, words, cost.run, *_parts(cost.lines)) for key, words, cost in named]
    sizes: Counter[RecordId] = Counter()
    for _, _, _, shares, _ in found:
        sizes.update({agency: abs(pence) for agency, pence in shares.items()})
    most = _MOST_AGENCIES if len(sizes) <= _MOST_AGENCIES else _MOST_AGENCIES - 1
    kept = {agency for agency, _ in sizes.most_common(most)}
    return tuple(
        ShareBar(key, words, tuple(_in_order(run, shares, rest, kept)))
        for key, words, run, shares, rest in found
    )


def _parts(lines: Iterable[Line]) -> tuple[Counter[RecordId], Counter[LineKind]]:
    """What falls to each agency, and what to vacant desks and to days without anybody."""
    shares: Counter[RecordId] = Counter()
    rest: Counter[LineKind] = Counter()
    for line in lines:
        if line.kind in _REST:
            rest[line.kind] += line.pence
        else:
            shares[line.agency] += line.pence
    return shares, rest


def _in_order(
    run: Run, shares: Counter[RecordId], rest: Counter[LineKind], kept: Collection[RecordId]
) -> Iterator[Share]:
    marks = marks_of_agencies(run.facts.hub)
    for agency in sorted((run.agency(id_) for id_ in shares if id_ in kept), key=lambda one: one.code):
        its = marks.get(agency.id, _OTHER)
        yield Share(agency.id, agency.code, agency_name(agency), its, shares[agency.id])
    if others := sum(pence for id_, pence in shares.items() if id_ not in kept):
        yield replace(_OTHERS, pence=others)
    for kind, share in _REST.items():
        if rest[kind]:
            yield replace(share, pence=rest[kind])
