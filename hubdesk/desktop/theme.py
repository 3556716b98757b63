"""The colours of the window, light and dark, as the system has it."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.typeface import use_typeface
from hubdesk.workflows.resources import picture_file


class Scheme(Enum):
    """Which set of colours."""

    SYSTEM = "as the system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one scheme, "#rrggbb". Text on its ground has a contrast of 4.5 : 1 or more."""

    window: str
    panel: str
    """Side panels, rail, cards: a step from the window."""
    field: str
    """Where one types, and tables."""
    line: str
    """Rules between things."""
    edge: str
    """The edges of things one can use, 3 : 1 on what they lie on."""
    text: str
    quiet: str
    """Text that may stand back."""
    accent: str
    on_accent: str
    accent_soft: str
    """The ground of what is selected."""
    good: str
    warning: str
    error: str
    paper: str
    """The floor inside its outline."""
    beyond: str
    """Outside the floor."""
    wall: str
    guide: str
    """Snapping guides and measures."""
    tick: str
    """The picture of a tick in `on_accent`: the path of a file, with slashes."""


LIGHT = Colours(
    window="#f5f6f7",
    panel="#eceef0",
    field="#ffffff",
    line="#d5d9dd",
    edge="#7b858e",
    text="#1b2126",
    quiet="#55606a",
    accent="#0b5f73",
    on_accent="#ffffff",
    accent_soft="#cfe6ec",
    good="#1d6b3a",
    warning="#8a5200",
    error="#b3261e",
    paper="#ffffff",
    beyond="#e4e7ea",
    wall="#39434b",
    guide="#c2185b",
    tick=picture_file("tick-light").as_posix(),
)

DARK = Colours(
    window="#1c2126",
    panel="#242a30",
    field="#15191d",
    line="#39424a",
    edge="#84909b",
    text="#eceff1",
    quiet="#aab4bd",
    accent="#6cc5d9",
    on_accent="#06252d",
    accent_soft="#1f4651",
    good="#7fd19b",
    warning="#f2b560",
    error="#ff8a80",
    paper="#2a3138",
    beyond="#14181b",
    wall="#c3ccd3",
    guide="#ff80ab",
    tick=picture_file("tick-dark").as_posix(),
)


TEXT_SIZES = (100, 125, 150, 200)
"""Per cent of the size that the system has letters in."""


class Theme(QObject):
    """The scheme in use and the size of letters: dresses the application, and tells when it changes."""

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        use_typeface(application)
        self._text_size = 100
        self._systems = QFont(application.font())
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._dress()

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def is_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    @property
    def colours(self) -> Colours:
        return DARK if self.is_dark else LIGHT

    @property
    def text_size(self) -> int:
        """Per cent of the size that the system has letters in."""
        return self._text_size

    def set_text_size(self, per_cent: int) -> None:
        if per_cent != self._text_size:
            self._text_size = per_cent
            font = QFont(self._systems)
            font.setPointSizeF(self._systems.pointSizeF() * per_cent / 100)
            self._application.setFont(font)
            self._dress()

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._dress()

    def _system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()


def _palette(colours: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.field,
        role.AlternateBase: colours.panel,
        role.Text: colours.text,
        role.Button: colours.panel,
        role.ButtonText: colours.text,
        role.PlaceholderText: colours.quiet,
        role.ToolTipBase: colours.field,
        role.ToolTipText: colours.text,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.Accent: colours.accent,
        role.Mid: colours.line,
        role.Light: colours.field,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.edge))
    return palette


def style_sheet(colours: Colours) -> str:
    """What the palette cannot say: rules, spacing, focus."""
    return f"""
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{
        color: {colours.text}; background: {colours.field}; border: 1px solid {colours.edge}; padding: 4px;
    }}
    QMainWindow::separator {{ background: {colours.line}; width: 3px; height: 3px; }}
    QWidget#rail, QStatusBar {{ background: {colours.panel}; border: none; }}
    QStatusBar::item {{ border: none; }}
    QToolBar {{ background: {colours.window}; border: none; spacing: 4px; padding: 2px 4px; }}
    QDockWidget::title {{ background: {colours.panel}; padding: 6px 8px; }}
    QFrame#as-at {{ border: 1px solid {colours.line}; border-radius: 6px; background: {colours.panel}; }}
    QFrame#as-at[away="true"] {{ border: 2px solid {colours.accent}; background: {colours.accent_soft}; }}
    QLabel#as-at-words {{ padding: 0 6px; }}
    QFrame#as-at[away="true"] QLabel#as-at-words {{ font-weight: bold; }}
    QFrame#notice {{
        background: {colours.field}; border: 1px solid {colours.line};
        border-left: 4px solid {colours.accent};
        border-radius: 4px;
    }}
    QFrame#notice[tone="warning"] {{ border-left-color: {colours.warning}; }}
    QFrame#notice[tone="error"] {{ border-left-color: {colours.error}; }}
    QFrame#scenario-band {{
        background: {colours.accent_soft}; border: none; border-bottom: 3px solid {colours.accent};
    }}
    QLabel#scenario-words {{ font-weight: bold; }}
    QTreeView::item, QListView::item, QTableView::item {{ min-height: 24px; }}
    QWidget#panel-title {{ background: {colours.panel}; }}
    QLabel#wrong {{ color: {colours.error}; font-weight: bold; }}
    QLabel#preview-heading {{ font-weight: bold; }}
    QLabel#quiet {{ color: {colours.quiet}; }}
    QPushButton#link {{ border: 2px solid transparent; border-radius: 6px; }}
    QPushButton#link:hover {{ background: {colours.accent_soft}; }}
    QPushButton#link:focus {{ border-color: {colours.accent}; }}
    QFrame#preview {{ background: {colours.field}; border: 1px solid {colours.edge}; border-radius: 4px; }}
    QLineEdit {{
        background: {colours.field}; border: 1px solid {colours.edge}; border-radius: 3px; padding: 0 4px;
    }}
    QPlainTextEdit {{ border: 1px solid {colours.edge}; border-radius: 3px; }}
    QLineEdit:disabled {{ border-color: {colours.line}; color: {colours.edge}; }}
    QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{
        width: 14px; height: 14px; border: 1px solid {colours.edge}; border-radius: 3px;
        background: {colours.field};
    }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
        background: {colours.accent}; border-color: {colours.accent}; image: url("{colours.tick}");
    }}
    QCheckBox::indicator:indeterminate {{ background: {colours.edge}; }}
    QCheckBox::indicator:disabled {{ border-color: {colours.line}; }}
    QRadioButton::indicator {{
        width: 14px; height: 14px; border: 1px solid {colours.edge}; border-radius: 8px;
        background: {colours.field};
    }}
    QRadioButton::indicator:checked {{
        width: 6px; height: 6px; border: 5px solid {colours.accent}; background: {colours.on_accent};
    }}
    QLabel#logo {{ background: #ffffff; color: {LIGHT.quiet}; border: 1px solid {colours.edge}; }}
    QListWidget#settings-sections::item {{ padding: 4px 8px; min-height: 26px; }}
    QPushButton {{ min-height: 22px; padding: 3px 12px; }}
    QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 24px; }}
    QCheckBox, QRadioButton {{ min-height: 22px; border: 2px solid transparent; border-radius: 4px; }}
    QCheckBox:focus, QRadioButton:focus {{ border-color: {colours.accent}; }}
    QGraphicsView {{ border: 2px solid transparent; }}
    QGraphicsView:focus {{ border-color: {colours.accent}; }}
    QMenu {{ padding: 4px; }}
    QMenu::item {{ padding: 4px 24px 4px 8px; min-height: 24px; }}
    QMenu::item:selected {{ background: {colours.accent}; color: {colours.on_accent}; }}
    QMenu::item:disabled {{ color: {colours.edge}; background: transparent; }}
    QLineEdit:focus, QComboBox:focus, QAbstractItemView:focus, QTextEdit:focus, QPlainTextEdit:focus {{
        border: 2px solid {colours.accent};
    }}
    QAbstractSpinBox:focus {{ background: {colours.accent_soft}; }}
    QToolButton {{
        padding: 4px; border: 1px solid transparent; border-radius: 4px; min-width: 24px; min-height: 24px;
    }}
    QToolBar#tools QToolButton, QStatusBar QToolButton, QToolButton#snap {{ min-width: 0; }}
    QStatusBar QToolButton[stale="true"] {{ color: {colours.quiet}; font-style: italic; }}
    QToolButton#snap {{ padding-right: 18px; }}
    QToolBar#view-bar {{ spacing: 0; }}
    QToolButton:hover {{ background: {colours.accent_soft}; }}
    QToolButton:checked {{ background: {colours.accent_soft}; border-color: {colours.accent}; }}
    QToolButton:focus, QPushButton:focus {{ border: 2px solid {colours.accent}; }}
    """
