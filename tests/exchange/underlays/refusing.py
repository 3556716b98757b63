"""Whether a file is refused, and in time."""

import time

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import read_underlay
from hubdesk.exchange.underlays.limits import SECONDS

WITHIN_SECONDS = SECONDS * 4
"""What a hostile file may take on a busy machine, with what it takes to cut it off."""


def refusal(
    body: bytes, kind: UnderlayKind | None = None, page: int = 0, seconds: float = SECONDS
) -> Problem:
    """The one problem for which `body` is refused, told in words and in time."""
    begun = time.monotonic()
    try:
        read_underlay(body, kind, name="Ground floor", page=page, seconds=seconds)
    except Refused as refused:
        assert time.monotonic() - begun < WITHIN_SECONDS
        (problem,) = refused.problems
        assert problem.severity is Severity.ERROR
        assert problem.where == "Ground floor"
        assert problem.what
        assert problem.remedy.endswith(".")
        return problem
    raise AssertionError("it was taken")
