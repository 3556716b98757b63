"""Whether a file is refused, and in time."""

import time

from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.exchange.underlays import read_underlay

WITHIN_SECONDS = 8.0
"""What a hostile file may take on a busy machine; the reading itself is cut off after 4."""


def refusal(body: bytes, kind: UnderlayKind | None = None, page: int = 0) -> Problem:
    """The one problem for which `body` is refused, told in words and in time."""
    begun = time.monotonic()
    try:
        read_underlay(body, kind, name="Ground floor", page=page, seconds=4)
    except Refused as refused:
        assert time.monotonic() - begun < WITHIN_SECONDS
        (problem,) = refused.problems
        assert problem.severity is Severity.ERROR
        assert problem.where == "Ground floor"
        assert problem.what
        assert problem.remedy.endswith(".")
        return problem
    raise AssertionError("it was taken")
