"""What agencies see in reviews, and how long queries may take."""

from dataclasses import replace

from hubdesk.desktop.inspector.entry import Choice, Entry
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.settings.chosen import Chosen
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Setting
from hubdesk.domain.ids import new_id
from hubdesk.domain.problem import all_told
from hubdesk.domain.review import ReviewSettings, Totals
from hubdesk.domain.review_words import TOTALS_MEAN, TOTALS_WORDS, days_amiss, typed_days
from hubdesk.editing import reviews


class ReviewsSection(Section):
    """Whether totals are open, and the days that a query may take."""

    title = "Reviews"
    about = "Once or twice a year agencies say whether their desks and charges are right, and ask."

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        rows = self.form()
        self.totals = Chosen(Choice("Totals in review packs"))
        self.totals.choice.settled.connect(self._set_totals)
        self.totals.choice.setEnabled(not session.only_looks)
        self.row(rows, "&Totals in packs", self.totals)
        self.query_days = Setting(
            session, Entry("Days to settle a query", "90"), self._set_days, days_amiss, self._days_told
        )
        self.row(rows, "&Days to settle a query", self.query_days)
        self.column.addStretch(1)

    def refresh(self) -> None:
        now = self._now
        self.totals.choice.show_values([(words, one) for one, words in TOTALS_WORDS.items()], {now.totals})
        self.totals.note.say(
            f"{TOTALS_MEAN[now.totals]} It counts for reviews that are opened from now on: packs that went "
            "out cannot be taken back."
        )
        self.query_days.show_text(str(now.query_days))

    @property
    def _now(self) -> ReviewSettings:
        """What the hub has, or the defaults until something else is set."""
        return self.session.hub.review_settings or ReviewSettings(new_id())

    def _set_totals(self, totals: Totals) -> None:
        settings = replace(self._now, totals=totals)
        problems = self.session.tried(lambda hub: reviews.set_up(hub, settings))
        self.totals.wrong.say(all_told(problems))
        if problems:
            self.refresh()

    def _set_days(self, text: str) -> Intent:
        settings = replace(self._now, query_days=typed_days(text))
        return lambda hub: reviews.set_up(hub, settings)

    def _days_told(self, _text: str) -> str:
        return "From the day that it is raised; then it is overdue. A query does not stop billing."
