"""Who stays where he is when another plan is proposed, said of the selected desks."""

from hubdesk.desktop.actions import Action
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.editing import placing
from hubdesk.workflows.placing.pins import stays_at


def pinning_actions(chosen: Chosen) -> tuple[Action, ...]:
    """These stay, these may move."""
    session = chosen.session

    def seated(*, pinned: bool) -> bool:
        """Whether somebody sits at one of the desks who is pinned, or is not."""
        if not chosen.seen():
            return False
        hub, day = session.hub, session.as_at
        held = (hub.allocation_on(one, day) for one in session.selection.ids if one in hub.desks)
        return any(one is not None and one.pinned is pinned for one in held)

    def stay() -> None:
        held = stays_at(session.hub, [one.id for one in chosen.desks], session.as_at)
        chosen.do(lambda hub: placing.pin(hub, [one.id for one in held]))

    def may_move() -> None:
        held = stays_at(session.hub, [one.id for one in chosen.desks], session.as_at)
        chosen.do(lambda hub: placing.unpin(hub, [one.id for one in held]))

    return (
        Action(
            "edit.pin",
            "These stay",
            "Edit",
            stay,
            "Ctrl+T",
            "pin",
            lambda: seated(pinned=False),
            hint="Who sits at the selected desks stays there, whatever plan is proposed",
            why_not="Select desks where somebody sits who may move",
        ),
        Action(
            "edit.unpin",
            "These may move",
            "Edit",
            may_move,
            "Ctrl+Shift+T",
            "pin-off",
            lambda: seated(pinned=True),
            hint="A plan may give the selected desks to others",
            why_not="Select desks where somebody sits who is to stay",
        ),
    )
