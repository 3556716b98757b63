"""That a solver was given up, where nothing that loads a solver is wanted."""


class TookTooLong(Exception):
    """A solver did not come to an end within its time."""
