"""What somebody types and presses who does anything at all."""

TEXTS = (
    "G-001",
    "1-N1",
    "Police",
    "pol",
    "1.2",
    "2,5",
    "-3",
    "0",
    "4",
    "7",
    "12",
    "1600 mm",
    "1e9",
    "99999999999999999999",
    "NaN",
    "٣",
    "7 November 2026",
    "1/4/2026",
    "today",
    "31 February 2026",
    "vacant desks",
    "all of the police's",
    "accessible desks in G-JCP",
    "vacant desks in",
    "=1+1",
    "<b>bold</b>",
    "a&b",
    "Réunion “north” 🪑",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc",
    "'; drop table desk; --",
    " ",
    "x" * 300,
)
"""Codes, lengths, days and conditions, right and wrong, and what people paste by mistake."""

KEYS = (
    *("Left", "Right", "Up", "Down", "Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"),
    *("Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down", "Ctrl+Shift+Right", "Ctrl+Space", "Alt+Left"),
    *("Tab", "Shift+Tab", "Return", "Return", "Esc", "Esc", "Delete", "Backspace", "Space", "Home", "End"),
    *("PgUp", "PgDown", "+", "-", "1", "2", "5", "0", ".", "F2", "F6", "Shift+F10"),
)
"""Keys that no action has, and that mean something on the plan or in a field."""
