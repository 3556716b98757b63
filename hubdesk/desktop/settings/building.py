"""What the hub is called, who hosts it, and how its charging year is cut."""

from collections.abc import Callable, Mapping

from hubdesk.desktop.inspector.entry import Choice, Entry
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.latest import Latest
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.settings.chosen import Chosen
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Setting
from hubdesk.domain.checks.texts import amiss, hub_name_text
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name
from hubdesk.domain.period import Billing
from hubdesk.domain.problem import Refused, all_told
from hubdesk.domain.year_words import (
    BILLING_WORDS,
    periods_told,
    typed_year_start,
    year_start_words,
    year_told,
)
from hubdesk.domain.year_words import amiss as year_amiss
from hubdesk.editing import settings
from hubdesk.workflows.fixed_by_issue import Fixed, fixed_settings


class BuildingSection(Section):
    """Name, host, year start and billing periods; what issuing has fixed cannot be touched, and says why."""

    title = "The hub"
    about = "What it is called, who runs it, and when its charging year starts."

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        rows = self.form()
        self.name = Setting(session, Entry("Name of the hub"), self._naming, _name_amiss)
        self.row(rows, "&Name", self.name)
        self.host = Chosen(Choice("Host"))
        self.host.choice.settled.connect(self._set_host)
        self.row(rows, "&Host", self.host)
        self.host.note.say("Runs the building, recharges its costs, and bears what nobody else pays.")
        self.year_start = Setting(
            session, Entry("Charging year starts on", "1 April"), self._starting, year_amiss, self._year_told
        )
        self.row(rows, "&Year starts on", self.year_start)
        self.billing = Chosen(Choice("Billed"))
        self.billing.choice.settled.connect(self._set_billing)
        self.row(rows, "&Billed", self.billing)
        self.column.addStretch(1)
        self._why_billed_so = ""
        self._fixed = Latest(jobs, self._question, self)
        self._fixed.came.connect(self._show_fixed)

    def refresh(self) -> None:
        hub, now = self.session.hub, self.session.hub.settings
        self.name.show_text(now.name)
        agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
        self.host.choice.show_values([(agency_name(one), one.id) for one in agencies], {now.host})
        self.year_start.show_text(year_start_words(now.year_start))
        self.billing.choice.show_values(
            [(words, billing) for billing, words in BILLING_WORDS.items()], {now.billing}
        )
        if self.session.only_looks:
            self.host.choice.setEnabled(False)
            self.billing.choice.setEnabled(False)
        else:
            self._fixed.ask()
        self._note_billing()

    def _naming(self, name: str) -> Intent:
        return lambda hub: settings.rename(hub, name)

    def _starting(self, text: str) -> Intent:
        start = typed_year_start(text)
        assert start is not None, "what is amiss is not settled"
        return lambda hub: settings.set_year(hub, start, hub.settings.billing)

    def _set_host(self, agency: RecordId) -> None:
        self._do(self.host, lambda hub: settings.set_host(hub, agency))

    def _set_billing(self, billing: Billing) -> None:
        self._do(self.billing, lambda hub: settings.set_year(hub, hub.settings.year_start, billing))

    def _do(self, chosen: Chosen, intent: Intent) -> None:
        problems = self.session.tried(intent)
        chosen.wrong.say(all_told(problems))
        if problems:
            self.refresh()

    def _year_told(self, text: str) -> str:
        start = typed_year_start(text)
        return "" if start is None or year_amiss(text) else year_told(start, self.session.as_at)

    def _note_billing(self) -> None:
        now = self.session.hub.settings
        told = periods_told(now.year_start, now.billing, self.session.as_at)
        self.billing.note.say(f"{told} {self._why_billed_so}".strip())

    def _question(self) -> Callable[[], Mapping[str, Fixed]]:
        standing = self.session.standing

        def fixed() -> Mapping[str, Fixed]:
            try:
                return fixed_settings(standing)
            except Refused:
                return {}  # An altered run is told by whatever has to build on it; changes are refused.

        return fixed

    def _show_fixed(self, fixed: Mapping[str, Fixed]) -> None:
        start, billing = fixed.get("year_start"), fixed.get("billing")
        self.year_start.fix(start.told if start else "")
        self._why_billed_so = billing.told if billing else ""
        self.billing.choice.setEnabled(billing is None)
        self.billing.choice.setAccessibleDescription(self._why_billed_so)
        self._note_billing()


def _name_amiss(text: str) -> str:
    if not text:
        return "The hub needs a name."
    wrong = amiss(hub_name_text(text))
    return f"{wrong}." if wrong else ""
