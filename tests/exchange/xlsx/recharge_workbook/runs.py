"""Runs to write workbooks of."""

from collections.abc import Sequence
from datetime import date

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.frozen import freeze, thaw
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import Closing, RunOf, parse_run_name
from hubdesk.domain.change import Change, Edit
from hubdesk.domain.hub import Hub
from hubdesk.exchange.xlsx.hub_workbook.reading import read
from hubdesk.workflows.resources import Sample, sample_workbook
from tests.exchange.xlsx.recharge_workbook.reading import Lines

WRITTEN = "23 November 2026, 10:15"


def sample(which: Sample) -> Hub:
    return read(sample_workbook(which)).hub


def a_run(hub: Hub, number: int) -> Run:
    """A draft of the `number`-th period, as far as there is one, of the year that the hub's costs are of."""
    year = hub.charging_year(min(line.year for line in hub.cost_lines.values()))
    periods = year.periods(hub.settings.billing)
    return a_draft(hub, periods[number % len(periods)].name)


def a_draft(hub: Hub, name: str, issued: Sequence[Run] = (), amounts: Amounts = Amounts.BUDGET) -> Run:
    of: RunOf = parse_run_name(name, hub.settings.year_start)
    facts = facts_of(hub, of.year, hub.settings.billing)
    return draft(facts, of, Amounts.ACTUAL if isinstance(of, Closing) else amounts, issued)


def issue(run: Run, earlier: Sequence[Run]) -> Run:
    """`run` as it is once it is issued after `earlier`."""
    previous = earlier[-1].issue.sha256 if earlier and earlier[-1].issue else ""
    kept = freeze(run, sequence=len(earlier) + 1, previous=previous, at="2026-07-03T09:30", by="A. Clerk")
    return thaw(kept)


def a_year(hub: Hub, later: Hub) -> list[Run]:
    """Two quarters issued of `hub`; two and the year end of what it `later` turned out to be."""
    runs: list[Run] = []
    for name in ("2026-27-Q1", "2026-27-Q2", "2026-27-Q3", "2026-27-Q4", "2026-27-close"):
        runs.append(issue(a_draft(hub if name < "2026-27-Q3" else later, name, runs), runs))
    return runs


def with_more_desks(hub: Hub, code: str, first: date, desks: int) -> Hub:
    """`hub` after a step of a licence."""
    before = hub.licence_codes[code]
    after = type(before)(
        **{name: getattr(before, name) for name in before.__slots__ if name != "desks"},
        desks=before.desks.with_step(first, desks),
    )
    return hub.applying(Change("more desks", (Edit(before, after),)))


def expected(lines: Sequence[Line], run: Run) -> Lines:
    """Engine lines as statements have them: a fixed share is a share."""
    shares = {LineKind.SHARED: "share", LineKind.FIXED_SHARE: "share"}
    return {
        (
            run.agency(line.agency).code,
            shares.get(line.kind, line.kind.value),
            run.source_code(line.source),
        ): (line.pence, line.vat_pence)
        for line in lines
    }
