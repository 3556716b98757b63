"""Exporting a hub as a hub workbook, and the blank workbook to fill in."""

import io
from pathlib import Path

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.exchange.replacing import replacing
from hubdesk.exchange.xlsx import hub_workbook


def export_hub_workbook(hub: Hub, path: Path) -> tuple[Problem, ...]:
    """Writes `hub` to `path` as a hub workbook, whole or not at all; returns what it warns of.

    Raises Refused if it cannot be written.
    """
    content = io.BytesIO()
    warnings = hub_workbook.write(hub, content)
    with replacing(path) as draft:
        draft.write_bytes(content.getvalue())
    return warnings


def write_template(path: Path) -> None:
    """Writes the blank hub workbook to `path`. Raises Refused if it cannot be written."""
    content = io.BytesIO()
    hub_workbook.write_template(content)
    with replacing(path) as draft:
        draft.write_bytes(content.getvalue())
