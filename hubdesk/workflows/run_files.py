"""The files that a run goes out as."""

from collections.abc import Iterable
from pathlib import Path

from hubdesk.charging.ledger_columns import invoice_table, journal_table
from hubdesk.charging.run import Run, in_year
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.exchange.csv.ledger_file import write_table
from hubdesk.exchange.json.recharge import problems_json, run_json, write_json
from hubdesk.exchange.xlsx.recharge_workbook import write_recharge_workbook
from hubdesk.workflows.standing import Standing

__all__ = ["agency_in", "problems_json", "run_json", "write_invoices", "write_journal", "write_json"]


def agency_in(run: Run, code: str) -> Agency:
    """The agency of that code, as `run` knows it. Raises Refused if there is none."""
    known = {one.code: one for hub in (run.former, run.facts.hub) for one in hub.agencies.values()}
    if found := known.get(code.strip()):
        return found
    remedy = f"Choose one of: {', '.join(sorted(known))}"
    what = f"There is no agency with the code “{code}”"
    raise Refused(Problem(Severity.ERROR, "no-such-agency", what, f"run {run.name}", remedy))


def write_workbook(standing: Standing, run: Run, path: Path, *, written_at: str) -> None:
    """Write the recharge workbook of `run` to `path`; `written_at` is when, in words. Raises Refused."""
    of_the_year = in_year(standing.runs, run.year)
    before = [one for one in of_the_year if run.issue is None or _sequence(one) < run.issue.sequence]
    write_recharge_workbook(path, run, earlier=before, written_at=written_at)


def _sequence(run: Run) -> int:
    return run.issue.sequence if run.issue else 0


def write_journal(run: Run, path: Path, agency: RecordId | None = None) -> None:
    """Write the journal of `run` to `path` as CSV, of one `agency` if given. Raises Refused."""
    write_table(path, journal_table(run, agency))


def write_invoices(run: Run, path: Path, agency: RecordId | None = None) -> None:
    """Write the invoice lines of `run` to `path` as CSV, of one `agency` if given. Raises Refused."""
    write_table(path, invoice_table(run, agency))


def concerning(problems: Iterable[Problem], run: Run, agency: RecordId) -> tuple[Problem, ...]:
    """Those of `problems` that are not about another agency alone, to show to `agency`."""
    licences = run.facts.hub.licences
    return tuple(
        one
        for one in problems
        if all(
            id_ == agency or id_ not in run.facts.hub.agencies
            for record in one.records[:1]
            for id_ in (licences[record].agency if record in licences else record,)
        )
    )
