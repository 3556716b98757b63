"""What is the matter with a run, and with a hub: the checks that bear on it, with the £ at stake."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.ledger_columns import INVOICES, JOURNAL
from hubdesk.charging.lines import POOL, LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.checks import problems
from hubdesk.domain.checks.verdict import warning
from hubdesk.domain.cost_line import Recovery
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence, pounds
from hubdesk.domain.period import Period
from hubdesk.domain.problem import Problem, Severity
from hubdesk.workflows.concerned import cost_lines_behind
from hubdesk.workflows.recharge_run import missing_periods, run_named
from hubdesk.workflows.stakes import Stakes
from hubdesk.workflows.standing import Standing


def problems_of_run(standing: Standing, run: Run) -> tuple[Problem, ...]:
    """What bears on `run`, the gravest first. Of an issued run, only what it shows itself."""
    found = list(_of_the_figures(run))
    if run.issue is None:
        told = {(one.code, one.records[:1]) for one in found}
        charged = frozenset(chain.from_iterable((line.agency, line.source) for line in run.lines))
        hub = [one for one in problems(standing.hub) if _bears_on(one, standing.hub, run, charged)]
        found += [one for one in hub if (one.code, one.records[:1]) not in told]
    last = run.of.last if isinstance(run.of, Period) else run.year.last
    return _in_order(map(Stakes(standing.hub, last, run).priced, found))


def not_as_asked(run: Run, amounts: Amounts | None) -> tuple[Problem, ...]:
    """That `run` was issued on other amounts than those now asked for, if it was."""
    if run.issue is None or amounts in (None, run.amounts):
        return ()
    what = f"{run.name} was issued on {run.amounts.value}s, and an issued run stays as it was"
    remedy = "Leave out --amounts to look at an issued run"
    return (warning("amounts-as-issued", what, f"run {run.name}", remedy),)


def problems_of_hub(standing: Standing) -> tuple[Problem, ...]:
    """Everything the matter with the hub, the gravest first, priced by the run that is next to be issued."""
    found = problems(standing.hub)
    if any(one.severity is Severity.ERROR for one in found):
        return _in_order(found)
    period = next_period(standing)
    if period is None:
        return _in_order(found)
    run = run_named(standing, period.name, None)
    return _in_order(map(Stakes(standing.hub, period.last, run).priced, found))


def next_period(standing: Standing) -> Period | None:
    """The period that is next to be issued; before the first, that of the first year with costs, if any."""
    if not standing.years:
        costed = sorted(standing.hub.cost_lines_of)
        return _first_of(standing, costed[0]) if costed else None
    begun = standing.years[max(standing.years)].year
    missing = missing_periods(standing, begun)
    return missing[0] if missing else _first_of(standing, begun.starts_in + 1)


def _first_of(standing: Standing, starts_in: int) -> Period:
    return missing_periods(standing, standing.charging_year(starts_in))[0]


def _in_order(found: Iterable[Problem]) -> tuple[Problem, ...]:
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def _bears_on(problem: Problem, hub: Hub, run: Run, charged: frozenset[RecordId]) -> bool:
    """Whether a problem of `hub` is one of this run: it names something that the run charges, or charges for.

    What is about a cost line of another year is not, nor, before issue, a licence or agency without a
    line. Nor is what is about a drop-in, which costs nobody anything. What is about neither agency,
    licence nor cost line is always told.
    """
    if problem.records[:1] and problem.records[0] in hub.drop_ins:
        return False
    lines = cost_lines_behind(hub, problem.records)
    if lines and all(line.year != run.year.starts_in for line in lines):
        return False
    if problem.severity is not Severity.BEFORE_ISSUE or not problem.records:
        return True
    first = problem.records[0]
    return first in charged if first in hub.agencies or problem.code in _OF_SOURCES else True


_OF_SOURCES = frozenset({"vat-code-blank", "vat-rate-missing", "ledger-code-missing", "ledger-code-mask"})


def _of_the_figures(run: Run) -> Iterator[Problem]:
    """What only the figures show."""
    yield from _blank_actuals(run)
    yield from _unshared(run)
    yield from _in_credit(run)
    yield from _no_costs(run)
    yield from _pool_without_codes(run)
    yield from _unknown_columns(run)


def _blank_actuals(run: Run) -> Iterator[Problem]:
    if run.amounts is not Amounts.ACTUAL:
        return
    for line in run.facts.cost_lines:
        if line.actual is None and line.recovery is Recovery.SHARED:
            yield warning(
                "actual-blank",
                f"The actual is not known yet, so the budget of {pounds(line.budget)} stands",
                f"cost line {line.code} of {line.year_name}",
                "Type the actual when it is known; 0 is an actual",
                (line.id,),
                "actual",
                line.budget,
            )


def _unshared(run: Run) -> Iterator[Problem]:
    borne: defaultdict[RecordId, Pence] = defaultdict(int)
    for line in run.lines:
        if LineKind.UNSHARED in (line.kind, line.of_kind):
            borne[line.source] += line.pence
    for source, pence in borne.items():
        if pence:
            yield warning(
                "cost-line-unshared",
                f"There is no one to charge on some days of {run.name}; the host bears {pounds(pence)}",
                f"cost line {run.source_code(source)} of {run.year.name}",
                "Choose another basis or other participants, or let the host bear it",
                (source,),
                "basis",
                pence,
            )


def _in_credit(run: Run) -> Iterator[Problem]:
    due: defaultdict[RecordId, Pence] = defaultdict(int)
    for line in run.lines:
        due[line.agency] += line.pence + line.vat_pence
    for agency, pence in due.items():
        if pence < 0 and agency != run.facts.host:
            yield warning(
                "agency-in-credit",
                f"{run.name} gives it back {pounds(-pence)} in all",
                f"agency {run.agency(agency).code}",
                "Make out a credit note, or carry it forward, as your ledger does",
                (agency,),
                pence=-pence,
            )


def _no_costs(run: Run) -> Iterator[Problem]:
    if not run.facts.cost_lines and run.issue is None:
        yield warning(
            "no-costs-in-year",
            f"The hub has no cost lines of {run.year.name}: only licences are charged",
            f"year {run.year.name}",
            "Roll the hub forward to that year, or add its cost lines",
        )


def _pool_without_codes(run: Run) -> Iterator[Problem]:
    host = run.agency(run.facts.host)
    pooled = sum(abs(line.pence) for line in run.lines if line.source == POOL)
    if pooled and not (host.cost_centre and host.subjective):
        yield warning(
            "pool-without-codes",
            "What the partners pay for concessions is credited to the host, which has no ledger codes",
            f"agency {host.code}",
            "Type the host's cost centre and subjective code",
            (host.id,),
            "subjective" if host.cost_centre else "cost_centre",
            pooled,
        )


def _unknown_columns(run: Run) -> Iterator[Problem]:
    settings = run.facts.hub.ledger
    if settings is None:
        return
    for known, columns in (
        (JOURNAL.fields.keys(), settings.journal_columns),
        (INVOICES.fields.keys(), settings.invoice_columns),
    ):
        for column in columns:
            if column.field and column.field not in known:
                yield warning(
                    "ledger-column-unknown",
                    f"Nothing is called “{column.field}”, so the column “{column.heading}” stays empty",
                    "the ledger settings",
                    f"Choose one of: {', '.join(known)}",
                    (settings.id,),
                )
