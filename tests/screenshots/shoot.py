"""Takes the screenshots of one size in one scheme: WIDTH HEIGHT SCHEME FOLDER ONLY."""

import sys
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.theme import Scheme, Theme
from tests.screenshots.scenes import SCENES
from tests.screenshots.stage import Stage


def main(width: str, height: str, scheme: str, folder: str, only: str) -> int:
    application = QApplication(["hubdesk"])
    application.setApplicationName("Hubdesk")
    application.setStyle("Fusion")
    application.setCursorFlashTime(0)
    theme = Theme(application, Scheme(scheme))
    stage = Stage(theme, QSize(int(width), int(height)), Path(folder))
    for scene in SCENES:
        if only in scene.__name__:
            with stage.set():
                scene(stage)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
