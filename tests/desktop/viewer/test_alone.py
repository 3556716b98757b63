"""The program started for a pack alone: its window, and none for hubs."""

import os
import subprocess
import sys
from pathlib import Path

from hubdesk.exchange.review_pack import hubview
from tests.exchange.review_pack.packs import a_pack

_SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hubdesk.desktop.app import run

def look():
    window, = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == "PackWindow"]
    if window.pack is not None:
        timer.stop()  # a second look may come before the window is gone
        print(window.windowTitle())
        window.close()

def begin():
    global timer
    timer = QTimer(interval=20)
    timer.timeout.connect(look)
    timer.start()

whole = QApplication.exec
QApplication.exec = lambda _self: (begin(), whole())[1]
print(run(sys.argv[1:]))
"""


def test_it_shows_the_pack_and_ends_with_its_window(tmp_path: Path) -> None:
    hubview.write(a_pack(), tmp_path / "CAB.hubview")
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, str(tmp_path / "CAB.hubview")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HUBDESK_CONFIG_DIR": str(tmp_path / "config")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "Citizens Advice: review Autumn 2026, only to look at – Hubdesk",
        "0",
    ], done.stderr
    assert (tmp_path / "config" / "window.ini").is_file()
