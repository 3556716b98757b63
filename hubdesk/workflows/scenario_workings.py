"""Why this penny, of figures that are compared: down to the facts of the scenario, or on the basis."""

from collections.abc import Sequence
from dataclasses import replace

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.lines import POOL, LineKind
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working
from hubdesk.charging.workings.tree import fact, worked
from hubdesk.domain.cost_line import Basis
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.period import Billing, ChargingYear
from hubdesk.editing import cost_lines
from hubdesk.workflows.bases_compared import BasesCompared
from hubdesk.workflows.recharge_figures import PERIOD, Figure
from hubdesk.workflows.recharge_run import billing_of, run_named
from hubdesk.workflows.recharge_view import RechargeView
from hubdesk.workflows.recharge_workings import workings_of
from hubdesk.workflows.standing import Standing


def workings_in(
    standing: Standing, hub: Hub, year: ChargingYear, amounts: Amounts, agency: RecordId | None
) -> Working:
    """How the charges for `year` come about in `hub`, of one agency or of all. Raises Refused.

    `hub` is the one of `standing` as it stands or as a scenario has it.
    """
    return workings_of(RechargeView(_run(standing, hub, year, amounts), ()), Figure(PERIOD, agency))


def workings_on(standing: Standing, compared: BasesCompared, place: int, agency: RecordId | None) -> Working:
    """How what the compared lines come to on the basis at `place` comes about. Raises Refused.

    Of one agency, of `POOL`, or with None of all of them.
    """
    basis = compared.bases[place]
    hub = standing.hub
    if basis.name != "as now":
        by = next((one for one in Basis if one.value == basis.name), Basis.DRIVER)
        driver = basis.name if by is Basis.DRIVER else ""
        put = (replace(line, basis=by, driver=driver) for line in compared.lines)
        hub = hub.applying(cost_lines.change(hub, *put))
    run = _run(standing, hub, compared.year, compared.amounts)
    ids = {line.id for line in compared.lines}
    workings = RunWorkings(run)
    of_these = [line for line in run.lines if line.source in ids]
    what = f"{counted(len(ids), 'shared cost')} of {compared.year.name} by {basis.name}"
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


def _run(standing: Standing, hub: Hub, year: ChargingYear, amounts: Amounts) -> Run:
    """The whole year under the facts of `hub`. One billed as a whole, and issued, is worked out anew."""
    inside = standing.moved_on(hub, standing.sequence)
    if billing_of(inside, year) is Billing.YEAR:
        inside = Standing(hub, standing.sequence, ())
    return run_named(inside, year.name, amounts)
