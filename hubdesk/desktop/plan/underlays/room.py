"""`Underlays`: all about underlays in one window, put together."""

from collections.abc import Callable, Iterator

from hubdesk.desktop.actions import Action
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.panels.notices import Notice
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.plan.underlays.blocks import Blocks
from hubdesk.desktop.plan.underlays.bringing import Bringing
from hubdesk.desktop.plan.underlays.dropping import Dropping
from hubdesk.desktop.plan.underlays.layer import UnderlayLayer
from hubdesk.desktop.plan.underlays.panel import UnderlaysPanel
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.underlay import Underlay
from hubdesk.editing import underlays


class Underlays:
    """The layer on the plan, the ways in, the panel and the actions; alive as long as the workspace."""

    def __init__(self, workspace: Workspace, machine: Machine, tell: Callable[[Notice], object]) -> None:
        page, jobs, actions = workspace.plan_page, workspace.jobs, workspace.actions_
        self._session, self._plan = workspace.session, page.plan
        window = workspace
        self.layer = UnderlayLayer(page.view.floor_scene, page.plan, workspace.theme, jobs)
        self.bringing = Bringing(page.plan, self.layer.drawings, jobs, machine, tell, window)
        self.bringing.calibrate = actions["tool.calibrate"].trigger
        self.blocks = Blocks(page.view, jobs, tell, window)
        Dropping(page.view.viewport(), self.bringing.lay)
        actions.add(*self._actions())
        self.panel = UnderlaysPanel(page.plan, self.layer, workspace.theme, actions)
        workspace.docks.add(
            Panel(
                "underlays",
                "Underlays",
                self.panel,
                Side.RIGHT,
                "image",
                shown=False,
                page=page,
                help_topic="underlays",
            )
        )
        page.plan.underlays.changed.connect(actions.refresh_soon)

    def _actions(self) -> Iterator[Action]:
        none = "There is no underlay on this floor"
        yield Action(
            "underlay.add",
            "Add underlay…",
            "Draw",
            self.bringing.add,
            "Ctrl+Shift+U",
            "image-plus",
            lambda: self._plan.floor is not None,
            hint="A PDF, picture or DXF to draw over",
            why_not="The hub has no floor yet",
        )
        yield Action(
            "underlay.replace",
            "Replace underlay…",
            "Draw",
            self.bringing.replace,
            "",
            "replace",
            self._is_one,
            hint="Another file in its place, as it lies; no desk is touched",
            why_not=none,
        )
        yield Action(
            "underlay.blocks",
            "Make desks of blocks…",
            "Draw",
            self.blocks.ask,
            "",
            "blocks",
            lambda: self.blocks.can_be_read,
            hint="The desk blocks of a DXF become desks, in one go",
            why_not="Only a DXF underlay has blocks",
        )
        yield Action(
            "underlay.show", "Show this underlay", "Draw", self._toggle_shown, "", "eye",
            self._is_one, lambda: self._chosen(lambda one: one.shown), why_not=none,
        )  # fmt: skip
        yield Action(
            "underlay.lock", "Lock this underlay", "Draw", self._toggle_lock, "", "lock",
            self._is_one, lambda: self._chosen(lambda one: one.locked), why_not=none,
        )  # fmt: skip
        yield Action(
            "underlay.remove", "Remove underlay", "Draw", self._remove, "", "trash-2",
            self._is_one, why_not=none,
        )  # fmt: skip

    def _is_one(self) -> bool:
        return self._plan.underlays.underlay is not None

    def _chosen(self, asked: Callable[[Underlay], bool]) -> bool:
        chosen = self._plan.underlays.underlay
        return chosen is not None and asked(chosen)

    def _toggle_shown(self) -> None:
        if (chosen := self._plan.underlays.underlay) is not None:
            edit = underlays.hide if chosen.shown else underlays.show
            self._session.do(lambda hub: edit(hub, chosen.id))

    def _toggle_lock(self) -> None:
        if (chosen := self._plan.underlays.underlay) is not None:
            edit = underlays.unlock if chosen.locked else underlays.lock
            self._session.do(lambda hub: edit(hub, chosen.id))

    def _remove(self) -> None:
        if (chosen := self._plan.underlays.underlay) is not None:
            self._session.do(lambda hub: underlays.remove(hub, chosen.id))
