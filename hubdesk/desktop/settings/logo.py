"""`LogoSetting`: the logo on statements: chosen from a file, seen as it will be, taken away."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.plan.underlays.decoded import images_of
from hubdesk.desktop.settings.setting import Words
from hubdesk.domain.problem import Problem, all_told
from hubdesk.editing import statements
from hubdesk.workflows.logos import MOST_BYTES, logo, read_logo
from hubdesk.workflows.underlay_files import bytes_of

PICTURES = "Pictures (*.png *.jpg *.jpeg *.svg)"
_SEEN = QSize(320, 110)


@dataclass(frozen=True, slots=True)
class _Read:
    """A logo that the store keeps, by its hash, and how it looks."""

    sha256: str
    image: QImage


class LogoSetting(QWidget):
    """Reads pictures in a worker, which has a process of its own do it: a file may be anything."""

    def __init__(self, work: AtWork) -> None:
        super().__init__()
        self._work = work
        self._shown = ""
        self._there: dict[str, QImage] = {}
        self.picture = QLabel()
        self.picture.setObjectName("logo")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setFixedSize(_SEEN + QSize(12, 12))
        self.choose = QPushButton("Choose a picture…")
        self.choose.clicked.connect(self._ask)
        self.remove = QPushButton("No logo")
        self.remove.clicked.connect(lambda: self._set(""))
        self.note, self.wrong = Words("quiet"), Words("wrong")
        self.note.say(
            f"A PNG, JPEG or SVG of up to {MOST_BYTES / 1e6:g} MB. It is shown on white, as on paper."
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture)
        column.addLayout(buttons)
        column.addWidget(self.note)
        column.addWidget(self.wrong)
        self.setFocusProxy(self.choose)
        self.choose.setEnabled(not work.session.only_looks)

    def show_logo(self, sha256: str) -> None:
        """The logo kept under that hash; none where it is empty."""
        if sha256 and sha256 == self._shown:
            return
        self._shown = sha256
        self.remove.setEnabled(bool(sha256) and not self._work.session.only_looks)
        if not sha256:
            self._say_none("No logo yet")
        elif sha256 in self._there:
            self._paint(self._there[sha256])
        else:
            self._say_none("Being read…")
            self._read_kept(sha256)

    def _ask(self) -> None:
        machine = self._work.machine
        folder = machine.memory.folder_for("pictures", machine.documents)
        path = machine.files.to_open(self._work.window, "Choose a logo", PICTURES, folder)
        if path is not None:
            machine.memory.keep_folder("pictures", path.parent)
            self.take(path)

    def take(self, path: Path) -> None:
        """Read the picture in the file at `path`, keep it, and have it on statements."""
        store = self._work.session.document.store
        self.wrong.say("")

        def work(progress: Progress) -> _Read:
            progress.report(-1, f"Reading {path.name}")
            body = bytes_of(path)
            read = read_logo(body, name=path.name, cancelled=progress.check)
            return _Read(store.keep_file(body), images_of(read)[0])

        job = self._work.jobs.start(f"Reading {path.name}", work, self._take_in)
        job.refused.connect(self._refused)

    def _take_in(self, read: _Read) -> None:
        self._there[read.sha256] = read.image
        self._set(read.sha256)

    def _set(self, sha256: str) -> None:
        self.wrong.say(all_told(self._work.session.tried(lambda hub: statements.set_logo(hub, sha256))))

    def _refused(self, problems: tuple[Problem, ...]) -> None:
        self.wrong.say(all_told(problems))

    def _read_kept(self, sha256: str) -> None:
        store = self._work.session.document.store

        def work(progress: Progress) -> _Read:
            return _Read(sha256, images_of(logo(store, sha256, cancelled=progress.check))[0])

        def came(read: _Read) -> None:
            self._there[sha256] = read.image
            if self._shown == sha256:
                self._paint(read.image)

        def refused(problems: tuple[Problem, ...]) -> None:
            if self._shown == sha256:
                self._say_none("It cannot be shown")
                self._refused(problems)

        self._work.jobs.quietly(work, came).refused.connect(refused)

    def _say_none(self, words: str) -> None:
        self.picture.setPixmap(QPixmap())
        self.picture.setText(words)
        self.picture.setAccessibleName(f"Logo: {words}")

    def _paint(self, image: QImage) -> None:
        self.picture.setText("")
        ratio = self.devicePixelRatioF()
        room = QSize(round(_SEEN.width() * ratio), round(_SEEN.height() * ratio))
        fitting = image.scaled(
            room.boundedTo(image.size()),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        pixmap = QPixmap.fromImage(fitting)
        pixmap.setDevicePixelRatio(ratio)
        self.picture.setPixmap(pixmap)
        self.picture.setAccessibleName("Logo, as on statements")
