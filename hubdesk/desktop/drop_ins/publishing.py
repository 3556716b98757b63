"""Publishing drop-ins: a poster or a calendar file, asked for and written off the main thread."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import agency_name, counted
from hubdesk.workflows.drop_ins.calendar import write_calendar
from hubdesk.workflows.drop_ins.poster import drop_in_poster, write_poster
from hubdesk.workflows.file_names import file_name

_PDF = "Poster to print, PDF (A3)"
_HTML = "Poster as a web page, HTML"
_CALENDAR = "Calendar file for Outlook and others, ICS"
_KINDS = {_PDF: ("PDF (*.pdf)", ".pdf"), _HTML: ("Web pages (*.html)", ".html")}


class Publishing:
    """Asks what and of whom; of all agencies unless one is chosen."""

    def __init__(self, work: AtWork) -> None:
        self._work = work

    def actions(self) -> Iterator[Action]:
        """As the menu has it."""
        yield Action(
            "file.export-drop-ins",
            "Drop-ins: poster or calendar…",
            "File",
            self.ask,
            icon="calendar-clock",
            under="Export",
            hint="Who is in when, from the week of the as-at day on",
        )

    def ask(self, agency: RecordId | None = None) -> None:
        """Ask in what form, and where it is to go."""
        hub = self._work.session.hub
        forms = Choice("Form", [(words, words) for words in (_PDF, _HTML, _CALENDAR)])
        agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
        whose = Choice(
            "Drop-ins of", [("All agencies", ""), *((agency_name(one), one.id) for one in agencies)]
        )
        sentence = "Posters show the weeks from that of the as-at day on; a calendar has every drop-in."
        dialog = ChoiceDialog(
            ("Publish drop-ins", sentence), (forms, whose), "Choose the file…", self._write, self._work.window
        )
        if agency in hub.agencies and agency is not None:
            dialog.choose("Drop-ins of", agency_name(hub.agencies[agency]))
        dialog.open()

    def _write(self, form: str, agency: str) -> None:
        session, machine = self._work.session, self._work.machine
        hub, day, made, now = session.hub, session.as_at, machine.today, machine.clock()
        whose = RecordId(agency) if agency else None
        who = f" {hub.agencies[whose].code}" if whose else ""
        name = file_name(f"{hub.settings.name} drop-ins{who}")

        def poster(place: Path) -> Iterable[str]:
            told = drop_in_poster(hub, day, made, whose)
            write_poster(told, place)
            return [f"{counted(len(told.pages), 'page')}, one to each week that is different"]

        def calendar(place: Path) -> Iterable[str]:
            return [f"{counted(write_calendar(hub, day, whose, now, place), 'drop-in')}"]

        if form == _CALENDAR:
            self._work.write("Write a calendar file", "Calendars (*.ics)", f"{name}.ics", calendar)
        else:
            kinds, ending = _KINDS[form]
            self._work.write("Write a poster", kinds, f"{name}{ending}", poster)
