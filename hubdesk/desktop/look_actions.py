"""How every window looks: its colours, and the size of its letters."""

from collections.abc import Iterator
from functools import partial

from hubdesk.desktop.actions import Action
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.theme import TEXT_SIZES, Scheme, Theme

_SCHEMES = ((Scheme.SYSTEM, "sun-moon"), (Scheme.LIGHT, "sun"), (Scheme.DARK, "moon"))


def look_actions(theme: Theme, memory: Memory) -> Iterator[Action]:
    """Switches among the schemes, and among the sizes; what is chosen is remembered."""
    for scheme, mark in _SCHEMES:
        yield Action(
            f"view.scheme-{scheme.name.lower()}",
            f"Colours {scheme.value}",
            "View",
            partial(_dress, theme, memory, scheme),
            icon=mark,
            checked=partial(_is_dressed, theme, scheme),
            under="Colours",
        )
    for size in TEXT_SIZES:
        yield Action(
            f"view.text-{size}",
            f"Text at {size} %",
            "View",
            partial(_enlarge, theme, memory, size),
            checked=partial(_is_enlarged, theme, size),
            under="Text size",
        )


def _dress(theme: Theme, memory: Memory, scheme: Scheme) -> None:
    theme.set_scheme(scheme)
    memory.keep_scheme(scheme)


def _enlarge(theme: Theme, memory: Memory, per_cent: int) -> None:
    theme.set_text_size(per_cent)
    memory.keep_text_size(per_cent)


def _is_enlarged(theme: Theme, per_cent: int) -> bool:
    return theme.text_size == per_cent


def _is_dressed(theme: Theme, scheme: Scheme) -> bool:
    return theme.scheme is scheme
