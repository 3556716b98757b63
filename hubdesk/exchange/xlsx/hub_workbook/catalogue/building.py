"""The building: its floors, areas and desks."""

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.floor import Floor
from hubdesk.exchange.xlsx.hub_workbook.catalogue.columns import OPEN_FROM, OPEN_TO
from hubdesk.exchange.xlsx.hub_workbook.dates import Day
from hubdesk.exchange.xlsx.hub_workbook.numbers import Metres, Number, Whole
from hubdesk.exchange.xlsx.hub_workbook.sheet import Column, Sheet
from hubdesk.exchange.xlsx.hub_workbook.words import Choice, Corners, Text

_OUTLINE = "The corners in metres from the floor's top-left corner: x,y; x,y; … At least three."


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
        Column("from", Day(), OPEN_FROM, ("first",)),
        Column("to", Day(), OPEN_TO, ("last",)),
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
