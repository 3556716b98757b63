"""The plan in a real window."""

import pytest

from hubdesk.desktop.window import MainWindow
from tests.desktop.on_plan import OnPlan


@pytest.fixture
def ground(parkside_window: MainWindow) -> OnPlan:
    """The ground floor of Parkside: police, probation, the Jobcentre, two pods."""
    return OnPlan(parkside_window, "G")


@pytest.fixture
def people(parkside_window: MainWindow) -> OnPlan:
    """The People floor of Parkside: neighbourhoods in benches."""
    return OnPlan(parkside_window, "1")
