"""The actions of the menu Queries, which the buttons of the log do as well."""

from collections.abc import Iterator

from hubdesk.desktop.actions import Action
from hubdesk.desktop.queries.deeds import QueryDeeds
from hubdesk.desktop.queries.dialogs import EndDialog, PassOnDialog, SeeToDialog, WriteDialog

_MENU, _UNDER = "File", "Queries"
_ENDED = "Choose a query that has not ended"
_NO_CORRECTION = "Choose a query that asks for a correction, or wishes for desks, and has not ended"


def query_actions(deeds: QueryDeeds) -> Iterator[Action]:
    """What changes the hub is about the hub as it stands, whatever scenario is worked in."""
    yield Action(
        "query.raise",
        "Raise a query…",
        _MENU,
        deeds.ask_raise,
        icon="plus",
        under=_UNDER,
        hint="For an agency that rings up or writes",
        changes=True,
        of_the_hub=True,
    )
    yield Action(
        "query.accept",
        "Accept the correction…",
        _MENU,
        deeds.accept,
        icon="check",
        under=_UNDER,
        hint="Shows what is corrected and what everybody pays then; ends the query as accepted",
        changes=True,
        of_the_hub=True,
        enabled=deeds.corrects,
        why_not=_NO_CORRECTION,
    )
    yield Action(
        "query.try",
        "Work on it as a scenario",
        _MENU,
        deeds.try_it,
        icon="flask-conical",
        under=_UNDER,
        hint="The correction beside the hub, to be changed; taking it over ends the query as accepted",
        changes=True,
        of_the_hub=True,
        enabled=deeds.corrects,
        why_not=_NO_CORRECTION,
    )
    yield Action(
        "query.write",
        "Write about it…",
        _MENU,
        deeds.asked(WriteDialog),
        icon="pencil",
        under=_UNDER,
        hint="A message that is kept with the query",
        changes=True,
        of_the_hub=True,
        enabled=deeds.is_there,
        why_not="Choose a query first",
    )
    yield Action(
        "query.pass-on",
        "Pass on…",
        _MENU,
        deeds.asked(PassOnDialog),
        icon="fast-forward",
        under=_UNDER,
        hint="From facilities to finance, to the house committee, to mediation",
        changes=True,
        of_the_hub=True,
        enabled=deeds.has_later,
        why_not="Choose a query that has not ended, and is not before mediation already",
    )
    yield Action(
        "query.see-to",
        "Due day and owner…",
        _MENU,
        deeds.asked(SeeToDialog),
        icon="calendar-clock",
        under=_UNDER,
        hint="By when it is to be settled, and who sees to it",
        changes=True,
        of_the_hub=True,
        enabled=deeds.is_open,
        why_not=_ENDED,
    )
    yield Action(
        "query.end",
        "End it…",
        _MENU,
        deeds.asked(EndDialog),
        icon="circle-x",
        under=_UNDER,
        hint="As explained, as withdrawn, or as corrected by hand",
        changes=True,
        of_the_hub=True,
        enabled=deeds.is_open,
        why_not=_ENDED,
    )
    yield Action(
        "query.reopen",
        "Reopen",
        _MENU,
        deeds.reopen,
        icon="rotate-ccw",
        under=_UNDER,
        hint="It is open again, with all that was written",
        changes=True,
        of_the_hub=True,
        enabled=deeds.is_ended,
        why_not="Choose a query that has ended",
    )
    yield Action(
        "query.plan",
        "Go to its place",
        _MENU,
        deeds.show_place,
        icon="map",
        under=_UNDER,
        hint="The desks that it is about, on the plan",
        enabled=deeds.has_place,
        why_not="Choose a query that has a place on the plan on this day",
    )
    yield Action(
        "query.why",
        "Why this charge",
        _MENU,
        deeds.ask_why,
        icon="list-tree",
        under=_UNDER,
        hint="How the charge came about, step by step",
        enabled=deeds.has_charge,
        why_not="Choose a query about a licence or a share of a cost: desks by themselves are not charged",
    )
