"""The tool that draws the outline of a floor."""

from hubdesk.desktop.plan.tools.polygon import PolygonTool
from hubdesk.domain.geometry import Outline
from hubdesk.editing import floors


class FloorOutlineTool(PolygonTool):
    """The outline that is drawn becomes the floor's, in place of the one it has."""

    id = "floor-outline"
    changes = True
    title = "Floor outline"
    word = "Floor"
    help_topic = "drawing"
    icon = "land-plot"
    shortcut = "O"
    hint = "Click the floor's corners, or drag a box; a length typed in metres makes the side that long"

    def closed(self, outline: Outline) -> None:
        floor = self.plan.floor
        if floor is not None:
            self.session.do(lambda hub: floors.set_outline(hub, floor.id, outline))
