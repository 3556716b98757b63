"""The rate in words: what it brings in against its costs, and what vacant desks do to it."""

from fractions import Fraction

from hubdesk.charging.cover import RateCover
from hubdesk.domain.days import in_words
from hubdesk.domain.hundredths import hundredths, in_percent
from hubdesk.domain.money import pounds
from hubdesk.workflows.costs.desk_rate import RatePlan, Way, share_of_costs
from hubdesk.workflows.costs.rate_effects import RateEffects


def cover_told(cover: RateCover) -> str:
    """ "£20,592.00 over (104.20 %)": what is brought in against the costs, above 100 % and below."""
    share = share_of_costs(cover)
    percent = "" if share is None else f" ({in_percent(share)})"
    if not cover.over:
        return f"just the costs{percent}"
    return f"{pounds(abs(cover.over))} {'over' if cover.over > 0 else 'short'}{percent}"


def verdict(plan: RatePlan) -> str:
    """What the year comes to with the rates as they stand, in a sentence or two."""
    cover = plan.cover
    if not plan.costs:
        return (
            f"No cost of {plan.year.name} is to be paid for by the desk rate. "
            "Give cost lines the recovery “licence” to build a rate from them."
        )
    share = share_of_costs(cover)
    of_costs = "" if share is None else f", {in_percent(share)} of them"
    said = (
        f"The licences of {plan.year.name} bring in {pounds(cover.income)} "
        f"against costs of {pounds(cover.costs)}{of_costs}."
    )
    if cover.over > 0:
        return f"{said} That is {pounds(cover.over)} more than the costs: the agencies pay too much."
    if cover.over < 0:
        return f"{said} The host bears the {pounds(-cover.over)} that are missing."
    return said


def effects_told(effects: RateEffects) -> str:
    """What the year comes to once the rate is used, from its first day or from a later one."""
    year, cover = effects.year, effects.cover
    who = (
        f"What each agency pays in {year.name}, without VAT." if effects.rows else "Nobody’s charges change."
    )
    if not cover.costs:
        return who
    said = (
        f"{who} The licences of {year.name} then bring in {pounds(cover.income)} "
        f"against costs of {pounds(cover.costs)}: {cover_told(cover)}."
    )
    if effects.first == year.first:
        return said
    return (
        f"{said} The rate was built for the whole year, and does not make up for the days before it starts."
    )


def rates_told(plan: RatePlan) -> str:
    """The rates that hold in the year, where it is not one for the whole of it."""
    year = plan.year
    if not plan.rates or (len(plan.rates) == 1 and plan.rates[0].first == year.first):
        return ""
    steps = [f"{pounds(one.value)} from {in_words(one.first)}" for one in plan.rates]
    return f"The desk rate of {year.name} is {', then '.join(steps)}."


def vacancy_told(plan: RatePlan) -> str:
    """What empty desks do to the cost of a desk."""
    days = plan.days
    in_service, licensed = plan.way(Way.IN_SERVICE), plan.way(Way.LICENSED)
    if plan.vacancy is None or in_service is None or licensed is None:
        return ""
    if days.in_service <= days.licensed:
        return "No more desks are in service than are licensed: none stands empty at anybody's cost."
    empty = tenths(days.mean(days.vacant))
    return (
        f"A desk costs {pounds(in_service.rate)} a year, but a licensed one {pounds(licensed.rate)}: "
        f"{hundredths(plan.vacancy)} times as much, because {empty} desks stand without a licence."
    )


def desks_told(plan: RatePlan) -> str:
    """How many desks there are on an average day."""
    days = plan.days
    said = (
        f"{tenths(days.mean(days.in_service))} desks in service on an average day: "
        f"{tenths(days.mean(days.licensed))} licensed, {tenths(days.mean(days.vacant))} vacant"
    )
    return f"{said}, {tenths(days.mean(days.beyond))} licensed without a desk" if days.beyond else said


def presumed(plan: RatePlan, way: Way) -> str:
    """What a way of building the rate takes for granted, where it is otherwise now."""
    built = plan.way(way)
    if built is None:
        return ""
    if way is Way.BY_PARTNERS and built.pool:
        return (
            f"It presumes that the partners fund every concession, at {pounds(built.pool)} a desk besides. "
            "Who funds them is set on the Agencies page."
        )
    if way is Way.BY_HOST and plan.days.conceded:
        return (
            "It presumes that the host funds every concession, and asks all for what it gives away. "
            "Who funds them is set on the Agencies page."
        )
    return ""


def tenths(figure: Fraction) -> str:
    """Desks to a tenth, halves up: "163.4"; a whole number as it is."""
    whole, rest = divmod((figure * 20 + 1) // 2, 10)
    return f"{whole:,}.{rest}" if rest or figure != whole else f"{whole:,}"
