"""Licences and what they cost: rates, VAT codes, concessions."""

from hubdesk.domain.agency import Sector
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.licence import Licence
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.vat import VatCode
from hubdesk.exchange.xlsx.hub_workbook.catalogue.columns import OPEN_TO, VAT_TREATMENT, agency
from hubdesk.exchange.xlsx.hub_workbook.dates import Day
from hubdesk.exchange.xlsx.hub_workbook.numbers import Percent, Pounds, Whole
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import Choice, Text

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
        agency("The code of the agency."),
        Column("from", Day(), "The first day.", ("first",), needed=True, example="2026-04-01"),
        Column("to", Day(), OPEN_TO, ("last",)),
        Column(
            "VAT code",
            Text(),
            VAT_TREATMENT,
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
    "The VAT codes and their percentages, from a day until the next step. The template has those of the "
    "United Kingdom filled in: check that they are right for you, and change or delete them where not.",
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
        Column("to", Day(), OPEN_TO, ("last",)),
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
