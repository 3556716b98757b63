"""The dialog that opens a review: everything in it is as it usually is, so that Enter is enough."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.asking import Asking
from hubdesk.desktop.jobs import Jobs
from hubdesk.desktop.panels.day_edit import DayEdit
from hubdesk.desktop.settings.paragraphs import Paragraphs
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.problem import Refused, sentence
from hubdesk.domain.review import ReviewRound, Totals
from hubdesk.domain.review_words import TOTALS_MEAN, TOTALS_WORDS
from hubdesk.editing.reviews import open_round
from hubdesk.workflows.review.asking import Candidate
from hubdesk.workflows.review.naming import names_told
from hubdesk.workflows.review.rounds import RoundWanted

_ID = Qt.ItemDataRole.UserRole
_NAMED = 3
"""So many names are told one by one; the rest are counted."""
_SENTENCE = (
    "Each agency asked gets a pack with its own desks, licence and charges, as they stand now, and says of "
    "each line whether it agrees."
)


Take = Callable[[RoundWanted, Sequence[Candidate]], object]
"""Takes the round that is wanted, and whom it could ask, a tick to each that it asks."""


class OpenReviewDialog(Asking):
    """Hands the round that is wanted to `take`; what cannot be is said, and nothing typed is lost.

    `wanted` and `asked` are what is offered. Another day offers others: it can be opened once they came.
    """

    help_topic = "review"

    as_at_chosen = Signal(object)
    """Another day of the snapshot: what is usual for it is to be offered."""

    def __init__(self, work: AtWork, wanted: RoundWanted, asked: Sequence[Candidate], take: Take) -> None:
        session = work.session
        self._session, self._take = session, take
        self._offered_for = wanted.as_at
        self._candidates: Sequence[Candidate] = ()
        self._by_hand: dict[RecordId, bool] = {}
        """The ticks that were set or taken away, whatever is offered."""
        self._typed_deadline = False
        self.name = QLineEdit(wanted.name)
        self.as_at = DayEdit("As at", wanted.as_at, session)
        self.deadline = DayEdit("Deadline", wanted.deadline, session)
        self.agencies = QListWidget()
        self.agencies.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.agencies.setAccessibleName("Agencies asked: a tick asks one")
        self.text = Paragraphs("Text to every agency", 3)
        self.text.setPlaceholderText("Stands at the top of every pack; may be left empty")
        self.text.show_text(wanted.text)
        self.silence = QCheckBox("Who has not &answered by the deadline has agreed")
        self.silence.setChecked(wanted.silence)
        self.names = QLabel()
        self.names.setWordWrap(True)
        self.names.setTextFormat(Qt.TextFormat.PlainText)
        rows: list[tuple[str, QWidget]] = [
            ("&Name", self.name),
            ("As a&t", self.as_at),
            ("&Deadline", self.deadline),
            ("A&gencies asked", self.agencies),
            ("Te&xt", self.text),
            ("Silence", self.silence),
            ("Totals", self._totals()),
            ("Names", self.names),
        ]
        super().__init__(("Open a review", _SENTENCE), rows, "Open the review", work.window)
        self.jobs = Jobs(self)
        self.name.setAccessibleName("Name")
        self.as_at.chosen.connect(self._another_day)
        self.deadline.chosen.connect(lambda _day: self._keep_deadline())
        self.agencies.itemChanged.connect(self._ticked_by_hand)
        self._show_candidates(asked)
        self.go_on.setFocus()

    @property
    def wanted(self) -> RoundWanted:
        """The round as the fields have it."""
        return RoundWanted(
            self.name.text().strip(),
            self.as_at.day,
            self.deadline.day,
            self._ticked(),
            self.silence.isChecked(),
            self.text.typed,
        )

    def offer(self, wanted: RoundWanted, asked: Sequence[Candidate]) -> None:
        """What is usual for the day that is chosen; for any other, nothing. What was done by hand stays."""
        if wanted.as_at != self.as_at.day:
            return
        self._offered_for = wanted.as_at
        if not self.name.isModified():
            self.name.setText(wanted.name)
        if not self._typed_deadline:
            self.deadline.show_day(wanted.deadline)
        self._show_candidates(asked)
        self._can_go_on()

    def cannot_offer(self, day: date, words: str) -> None:
        """Nobody can be asked about that day, and why."""
        if day == self.as_at.day:
            self._say_of_agencies("Nobody can be asked about that day")
            self.say_wrong(words)

    def keep_typed(self) -> None:
        """What stands in the fields was typed: no other day changes it."""
        self.name.setModified(True)
        self._typed_deadline = True
        self._by_hand = {one.agency.id: one.asked for one in self._candidates}

    def _show_candidates(self, asked: Sequence[Candidate]) -> None:
        """Whom it could ask; those are ticked who are asked unless one says otherwise."""
        self._candidates = asked
        self._tell_names()
        with QSignalBlocker(self.agencies):
            self.agencies.clear()
            for one in asked:
                name = f"{one.agency.code}  {one.agency.name}".strip()
                item = QListWidgetItem(f"{name}: {one.why}")
                item.setData(_ID, one.agency.id)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                ticked = self._by_hand.get(one.agency.id, one.asked)
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
                self.agencies.addItem(item)
            self.agencies.setCurrentRow(0)

    def take_in(self) -> None:
        for field in (self.as_at, self.deadline):
            if not field.settle():
                self.say_wrong(f"{field.accessibleName()}: {field.wrong}")
                field.setFocus()
                return
        if not self.go_on.isEnabled():
            return  # The day was typed just now; who is asked on it is being looked up.
        wanted = self.wanted
        if not wanted.name:
            self.say_wrong("The review needs a name.")
            self.name.setFocus()
            return
        try:
            open_round(self._session.hub, _tried(wanted, self._session.today), wanted.agencies)
        except Refused as refused:
            self.say_wrong("\n".join(one.told_there for one in refused.problems))
            return
        self.accept()
        ticked = frozenset(wanted.agencies)
        self._take(wanted, [replace(one, asked=one.agency.id in ticked) for one in self._candidates])

    def _tell_names(self) -> None:
        """Say which names in packs name an agency, as long as they can be changed; without any, nothing."""
        told = names_told(self._session.hub, self._offered_for)
        words = [one.happened_there for one in told[:_NAMED]]
        if more := len(told) - len(words):
            words.append(f"So {'does 1 more name' if more == 1 else f'do {more} more names'}.")
        self.names.setText("\n".join([*words, *(sentence(one.remedy) for one in told[:1])]))
        self.form.setRowVisible(self.names, bool(told))

    def _totals(self) -> QLabel:
        settings = self._session.hub.review_settings
        totals = settings.totals if settings else Totals.OPEN
        label = QLabel(f"{TOTALS_WORDS[totals]}, as the settings have it. {TOTALS_MEAN[totals]}")
        label.setWordWrap(True)
        return label

    def _ticked(self) -> tuple[RecordId, ...]:
        items = (self.agencies.item(row) for row in range(self.agencies.count()))
        return tuple(one.data(_ID) for one in items if one.checkState() is Qt.CheckState.Checked)

    def _another_day(self, day: date) -> None:
        if day == self._offered_for:
            self._show_candidates(self._candidates)
            self._can_go_on()
        else:
            self.go_on.setEnabled(False)
            self.wrong.hide()
            self._say_of_agencies("Being looked up for that day…")
            self.as_at_chosen.emit(day)

    def _say_of_agencies(self, words: str) -> None:
        """In place of agencies."""
        with QSignalBlocker(self.agencies):
            self.agencies.clear()
            said = QListWidgetItem(words, self.agencies)
            said.setFlags(Qt.ItemFlag.NoItemFlags)

    def _can_go_on(self) -> None:
        self.wrong.hide()
        self.go_on.setEnabled(True)

    def _ticked_by_hand(self, item: QListWidgetItem) -> None:
        self._by_hand[item.data(_ID)] = item.checkState() is Qt.CheckState.Checked

    def _keep_deadline(self) -> None:
        self._typed_deadline = True


def _tried(wanted: RoundWanted, today: date) -> ReviewRound:
    """The round without a snapshot, for what stands in its way to be said before one is made."""
    return ReviewRound(
        new_id(), wanted.name, today, wanted.as_at, wanted.deadline, "", "", Totals.OPEN, wanted.silence
    )
