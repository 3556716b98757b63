"""Bases compared: what each agency would pay of a cost by desks, by area, by each driver, and equally."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import Facts, facts_of
from hubdesk.charging.lines import POOL
from hubdesk.charging.recharge import recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run import Run
from hubdesk.domain.checks import errors
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.cost_line import Basis, CostLine, Recovery
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Problem, Refused
from hubdesk.workflows.recharge_run import billing_in, on_actuals
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.year_cost import NoYearCost

AS_NOW = "as now"


@dataclass(frozen=True, slots=True)
class OnBasis:
    """What the lines come to on one basis: each agency's pence for the year, without VAT.

    Vacant desks, days without a weight, caps, and concessions that the host pays for are in the host's
    figure. `pooled` are the concessions that the partners pay for, charged to them from the pool.
    """

    name: str
    """The basis in the workbook's word, or the driver; `AS_NOW` where each line has its own."""
    is_now: bool
    of: Mapping[RecordId, Pence]
    pooled: Pence

    @property
    def pence(self) -> Pence:
        return sum(self.of.values()) + self.pooled


@dataclass(frozen=True, slots=True)
class BasisRow:
    """One agency, or the pool by its own id, and what it would pay on each basis, in the order of these."""

    id: RecordId
    code: str
    name: str
    is_host: bool
    pence: tuple[Pence, ...]


@dataclass(frozen=True)
class BasesCompared:
    """`lines` of a year on every basis: participants, fixed shares, caps, vacant policy as they are."""

    hub: Hub
    year: ChargingYear
    amounts: Amounts
    lines: tuple[CostLine, ...]
    bases: tuple[OnBasis, ...]

    @property
    def rows(self) -> tuple[BasisRow, ...]:
        """Every agency that pays on any basis, by code, and the pool; each column is the whole cost."""
        host = self.hub.settings.host
        agencies = sorted(self.hub.agencies.values(), key=lambda one: one.code)
        rows = [
            BasisRow(
                one.id,
                one.code,
                one.name,
                one.id == host,
                tuple(basis.of.get(one.id, 0) for basis in self.bases),
            )
            for one in agencies
        ]
        rows.append(
            BasisRow(POOL, "", _POOLED, is_host=False, pence=tuple(basis.pooled for basis in self.bases))
        )
        return tuple(row for row in rows if any(row.pence))


_POOLED = "Concessions that the partners pay for, from their pool"


def basis_words(name: str) -> str:
    """ "by area", "as now"."""
    return name if name == AS_NOW else f"by {name}"


def shared_lines(hub: Hub, year: ChargingYear) -> tuple[CostLine, ...]:
    """The year's cost lines that are shared, in order of code: those that a basis means anything for."""
    lines = hub.cost_lines_of.get(year.starts_in, ())
    return tuple(line for line in lines if line.recovery is Recovery.SHARED)


def compare_bases(
    standing: Standing, day: date, lines: Sequence[RecordId] = ()
) -> BasesCompared | NoYearCost:
    """The shared `lines` of the charging year of `day` on every basis; all of them where none is named."""
    hub = standing.hub
    if found := errors(hub):
        return NoYearCost(found)
    try:
        issued: tuple[Run, ...] = standing.runs
    except Refused as refused:
        return NoYearCost(refused.problems)
    year = ChargingYear.containing(day, hub.settings.year_start)
    chosen = tuple(line for line in shared_lines(hub, year) if not lines or line.id in lines)
    if not chosen:
        return NoYearCost((_nothing_shared(year),))
    amounts = Amounts.ACTUAL if on_actuals(issued, year) else Amounts.BUDGET
    facts = facts_of(hub, year, billing_in(hub, issued, year))
    bases = tuple(
        _on(facts, amounts, chosen, name, basis, driver) for name, basis, driver in _ways(hub, chosen)
    )
    return BasesCompared(hub, year, amounts, chosen, bases)


def _ways(hub: Hub, lines: Sequence[CostLine]) -> Iterable[tuple[str, Basis | None, str]]:
    """Every basis that can be compared; first "as now" where the lines do not all have one."""
    if len({line.basis_name for line in lines}) > 1:
        yield AS_NOW, None, ""
    yield from ((basis.value, basis, "") for basis in Basis if basis is not Basis.DRIVER)
    yield from ((driver, Basis.DRIVER, driver) for driver in sorted(hub.figures_of))


def _on(
    facts: Facts, amounts: Amounts, lines: Sequence[CostLine], name: str, basis: Basis | None, driver: str
) -> OnBasis:
    put = lines if basis is None else [replace(line, basis=basis, driver=driver) for line in lines]
    others = (one for one in facts.hub.records() if not isinstance(one, CostLine))
    reckoning = Reckoning(replace(facts, hub=Hub.of((*others, *put))), amounts)
    ids = {line.id for line in lines}
    of: Counter[RecordId] = Counter()
    pooled = 0
    for period in facts.year.periods(facts.billing):
        recharge = recharge_of(reckoning, period)
        for charge in recharge.charges:
            if charge.source in ids:
                of.update(charge.pence)
        pooled += sum(award.by_partners for one in recharge.apportionments for award in one.awards.values())
    is_now = basis is None or all(line.basis is basis and line.driver == driver for line in lines)
    return OnBasis(name, is_now, of, pooled)


def _nothing_shared(year: ChargingYear) -> Problem:
    return warning(
        "nothing-shared",
        f"No cost line of {year.name} is shared",
        f"year {year.name}",
        "Add a shared cost line, or choose another day",
    )
