"""Names of files that every system takes: Windows refuses some letters, some ends and some whole names."""

from collections.abc import Iterable

_LONGEST = 80
_DEVICES = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"),
    }
)
"""Names that mean a device on Windows, whatever ending they have."""


def file_name(name: str) -> str:
    """`name` without what file systems do not take; "Hub" if nothing is left."""
    kept = "".join(" " if one in '<>:"/\\|?*' or not one.isprintable() else one for one in name)
    whole = " ".join(kept.split()).strip(". ")[:_LONGEST].strip(". ")
    if whole.partition(".")[0].strip().casefold() in _DEVICES:
        whole = f"{whole}_"
    return whole or "Hub"


def file_names(names: Iterable[str]) -> tuple[str, ...]:
    """Each of `names` as a file name, with a number behind those that a file system would take for one.

    "POL" and "pol" are one file on Windows and macOS; so are "A/B" and "A B" once both are made fit.
    """
    taken: set[str] = set()
    made: list[str] = []
    for name in names:
        first = named = file_name(name)
        number = 2
        while named.casefold() in taken:
            named = f"{first} {number}"
            number += 1
        taken.add(named.casefold())
        made.append(named)
    return tuple(made)
