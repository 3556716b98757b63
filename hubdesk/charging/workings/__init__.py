"""Workings: how each line came about, to the penny and down to the facts."""

from hubdesk.charging.workings.line import RunWorkings
from hubdesk.charging.workings.tree import Step, Unit, Working

__all__ = ["RunWorkings", "Step", "Unit", "Working"]
