"""`LinksMatrix`: working links as agencies by agencies; a strength typed in a cell makes or alters a link."""

from hubdesk.desktop.session import Session
from hubdesk.desktop.tables import Table
from hubdesk.domain.hub import Hub
from hubdesk.workflows.placing.links_matrix import matrix_columns, matrix_rows


class LinksMatrix(Table):
    """Works out nothing while it is hidden."""

    def __init__(self, session: Session) -> None:
        super().__init__("Working links as a matrix", matrix_columns(session.hub), session)
        self._looks: list[str] = []

    def show_hub(self, hub: Hub) -> None:
        """The links as they are now, with a column for each agency that there is now."""
        if self.isHidden():
            return
        columns = matrix_columns(hub)
        looks = [f"{one.id} {one.title} {one.hint}" for one in columns]
        if looks != self._looks:
            self._looks = looks
            self.show_columns(columns)
        self.show_rows(matrix_rows(hub))
