"""What can be undone: the commands of the undo stack, and putting them by for a while."""

from PySide6.QtGui import QUndoCommand, QUndoStack

from hubdesk.domain.change import Change


class Done(QUndoCommand):
    """A change that was made. The session applies it and its inverse; the stack only keeps the order.

    Nothing happens in `undo` and `redo`, because an exception in them would be swallowed.
    """

    def __init__(self, change: Change) -> None:
        super().__init__(change.title)
        self.change = change

    def undo(self) -> None:
        """The session has applied the inverse."""

    def redo(self) -> None:
        """The session has applied the change."""


def change_at(stack: QUndoStack, index: int) -> Done | None:
    """The command at `index` of `stack`, if there is one."""
    command = stack.command(index) if 0 <= index < stack.count() else None
    return command if isinstance(command, Done) else None


class PutBy:
    """What a stack held, taken off it until it is brought back. Who follows the stack goes on following."""

    def __init__(self, stack: QUndoStack) -> None:
        self._stack, self._index = stack, stack.index()
        found = (change_at(stack, index) for index in range(stack.count()))
        self._changes = tuple(command.change for command in found if command is not None)
        stack.clear()

    def put(self, command: Done) -> None:
        """On top of what was put by; what was taken back before is not offered again."""
        self._changes = (*self._changes[: self._index], command.change)
        self._index += 1

    def bring_back(self) -> None:
        """The stack as it was; what was put on it meanwhile is let go of."""
        self._stack.clear()
        for change in self._changes:
            self._stack.push(Done(change))
        self._stack.setIndex(self._index)
