"""Cost lines, who shares them, and what by."""

from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, Recovery, ShareCap, VacantPolicy
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.vat import VatCode
from hubdesk.exchange.xlsx.hub_workbook.catalogue.columns import VAT_TREATMENT, agency
from hubdesk.exchange.xlsx.hub_workbook.dates import Day, Year
from hubdesk.exchange.xlsx.hub_workbook.numbers import Number, Percent, Pounds
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import BasisOrDriver, Choice, Text

_YEAR_OF_LINE = "The charging year such as 2026-27. Blank: every year of that cost line."


def _cost_line() -> Column:
    note = "The code of the cost line."
    return Column("cost line", Text(), note, ("cost_line",), needed=True, refers=CostLine, example="C01")


COST_LINES = Sheet(
    "Cost lines",
    CostLine,
    "One property or administration cost of one charging year to a row.",
    (
        Column(
            "code",
            Text(),
            "A short name, used once a year and not on Licences.",
            ("code",),
            needed=True,
            example="C01",
        ),
        Column("name", Text(), "What the cost is for.", ("name",), needed=True, example="Cleaning", width=30),
        Column(
            "year", Year(), "The charging year such as 2026-27.", ("year",), needed=True, example="2026-27"
        ),
        Column(
            "budget",
            Pounds(),
            "Pounds for the whole cost; below zero for a credit.",
            ("budget",),
            needed=True,
            example="48000",
        ),
        Column("actual", Pounds(), "Pounds once known. Blank: not known yet; 0 is an actual.", ("actual",)),
        Column("class", Text(), "The class of cost, for your own sums.", ("cost_class",)),
        Column(
            "recovery",
            Choice(Recovery),
            "licence: paid for by the desk rate; shared; host: not recharged. Blank: shared.",
            ("recovery",),
        ),
        Column(
            "basis",
            BasisOrDriver(),
            "licensed desks, allocated desks, area, equal, or a driver's name. Blank: licensed desks.",
            ("basis", "driver"),
            example="licensed desks",
            width=20,
        ),
        Column("vacant", Choice(VacantPolicy), "Who carries vacant desks. Blank: host pays.", ("vacant",)),
        Column("from", Day(), "The first day. Blank: the first of the year.", ("first",)),
        Column("to", Day(), "The last day. Blank: the last of the year.", ("last",)),
        Column(
            "VAT code",
            Text(),
            VAT_TREATMENT,
            ("vat_code",),
            refers=VatCode,
        ),
        Column("cost centre", Text(), "The ledger's cost centre that bears the cost.", ("cost_centre",)),
        Column("subjective", Text(), "The ledger's subjective code.", ("subjective",)),
    ),
)


PARTICIPANTS = Sheet(
    "Participants",
    Participant,
    "The agencies that share a cost line. A line without any is shared by all with a weight.",
    (
        _cost_line(),
        agency("The code of the agency."),
        Column("year", Year(), _YEAR_OF_LINE),
    ),
)


FIXED_SHARES = Sheet(
    "Fixed shares",
    FixedShare,
    "An agency that pays a fixed percentage of a cost line before the rest is shared.",
    (
        _cost_line(),
        agency("The code of the agency."),
        Column("percent", Percent(), "The percentage of the cost.", ("percent",), needed=True, example="90"),
        Column("year", Year(), _YEAR_OF_LINE),
    ),
)


CAPS = Sheet(
    "Caps",
    ShareCap,
    "The most that an agency pays of a cost line in a year.",
    (
        _cost_line(),
        agency("The code of the agency."),
        Column("amount", Pounds(least=0), "Pounds a year.", ("pence",), needed=True, example="5000"),
        Column("year", Year(), _YEAR_OF_LINE),
    ),
)


DRIVERS = Sheet(
    "Drivers",
    DriverFigure,
    "Figures that costs are shared by, such as FTE or footfall, from a day until the next step.",
    (
        Column(
            "driver",
            Text(),
            "The driver's name, as in the basis of cost lines.",
            ("driver",),
            needed=True,
            example="footfall",
            width=18,
        ),
        agency("The code of the agency."),
        Column("from", Day(), "The day from which the figure holds.", needed=True, example="2026-04-01"),
        Column("value", Number(least=0), "The figure.", ("figures",), needed=True, example="1250"),
    ),
    frozenset({"from", "value"}),
)
