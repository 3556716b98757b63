"""From one warning on the plan to the next, by keys."""

from hubdesk.desktop.actions import Action
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.desktop.plan.plan import Layer


def warning_actions(chosen: Chosen) -> tuple[Action, ...]:
    """The next one and the one before."""
    plan = chosen.plan

    def go(by: int) -> None:
        found, ids = plan.findings, chosen.session.selection.ids
        here = next((place for place, one in enumerate(found) if set(one.desks) == ids), None)
        there = (here + by) % len(found) if here is not None else (0 if by > 0 else len(found) - 1)
        chosen.session.selection.set(found[there].desks)
        chosen.view.fit_selection()
        chosen.view.setFocus()

    def some() -> bool:
        return bool(plan.findings) and plan.shows(Layer.WARNINGS)

    return tuple(
        Action(
            f"view.warning-{way}",
            title,
            "View",
            lambda by=by: go(by),  # type: ignore[misc]
            keys,
            "triangle-alert",
            some,
            hint="Selects its desks; the inspector says what it is, and what to do",
            why_not="Nothing is warned of on this floor, or warnings are hidden",
            under="Warnings",
        )
        for way, title, keys, by in (
            ("next", "Next warning", "Ctrl+G", 1),
            ("before", "Warning before", "Ctrl+Shift+G", -1),
        )
    )
