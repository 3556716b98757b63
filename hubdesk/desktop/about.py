"""About: which Hubdesk this is, and the licences of everything that is inside."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from platform import python_version

from hubdesk import __version__
from hubdesk.desktop.dialogs.ask import Told

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_CLASSIFIER = "License :: OSI Approved :: "
_PICTURES = (
    "Icons: Lucide, ISC licence, copyright Lucide Icons and Contributors; parts from Feather, MIT licence",
    "Letters on paper: Inter, SIL Open Font Licence 1.1, copyright The Inter Project Authors",
)

MADE_WITH = (
    "SQLAlchemy",
    "psycopg",
    "psycopg-binary",
    "openpyxl",
    "defusedxml",
    "XlsxWriter",
    "typer",
    "rich",
    "keyring",
    "PySide6-Essentials",
    "shiboken6",
    "platformdirs",
    "pillow",
    "pypdfium2",
    "ezdxf",
    "typst",
    "msgspec",
    "icalendar",
    "numpy",
    "scipy",
    "ortools",
)
"""The libraries that Hubdesk asks for itself; they bring others."""


def about() -> Told:
    """What the About dialog tells."""
    return Told(
        "About Hubdesk",
        f"Hubdesk {__version__}: desks, rates and recharges of buildings that public services share. "
        "Hubdesk is free software under the MIT licence.",
        (("What is inside", licences()), ("Icons and letters", _PICTURES)),
    )


def licences() -> tuple[str, ...]:
    """A line to each library that Hubdesk is made with: name, version and licence as it says itself."""
    found: dict[str, str] = {}
    waiting = list(MADE_WITH)
    seen: set[str] = set()
    while waiting:
        name = waiting.pop().casefold().replace("_", "-")
        if name in seen:
            continue
        seen.add(name)
        try:
            one = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or an extra that is not there
        needed = (text for text in one.requires or () if "extra ==" not in text)
        waiting += [match[0] for text in needed if (match := _NAME.match(text))]
        found[name] = f"{one.metadata['Name']} {one.version}: {_licence(one)}"
    python = f"Python {python_version()}: Python Software Foundation Licence"
    return (python, *(found[name] for name in sorted(found)))


def _licence(one: Distribution) -> str:
    classifiers = [
        text.removeprefix(_CLASSIFIER)
        for text in one.metadata.get_all("Classifier") or ()
        if text.startswith(_CLASSIFIER)
    ]
    told = one.metadata.get_all("License-Expression") or classifiers or one.metadata.get_all("License") or ()
    return ", ".join(text.strip().partition("\n")[0] for text in told) or "see its own files"
