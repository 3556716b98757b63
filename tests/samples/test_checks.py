"""The samples come in without an error, could be issued at once, and warn only of what is meant."""

from collections.abc import Callable

import pytest

from hubdesk.domain.checks import problems
from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Severity
from tests.builders.havant import havant
from tests.builders.parkside import parkside


@pytest.mark.parametrize(
    ("sample", "warning", "line"),
    [(parkside, "cost-line-credit", "C19"), (havant, "cost-line-unshared", "H20")],
)
def test_a_sample_warns_of_one_thing_only(sample: Callable[[], Hub], warning: str, line: str) -> None:
    hub = sample()
    [found] = problems(hub)
    assert (found.severity, found.code) == (Severity.WARNING, warning)
    assert hub.cost_line_codes[line, 2026].id in found.records
