"""Why this penny, of figures that are compared: down to the facts of the scenario, or on the basis."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.lines import POOL, LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working
from hubdesk.charging.workings.tree import fact, worked
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.domain.scenario import Scenario
from hubdesk.editing import cost_lines
from hubdesk.editing.records import found
from hubdesk.workflows.bases_compared import AS_NOW, basis_words
from hubdesk.workflows.recharge_figures import PERIOD, Figure
from hubdesk.workflows.recharge_run import billing_of, on_actuals, run_named
from hubdesk.workflows.recharge_view import RechargeView
from hubdesk.workflows.recharge_workings import workings_of
from hubdesk.workflows.scenario_upon import scenario_upon
from hubdesk.workflows.standing import Standing


def workings_in(
    standing: Standing, scenario: Scenario | None, day: date, agency: RecordId | None
) -> Working | None:
    """How the charges of one agency, or of all, come about in a scenario, or as the hub stands.

    For the charging year of `day`; None if the agency is gone. Raises Refused.
    """
    hub = standing.hub if scenario is None else scenario_upon(standing.hub, scenario).hub
    if agency is not None and agency not in hub.agencies:
        return None
    return workings_of(RechargeView(_run(standing, hub, day), ()), Figure(PERIOD, agency))


def workings_on(
    standing: Standing, day: date, lines: Sequence[RecordId], basis: str, agency: RecordId | None
) -> Working | None:
    """How what the cost `lines` come to on the basis of that name comes about. Raises Refused.

    Of one agency (None if it is gone), of `POOL`, or with None of all of them.
    """
    hub, ids = standing.hub, frozenset(lines)
    if agency not in (None, POOL) and agency not in hub.agencies:
        return None
    if basis != AS_NOW:
        by = next((one for one in Basis if one.value == basis), Basis.DRIVER)
        driver = basis if by is Basis.DRIVER else ""
        put = (replace(found(hub, CostLine, line), basis=by, driver=driver) for line in lines)
        hub = hub.applying(cost_lines.change(hub, *put))
    run = _run(standing, hub, day)
    workings = RunWorkings(run)
    of_these = [line for line in run.lines if line.source in ids]
    what = f"{counted(len(ids), 'shared cost')} of {run.year.name}, {basis_words(basis)}"
    pool = _pool(what, [workings.of(line) for line in of_these if line.kind in _GIVEN])
    if agency == POOL:
        return pool
    parts = [workings.of(line) for line in of_these if agency in (None, line.agency)]
    if agency is None and pool.value:
        parts.append(pool)
    what = f"{'all agencies' if agency is None else hub.agencies[agency].code}, {what}"
    return worked(what, Unit.PENCE, Step.SUM, *parts) if parts else fact(f"{what}: nothing", 0, Unit.PENCE)


_GIVEN = (LineKind.CONCESSION, LineKind.CONCESSION_FUNDED)


def _pool(what: str, given: Sequence[Working]) -> Working:
    """What of the concessions `given` the partners pay for: all but what the host funds."""
    less = worked("concessions, less what the host pays of them", Unit.PENCE, Step.SUM, *given)
    return worked(f"{what}, concessions from the partners' pool", Unit.PENCE, Step.OPPOSITE, less)


def _run(standing: Standing, hub: Hub, day: date) -> Run:
    """The whole year under the facts of `hub`. One billed as a whole, and issued, is worked out anew."""
    inside = standing.moved_on(hub, standing.sequence)
    year = ChargingYear.containing(day, hub.settings.year_start)
    amounts = Amounts.ACTUAL if on_actuals(inside.runs, year) else Amounts.BUDGET
    if billing_of(inside, year) is Billing.YEAR:
        inside = Standing(hub, standing.sequence, ())
    return run_named(inside, year.name, amounts)
