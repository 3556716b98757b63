"""What statements say beside the figures, and the logo on them."""

from collections.abc import Callable

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.session import Intent
from hubdesk.desktop.settings.logo import LogoSetting
from hubdesk.desktop.settings.paragraphs import Paragraphs
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Setting
from hubdesk.domain.checks.texts import MOST_LETTERS, amiss, statement_text
from hubdesk.editing import statements
from hubdesk.editing.statements import Words

_ASKED = {
    Words.ADDRESS: ("&Address", "Address on statements", 4, "Who sends it, line by line."),
    Words.INTRODUCTION: ("&Introduction", "Introduction of statements", 5, "Stands above the figures."),
    Words.PAYMENT: ("&Payment", "Payment", 5, "How to pay, and by when."),
    Words.CONTACT: ("&Contact", "Contact", 3, "Whom to ask: name, telephone, e-mail."),
}
_NEARLY = 0.8
"""From this part of the room on it is said how much is left."""


class StatementsSection(Section):
    """Address, introduction, payment, contact and logo."""

    title = "Statements"
    about = "The hub’s own words on every statement. What is blank is left out."

    def __init__(self, work: AtWork) -> None:
        super().__init__(work.session)
        rows = self.form()
        self.texts = {words: self._text(words) for words in Words}
        for words, setting in self.texts.items():
            self.row(rows, _ASKED[words][0], setting)
        self.logo = LogoSetting(work)
        self.row(rows, "&Logo", self.logo)
        self.column.addStretch(1)

    def refresh(self) -> None:
        now = self.session.hub.statements
        for words, setting in self.texts.items():
            setting.show_text(str(getattr(now, words.value)) if now else "")
        self.logo.show_logo(now.logo if now else "")

    def _text(self, words: Words) -> Setting:
        _, name, lines, about = _ASKED[words]
        most = MOST_LETTERS[words.value]

        def wrong(text: str) -> str:
            what = amiss(statement_text(words.value, text))
            return f"{what}." if what else ""

        def note(text: str) -> str:
            left = most - len(text)
            return f"{about} Room for {left:,} more letters." if _NEARLY * most < len(text) <= most else about

        return Setting(self.session, Paragraphs(name, lines), _wording(words), wrong, note)


def _wording(words: Words) -> Callable[[str], Intent]:
    return lambda text: lambda hub: statements.set_words(hub, words, text)
