"""What the window can do whether a hub is open or not."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

from hubdesk.desktop.actions import Action
from hubdesk.desktop.dialogs.ask import AskDialog
from hubdesk.desktop.dialogs.command_palette import command_palette
from hubdesk.desktop.file_type import own_the_file_type, this_program
from hubdesk.desktop.files import WORKBOOKS, free_name
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.look_actions import look_actions
from hubdesk.desktop.panels.help_panel import title_of
from hubdesk.desktop.panels.notices import Notice, Tone, notice_of
from hubdesk.workflows.resources import Sample, help_topics, program_icon

if TYPE_CHECKING:
    from hubdesk.desktop.window import MainWindow

_MOST_RECENT = 8


def window_actions(window: "MainWindow") -> Iterator[Action]:
    """The actions, in the order of the menus."""
    hubs = window.hubs
    yield Action("file.new", "New hub…", "File", hubs.ask_new, "Ctrl+N", "file-plus")
    yield Action("file.open", "Open…", "File", hubs.ask_open, "Ctrl+O", "folder-open")
    yield Action(
        "file.open-team", "Open team database…", "File", hubs.ask_open_team, "Ctrl+Shift+O", "database"
    )
    for number, recent in enumerate(window.machine.memory.recents[:_MOST_RECENT], start=1):
        yield Action(
            f"file.recent-{number}",
            f"{recent.name}  ({recent.where})",
            "File",
            partial(window.open, recent.where),
            icon="history",
            under="Open recent",
        )
    for sample in Sample:
        yield Action(
            f"file.sample-{sample.value}",
            f"{sample.value.capitalize()} sample",
            "File",
            partial(hubs.open_sample, sample),
            icon="building-2",
            under="Open sample",
            hint="Makes a copy of the sample among your documents, and opens that",
        )
    yield Action(
        "file.import", "New hub from a workbook…", "File", hubs.ask_import, "", "download", under="Import"
    )
    yield Action(
        "file.template",
        "Blank hub workbook…",
        "File",
        partial(_write_template, window),
        "",
        "file-spreadsheet",
        under="Export",
        hint="A workbook with notes on every column, to fill in and import",
    )
    yield from look_actions(window.theme, window.machine.memory)
    yield Action(
        "view.commands",
        "Commands…",
        "View",
        lambda: command_palette(window.actions_, window).open(),
        "Ctrl+K",
        "command",
        hint="Everything that can be done, by a few letters of its title",
    )
    yield Action(
        "help.here",
        "Help for this place",
        "Help",
        window.toggle_help,
        "F1",
        "circle-help",
        checked=lambda: window.help_dock.wanted,
    )
    yield Action("help.start", "Where to begin", "Help", lambda: window.show_help("start"), icon="book-open")
    for topic in help_topics():
        if topic not in ("start", "keyboard"):
            yield Action(
                f"help.{topic}",
                f"Help: {title_of(topic)}",
                "Help",
                partial(window.show_help, topic),
                icon="book-open",
                under="Pages",
            )
    yield Action("help.keys", "All keys", "Help", lambda: window.show_help("keyboard"), icon="keyboard")
    yield Action("help.about", "About Hubdesk…", "Help", partial(_tell_about, window), icon="info")
    program = this_program()
    if program is not None and sys.platform != "darwin":
        yield Action(
            "help.file-type",
            "Open .hubdesk and .hubview files with Hubdesk",
            "Help",
            partial(_own_the_file_type, window, program),
            icon="file-check",
            hint="From then on a double click on a hub or a review pack opens it here; for you alone",
        )
    yield Action("file.quit", "Quit", "File", window.close, "Ctrl+Q", "log-out")


def _own_the_file_type(window: "MainWindow", program: Path) -> None:
    place = user_data_path()

    def work(_progress: Progress) -> Notice:
        try:
            own_the_file_type(program, program_icon(), place)
        except OSError as trouble:
            what = f"Your own settings folder cannot be written: {trouble.strerror or trouble}"
            return Notice(what, "Ask whoever looks after this machine", Tone.ERROR)
        return Notice("A double click on a hub or a review pack opens it in Hubdesk from now on")

    window.jobs.start("Telling the system about the files of Hubdesk", work, window.notices.tell)


def _tell_about(window: "MainWindow") -> None:
    from hubdesk.desktop.about import about

    AskDialog(about(), window).open()


def _write_template(window: "MainWindow") -> None:
    from hubdesk.workflows.export_hub import write_template

    memory = window.machine.memory
    folder = memory.folder_for("workbooks", window.machine.documents)
    place = window.machine.files.to_make(
        window, "Blank hub workbook", WORKBOOKS, free_name(folder / "My hub.xlsx")
    )
    if place is None:
        return
    if place.exists():
        window.notices.tell(Notice(f"{place} is there already and was left as it is", "Choose another name"))
        return

    def work(_progress: Progress) -> Path:
        write_template(place)
        return place

    told = f"Wrote {place}. Fill it in, then choose File, Import, New hub from a workbook"
    job = window.jobs.start(f"Writing {place.name}", work, lambda _place: window.notices.tell(Notice(told)))
    job.refused.connect(lambda problems: window.notices.tell(notice_of(problems)))
