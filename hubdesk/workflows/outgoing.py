"""A run as it goes out: to everybody, or to one agency alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.ledger_columns import invoice_table, journal_table
from hubdesk.charging.run import Run, in_year
from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused
from hubdesk.exchange.csv.ledger_file import write_table
from hubdesk.exchange.json.recharge import run_json, write_json
from hubdesk.exchange.xlsx.recharge_workbook import write_agency_workbook, write_recharge_workbook
from hubdesk.workflows.concerned import agencies_behind, cost_lines_behind
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.run_problems import not_as_asked, problems_of_run
from hubdesk.workflows.standing import Standing


@dataclass(frozen=True)
class Outgoing:
    """`run` with its `problems`, the year's runs `earlier` than it, and the one `agency` to see it, if any.

    Every file is written whole or not at all. Writing raises Refused.
    """

    run: Run
    earlier: tuple[Run, ...]
    problems: tuple[Problem, ...]
    agency: Agency | None

    @property
    def only(self) -> RecordId | None:
        """The agency whose lines alone are shown, if it is not all of them."""
        return self.agency.id if self.agency else None

    def json(self) -> str:
        return run_json(self.run, self.problems, self.only)

    def write_json(self, path: Path) -> None:
        write_json(path, self.json())

    def write_workbook(self, path: Path, *, written_at: str) -> None:
        """Write the recharge workbook, or the agency's own; `written_at` is when, in words for people."""
        if self.agency is None:
            write_recharge_workbook(path, self.run, earlier=self.earlier, written_at=written_at)
        else:
            write_agency_workbook(path, self.run, self.agency, earlier=self.earlier, written_at=written_at)

    def write_journal(self, path: Path) -> None:
        write_table(path, journal_table(self.run, self.only))

    def write_invoices(self, path: Path) -> None:
        write_table(path, invoice_table(self.run, self.only))


def outgoing(standing: Standing, name: str, amounts: Amounts | None, agency: str | None) -> Outgoing:
    """The run called `name`, for all or for the agency of that code. Raises as `run_named` does."""
    run = run_named(standing, name, amounts)
    problems = (*not_as_asked(run, amounts), *problems_of_run(standing, run))
    of_the_year = in_year(standing.runs, run.year)
    earlier = of_the_year[: _place(run, of_the_year)]
    if agency is None:
        return Outgoing(run, earlier, problems, None)
    one = agency_in(run, agency)
    return Outgoing(run, earlier, _concerning(problems, standing, run, one.id), one)


def agency_in(run: Run, code: str) -> Agency:
    """The agency of that code, as `run` knows it. Raises Refused if there is none."""
    known = {one.code: one for hub in (run.former, run.facts.hub) for one in hub.agencies.values()}
    if found := known.get(code.strip()):
        return found
    remedy = f"Choose one of: {', '.join(sorted(known))}"
    what = f"There is no agency with the code “{code}”"
    raise Refused(error("no-such-agency", what, f"run {run.name}", remedy))


def _place(run: Run, of_the_year: tuple[Run, ...]) -> int:
    """How many of the year's runs were issued before `run`."""
    names = [one.name for one in of_the_year]
    return names.index(run.name) if run.issue else len(names)


def _concerning(
    problems: Iterable[Problem], standing: Standing, run: Run, agency: RecordId
) -> tuple[Problem, ...]:
    """Those of `problems` to show to `agency`: about it, about a cost that it shares, or about no one."""
    hubs = (standing.hub, run.facts.hub, run.former)
    charged_for = {line.source for line in run.lines if line.agency == agency}

    def concerns(problem: Problem) -> bool:
        agencies = {one for hub in hubs for one in agencies_behind(hub, problem.records)}
        lines = {line.id for hub in hubs for line in cost_lines_behind(hub, problem.records)}
        return agency in agencies if agencies else not lines or not lines.isdisjoint(charged_for)

    return tuple(one for one in problems if concerns(one))
