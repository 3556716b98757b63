"""VAT codes on what is charged: chosen, known, and with a rate by then."""

from collections.abc import Iterator
from datetime import date

from hubdesk.domain.checks.verdict import before_issue, error, warning
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.names import named
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.problem import Problem
from hubdesk.domain.vat import NO_VAT_CODES, VAT_MEANINGS


def unknown_codes(hub: Hub) -> Iterator[Problem]:
    """VAT codes that are neither listed nor among those that mean no VAT."""
    sources: tuple[Licence | CostLine, ...] = (*hub.licences.values(), *hub.cost_lines.values())
    for source in sources:
        if source.vat_code and source.vat_code not in NO_VAT_CODES and source.vat_code not in hub.vat_by_code:
            yield error(
                "vat-code-unknown",
                f"The VAT code “{source.vat_code}” is not listed",
                named(hub, source),
                "Choose a listed code, or add this one to the VAT codes with its rate",
                (source.id,),
                "vat_code",
            )


def blank_codes(hub: Hub) -> Iterator[Problem]:
    """Licences and shared cost lines whose VAT treatment is not chosen yet."""
    for source in charged_sources(hub):
        if not source.vat_code:
            yield before_issue(
                "vat-code-blank",
                "Its VAT treatment is not chosen",
                named(hub, source),
                "Choose a VAT code: S standard, R reduced, Z zero, E exempt or O outside scope",
                (source.id,),
                "vat_code",
            )


def codes_without_rate(hub: Hub) -> Iterator[Problem]:
    """Listed codes that have no rate yet on the last day of a source's first billing period."""
    for source in charged_sources(hub):
        listed = hub.vat_by_code.get(source.vat_code)
        if listed is None or source.vat_code in NO_VAT_CODES:
            continue
        counts = _first_day_that_counts(hub, source)
        if listed.percent.at(counts) is None:
            yield before_issue(
                "vat-rate-missing",
                f"The VAT code “{source.vat_code}” has no rate yet on {in_words(counts)}",
                named(hub, source),
                "Give the VAT code its rate from that day or earlier",
                (source.id, listed.id),
                "vat_code",
            )


def needless_rates(hub: Hub) -> Iterator[Problem]:
    """Codes under which no VAT is charged by their meaning, listed with a rate above 0."""
    for listed in hub.vat_codes.values():
        charging = next((step for step in listed.percent.steps if step.value > 0), None)
        if listed.code in NO_VAT_CODES and charging is not None:
            yield warning(
                "vat-code-charges",
                f"The VAT code {listed.code} means {VAT_MEANINGS[listed.code]}, but has a rate above 0 from "
                f"{in_words(charging.first)}",
                named(hub, listed),
                "Set its rate to 0, or use S or R for what bears VAT",
                (listed.id,),
                "percent",
            )


def charged_sources(hub: Hub) -> Iterator[Licence | CostLine]:
    """What recharge lines come from: every licence, and the cost lines that are shared."""
    yield from hub.licences.values()
    yield from (line for line in hub.cost_lines.values() if line.recovery is Recovery.SHARED)


def _first_day_that_counts(hub: Hub, source: Licence | CostLine) -> date:
    """The last day of the first billing period in which `source` is charged here.

    Years before the first that has cost lines were charged elsewhere, if at all.
    """
    if isinstance(source, CostLine):
        year = hub.charging_year(source.year)
        first = source.first or year.first
    else:
        first = max(source.first, hub.rate.pence.first or source.first)
        if hub.cost_lines_of:
            first = max(first, hub.charging_year(min(hub.cost_lines_of)).first)
        year = ChargingYear.containing(first, hub.settings.year_start)
    periods = year.periods(hub.settings.billing)
    return next((period.last for period in periods if first <= period.last), year.last)
