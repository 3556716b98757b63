"""The strip above the plan with the options of the tool in hand."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hubdesk.desktop.plan.tools.tool import Tool


class ToolOptions(QWidget):
    """Shows the options of one tool at a time, and nothing for a tool without any."""

    def __init__(self, tools: Iterable[Tool]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        self._options = {tool.id: options for tool in tools if (options := tool.options()) is not None}
        for options in self._options.values():
            options.hide()
            column.addWidget(options)
        self.hide()

    def show_for(self, tool: Tool | None) -> None:
        """Show the options of `tool`."""
        for id_, options in self._options.items():
            options.setVisible(tool is not None and tool.id == id_)
        self.setVisible(tool is not None and tool.id in self._options)
