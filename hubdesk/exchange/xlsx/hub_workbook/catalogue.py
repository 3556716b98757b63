"""Every sheet and column of the hub workbook, declared once for reader, writer and template.

Other programs use these names: columns are added at the right-hand end only, and are optional.
"""

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.cost_line import CostLine, FixedShare, Participant, Recovery, ShareCap, VacantPolicy
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.vat import VatCode
from hubdesk.exchange.xlsx.hub_workbook.dates import Clock, Day, WeekdayOrDay, Year
from hubdesk.exchange.xlsx.hub_workbook.numbers import Metres, Number, Percent, Pounds, Whole
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import (
    BasisOrDriver,
    Choice,
    Colour,
    Corners,
    Text,
    YesNo,
)

_OUTLINE = "The corners in metres from the floor's top-left corner: x,y; x,y; … At least three."
_OPEN_FROM = "The first day. Blank: it always was there."
_OPEN_TO = "The last day, itself included. Blank: open-ended."
_YEAR_OF_LINE = "The charging year such as 2026-27. Blank: every year of that cost line."


def _agency(note: str, *, example: str = "HBC") -> Column:
    return Column("agency", Text(), note, ("agency",), needed=True, refers=Agency, example=example)


def _cost_line() -> Column:
    note = "The code of the cost line."
    return Column("cost line", Text(), note, ("cost_line",), needed=True, refers=CostLine, example="C01")


HUB = Sheet(
    "Hub",
    HubSettings,
    "What the hub is called, who hosts it, and how its charging year is cut. One setting to a row.",
    (
        Column("setting", Text(), "The setting's name: keep it as it is.", needed=True, width=18),
        Column("value", Text(), "What it is set to.", needed=True, width=40),
    ),
)

FLOORS = Sheet(
    "Floors",
    Floor,
    "One storey to a row.",
    (
        Column("code", Text(), "A short name, used once on this sheet.", ("code",), needed=True, example="G"),
        Column(
            "name", Text(), "What people call it.", ("name",), needed=True, example="Ground floor", width=26
        ),
        Column("level", Whole(), "A whole number: 0 is the ground.", ("level",), needed=True, example="0"),
        Column(
            "width m",
            Metres(positive=True),
            "Metres from left to right.",
            ("width_mm",),
            needed=True,
            example="40",
        ),
        Column(
            "depth m",
            Metres(positive=True),
            "Metres from top to bottom.",
            ("depth_mm",),
            needed=True,
            example="25",
        ),
        Column("theme", Text(), "What the floor is for.", ("theme",), example="People", width=20),
        Column("outline", Corners(), _OUTLINE + " Blank: a rectangle.", ("outline",), width=40),
    ),
)

AREAS = Sheet(
    "Areas",
    Area,
    "One part of a floor to a row: a neighbourhood, a restricted room, a pod.",
    (
        Column(
            "code", Text(), "A short name, used once on this sheet.", ("code",), needed=True, example="G-REC"
        ),
        Column("floor", Text(), "The code of its floor.", ("floor",), needed=True, refers=Floor, example="G"),
        Column("name", Text(), "What people call it.", ("name",), needed=True, example="Reception", width=26),
        Column(
            "kind", Choice(AreaKind), "What it is for.", ("kind",), needed=True, example="reception", width=16
        ),
        Column("outline", Corners(), _OUTLINE, ("outline",), example="0,0; 8,0; 8,6; 0,6", width=40),
        Column("clearance", Text(), "The clearance that people need to enter it.", ("clearance",)),
        Column("agency", Text(), "The agency for whose sole use it is.", ("agency",), refers=Agency),
        Column("area m2", Number(least=0), "Square metres. Blank: what the outline encloses.", ("area_m2",)),
        Column("from", Day(), _OPEN_FROM, ("first",)),
        Column("to", Day(), _OPEN_TO, ("last",)),
    ),
)

DESKS = Sheet(
    "Desks",
    Desk,
    "One desk to a row.",
    (
        Column(
            "code", Text(), "A short name, used once on this sheet.", ("code",), needed=True, example="G-001"
        ),
        Column("floor", Text(), "The code of its floor.", ("floor",), needed=True, refers=Floor, example="G"),
        Column(
            "x m",
            Metres(),
            "Its centre: metres from the floor's left edge.",
            ("x_mm",),
            needed=True,
            example="2.4",
        ),
        Column(
            "y m",
            Metres(),
            "Its centre: metres from the floor's top edge.",
            ("y_mm",),
            needed=True,
            example="3.2",
        ),
        Column(
            "area", Text(), "The code of its area. Blank: the one around its centre.", ("area",), refers=Area
        ),
        Column("rotation", Number(), "Degrees clockwise. Blank: 0.", ("rotation",)),
        Column("width m", Metres(positive=True), "Metres. Blank: 1.6.", ("width_mm",)),
        Column("depth m", Metres(positive=True), "Metres. Blank: 0.8.", ("depth_mm",)),
        Column("kind", Choice(DeskKind), "Blank: standard.", ("kind",), example="standard"),
        Column("from", Day(), "The first day in service. Blank: it always was.", ("first",)),
        Column("to", Day(), "The last day in service. Blank: open-ended.", ("last",)),
    ),
)

AGENCIES = Sheet(
    "Agencies",
    Agency,
    "One organisation in the hub to a row, the host among them.",
    (
        Column(
            "code", Text(), "A short name, used once on this sheet.", ("code",), needed=True, example="HBC"
        ),
        Column(
            "name",
            Text(),
            "Its full name.",
            ("name",),
            needed=True,
            example="Hilltop Borough Council",
            width=36,
        ),
        Column(
            "sector",
            Choice(Sector),
            "Its sector: concessions go by it.",
            ("sector",),
            needed=True,
            example="public",
        ),
        Column(
            "colour",
            Colour(),
            "The colour on plans: # and six digits or letters a to f.",
            ("colour",),
            example="#006666",
        ),
        Column("contact", Text(), "Who to speak to.", ("contact",), width=22),
        Column("email", Text(), "Where statements go.", ("email",), width=28),
        Column(
            "customer code", Text(), "The ledger's code for an agency that is invoiced.", ("customer_code",)
        ),
        Column("cost centre", Text(), "The ledger's cost centre.", ("cost_centre",)),
        Column("subjective", Text(), "The ledger's subjective code.", ("subjective",)),
        Column("purchase order", Text(), "The purchase order to quote.", ("purchase_order",), width=16),
        Column("internal", YesNo(), "yes: recharged by journal; no: by invoice. Blank: no.", ("internal",)),
    ),
)

LICENCES = Sheet(
    "Licences",
    Licence,
    "One licence to a row. How many desks it is for stands on the sheet Licence desks.",
    (
        Column(
            "code",
            Text(),
            "A short name, used once here and on Cost lines.",
            ("code",),
            needed=True,
            example="L01",
        ),
        _agency("The code of the agency."),
        Column("from", Day(), "The first day.", ("first",), needed=True, example="2026-04-01"),
        Column("to", Day(), _OPEN_TO, ("last",)),
        Column(
            "VAT code",
            Text(),
            "The VAT code. To be chosen before a run is issued.",
            ("vat_code",),
            refers=VatCode,
        ),
        Column("cost centre", Text(), "The ledger's cost centre for the income.", ("cost_centre",)),
        Column("subjective", Text(), "The ledger's subjective code for the income.", ("subjective",)),
        Column("notice months", Whole(least=0), "Months of notice.", ("notice_months",)),
    ),
)

LICENCE_DESKS = Sheet(
    "Licence desks",
    Licence,
    "How many desks a licence is for, from a day until its next step.",
    (
        Column("licence", Text(), "The code of the licence.", needed=True, refers=Licence, example="L01"),
        Column("from", Day(), "The day from which the number holds.", needed=True, example="2026-04-01"),
        Column("desks", Whole(least=0), "The number of desks.", ("desks",), needed=True, example="10"),
    ),
)

RATES = Sheet(
    "Rates",
    DeskRate,
    "The annual licence rate per desk, the same for every agency, from a day until the next step.",
    (
        Column("from", Day(), "The day from which the rate holds.", needed=True, example="2026-04-01"),
        Column("rate", Pounds(least=0), "Pounds per desk and year.", ("pence",), needed=True, example="3000"),
    ),
)

VAT_CODES = Sheet(
    "VAT codes",
    VatCode,
    "The VAT codes and their percentages, from a day until the next step.",
    (
        Column(
            "code",
            Text(),
            "S standard, R reduced, Z zero, E exempt, O outside scope.",
            ("code",),
            needed=True,
            example="S",
        ),
        Column("from", Day(), "The day from which the percentage holds.", needed=True, example="2011-01-04"),
        Column("percent", Percent(), "The percentage.", ("percent",), needed=True, example="20"),
    ),
    frozenset({"from", "percent"}),
)

CONCESSIONS = Sheet(
    "Concessions",
    Concession,
    "A percentage off: a sector's standing rate or an award to one licence, whichever is filled in.",
    (
        Column(
            "sector", Choice(Sector), "The sector with this standing rate.", ("sector",), example="voluntary"
        ),
        Column("licence", Text(), "The code of the licence with this award.", ("licence",), refers=Licence),
        Column("percent", Percent(), "The percentage off.", ("percent",), needed=True, example="40"),
        Column("from", Day(), "The first day.", ("first",), needed=True, example="2026-04-01"),
        Column("to", Day(), _OPEN_TO, ("last",)),
        Column(
            "desk cap",
            Whole(least=0),
            "The most desks of each licence that it is for. Blank: all.",
            ("desk_cap",),
        ),
        Column(
            "applies to", Choice(Applies), "What it is taken off. Blank: licence.", ("applies",), width=20
        ),
        Column("funder", Choice(Funder), "Who pays for it. Blank: host.", ("funder",)),
        Column("reason", Text(), "Why it is given.", ("reason",), width=36),
        Column("review", Day(), "The day on which to look at it again.", ("review",)),
    ),
)

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
            "The VAT code. To be chosen before a run is issued.",
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
        _agency("The code of the agency."),
        Column("year", Year(), _YEAR_OF_LINE),
    ),
)

FIXED_SHARES = Sheet(
    "Fixed shares",
    FixedShare,
    "An agency that pays a fixed percentage of a cost line before the rest is shared.",
    (
        _cost_line(),
        _agency("The code of the agency."),
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
        _agency("The code of the agency."),
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
        _agency("The code of the agency."),
        Column("from", Day(), "The day from which the figure holds.", needed=True, example="2026-04-01"),
        Column("value", Number(least=0), "The figure.", ("figures",), needed=True, example="1250"),
    ),
    frozenset({"from", "value"}),
)

ALLOCATIONS = Sheet(
    "Allocations",
    Allocation,
    "Who sits at a desk.",
    (
        Column("desk", Text(), "The code of the desk.", ("desk",), needed=True, refers=Desk, example="G-001"),
        _agency("The code of the agency that sits there."),
        Column("from", Day(), "The first day.", ("first",), needed=True, example="2026-04-01"),
        Column("to", Day(), _OPEN_TO, ("last",)),
        Column(
            "charged to",
            Text(),
            "The code of the agency that pays, if another.",
            ("charged_to",),
            refers=Agency,
        ),
    ),
)

WORKING_LINKS = Sheet(
    "Working links",
    WorkingLink,
    "Two agencies that work together.",
    (
        _agency("The code of the one agency."),
        Column(
            "agency 2",
            Text(),
            "The code of the other agency.",
            ("other",),
            needed=True,
            refers=Agency,
            example="CAB",
        ),
        Column(
            "strength",
            Number(positive=True),
            "Above 0; people use 1 to 10.",
            ("strength",),
            needed=True,
            example="5",
        ),
        Column("reason", Text(), "Why they are best close by.", ("reason",), width=36),
    ),
)

PLACEMENT_RULES = Sheet(
    "Placement rules",
    PlacementRule,
    "Where an agency may, must or must not sit.",
    (
        _agency("The code of the agency."),
        Column(
            "rule", Choice(RuleKind), "The rule.", ("kind",), needed=True, example="ground floor", width=22
        ),
        Column(
            "value",
            Text(),
            "The clearance, or the code of the floor or area, where the rule needs one.",
            ("value",),
        ),
    ),
)

DROP_INS = Sheet(
    "Drop-ins",
    DropIn,
    "Partners without a desk who come on known days.",
    (
        _agency("The code of the agency."),
        Column("area", Text(), "The code of the area.", ("area",), needed=True, refers=Area, example="G-REC"),
        Column(
            "weekday or date",
            WeekdayOrDay(),
            "A day of the week such as Monday, or one day such as 2026-04-01.",
            ("weekday", "on"),
            needed=True,
            example="Monday",
            width=18,
        ),
        Column(
            "start", Clock(), "The time of day at which it begins.", ("starts",), needed=True, example="09:30"
        ),
        Column("end", Clock(), "The time of day at which it ends.", ("ends",), needed=True, example="12:30"),
        Column("from", Day(), "The first day of a weekly one. Blank: it always was.", ("first",)),
        Column("to", Day(), "The last day of a weekly one. Blank: open-ended.", ("last",)),
        Column("desks", Whole(least=0), "The desks that they use.", ("desks",)),
        Column("purpose", Text(), "What for.", ("purpose",), width=36),
    ),
)

SHEETS = (
    HUB,
    FLOORS,
    AREAS,
    DESKS,
    AGENCIES,
    LICENCES,
    LICENCE_DESKS,
    RATES,
    VAT_CODES,
    CONCESSIONS,
    COST_LINES,
    PARTICIPANTS,
    FIXED_SHARES,
    CAPS,
    DRIVERS,
    ALLOCATIONS,
    WORKING_LINKS,
    PLACEMENT_RULES,
    DROP_INS,
)
"""Every sheet, in the order in which they are written."""

READ_ME = "Read me"
"""The sheet of the template that explains the others; nothing is read from it."""
