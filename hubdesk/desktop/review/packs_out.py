"""Packs into a folder, and marked as sent: for everybody in a review, or for those that are chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.desktop.into_folder import IntoFolder, ask_folder, write_into
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice, Tone
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.domain.names import counted
from hubdesk.domain.review import ReviewRound
from hubdesk.editing import reviews
from hubdesk.workflows.review.packs import Form, PackFolder, RoundPacks, kept
from hubdesk.workflows.review.rounds import SeenRounds

_MARK, _LEAVE = "mark them as sent today", "leave them unmarked, to look at first"
_SENTENCE = (
    "Each pack holds the agency’s own desks, licence and charges, and nothing about any other. Sending the "
    "files is up to you: only the workbook has to come back."
)


@dataclass(frozen=True)
class _Going:
    """Packs that were put together for `agencies`."""

    packs: RoundPacks
    agencies: tuple[Agency, ...]
    into: IntoFolder
    mark: bool


class PacksOut:
    """Marks the very packs that were written: an answer is known by what was in its pack."""

    def __init__(self, work: AtWork) -> None:
        self._work, self._session = work, work.session

    def ask(self, round_: ReviewRound, chosen: Sequence[RecordId]) -> None:
        """Ask for whom, in what form, and whether they go out. `chosen` are those whose rows are selected."""

        def take(whom: Sequence[RecordId], forms: Sequence[Form], then: str) -> None:
            self._write(round_, whom, forms, mark=then == _MARK)

        dialog = ChoiceDialog(
            (f"Packs of {round_.name}", _SENTENCE),
            (
                Choice("For", self._whom(round_, chosen)),
                Choice(
                    "What",
                    [
                        ("Workbook, PDF, page and file to look into", tuple(Form)),
                        ("Workbook and PDF", (Form.WORKBOOK, Form.PDF)),
                        *((one.words, (one,)) for one in Form),
                    ],
                ),
                Choice("Then", [(_MARK, _MARK), (_LEAVE, _LEAVE)]),
            ),
            "Choose the folder…",
            take,
            self._work.window,
        )
        dialog.help_topic = "review"
        dialog.open()

    def _whom(self, round_: ReviewRound, chosen: Sequence[RecordId]) -> list[tuple[str, Sequence[RecordId]]]:
        hub = self._session.hub
        of = hub.reviews_of.get(round_.id, {})
        asked = sorted(of, key=lambda one: hub.agencies[one].code)
        unsent = [one for one in asked if of[one].sent is None]
        found: list[tuple[str, Sequence[RecordId]]] = []
        if chosen:
            found.append((f"the {len(chosen)} agencies that are selected", tuple(chosen)))
        if unsent and len(unsent) < len(asked):
            were = "was" if len(unsent) == 1 else "were"
            found.append((f"the {len(unsent)} that {were} sent no pack yet", tuple(unsent)))
        found.append((f"all {len(asked)} agencies", tuple(asked)))
        return [*found, *((_called(hub.agencies[one]), (one,)) for one in asked)]

    def _write(
        self, round_: ReviewRound, whom: Sequence[RecordId], forms: Sequence[Form], *, mark: bool
    ) -> None:
        place = ask_folder(self._work, f"A folder for the packs of {round_.name}")
        if place is None:
            return
        session, where = self._session, self._work.where()
        hub, store, today = session.hub, session.document.store, session.today

        def prepare(progress: Progress) -> _Going:
            packs = RoundPacks(hub, SeenRounds(store), round_, today)
            agencies = tuple(hub.agencies[one] for one in whom)
            for done, one in enumerate(agencies):
                progress.report(done / len(agencies), f"Working out the pack of {one.code}")
                packs.pack(one.id)
            folder = PackFolder(packs, place, hub=where)
            into = IntoFolder(round_.name, folder, folder.files(agencies, forms), place)
            return _Going(packs, agencies, into, mark)

        self._work.start(f"Working out the packs of {round_.name}", prepare, self._put)

    def _put(self, going: _Going) -> None:
        def done(written: tuple[Path, ...]) -> None:
            wrote = f"Wrote {counted(len(written), 'file')} into {going.into.place}"
            if going.mark:
                self._mark(going, wrote)
            else:
                offer = ("Mark them as sent", lambda: self._mark(going, ""))
                told = "They are not marked as sent, so that no answer to them can be taken in"
                self._work.notices.tell(Notice(wrote, told, Tone.WARNING, (offer,)))

        write_into(self._work, going.into, done)

    def _mark(self, going: _Going, wrote: str) -> None:
        """Keep the packs as they went out, and mark them: one change."""
        session = self._session
        today = session.today

        def keep(progress: Progress) -> tuple[tuple[RecordId, str], ...]:
            progress.check()
            return kept(going.packs, going.agencies)

        def mark(packs: tuple[tuple[RecordId, str], ...]) -> None:
            if not session.tried_on_hub(lambda hub: reviews.sent(hub, packs, today)):
                whom = counted(len(packs), "pack")
                said = f"{whom} marked as sent"
                self._work.notices.tell(
                    Notice(f"{wrote}. {said}" if wrote else said, "Undo takes the mark back")
                )

        self._work.start("Keeping the packs as they went out", keep, mark)


def _called(agency: Agency) -> str:
    return ", ".join(one for one in (agency.code, agency.name) if one)
