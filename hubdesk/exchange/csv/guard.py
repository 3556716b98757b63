"""Text that a spreadsheet would take for a formula, guarded as OWASP says (CSV injection)."""

COULD_BE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"
"""By which spreadsheets know text for text."""


def guarded(text: str) -> str:
    """`text` so that a spreadsheet takes it as text and never as a formula.

    Text that begins with guards of its own gets one more, so that `unguarded` gives back what it was.
    """
    return f"{GUARD}{text}" if text.lstrip(GUARD).startswith(COULD_BE_A_FORMULA) else text


def unguarded(text: str) -> str:
    """What was `guarded`; any other text as it is."""
    bare = text.removeprefix(GUARD)
    return bare if bare.lstrip(GUARD).startswith(COULD_BE_A_FORMULA) else text
