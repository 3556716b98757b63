"""How far apart floors are, and what counts for how much when a plan of who sits where is proposed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

from hubdesk.desktop.inspector.entry import Entry
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Setting
from hubdesk.domain.ids import new_id
from hubdesk.domain.placing import PlacementSettings, weighed
from hubdesk.domain.placing_words import typed_weight, weight_amiss
from hubdesk.domain.plain import decimal_text
from hubdesk.editing import placing


class _Weight(NamedTuple):
    """A figure of the settings: its field, its label with the letter that goes to it, and what it means."""

    field: str
    label: str
    means: str


_WEIGHTS = (
    _Weight(
        "floor_m",
        "&Metres to another floor",
        "So many metres each floor adds to the way between two desks: the stairs, the wait for the lift.",
    ),
    _Weight(
        "spread",
        "&Spread of an agency",
        "An agency’s own desks are kept near one another as if it had a working link of that strength with "
        "itself.",
    ),
    _Weight(
        "pieces",
        "&Pieces",
        "What each further piece costs that an agency is torn into. Desks up to 4 m apart are in one piece.",
    ),
    _Weight(
        "moves",
        "M&oves",
        "What each desk costs that an agency gives up for another one.",
    ),
)


class PlacingSection(Section):
    """A plan is judged by metres times strength of working links; the weights are in that measure."""

    title = "Placing"
    about = (
        "A proposed plan is judged by the metres between agencies that work together, times the strength of "
        "their link; and by these, in the same measure. 0 leaves one out."
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        rows = self.form()
        self.weights: dict[str, Setting] = {}
        for field, label, means in _WEIGHTS:
            entry = Entry(label.replace("&", ""), "20")
            setting = Setting(session, entry, self._setting(field), weight_amiss, _always(means))
            self.weights[field] = setting
            self.row(rows, label, setting)
        self.column.addStretch(1)

    def refresh(self) -> None:
        for field, figure in weighed(self._now):
            self.weights[field].show_text(decimal_text(figure))

    @property
    def _now(self) -> PlacementSettings:
        """What the hub has, or the defaults until something else is set."""
        return self.session.hub.placement_settings or PlacementSettings(new_id())

    def _setting(self, field: str) -> Callable[[str], Intent]:
        def intent(text: str) -> Intent:
            figure: Any = typed_weight(text)
            settings = replace(self._now, **{field: figure})
            return lambda hub: placing.set_up(hub, settings)

        return intent


def _always(words: str) -> Callable[[str], str]:
    return lambda _text: words
