"""Asking which run goes out, for whom and on which amounts."""

from collections.abc import Callable

from hubdesk.charging.amounts import Amounts
from hubdesk.desktop.at_work import AtWork
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.desktop.jobs import Progress
from hubdesk.desktop.panels.notices import Notice
from hubdesk.domain.hub import Hub
from hubdesk.workflows.run_choices import RunChoice, runs_to_look_at

_BY_THE_RULES = "As the rules have it: budgets until the year goes over to actuals"


def ask_for_run(
    work: AtWork,
    told: tuple[str, str],
    besides: Choice,
    go_on: str,
    take: Callable[..., object],
    *,
    help_topic: str,
) -> None:
    """Ask in a dialog with the runs of the hub, one choice `besides`, and the button `go_on`.

    The runs are looked for off the main thread; a hub without costs is told so. `take` gets the run, the
    code of the agency that it is for (None: everybody), what was chosen besides, and the amounts.
    """
    standing = work.session.standing

    def look(_progress: Progress) -> tuple[RunChoice, ...]:
        return runs_to_look_at(standing)

    def choose(runs: tuple[RunChoice, ...]) -> None:
        if not runs:
            work.notices.tell(Notice("The hub has no costs yet", "Add cost lines, or import a workbook"))
            return
        choices = _choices(runs, work.session.hub, besides)
        dialog = ChoiceDialog(told, choices, go_on, take, work.window)
        dialog.help_topic = help_topic
        dialog.open()

    work.start("Looking at the runs", look, choose)


def _choices(runs: tuple[RunChoice, ...], hub: Hub, besides: Choice) -> tuple[Choice, ...]:
    agencies = sorted(hub.agencies.values(), key=lambda one: one.code)
    return (
        Choice("Run", [(one.words, one) for one in runs]),
        Choice("For", [("everybody", None), *((f"{one.code}, {one.name}", one.code) for one in agencies)]),
        besides,
        Choice(
            "Amounts",
            [(_BY_THE_RULES, None), ("Budgets", Amounts.BUDGET), ("Actuals where known", Amounts.ACTUAL)],
        ),
    )
