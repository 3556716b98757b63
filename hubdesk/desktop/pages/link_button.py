"""`LinkButton`: a button with a title, and a line or more about it that wraps."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy

from hubdesk.desktop.icons import icon


class LinkButton(QPushButton):
    """As high as its words need at its width and at the size of the user's letters."""

    def __init__(self, title: str, words: str, mark: str) -> None:
        super().__init__()
        self.title, self.words = title, words
        self.setObjectName("link")
        self.setAccessibleName(f"{title}. {words}")
        self.setFlat(True)
        picture = QLabel()
        picture.setPixmap(icon(mark).pixmap(24, 24))
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        about = QLabel(words)
        about.setObjectName("quiet")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.addWidget(picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(heading, 0, 1)
        grid.addWidget(about, 1, 1)
        grid.setColumnStretch(1, 1)
        for label in (picture, heading, about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802  Qt's name
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802  Qt's name
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        layout = self.layout()
        assert layout is not None
        return layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  Qt's name
        return QSize(120, self.heightForWidth(max(self.width(), 120)))
