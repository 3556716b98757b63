"""Turning, mirroring, aligning and spreading what is selected."""

from decimal import Decimal

from hubdesk.desktop.actions import Action
from hubdesk.desktop.dialogs.form import Field, FormDialog
from hubdesk.desktop.plan.commands.chosen import Chosen
from hubdesk.desktop.plan.lengths import exact_metres, typed_length
from hubdesk.domain.box import Axis
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Refused
from hubdesk.editing import arranging, turning
from hubdesk.editing.arranging import Edge
from hubdesk.editing.records import refusal

_MENU = "Arrange"
_NOTHING = "Select something on the plan first"
_TWO = "Select two desks or areas, or more"
_THREE = "Select three desks or areas, or more"

_EDGES = (
    (Edge.LEFT, "left", "left", "align-start-vertical", "Alt+Shift+A"),
    (Edge.CENTRE, "centre", "centres across", "align-center-vertical", "Alt+Shift+C"),
    (Edge.RIGHT, "right", "right", "align-end-vertical", "Alt+Shift+D"),
    (Edge.TOP, "top", "top", "align-start-horizontal", "Alt+Shift+W"),
    (Edge.MIDDLE, "middle", "middles down", "align-center-horizontal", "Alt+Shift+M"),
    (Edge.BOTTOM, "bottom", "bottom", "align-end-horizontal", "Alt+Shift+S"),
)
_AXES = (
    (Axis.ACROSS, "across", "flip-horizontal-2", "Shift+H", "align-horizontal-space-between", "Alt+Shift+H"),
    (Axis.DOWN, "down", "flip-vertical-2", "Shift+V", "align-vertical-space-between", "Alt+Shift+V"),
)


def arranging_actions(chosen: Chosen) -> tuple[Action, ...]:
    """Rotate, mirror, align, distribute, space."""
    return (*_rotating(chosen), *_mirroring(chosen), *_aligning(chosen), *_spreading(chosen))


def _rotating(chosen: Chosen) -> tuple[Action, ...]:
    def rotate(degrees: int) -> None:
        def intent(hub: Hub) -> Change:
            going = chosen.moving(hub)
            return turning.rotate(hub, going.desks, going.areas, Decimal(degrees))

        chosen.do(intent)

    turns = ((15, "Rotate by 15°", "R"), (90, "Rotate by 90°", "Shift+R"))
    back = ((-15, "Rotate back by 15°", "Alt+R"), (-90, "Rotate back by 90°", "Alt+Shift+R"))
    return tuple(
        Action(
            f"arrange.rotate{degrees:+}",
            title,
            _MENU,
            lambda degrees=degrees: rotate(degrees),  # type: ignore[misc]
            keys,
            "rotate-cw" if degrees > 0 else "rotate-ccw",
            chosen.some,
            why_not=_NOTHING,
            under="Rotate",
        )
        for degrees, title, keys in (*turns, *back)
    )


def _mirroring(chosen: Chosen) -> tuple[Action, ...]:
    def mirror(axis: Axis) -> None:
        def intent(hub: Hub) -> Change:
            going = chosen.moving(hub)
            return turning.mirror(hub, going.desks, going.areas, axis)

        chosen.do(intent)

    return tuple(
        Action(
            f"arrange.mirror-{word}",
            f"Mirror {word}",
            _MENU,
            lambda axis=axis: mirror(axis),  # type: ignore[misc]
            keys,
            icon,
            chosen.some,
            why_not=_NOTHING,
        )
        for axis, word, icon, keys, _, _ in _AXES
    )


def _aligning(chosen: Chosen) -> tuple[Action, ...]:
    def align(edge: Edge) -> None:
        def intent(hub: Hub) -> Change:
            going = chosen.alone(hub)
            return arranging.align(hub, going.desks, edge, going.areas)

        chosen.do(intent)

    return tuple(
        Action(
            f"arrange.align-{id_}",
            f"Align {words}",
            _MENU,
            lambda edge=edge: align(edge),  # type: ignore[misc]
            keys,
            icon,
            chosen.several,
            why_not=_TWO,
            under="Align",
        )
        for edge, id_, words, icon, keys in _EDGES
    )


def _spreading(chosen: Chosen) -> tuple[Action, ...]:
    def distribute(axis: Axis) -> None:
        def intent(hub: Hub) -> Change:
            going = chosen.alone(hub)
            return arranging.distribute(hub, going.desks, axis, going.areas)

        chosen.do(intent)

    distributing = (
        Action(
            f"arrange.distribute-{word}",
            f"Distribute {word}",
            _MENU,
            lambda axis=axis: distribute(axis),  # type: ignore[misc]
            keys,
            icon,
            chosen.three,
            why_not=_THREE,
            under="Distribute",
        )
        for axis, word, _, _, icon, keys in _AXES
    )
    spacing = (
        Action(
            f"arrange.space-{word}",
            f"Same spacing {word}…",
            _MENU,
            lambda axis=axis: ask_pitch(chosen, axis),  # type: ignore[misc]
            enabled=chosen.several,
            icon="ruler-dimension-line",
            why_not=_TWO,
            under="Distribute",
        )
        for axis, word, *_ in _AXES
    )
    return (*distributing, *spacing)


def ask_pitch(chosen: Chosen, axis: Axis) -> FormDialog:
    """Ask for an exact pitch, and space what is selected by it."""

    def take(text: str) -> None:
        pitch = typed_length(text)
        if pitch is None:
            raise refusal(
                "no-length",
                f"“{text}” is not a length",
                "spacing",
                "Type it in metres, such as 1.6 or 1600 mm",
            )
        intent(chosen.session.hub, pitch)  # A Refused is told in the dialog, beside what was typed.
        chosen.do(lambda hub: intent(hub, pitch))

    def intent(hub: Hub, pitch: int) -> Change:
        going = chosen.alone(hub)
        return arranging.space(hub, going.desks, axis, pitch, going.areas)

    dialog = FormDialog(
        f"Same spacing {axis.value}",
        "The first stays, and each next one follows at exactly this distance, from centre to centre.",
        [Field("Distance, in metres", exact_metres(_pitch_now(chosen, axis)), "1.6")],
        "Space",
        take,
        chosen.view,
    )
    dialog.open()
    return dialog


def _pitch_now(chosen: Chosen, axis: Axis) -> int:
    """What they are apart on average, to start from."""
    try:
        going = chosen.alone(chosen.session.hub)
    except Refused:
        return 1600
    hub = chosen.session.hub
    places = sorted(
        hub.desks[one].x_mm if axis is Axis.ACROSS else hub.desks[one].y_mm for one in going.desks
    )
    rows = [place for before, place in zip([None, *places], places, strict=False) if place != before]
    return round((rows[-1] - rows[0]) / (len(rows) - 1)) if len(rows) > 1 else 1600
