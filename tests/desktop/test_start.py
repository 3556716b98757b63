"""Starting the program where there is a screen, and where there is none."""

import os
import subprocess
import sys

import pytest

from hubdesk.desktop.app import has_screen


@pytest.mark.parametrize(
    ("environment", "platform", "there_is"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"DISPLAY": ""}, "linux", False),
        ({}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_known(environment: dict[str, str], platform: str, there_is: bool) -> None:
    assert has_screen(environment, platform) is there_is


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen")
def test_without_a_screen_it_says_so_and_ends() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = subprocess.run(
        [sys.executable, "-m", "hubdesk"], env=bare, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("There is no screen here to open a window on.")


def test_the_welcome_is_painted_without_what_only_an_open_hub_needs() -> None:
    """The start is quick because none of these is loaded for it."""
    heavy = ("sqlalchemy", "openpyxl", "xlsxwriter", "numpy", "typst", "ezdxf", "hubdesk.desktop.workspace")
    script = (
        "import sys; from hubdesk.desktop.app import run; status = run(['--painted']); "
        f"print(status, [name for name in {heavy!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.strip() == "0 []", done.stderr
