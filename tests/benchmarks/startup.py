"""From the start of the program to its painted window, beside an empty window of the same make."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.measuring import CLOCK, Bench, Goal, Measurement, side_by_side

_ROOT = Path(__file__).parents[2]
_BUILT_FROM_DESKS = 10_000
"""Benches of that size measure the built applications; smaller ones, which only see that it runs, do not."""

_EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Empty(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

application = QApplication(sys.argv)
window = Empty()
window.resize(1280, 800)
window.show()
application.exec()
"""


def painted_window(bench: Bench) -> Iterator[Measurement]:
    """Both one-folder applications are built first, which takes some two minutes."""
    script = bench.folder / "empty.py"
    script.write_text(_EMPTY, encoding="utf-8")
    if bench.desks < _BUILT_FROM_DESKS:
        ours, empty = [sys.executable, "-m", "hubdesk"], [sys.executable, str(script)]
    else:
        ours = [str(_built(bench.folder, "hubdesk", _ROOT / "hubdesk.spec"))]
        empty = [str(_built(bench.folder, "empty", script))]
    seconds, beside = side_by_side(
        (_start([*ours, "--painted"], bench.folder), _start(empty, bench.folder)), CLOCK, bench.times
    )
    yield Measurement(
        "start to painted window", seconds, "an empty PySide6 window", beside, ratio_goal=Goal.of_ratio(3)
    )


def _built(folder: Path, name: str, source: Path) -> Path:
    """The program that PyInstaller makes of a spec or a script."""
    where = ["--distpath", str(folder / "dist"), "--workpath", str(folder / "build")]
    made_by = [] if source.suffix == ".spec" else ["--onedir", "--name", name, "--specpath", str(folder)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *where, *made_by]
    subprocess.run([*command, str(source)], cwd=_ROOT, check=True, capture_output=True)
    return folder / "dist" / name / name


def _start(command: list[str], folder: Path) -> Callable[[], object]:
    settings = {"QT_QPA_PLATFORM": "offscreen", "HUBDESK_CONFIG_DIR": str(folder / "config")}
    environment = {**os.environ, **settings}

    def run() -> object:
        return subprocess.run(command, cwd=_ROOT, env=environment, check=True, capture_output=True)

    return run
