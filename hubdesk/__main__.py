"""Where the program starts: verbs go to the command line, everything else opens the window."""

import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

OF_THE_WINDOW = {"--selftest", "--painted", "--view"}
"""Options that are the window's, though they look like the command line's."""
READS_AN_UNDERLAY = "--read-underlay"
"""How the program starts itself for a file that it does not trust (hubdesk.exchange.underlays.reading)."""


def main() -> None:
    """Run what `hubdesk` was started with, and exit."""
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if arguments[:1] == [READS_AN_UNDERLAY]:
        from hubdesk.exchange.underlays.reader import read_in

        sys.exit(read_in(Path(arguments[1])))
    if opens_the_window(arguments):
        # The window starts without the command line's libraries, and the other way round.
        sys.exit(window(arguments))
    from hubdesk.cli.main import main as command_line

    command_line(arguments, window)


def window(arguments: Sequence[str]) -> int:
    """Open the window, and the exit status once it is closed."""
    from hubdesk.desktop.app import run

    return run(arguments)


def opens_the_window(arguments: list[str]) -> bool:
    """Whether the arguments are none, a hub or a review pack to open, or an option of the window's own."""
    if not arguments or arguments[0] in OF_THE_WINDOW:
        return True
    first = arguments[0]
    return len(arguments) == 1 and (
        first.endswith((".hubdesk", ".hubview")) or first.startswith("postgresql") or Path(first).is_file()
    )


if __name__ == "__main__":
    main()
