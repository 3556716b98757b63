"""What edits snap to, as switches of the menu and of the snap chip."""

from collections.abc import Callable

from hubdesk.desktop.actions import Action
from hubdesk.desktop.plan.lengths import in_metres
from hubdesk.desktop.plan.plan import Plan, Snap

PITCHES_MM = (50, 100, 250, 500, 1000)
"""The pitches of the grid that the chip offers."""


def snapping_actions(plan: Plan) -> tuple[Action, ...]:
    """Snap on and off, to what, and the pitch of the grid."""
    switches = (
        ("on", "Snap", "F9", "magnet"),
        ("grid", "Snap to the grid", "Shift+F9", "grid-3x3"),
        ("objects", "Snap to desks and areas", "Ctrl+F9", ""),
        ("angle", "Snap angles", "Alt+F9", ""),
    )
    return (
        *(
            Action(
                f"snap.{field}",
                title,
                "Draw",
                _toggling(plan, field),
                keys,
                icon,
                checked=_asking(plan, field),
                hint="Hold Alt while dragging to leave snapping off",
                under="Snapping",
            )
            for field, title, keys, icon in switches
        ),
        *(
            Action(
                f"snap.pitch-{pitch}",
                f"Grid of {in_metres(pitch)}",
                "Draw",
                lambda pitch=pitch: plan.set_snap(grid_mm=pitch, grid=True, on=True),  # type: ignore[misc]
                checked=lambda pitch=pitch: plan.snap.grid_mm == pitch,  # type: ignore[misc]
                under="Snapping",
            )
            for pitch in PITCHES_MM
        ),
    )


def snap_in_words(snap: Snap) -> str:
    """What snaps: "Snap: grid 0.10 m, objects, angles"."""
    if not snap.on:
        return "Snap: off"
    what = [f"grid {in_metres(snap.grid_mm)}"] if snap.grid else []
    what += [word for word, on in (("objects", snap.objects), ("angles", snap.angle)) if on]
    return f"Snap: {', '.join(what) or 'nothing'}"


def _toggling(plan: Plan, field: str) -> Callable[[], None]:
    return lambda: plan.set_snap(**{field: not getattr(plan.snap, field)})


def _asking(plan: Plan, field: str) -> Callable[[], bool]:
    return lambda: bool(getattr(plan.snap, field))
