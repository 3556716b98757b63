"""The columns of a pack's tables: nothing in them can be typed."""

from hubdesk.desktop.viewer.rows import AWARD, BEFORE, NET, OVER, ChargeRow, DeskRow, EstimateRow, LicenceRow
from hubdesk.workflows.tables.column import Column, summed
from hubdesk.workflows.tables.kinds import Day, Pounds, Text, Whole

_TEXT, _DAY, _POUNDS = Text(), Day(), Pounds()

DESKS: tuple[Column[DeskRow], ...] = (
    Column(id="code", title="Desk", kind=_TEXT, value=lambda row: row.code, sample="G-0001"),
    Column(id="floor", title="Floor", kind=_TEXT, value=lambda row: row.floor, sample="G Ground floor"),
    Column(id="area", title="Area", kind=_TEXT, value=lambda row: row.area, sample="Neighbourhood"),
    Column(id="kind", title="Kind", kind=_TEXT, value=lambda row: row.kind, sample="standard"),
    Column(id="since", title="Yours since", kind=_DAY, value=lambda row: row.since),
    Column(id="until", title="Until", kind=_DAY, value=lambda row: row.until),
    Column(id="note", title="Note", kind=_TEXT, value=lambda row: row.note, sample="charged to the host"),
)
LICENCES: tuple[Column[LicenceRow], ...] = (
    Column(id="code", title="Licence", kind=_TEXT, value=lambda row: row.code, sample="L-0001"),
    Column(id="first", title="From", kind=_DAY, value=lambda row: row.first),
    Column(id="last", title="To", kind=_DAY, value=lambda row: row.last),
    Column(
        id="desks",
        title="Desks",
        kind=Whole(),
        value=lambda row: row.desks,
        total=summed,
        hint="On the day of the review",
    ),
    Column(
        id="concession",
        title="Concession",
        kind=_TEXT,
        value=lambda row: row.concession,
        sample="40 % as a voluntary body",
    ),
    Column(
        id="funder", title="Borne by", kind=_TEXT, value=lambda row: row.funder, sample="the host’s own fund"
    ),
)
CHARGES: tuple[Column[ChargeRow], ...] = (
    Column(id="what", title="What", kind=_TEXT, value=lambda row: row.what, sample="Licensed desks"),
    Column(id="code", title="Code", kind=_TEXT, value=lambda row: row.code, sample="L-0001"),
    Column(
        id=BEFORE,
        title="Before",
        kind=_POUNDS,
        value=lambda row: row.before,
        total=summed,
        opens=True,
        hint="Before what is over a cap and before concessions",
    ),
    Column(
        id=OVER,
        title="Over the cap",
        kind=_POUNDS,
        value=lambda row: row.over,
        total=summed,
        opens=True,
        hint="What others bear because your share is capped",
    ),
    Column(id=AWARD, title="Concession", kind=_POUNDS, value=lambda row: row.award, total=summed, opens=True),
    Column(
        id=NET,
        title="To pay",
        kind=_POUNDS,
        value=lambda row: row.net,
        total=summed,
        opens=True,
        hint="Without VAT",
    ),
    Column(id="how", title="How", kind=_TEXT, value=lambda row: row.how, sample="by licensed desks"),
    Column(id="kind", title="Kind", kind=_TEXT, value=lambda row: row.kind, sample="Share of a cost"),
    Column(
        id="funder", title="Concession borne by", kind=_TEXT, value=lambda row: row.funder, sample="the host"
    ),
    Column(id="note", title="Note", kind=_TEXT, value=lambda row: row.note, sample="One odd penny of Q1"),
)
ESTIMATE: tuple[Column[EstimateRow], ...] = (
    Column(id="what", title="What", kind=_TEXT, value=lambda row: row.what, sample="Licence L-0001"),
    Column(id=NET, title="Likely", kind=_POUNDS, value=lambda row: row.net, total=summed, opens=True),
    Column(id="why", title="How", kind=_TEXT, value=lambda row: row.why, sample="desks as they are now"),
)
