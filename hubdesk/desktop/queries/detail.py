"""`QueryDetail`: one query in full: what it is about, what it asks, how it stands, what was written of it."""

from html import escape

from PySide6.QtWidgets import QTextBrowser

from hubdesk.desktop.session import Session
from hubdesk.domain.names import agency_name, query_name
from hubdesk.domain.query import Query
from hubdesk.workflows.review.queries import GOES_ON, message_words, told

_EMPTY = "Choose a query above. One that an agency makes by telephone or letter is raised here."


class QueryDetail(QTextBrowser):
    """Shows one query at a time; words from outside stay words."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setAccessibleName("The query in full")
        self.setOpenLinks(False)
        self.show_query(None)

    def show_query(self, query: Query | None) -> None:
        """Show `query` as it is in the hub; None: say how one comes by queries."""
        html = f"<p>{escape(_EMPTY)}</p>" if query is None else self._html(query)
        if html != self.property("shown"):
            self.setProperty("shown", html)
            self.setHtml(html)

    def _html(self, query: Query) -> str:
        hub = self._session.hub
        rows = "".join(
            f"<tr><td style='padding-right:14px'><b>{escape(heading)}</b></td><td>{escape(words)}</td></tr>"
            for heading, words in told(hub, query, self._session.today)
        )
        title = f"{query_name(query).capitalize()} of {agency_name(hub.agencies[query.agency])}"
        messages = "".join(
            f"<p>{escape(message_words(one)).replace(chr(10), '<br>')}</p>"
            for one in hub.messages_of.get(query.id, ())
        )
        written = f"<p><b>What was written</b></p>{messages}" if messages else ""
        goes_on = f"<p>{escape(GOES_ON)}</p>" if query.end is None else ""
        return f"<h3>{escape(title)}</h3><table>{rows}</table>{written}{goes_on}"
