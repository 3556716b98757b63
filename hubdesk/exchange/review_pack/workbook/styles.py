"""How the workbook of a pack looks. What can be filled in is yellow and framed, which shows in grey too."""

from hubdesk.exchange.xlsx.recharge_workbook.styles import GREY, INK, INPUT, LOCKED, PALE, TEAL, Look, look

_DAY = "d mmm yyyy"
_MONEY = '£#,##0.00;"−£"#,##0.00;£0.00'
"""With a true minus, which is easier to see than a hyphen."""
_FINE_MONEY = '£#,##0.0000;"−£"#,##0.0000;£0.0000'
_SIZE: Look = {"font_size": 11}
_LINE: Look = {"top": 1, "top_color": "#A9B4BC"}
_FILL_IN: Look = {
    "bg_color": INPUT,
    "border": 1,
    "border_color": "#9C7A1E",
    "locked": False,
    "text_wrap": True,
}
_TOTAL: Look = {"bold": True, "top": 1, "bottom": 6, "top_color": INK, "bottom_color": INK, "bg_color": PALE}
_TOLD: Look = {"text_wrap": True, "valign": "vcenter"}
_WORKED: Look = {"font_color": "#44505A"}


def _plain(name: str, **more: object) -> Look:
    return look(name) | _SIZE | more


STYLES: dict[str, Look] = {
    "Title": look("Title"),
    "Subtitle": look("Subtitle"),
    "Section": _plain("Section", font_size=13, bottom=0, top=2, top_color=TEAL),
    "Head": _plain("Head"),
    "Head word": _plain("Head word"),
    "Head figure": _plain("Head figure"),
    "Block": _plain("Block"),
    "Block figure": _plain("Block", align="right", num_format=_MONEY),
    "Text": _plain("Text"),
    "Strong": _plain("Strong", **_TOLD),
    "Strong said": _plain("Strong"),
    "Told": _plain("Text", **_TOLD),
    "Paragraph": _plain("Wrapped"),
    "Label": _plain("Text", text_wrap=True, valign="top", bold=True),
    "Fact day": _plain("Text", num_format="d mmmm yyyy", align="left", valign="top", bold=True),
    "Fact words": _plain("Wrapped", bold=True),
    "Fact count": _plain("Text", num_format="#,##0", align="left", valign="top", bold=True),
    "Fact money": _plain("Text", num_format=_MONEY, align="left", valign="top", bold=True),
    "Money": _plain("Money", num_format=_MONEY, valign="top"),
    "Money total": _plain("Money", num_format=_MONEY) | _TOTAL,
    "Text total": _plain("Text") | _TOTAL,
    "Count": _plain("Text", num_format="#,##0"),
    "Count total": _plain("Text", num_format="#,##0") | _TOTAL,
    "Day": _plain("Text", num_format=_DAY, align="left"),
    "Line": _plain("Text", bold=True, **_TOLD, **_LINE),
    "Line money": _plain("Text", bold=True, num_format=_MONEY, **_LINE),
    "Worked": _plain("Text", indent=1, **_TOLD, **_WORKED),
    "Worked count": _plain("Text", num_format="#,##0", **_WORKED),
    "Worked part": _plain("Text", num_format="#,##0.0000", **_WORKED),
    "Worked percent": _plain("Text", num_format="0.00##%", **_WORKED),
    "Worked whole percent": _plain("Text", num_format="0%", **_WORKED),
    "Worked money": _plain("Text", num_format=_MONEY, **_WORKED),
    "Worked fine": _plain("Text", num_format=_FINE_MONEY, **_WORKED),
    "Worked word": _plain("Text", align="right", italic=True, **_WORKED),
    "Placed penny": _plain("Text", num_format=_MONEY, bg_color="#F8CECC", bold=True),
    "Held": _plain("Text", align="center", text_wrap=True, valign="vcenter"),
    "Mark": _plain("Text", align="center"),
    "Mark beside": _plain("Text", align="left", indent=1),
    "Left": _plain("Text", num_format="#,##0", align="center", bold=True),
    "Ask right": _plain("Text", align="right", bold=True),
    "Fill in": _plain("Text", indent=1) | _FILL_IN,
    "Fill in lines": _plain("Text", indent=1) | _FILL_IN | {"valign": "top"},
    "Fill in word": _plain("Text", align="center") | _FILL_IN,
    "Fill in figure": _plain("Text", align="right", indent=1) | _FILL_IN,
    "Fill in day": _plain("Text", num_format=_DAY, align="left", indent=1) | _FILL_IN,
    "Not asked": _plain("Text", bg_color=LOCKED),
    "Key": _plain("Text", font_color=GREY, font_size=7),
    "Head key": look("Text") | {"font_color": GREY, "font_size": 7, "valign": "bottom"},
    "Hint": look("Text") | {"font_color": GREY, "font_size": 11},
    "Key of copy": _plain("Text", font_color=GREY, font_name="Consolas"),
    "Heading": _plain("Text", bold=True, font_color=TEAL),
}

DONE: Look = {"font_color": "#0B5D2A", "bg_color": "#D5EBDC"}
ASKED: Look = {"font_color": "#6B4A00", "bg_color": "#FFE0A3", "bold": True}
HALF: Look = {"font_color": "#8A1420", "bg_color": "#F8D7DA", "bold": True, "italic": True}
