"""A floor of 20 m by 12 m with nothing on it, and files to lay under it."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from hubdesk.domain.hub import Hub
from tests.builders import a_hub
from tests.desktop.conftest import OpenWindow
from tests.desktop.named_files import NamedFiles
from tests.desktop.plan.underlays.on_underlays import OnUnderlays


def bare_hub() -> Hub:
    return a_hub().floor("G", width_m=20, depth_m=12).build()


@pytest.fixture
def floor(open_window: OpenWindow, files: NamedFiles, qtbot: QtBot, tmp_path: Path) -> OnUnderlays:
    return OnUnderlays(open_window(bare_hub()), files, qtbot, tmp_path)
