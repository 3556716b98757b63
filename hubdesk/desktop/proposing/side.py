"""The panel that proposes a plan, put beside the plan page, and the action that leads to it."""

from typing import TYPE_CHECKING

from hubdesk.allocating.proposal import Move, Proposal
from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.panels.panel import Panel, Side
from hubdesk.desktop.proposing.moves_dialog import MovesDialog
from hubdesk.desktop.proposing.panel import ProposePanel
from hubdesk.domain.hub import Hub

if TYPE_CHECKING:
    from hubdesk.desktop.workspace import Workspace


def add_proposing(workspace: "Workspace", work: AtWork) -> None:
    """At first it is put away."""
    page = workspace.plan_page
    panel = ProposePanel(page.plan, workspace.jobs)
    dock = workspace.docks.add(
        Panel(
            "propose",
            "Propose a plan",
            panel,
            Side.RIGHT,
            "sparkles",
            shown=False,
            page=page,
            help_topic="placing",
        )
    )

    def show() -> None:
        workspace.show_page(page)
        dock.want()
        panel.take_focus()

    def reveal(move: Move) -> None:
        workspace.going.reveal([one for one in (move.go_to or move.come_from,) if one])

    def list_moves(hub: Hub, proposal: Proposal) -> None:
        MovesDialog(work, hub, proposal, workspace).show()

    dock.wanted_changed.connect(lambda: panel.set_shown(shown=dock.wanted))
    panel.set_shown(shown=dock.wanted)
    panel.activated.connect(reveal)
    panel.moves_wanted.connect(list_moves)
    workspace.actions_.add(
        Action(
            "allocate.propose",
            "Propose a plan…",
            "Allocate",
            show,
            "Ctrl+Shift+R",
            "sparkles",
            hint="Who sits best where, within every rule; nothing is changed until you accept it",
        )
    )
