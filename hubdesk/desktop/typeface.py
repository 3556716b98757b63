"""The typeface of the window: the one that comes along, so that no machine is without."""

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from hubdesk.workflows.resources import fonts_folder


def use_typeface(application: QApplication) -> None:
    """Set everything in Inter, as large as the system has its text, with digits of one width."""
    families = [
        family
        for file in sorted(fonts_folder().glob("*.otf"))
        for family in QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(file)))
    ]
    font = QFont(families[0] if families else application.font().family())
    font.setPointSizeF(application.font().pointSizeF())
    font.setFeature(QFont.Tag("tnum"), 1)
    application.setFont(font)
