"""`Setting`: one setting to type, with what it means below it, and what is the matter with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hubdesk.desktop.inspector.entry import Entry
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.settings.paragraphs import Paragraphs
from hubdesk.domain.problem import all_told


class Words(QLabel):
    """Words below a field, there only when there are some; assistive technology reads them too."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setObjectName(kind)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hide()

    def say(self, words: str) -> None:
        """These words, or none."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))


class Setting(QWidget):
    """An editor that makes a change of what is settled in it. What was refused stays, and says why.

    `intent` makes what is to be done of the text; `amiss` says what is the matter with a text, and `note`
    what it comes to, both while it is being typed. Where somebody else has changed the setting since typing
    began, that is said, and the next Enter has one's own text.
    """

    def __init__(
        self,
        session: Session,
        editor: Entry | Paragraphs,
        intent: Callable[[str], Intent],
        amiss: Callable[[str], str] = lambda _: "",
        note: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self._session, self._intent, self._amiss, self._note = session, intent, amiss, note
        self.editor = editor
        self._shown: str | None = None
        self._meanwhile = False
        self._theirs_told = False
        self._settling = False
        self.note, self.wrong, self.fixed = Words("quiet"), Words("wrong"), Words("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for one in (editor, self.note, self.wrong, self.fixed):
            column.addWidget(one)
        editor.settled.connect(self._settle)
        editor.restored.connect(self._look)
        if isinstance(editor, Entry):
            editor.textEdited.connect(self._look)
        else:
            editor.text_edited.connect(self._look)
        if session.only_looks:
            editor.setReadOnly(True)
        self.setFocusProxy(editor)

    def show_text(self, text: str) -> None:
        """What the hub has now. What one is typing stays."""
        if self._settling or not self._is_being_typed():
            self._meanwhile = False
        elif text != self._shown:
            self._meanwhile, self._theirs_told = text != self._typed(), False
        self._shown = text
        if isinstance(self.editor, Entry):
            self.editor.show_values({text})
        else:
            self.editor.show_text(text)
        self._look()

    def begin_anew(self, text: str) -> None:
        """Something else is to be set here: what was typed for what was before is not for it."""
        self._meanwhile, self._shown = False, text
        if isinstance(self.editor, Entry):
            self.editor.restore()
            self.editor.show_values({text})
        else:
            self.editor.restore()
            self.editor.show_text(text)
        self._look()

    def fix(self, why: str) -> None:
        """It cannot be changed now, and why; empty where it can."""
        self.fixed.say(why)
        self.editor.setEnabled(not why)
        self.editor.setAccessibleDescription(why)

    def say(self, words: str) -> None:
        """What is the matter, if anything is."""
        self.wrong.say(words)
        self.editor.setAccessibleDescription(words or self.fixed.text())

    def _typed(self) -> str:
        return self.editor.text().strip() if isinstance(self.editor, Entry) else self.editor.typed

    def _is_being_typed(self) -> bool:
        return self._shown is not None and self._typed() != self._shown

    def _look(self) -> None:
        """Say anew what the text comes to, and what is the matter with it."""
        typed = self._typed()
        self.note.say(self._note(typed))
        if self._meanwhile and self._is_being_typed():
            self._say_theirs()
        else:
            self._meanwhile = False
            self.say(self._amiss(typed) if self._is_being_typed() else "")

    def _say_theirs(self) -> None:
        theirs = f"“{self._shown}”" if self._shown else "blank"
        keys = "Enter" if isinstance(self.editor, Entry) else "Ctrl+Enter"
        self.say(
            f"Somebody else made it {theirs} meanwhile. {keys} sets yours in its place, Esc takes theirs."
        )

    def _settle(self) -> None:
        typed = self._typed()
        if typed == self._shown:
            self.editor.restore()
            return
        if wrong := self._amiss(typed):
            self.say(wrong)
            return
        if self._meanwhile and not self._theirs_told:
            self._theirs_told = True
            self._say_theirs()
            return
        self._meanwhile = False
        self._settling = True
        try:
            problems = self._session.tried(self._intent(typed))
        finally:
            self._settling = False
        self.say(all_told(problems))
