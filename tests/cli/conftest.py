"""A sample hub to try verbs on."""

import shutil
from pathlib import Path

import pytest

from tests.command_line import done


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hub = tmp_path_factory.mktemp("parkside") / "parkside.hubdesk"
    done("sample", "parkside", hub)
    return hub


@pytest.fixture
def parkside(made_once: Path, tmp_path: Path) -> Path:
    """The Parkside sample in a file of its own, nothing issued yet."""
    return Path(shutil.copy(made_once, tmp_path / "parkside.hubdesk"))
