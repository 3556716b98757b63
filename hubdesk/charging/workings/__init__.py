"""Workings: how each line came about, to the penny and down to the facts."""

from hubdesk.charging.workings.line import RunWorkings
from hubdesk.charging.workings.reading import as_text, exactly, figure, formula, steps_to
from hubdesk.charging.workings.tree import Step, Unit, Working, fact, worked

__all__ = [
    "RunWorkings",
    "Step",
    "Unit",
    "Working",
    "as_text",
    "exactly",
    "fact",
    "figure",
    "formula",
    "steps_to",
    "worked",
]
