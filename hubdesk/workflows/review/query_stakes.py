"""What queries put at stake in pounds, and the workings of the charge that one is about."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working, fact, worked
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, parse_line_key
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Query
from hubdesk.domain.typed_number import plain_number
from hubdesk.workflows.recharge_run import billing_of, run_named
from hubdesk.workflows.recharge_workings import source_words
from hubdesk.workflows.review.queries import charged
from hubdesk.workflows.review.query_columns import Stakes
from hubdesk.workflows.standing import Standing


def stakes_of_queries(standing: Standing, day: date) -> Stakes:
    """What each query puts at stake in the charging year of `day`: see `_stake`."""
    hub = standing.hub
    if not hub.queries:
        return {}
    of = _charged_in_year(standing, day)
    found = ((one.id, _stake(hub, one, of, day)) for one in hub.queries.values())
    return {id_: pence for id_, pence in found if pence is not None}


def charge_workings(standing: Standing, query: Query, day: date) -> Working | None:
    """How the charge that `query` is about came about, in the billing period of `day`; None if it has none.

    Raises Refused where it cannot be worked out.
    """
    source = charged(standing.hub, query)
    if source is None:
        return None
    run = run_named(standing, period_name(standing, day), None)
    lines = [one for one in run.own if one.agency == query.agency and one.source == source.id]
    if not lines:
        return fact(f"Nothing is charged for it in {run.name}", 0, Unit.PENCE, source.id)
    of = RunWorkings(run)
    return worked(
        f"{source_words(run, source.id)}, {run.name}", Unit.PENCE, Step.SUM, *(of.of(one) for one in lines)
    )


def period_name(standing: Standing, day: date) -> str:
    """The billing period that holds `day`."""
    starts_in = ChargingYear.containing(day, standing.hub.settings.year_start).starts_in
    year = standing.charging_year(starts_in)
    periods = year.periods(billing_of(standing, year))
    return next((one.name for one in periods if one.first <= day <= one.last), periods[0].name)


def _charged_in_year(standing: Standing, day: date) -> dict[tuple[RecordId, RecordId], Pence]:
    """What each agency is charged for each licence and cost line in the year; nothing if that is unknown."""
    try:
        runs = list(_runs(standing, day))
    except Refused:
        return {}
    found: defaultdict[tuple[RecordId, RecordId], Pence] = defaultdict(int)
    for run in runs:
        for line in run.own:
            found[line.agency, line.source] += line.pence
    return found


def _runs(standing: Standing, day: date) -> Iterator[Run]:
    """The year of `day` as the sum of its periods, under the facts of today."""
    starts_in = ChargingYear.containing(day, standing.hub.settings.year_start).starts_in
    year = standing.charging_year(starts_in)
    yield run_named(standing, year.name, None)


def _stake(hub: Hub, query: Query, of: dict[tuple[RecordId, RecordId], Pence], day: date) -> Pence | None:
    """The line's charge for the year; of a desk the rate; of so many other desks on a licence, theirs."""
    key, rate = parse_line_key(query.line), hub.rate.pence.at(query.wished or day)
    number = plain_number(query.wanted)
    match key.about:
        case About.DESK | About.OTHER_DESK:
            return rate
        case About.WISH:
            return None if number is None or rate is None else int(abs(number)) * rate
        case About.LICENCE if number is not None and rate is not None and key.id in hub.licences:
            return abs(int(number) - hub.licences[key.id].desks_on(query.wished or day)) * rate
    pence = of.get((query.agency, key.id))
    return None if pence is None else abs(pence)
