"""What is asked before something is done to a query: a message, a later stage, its due day, an end."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hubdesk.desktop.dialogs.change_dialog import ChangeDialog
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.queries.words_fields import Words
from hubdesk.desktop.session import Session
from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.names import query_name
from hubdesk.domain.query import End, Query, Stage
from hubdesk.editing import queries
from hubdesk.editing.records import found
from hubdesk.workflows.review.queries import ENDS, changed_seen_to, later_stages

_TOPIC = "queries"


class WriteDialog(ChangeDialog):
    """A message on a query."""

    help_topic = _TOPIC

    def __init__(self, session: Session, query: Query, parent: QWidget) -> None:
        super().__init__(session, f"Write about {query_name(query)}", "Write", parent)
        self._query = query.id
        self.message = Words(self, query, "&Message")
        self.message.focus()

    def change(self, hub: Hub) -> Change:
        message = self.message
        return queries.write(hub, self._query, message.words, by=message.by, on=self.session.today)


class PassOnDialog(ChangeDialog):
    """To finance, the house committee or mediation."""

    help_topic = _TOPIC

    def __init__(self, session: Session, query: Query, parent: QWidget) -> None:
        super().__init__(session, f"Pass on {query_name(query)}", "Pass on", parent)
        self._query = query.id
        self.stage = QComboBox()
        for stage in later_stages(query):
            self.stage.addItem(stage.value.capitalize(), stage)
        self.add("&To", self.stage, f"It is with {query.stage.value} now")
        self.message = Words(self, query, "&Why", "What they are to know")
        self.stage.setFocus()

    def change(self, hub: Hub) -> Change:
        stage, message = Stage(self.stage.currentData()), self.message
        return queries.escalate(
            hub, self._query, stage, words=message.words, by=message.by, on=self.session.today
        )


class SeeToDialog(ChangeDialog):
    """By when it is due, and who sees to it. What is left as it was shown stays as it is by then."""

    help_topic = _TOPIC

    def __init__(self, session: Session, query: Query, parent: QWidget) -> None:
        super().__init__(session, f"Due day and owner of {query_name(query)}", "Change", parent)
        self._shown = query
        self.due = DayEdit("Due", query.due, session)
        self.owner = QLineEdit(query.owner)
        self.add("&Due", self.due)
        self.add("&Seen to by", self.owner)

    def change(self, hub: Hub) -> Change:
        shown, now = self._shown, found(hub, Query, self._shown.id)
        due = now.due if self.due.day == shown.due else self.due.day
        owner = now.owner if self.owner.text().strip() == shown.owner else self.owner.text()
        return changed_seen_to(hub, now, due, owner)


class EndDialog(ChangeDialog):
    """Explained, withdrawn, or corrected by hand: the ends that correct nothing themselves."""

    help_topic = _TOPIC

    def __init__(self, session: Session, query: Query, parent: QWidget) -> None:
        super().__init__(session, f"End {query_name(query)}", "End it", parent)
        self._query = query.id
        self.how = QComboBox()
        for end, words in ENDS.items():
            self.how.addItem(words, end)
        self.add("&How", self.how)
        self.message = Words(
            self, query, "&Message", "The explanation, why it was withdrawn, or what was corrected"
        )
        self.how.setFocus()

    def change(self, hub: Hub) -> Change:
        how, message = End(self.how.currentData()), self.message
        return queries.end(hub, self._query, how, words=message.words, by=message.by, on=self.session.today)
