"""What can be done with reviews: open one, change it, remind, and what belongs to single agencies."""

from collections.abc import Iterator

from hubdesk.desktop.actions import Action
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.review.answers_in import AnswersIn
from hubdesk.desktop.review.change_round import ChangeReviewDialog
from hubdesk.desktop.review.glance import Glance
from hubdesk.desktop.review.looking import Looking
from hubdesk.desktop.review.opening import Opening
from hubdesk.desktop.review.packs_out import PacksOut
from hubdesk.desktop.review.reminder_dialog import ReminderDialog
from hubdesk.desktop.workspace import Workspace
from hubdesk.domain.ids import RecordId
from hubdesk.domain.review import AgencyReview
from hubdesk.editing import reviews
from hubdesk.workflows.colouring import ColourBy
from hubdesk.workflows.review.answer_rows import left_open
from hubdesk.workflows.review.reminders import reminder
from hubdesk.workflows.review.round_columns import WAITED_FOR

_NO_ROUND = "Open a review first"


class ReviewDeeds:
    """Acts on the round that is looked at, and on the agencies whose rows are chosen."""

    def __init__(self, work: AtWork, workspace: Workspace, looking: Looking, glance: Glance) -> None:
        self._work, self._workspace = work, workspace
        self._session, self._looking, self._glance = work.session, looking, glance
        self._opening = Opening(work, looking)
        self._packs_out = PacksOut(work)
        self.answers = AnswersIn(work, workspace.hub_workbook_came.emit)
        workspace.answers_dropped.connect(self.answers.drop)

    def actions(self) -> Iterator[Action]:
        """The actions of the menu Review, which the buttons of the page do as well."""
        yield Action(
            "review.open",
            "Open a review…",
            "File",
            self._opening.ask,
            icon="file-plus",
            hint="Keeps the hub as it stands, and asks the agencies whether it is right",
            under="Review",
            changes=True,
            of_the_hub=True,
        )
        yield Action(
            "review.change",
            "Change review…",
            "File",
            self.ask_change,
            icon="pencil",
            enabled=self._has_round,
            hint="Its name, deadline and text",
            why_not=_NO_ROUND,
            under="Review",
            changes=True,
            of_the_hub=True,
        )
        yield Action(
            "review.remove",
            "Remove review",
            "File",
            self.remove,
            icon="trash-2",
            enabled=self._has_round,
            hint="As long as no pack of it was sent",
            why_not=_NO_ROUND,
            under="Review",
            changes=True,
            of_the_hub=True,
        )
        yield Action(
            "review.packs",
            "Packs into a folder…",
            "File",
            self.ask_packs,
            icon="folder-output",
            enabled=self._has_round,
            hint="A workbook to fill in, a PDF, a page and a file to look into, for each agency",
            why_not=_NO_ROUND,
            under="Review",
            changes=True,
            of_the_hub=True,
        )
        yield Action(
            "review.opened",
            "Mark as opened",
            "File",
            self.mark_opened,
            icon="eye",
            enabled=lambda: bool(self._unopened()),
            hint="The agency has told that it has the pack",
            why_not="Choose an agency that was sent a pack, and has not opened or answered it",
            under="Review",
            changes=True,
            of_the_hub=True,
        )
        yield Action(
            "review.answers",
            "Take in answers…",
            "File",
            self.answers.ask,
            icon="log-in",
            enabled=lambda: self._workspace.packs_are_out,
            hint="The workbooks that came back; they can be dropped on the window as well",
            why_not="No pack was sent yet",
            under="Review",
            changes=True,
            of_the_hub=True,
        )
        yield Action(
            "review.remind",
            "Reminders…",
            "File",
            self.remind,
            icon="clipboard-list",
            enabled=lambda: bool(self._waited_for()),
            hint="Text to copy, for each agency that is waited for; nothing is sent",
            why_not="Nobody is waited for",
            under="Review",
        )
        yield Action(
            "review.plan",
            "Show on the plan",
            "File",
            self.show_plan,
            icon="palette",
            hint="The plan, its desks coloured by what was said of them",
            under="Review",
        )

    def ask_change(self) -> None:
        """Ask for another deadline or text."""
        if (round_ := self._looking.round) is not None:
            ChangeReviewDialog(self._session, round_, self._work.window).open()

    def remove(self) -> None:
        """Remove the round, unless a pack of it was sent, which is said."""
        if (round_ := self._looking.round) is not None:
            self._session.do(lambda hub: reviews.remove_round(hub, round_.id))

    def ask_packs(self) -> None:
        """Ask for whom packs are to be written, and in what form."""
        if (round_ := self._looking.round) is not None:
            self._packs_out.ask(round_, self._glance.chosen)

    def mark_opened(self) -> None:
        """The agencies that are chosen are known to have opened their packs today."""
        ids, today = [one.id for one in self._unopened()], self._session.today
        self._session.do(lambda hub: reviews.all_opened(hub, ids, today))

    def remind(self) -> None:
        """Show the reminders, that of the agency where the keys are first."""
        looked, waited = self._looking.looked, self._waited_for()
        if looked is None or looked.glance is None or not waited:
            return
        hub, round_, today = looked.hub, looked.round, looked.glance.today
        told = [reminder(hub, round_, one, today, left_open(looked.answers[one.agency])) for one in waited]
        now = self._glance.agency
        first = next((one.code for one in told if one.agency == now), "")
        ReminderDialog(told, first, self._work.window).open()

    def show_plan(self) -> None:
        """The plan, coloured by what was said of each desk."""
        page = self._workspace.plan_page
        page.plan.set_colour_by(ColourBy.REVIEW)
        self._workspace.show_page(page)

    def _has_round(self) -> bool:
        return self._looking.round is not None

    def _targets(self) -> list[AgencyReview]:
        """The reviews of the agencies that are chosen, or of the one where the keys are."""
        round_ = self._looking.round
        if round_ is None:
            return []
        of = self._session.hub.reviews_of.get(round_.id, {})
        now = self._glance.agency
        whom: tuple[RecordId, ...] = self._glance.chosen or ((now,) if now else ())
        return [of[one] for one in whom if one in of]

    def _unopened(self) -> list[AgencyReview]:
        return [one for one in self._targets() if one.sent and not one.opened and not one.answered]

    def _waited_for(self) -> list[AgencyReview]:
        looked = self._looking.looked
        if looked is None or looked.glance is None:
            return []
        return [one.review for one in looked.glance.agencies if one.state in WAITED_FOR]
