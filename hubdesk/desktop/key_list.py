"""The list of all keys, made from the actions: it can leave none out."""

from collections.abc import Iterable

from PySide6.QtGui import QKeySequence

from hubdesk.desktop.actions import MENUS, Action


def key_list(actions: Iterable[Action]) -> str:
    """A Markdown table of keys to each menu that has any."""
    listed = [action for action in actions if action.shortcut]
    parts = []
    for menu in MENUS:
        rows = [f"| {_keys(one)} | {_cell(one.title)} |" for one in listed if one.menu == menu]
        if rows:
            parts.append("\n".join((f"## {menu}", "", "| Keys | What they do |", "|---|---|", *rows)))
    return "\n\n".join(parts)


def _keys(action: Action) -> str:
    text = QKeySequence(action.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return f"**{_cell(text)}**"


def _cell(text: str) -> str:
    return "".join(f"\\{one}" if one in "|\\`*_[]<>" else one for one in text)
