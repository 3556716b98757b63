"""Cost lines: amounts, days, and shares that can be worked out."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from hubdesk.domain.checks.verdict import error, warning
from hubdesk.domain.cost_line import Basis, FixedShare
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem


def days_outside_year(hub: Hub) -> Iterator[Problem]:
    """Cost lines with a first or last day outside their charging year."""
    for line in hub.cost_lines.values():
        year = hub.charging_year(line.year)
        for field, day in (("first", line.first), ("last", line.last)):
            if day is None or year.first <= day <= year.last:
                continue
            yield error(
                "cost-line-days-outside-year",
                f"{in_words(day)} is outside the charging year {year.name}",
                named(hub, line),
                f"Use days from {in_words(year.first)} to {in_words(year.last)}, or leave them blank",
                (line.id,),
                field,
            )


def unknown_drivers(hub: Hub) -> Iterator[Problem]:
    """Cost lines shared by a driver that nobody has a figure for."""
    for line in hub.cost_lines.values():
        if line.basis is Basis.DRIVER and line.driver not in hub.driver_names:
            yield error(
                "basis-unknown",
                f"“{line.driver}” is neither a basis nor a driver of this hub",
                named(hub, line),
                "Choose a basis, or add that driver's figures",
                (line.id,),
                "driver",
            )


def fixed_shares_over_100(hub: Hub) -> Iterator[Problem]:
    """Cost lines whose fixed shares come to more than 100 %."""
    shares: defaultdict[RecordId, list[FixedShare]] = defaultdict(list)
    for share in hub.all(FixedShare):
        shares[share.cost_line].append(share)
    for line, fixed in shares.items():
        total = sum((one.percent for one in fixed), Decimal(0))
        if total > 100:
            yield error(
                "fixed-shares-over-100",
                f"The fixed shares come to {total:f} %",
                named(hub, hub.cost_lines[line]),
                "Lower them to 100 % or less",
                (line, *(one.id for one in fixed)),
                "percent",
            )


def credits_among_costs(hub: Hub) -> Iterator[Problem]:
    """Cost lines below zero: true of a refund, else a slip of the pen."""
    for line in hub.cost_lines.values():
        for field, amount in (("budget", line.budget), ("actual", line.actual)):
            if amount is not None and amount < 0:
                yield warning(
                    "cost-line-credit",
                    f"The {field} is {pounds(amount)}, a credit to those who share it",
                    named(hub, line),
                    "Leave it if this is money coming back; else remove the minus sign",
                    (line.id,),
                    field,
                )
