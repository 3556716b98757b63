"""`Hovering`: what is told of the thing under the mouse: a warning, else a working link, else a desk."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from hubdesk.desktop.plan.items.warnings import SIGNS_FROM
from hubdesk.domain.clearance_advice import advice
from hubdesk.domain.clearances import Finding
from hubdesk.workflows.desk_story import desk_story
from hubdesk.workflows.desk_story_words import hover

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView

_REACH = 12
"""Pixels around the middle of a warning's sign."""


_NEAR = 6
"""Pixels around the line of a working link."""


class Hovering:
    """Shows it as a tool tip."""

    def __init__(self, view: "PlanView") -> None:
        self._view = view

    def tell(self, event: QHelpEvent) -> None:
        """Nothing while something is half done: it would lie over what is being drawn."""
        view, at = self._view, event.pos()
        finding, desk = self._finding(at), next(iter(view.floor_scene.desks_at(view.mapToScene(at))), None)
        link = view.floor_scene.links.told_at(QPointF(at), _NEAR)
        around = QRect(at - QPoint(_REACH, _REACH), at + QPoint(_REACH, _REACH))
        if (view.tool is not None and view.tool.busy) or not (finding or desk or link):
            QToolTip.hideText()
        elif finding is not None:
            QToolTip.showText(event.globalPos(), self._advice(finding), view.viewport(), around)
        elif link:
            near = QRect(at - QPoint(_NEAR, _NEAR), at + QPoint(_NEAR, _NEAR))
            QToolTip.showText(event.globalPos(), link, view.viewport(), near)
        elif desk is not None:
            session = view.session
            story = desk_story(session.hub, desk, session.as_at, view.plan.year)
            box = view.mapFromScene(view.floor_scene.desks[desk].box).boundingRect()
            QToolTip.showText(event.globalPos(), hover(story), view.viewport(), box)

    def _finding(self, at: QPoint) -> Finding | None:
        scale = self._view.pixels_per_metre
        if scale < SIGNS_FROM:
            return None
        return self._view.floor_scene.finding_at(self._view.mapToScene(at), _REACH / scale)

    def _advice(self, finding: Finding) -> str:
        told = advice(self._view.session.hub, finding)
        where = f"{told.where[0].upper()}{told.where[1:]}"
        return f"{finding.concern.value}\n{where}: {told.what[0].lower()}{told.what[1:]}\n{told.remedy}"
