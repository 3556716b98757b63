"""Faults in a workbook, as problems that name sheet, cell and what to do."""

from collections.abc import Iterator

from hubdesk.domain.problem import Problem, Refused, Severity

MOST = 1_000
"""The faults that are listed; a workbook with more is somebody else's, or wrong in one way all through."""


def whole_workbook(code: str, what: str, remedy: str) -> Problem:
    """A fault that is nowhere in particular."""
    return Problem(Severity.ERROR, code, what, "the workbook", remedy)


class Faults:
    """The faults found so far."""

    def __init__(self) -> None:
        self._listed: list[Problem] = []
        self._more = 0

    def add(self, problem: Problem) -> None:
        if len(self._listed) < MOST:
            self._listed.append(problem)
        else:
            self._more += 1

    def __bool__(self) -> bool:
        return bool(self._listed)

    def __iter__(self) -> Iterator[Problem]:
        yield from self._listed
        if self._more:
            yield whole_workbook(
                "more-faults",
                f"There are {self._more:,} more faults",
                f"Put the first {MOST:,} right, then import again to see the rest.",
            )

    def refuse(self) -> None:
        """Raises Refused with every fault, if there are any."""
        if self._listed:
            raise Refused(*self)
