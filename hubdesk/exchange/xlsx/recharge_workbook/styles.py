"""How cells look: styles by name, which Excel and LibreOffice then list under these names."""

from typing import Any

Look = dict[str, Any]

INK = "#1F2933"
TEAL = "#006666"
PALE = "#E6F0F0"
INPUT = "#FFF2CC"
LOCKED = "#EEF0F2"
GREY = "#5F6B76"

_BASE: Look = {"font_name": "Calibri", "font_size": 10, "font_color": INK, "valign": "vcenter"}

_MONEY = "#,##0.00;-#,##0.00;0.00"
_PENCE = "#,##0;-#,##0;0"
_DAY = "d mmm yyyy"

_FACT: Look = {"bg_color": INPUT, "border": 1, "border_color": "#D6B656", "locked": False}
_ISSUED: Look = {"bg_color": LOCKED, "italic": True}
_TOTAL: Look = {"bold": True, "top": 1, "top_color": INK}
_HEAD: Look = {
    "bold": True,
    "font_color": "#FFFFFF",
    "bg_color": TEAL,
    "text_wrap": True,
    "valign": "vcenter",
}

STYLES: dict[str, Look] = {
    "Title": {"bold": True, "font_size": 18, "font_color": TEAL},
    "Subtitle": {"font_size": 11, "font_color": GREY},
    "Section": {"bold": True, "font_size": 12, "font_color": TEAL, "bottom": 2, "bottom_color": TEAL},
    "Block": {"bold": True, "bg_color": PALE, "font_color": TEAL},
    "Head": _HEAD,
    "Head figure": {**_HEAD, "align": "right"},
    "Head word": {**_HEAD, "align": "center"},
    "Text": {},
    "Word": {"align": "center"},
    "Wrapped": {"text_wrap": True, "valign": "top"},
    "Why": {"text_wrap": True, "valign": "top", "indent": 1},
    "Strong": {"bold": True},
    "Text total": _TOTAL,
    "Note": {"font_color": GREY, "italic": True},
    "Label": {"font_color": GREY},
    "Day": {"num_format": _DAY, "align": "left"},
    "Day figure": {"num_format": _DAY, "align": "right"},
    "Count": {"num_format": "#,##0"},
    "Figure": {"num_format": "#,##0.######"},
    "Part": {"num_format": "#,##0.0000"},
    "Percent": {"num_format": '0.00"%"'},
    "Share": {"num_format": "0.00%"},
    "Money": {"num_format": _MONEY},
    "Money or nothing": {"num_format": "#,##0.00;-#,##0.00;"},
    "Count or word": {"num_format": "#,##0", "align": "right"},
    "Money strong": {"num_format": _MONEY, "bold": True},
    "Money total": {"num_format": _MONEY, **_TOTAL},
    "Money issued": {"num_format": _MONEY, **_ISSUED},
    "Pence": {"num_format": _PENCE},
    "Pence total": {"num_format": _PENCE, **_TOTAL},
    "Pence issued": {"num_format": _PENCE, **_ISSUED},
    "Working": {"num_format": "#,##0", "font_color": GREY},
    "Working money": {"num_format": _MONEY, "font_color": GREY},
    "Placed penny": {"num_format": _PENCE, "bg_color": "#F8CECC", "bold": True},
    "Fact money": {"num_format": _MONEY, **_FACT},
    "Fact count": {"num_format": "#,##0", **_FACT},
    "Fact figure": {"num_format": "#,##0.######", **_FACT},
    "Fact percent": {"num_format": 'General"%"', **_FACT},
    "Fact word": {"align": "center", **_FACT},
    "Verdict": {"align": "center", "bold": True},
    "Notice": {"bold": True},
    "Key fact": {**_FACT, "align": "center"},
    "Key issued": {**_ISSUED, "align": "center"},
}

GOOD: Look = {"font_color": "#0B5D2A", "bg_color": "#D5EBDC"}
BAD: Look = {"font_color": "#8A1420", "bg_color": "#F8D7DA"}


def look(name: str) -> Look:
    """All that the style `name` sets."""
    return _BASE | STYLES[name]
