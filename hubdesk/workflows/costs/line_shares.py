"""Who pays what of one cost line in a year, agency by agency, beside last year, and who takes part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.checks import errors
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.costs.charged import NotCharged
from hubdesk.workflows.costs.reckoned import periods, reckoned
from hubdesk.workflows.costs.shares import POINTS, Bears, Sharer, YearShares, year_shares


@dataclass(frozen=True, slots=True)
class Worked:
    """One sharer's figures of the year, without VAT: `share` less `cap` less `concession` is paid.

    `part` is of the cost, 0 to 1; `before` last year's, None where the line was not there or not shared.
    """

    part: Fraction
    before: Fraction | None
    share: Pence
    cap: Pence
    concession: Pence

    @property
    def pays(self) -> Pence:
        return self.share - self.cap - self.concession

    @property
    def points(self) -> Fraction | None:
        """Percentage points above last year's part."""
        return None if self.before is None else (self.part - self.before) * 100

    @property
    def is_far(self) -> bool:
        """Whether it moved by more than three points."""
        return self.points is not None and abs(self.points) > POINTS


@dataclass(frozen=True, slots=True)
class ShareRow:
    """An agency on a line, or what the host bears besides; `worked` is None where nothing can be."""

    line: RecordId
    sharer: Sharer
    code: str
    name: str
    takes_part: bool
    fixed: Decimal | None
    cap: Pence | None
    worked: Worked | None

    @property
    def id(self) -> str:
        return f"{self.sharer.agency}/{self.sharer.bears.name}"

    @property
    def is_agency(self) -> bool:
        return self.sharer.bears is Bears.ITSELF


Shared = Mapping[Sharer, Worked]


def share_rows(hub: Hub, line: RecordId, shared: Shared | None) -> tuple[ShareRow, ...]:
    """Every agency, in order of code; then what the host bears besides, where it is anything."""
    listed = hub.participants_of.get(line)
    fixed = {one.agency: one.percent for one in hub.fixed_shares_of.get(line, ())}
    caps = {one.agency: one.pence for one in hub.caps_of.get(line, ())}
    rows = [
        ShareRow(
            line,
            Sharer(one.id),
            one.code,
            one.name,
            listed is None or one.id in listed,
            fixed.get(one.id),
            caps.get(one.id),
            None if shared is None else shared.get(Sharer(one.id)),
        )
        for one in sorted(hub.agencies.values(), key=lambda one: one.code)
    ]
    host = hub.host
    for bears in (Bears.VACANT, Bears.UNSHARED):
        sharer = Sharer(host.id, bears)
        if shared is not None and sharer in shared:
            name = f"{bears.value.capitalize()}, borne by the host"
            rows.append(
                ShareRow(
                    line,
                    sharer,
                    host.code,
                    name,
                    takes_part=False,
                    fixed=None,
                    cap=None,
                    worked=shared[sharer],
                )
            )
    return tuple(rows)


def shared_out(hub: Hub, line: RecordId, issued: Sequence[Run] = ()) -> Shared | NotCharged:
    """Who has which part of the line in its year, and pays what; empty for one that is not shared."""
    if found := errors(hub):
        return NotCharged(found)
    record = hub.cost_lines.get(line)
    if record is None or record.recovery is not Recovery.SHARED:
        return {}
    now = reckoned(hub, record.year, issued)
    mine, theirs = year_shares(now, record), _last_year(hub, record, issued)
    pence = _pence(now, record)
    before = {} if theirs is None else theirs.of
    return {
        sharer: Worked(
            mine.part(sharer) if mine else Fraction(0),
            theirs.part(sharer) if theirs else None,
            *pence.get(sharer, (0, 0, 0)),
        )
        for sharer in dict.fromkeys((*(mine.of if mine else ()), *before, *pence))
    }


def _last_year(hub: Hub, line: CostLine, issued: Sequence[Run]) -> YearShares | None:
    earlier = hub.cost_line_codes.get((line.code, line.year - 1))
    return None if earlier is None else year_shares(reckoned(hub, line.year - 1, issued), earlier)


def _pence(now: Reckoning, line: CostLine) -> dict[Sharer, tuple[Pence, Pence, Pence]]:
    """Share, what is above the cap, and concession of each, over the year's periods."""
    sums: dict[Sharer, tuple[Pence, Pence, Pence]] = {}
    host = now.facts.host
    for period in periods(now):
        one = now.apportionment(line, period)
        if one is None:
            continue
        each = {
            Sharer(agency): (
                one.split.of(agency),
                one.caps.get(agency, 0),
                one.awards[agency].pence if agency in one.awards else 0,
            )
            for agency in one.split.sharing
        }
        each[Sharer(host, Bears.VACANT)] = (one.split.vacant, 0, 0)
        each[Sharer(host, Bears.UNSHARED)] = (one.split.unshared, 0, 0)
        for sharer, three in each.items():
            if any(three):
                before = sums.get(sharer, (0, 0, 0))
                sums[sharer] = (before[0] + three[0], before[1] + three[1], before[2] + three[2])
    return sums
