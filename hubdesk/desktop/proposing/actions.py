"""What else can be asked about who sits where: whether rules are kept, and where somebody new would sit."""

from collections.abc import Callable, Iterable, Iterator

from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.proposing.check_dialog import CheckDialog
from hubdesk.desktop.proposing.newcomer_dialog import NewcomerDialog
from hubdesk.domain.ids import RecordId


class PlacingActions:
    """What the menu has of this."""

    def __init__(self, work: AtWork, reveal: Callable[[Iterable[RecordId]], object]) -> None:
        self._work, self._reveal = work, reveal

    def actions(self) -> Iterator[Action]:
        """The actions, in the order of the menu."""
        yield Action(
            "allocate.check",
            "Check who sits where…",
            "Allocate",
            self.check,
            icon="list-checks",
            hint="What breaks a rule, and the repair that moves the fewest desks",
        )

        yield Action(
            "allocate.newcomer",
            "Best place for somebody new…",
            "Allocate",
            self.newcomer,
            icon="user-plus",
            hint="So many desks, near those it works with, as things are or if some others move",
        )

    def check(self) -> None:
        """Ask about the as-at day."""
        CheckDialog(self._work, self._reveal, self._work.window).open()

    def newcomer(self) -> None:
        """Ask who comes; from the as-at day unless another is typed."""
        NewcomerDialog(self._work, self._reveal, self._work.window).open()
