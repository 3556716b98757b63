"""The tool that draws areas: neighbourhoods, restricted and public areas, meeting pods."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hubdesk.desktop.plan.options.area import AreaOptions
from hubdesk.desktop.plan.tools.polygon import PolygonTool
from hubdesk.domain.area import Area
from hubdesk.domain.geometry import Outline
from hubdesk.domain.ids import new_id
from hubdesk.editing import areas
from hubdesk.editing.numbering import next_area_codes

if TYPE_CHECKING:
    from hubdesk.desktop.plan.view import PlanView


class AreaTool(PolygonTool):
    """What is drawn becomes an area of the kind in the options, and is selected."""

    id = "area"
    changes = True
    title = "Area"
    help_topic = "drawing"
    icon = "vector-square"
    shortcut = "A"
    hint = "Click the area's corners, or drag a box; a length typed in metres makes the side that long"

    def __init__(self, view: "PlanView") -> None:
        super().__init__(view)
        self._options = AreaOptions()

    def options(self) -> QWidget:
        return self._options

    def closed(self, outline: Outline) -> None:
        floor = self.plan.floor
        if floor is None:
            return
        kind = self._options.kind
        [code] = next_area_codes(self.session.hub, f"{floor.code}-A0", 1)
        area = Area(new_id(), code, floor.id, self._options.name or kind.value.capitalize(), kind, outline)
        if self.session.do(lambda hub: areas.add(hub, area)):
            self.session.selection.set((area.id,))
