"""The hub, its agencies, and how they sit: allocations, links, rules, drop-ins."""

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area
from hubdesk.domain.desk import Desk
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.settings import HubSettings
from hubdesk.exchange.xlsx.hub_workbook.catalogue.columns import OPEN_TO, agency
from hubdesk.exchange.xlsx.hub_workbook.dates import Clock, Day, WeekdayOrDay
from hubdesk.exchange.xlsx.hub_workbook.numbers import Number, Whole
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import Choice, Colour, Text, YesNo

HUB = Sheet(
    "Hub",
    HubSettings,
    "What the hub is called, who hosts it, and how its charging year is cut. One setting to a row.",
    (
        Column("setting", Text(), "The setting's name: keep it as it is.", needed=True, width=18),
        Column("value", Text(), "What it is set to.", needed=True, width=40),
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
        Column(
            "accessible desks",
            Whole(least=0),
            "How many of its desks are to be accessible ones, at least. Blank: none.",
            ("accessible_desks",),
            width=18,
        ),
    ),
)


ALLOCATIONS = Sheet(
    "Allocations",
    Allocation,
    "Who sits at a desk.",
    (
        Column("desk", Text(), "The code of the desk.", ("desk",), needed=True, refers=Desk, example="G-001"),
        agency("The code of the agency that sits there."),
        Column("from", Day(), "The first day.", ("first",), needed=True, example="2026-04-01"),
        Column("to", Day(), OPEN_TO, ("last",)),
        Column(
            "charged to",
            Text(),
            "The code of the agency that pays, if another.",
            ("charged_to",),
            refers=Agency,
        ),
        Column("pinned", YesNo(), "yes: stays when another plan is proposed. Blank: no.", ("pinned",)),
    ),
)


WORKING_LINKS = Sheet(
    "Working links",
    WorkingLink,
    "Two agencies that work together.",
    (
        agency("The code of the one agency."),
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
        agency("The code of the agency."),
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
        agency("The code of the agency."),
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
