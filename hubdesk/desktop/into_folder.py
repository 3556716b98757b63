"""Files that go out together into a folder: what is there already is replaced only where that is said."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.ask import AskDialog, Told
from hubdesk.desktop.jobs import Progress
from hubdesk.domain.names import counted
from hubdesk.workflows.out_folder import Existing, File, OutFolder


@dataclass(frozen=True)
class IntoFolder:
    """The `files` of `name`, to be written into `folder`, which is the place `place`."""

    name: str
    folder: OutFolder
    files: Sequence[File]
    place: Path

    @property
    def there(self) -> tuple[str, ...]:
        """The names of those that are in the folder already."""
        return self.folder.standing_there(self.files)


def ask_folder(work: AtWork, title: str) -> Path | None:
    """The folder that the user names, which is suggested next time."""
    memory, machine = work.machine.memory, work.machine
    place = machine.files.to_fill(work.window, title, memory.folder_for("outputs", machine.documents))
    if place is not None:
        memory.keep_folder("outputs", place)
    return place


def write_into(work: AtWork, into: IntoFolder, done: Callable[[tuple[Path, ...]], object]) -> None:
    """Have a worker write the files, with progress and Cancel, once it is said what may be replaced."""

    def write(existing: Existing) -> None:
        def run(progress: Progress) -> tuple[Path, ...]:
            return into.folder.write(into.files, existing, progress.report)

        work.start(f"Writing {into.name} into {into.place.name}", run, done)

    if not into.there:
        write(Existing.KEEP)
        return
    there = counted(len(into.there), "file")
    told = Told(
        "Replace what is there",
        f"{there} of these names {'is' if len(into.there) == 1 else 'are'} in {into.place} already.",
        (("To be replaced", into.there),),
        f"Replace {there}",
    )
    dialog = AskDialog(told, work.window)
    dialog.accepted.connect(lambda: write(Existing.REPLACE))
    dialog.open()
