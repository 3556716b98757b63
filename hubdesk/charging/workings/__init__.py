"""Workings: how each line came about, to the penny and down to the facts."""

from hubdesk.charging.workings.line import workings
from hubdesk.charging.workings.tree import Step, Unit, Working

__all__ = ["Step", "Unit", "Working", "workings"]
