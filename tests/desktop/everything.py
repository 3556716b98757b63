"""Every window, page, panel and dialog there is, opened as people open them, for tests that look at all."""

import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from importlib import import_module

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QToolButton, QWidget
from shiboken6 import isValid

import hubdesk.desktop
from hubdesk.allocating.proposal import Move, Proposal
from hubdesk.charging.cover import RateCover
from hubdesk.desktop.dialogs.choices import Choice, ChoiceDialog
from hubdesk.desktop.dialogs.crash import CrashDialog
from hubdesk.desktop.dialogs.help_dialog import HelpDialog
from hubdesk.desktop.dialogs.why import WhyDialog
from hubdesk.desktop.figures import Why
from hubdesk.desktop.pages.agencies_page import AgenciesPage
from hubdesk.desktop.pages.costs_page import CostsPage
from hubdesk.desktop.pages.review_page import ReviewPage
from hubdesk.desktop.panels.panel import Dock
from hubdesk.desktop.plan.underlays.blocks_dialog import BlocksDialog
from hubdesk.desktop.plan.underlays.ghosts import Ghosts
from hubdesk.desktop.plan.underlays.layers_dialog import LayersDialog
from hubdesk.desktop.plan.underlays.page_dialog import PageDialog
from hubdesk.desktop.proposing.accept_dialog import AcceptPlanDialog
from hubdesk.desktop.proposing.at_hand import AtHand
from hubdesk.desktop.proposing.check_dialog import CheckDialog
from hubdesk.desktop.proposing.curve_dialog import CurveDialog
from hubdesk.desktop.proposing.looked_into import LookedInto
from hubdesk.desktop.proposing.newcomer_dialog import NewcomerDialog
from hubdesk.desktop.proposing.panel import ProposePanel
from hubdesk.desktop.proposing.prices_dialog import PricesDialog
from hubdesk.desktop.proposing.reasons_dialog import ReasonsDialog
from hubdesk.desktop.review.answers_dialog import AnswersDialog
from hubdesk.desktop.review.open_dialog import OpenReviewDialog
from hubdesk.desktop.settings.vat_rate_dialog import VatRateDialog
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.ids import new_id
from hubdesk.domain.query import Asks
from hubdesk.domain.underlay import Underlay, UnderlayKind
from hubdesk.editing import queries
from hubdesk.exchange.underlays import BlockPlace, Picture
from hubdesk.exchange.underlays.picture import Layer, Measure
from hubdesk.workflows.costs.desk_rate import BuiltRate, Way
from hubdesk.workflows.placing.accepting import prepared
from hubdesk.workflows.review.incoming import Incoming, Standing
from hubdesk.workflows.review.rounds import default_round, round_opened
from tests.builders.asking import asking
from tests.workflows.placing.proposed import as_today

_TODAY = date(2026, 11, 23)

Opener = Callable[[MainWindow], object]


def dialog_classes() -> set[str]:
    """The dialogs of the desktop, by name; those that others are made of do not count."""
    for module in pkgutil.walk_packages(hubdesk.desktop.__path__, "hubdesk.desktop."):
        import_module(module.name)
    return {kind.__name__ for kind in _below(QDialog) if not kind.__subclasses__()}


def _below(kind: type[QDialog]) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("hubdesk.desktop"):
            yield one
        yield from _below(one)


def _action(id_: str) -> Opener:
    return lambda window: window.actions_[id_].trigger()


def _with_desk(id_: str) -> Opener:
    def open_(window: MainWindow) -> None:
        assert window.workspace is not None
        session = window.workspace.session
        session.selection.set([next(iter(session.hub.allocations.values())).desk])
        window.actions_.refresh()
        window.actions_[id_].trigger()

    return open_


def _altering(name: str) -> Opener:
    """By the button that is called so beside what the inspector says of the Jobcentre."""

    def open_(window: MainWindow) -> None:
        assert window.workspace is not None
        session = window.workspace.session
        session.selection.set([session.hub.desk_codes["G-001"].id])
        buttons = window.workspace.inspector.desks.placing.findChildren(QToolButton)
        next(one for one in buttons if one.accessibleName().startswith(name)).click()

    return open_


def _with_area(id_: str) -> Opener:
    def open_(window: MainWindow) -> None:
        assert window.workspace is not None
        session = window.workspace.session
        area = next(one for one in session.hub.areas.values() if one.code == "1-CARE" or "Care" in one.name)
        session.selection.set([area.id])
        window.actions_.refresh()
        window.actions_[id_].trigger()

    return open_


def _edit_agency(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.plan_page.allocating.palette.pick_row(0)
    window.actions_.refresh()
    window.actions_["allocate.edit-agency"].trigger()


def _agencies_page(window: MainWindow) -> AgenciesPage:
    assert window.workspace is not None
    page = window.workspace.page_called("Agencies")
    assert isinstance(page, AgenciesPage)
    window.workspace.show_page(page)
    return page


def _on_agencies(open_: Callable[[AgenciesPage], object]) -> Opener:
    return lambda window: open_(_agencies_page(window))


_WHY = Why("Desks", "Floors first.", ("", "In service"), [("Ground", "12"), ("The whole hub", "12")])

_DRAWING = Picture(
    UnderlayKind.DXF, 42_000, 18_000, next(iter(Measure)), layers=(Layer("WALLS", 12, "#333333", shown=True),)
)


def _blocks(window: MainWindow) -> None:
    assert window.workspace is not None
    page = window.workspace.plan_page
    floor = page.plan.floor
    assert floor is not None
    lying = Underlay(
        new_id(), floor.id, "People", UnderlayKind.DXF, "0" * 64, Decimal(42_000), Decimal(18_000), Decimal(1)
    )
    block = BlockPlace("DESK", "FURNITURE", (900.0, 900.0), (900.0, 900.0), 1600.0, 800.0, 0.0, (1.0, 1.0))
    ghosts = Ghosts(window.theme.colours.guide)
    page.view.floor_scene.addItem(ghosts)
    BlocksDialog(page.plan, lying, [block], ghosts, window).show()


def _vat_rate(window: MainWindow) -> None:
    assert window.workspace is not None
    VatRateDialog(window.workspace.session, window).open()


def _on_costs(open_: Callable[[CostsPage], object]) -> Opener:
    def opened(window: MainWindow) -> None:
        assert window.workspace is not None
        page = window.workspace.page_called("Costs")
        assert isinstance(page, CostsPage)
        open_(page)

    return opened


_BUILT = BuiltRate(Way.LICENSED, Fraction(278_747), 278_747, RateCover(1, 1, 0), 0)


def _with_review(then: str) -> Opener:
    """On the Review page, with a round that is open."""

    def open_(window: MainWindow) -> None:
        assert window.workspace is not None
        page = window.workspace.page_called("Review")
        assert isinstance(page, ReviewPage)
        window.workspace.show_page(page)
        document = window.workspace.session.document
        if not document.hub.review_rounds:
            wanted = default_round(document.hub, _TODAY)
            round_opened(document, wanted, today=_TODAY, secret="cd" * 32)
        _until(lambda: bool(page.glance.rows))
        window.actions_.refresh()
        window.actions_[then].trigger()

    return open_


def _with_query(then: str) -> Opener:
    """On the Review page, with a query that wants a desk more."""

    def open_(window: MainWindow) -> None:
        assert window.workspace is not None
        session = window.workspace.session
        page = window.workspace.page_called("Review")
        assert isinstance(page, ReviewPage)
        if not session.hub.queries:
            after, query = asking(session.hub, "DWP", "wish", "+1", "2027-01-01", asks=Asks.WISH)
            assert session.do(lambda hub: queries.raise_(hub, after.queries[query]))
        assert page.queries.show_record(next(iter(session.hub.queries)))
        window.actions_.refresh()
        window.actions_[then].trigger()

    return open_


def _open_review(window: MainWindow) -> None:
    window.actions_["review.open"].trigger()
    _until(lambda: bool(window.findChildren(OpenReviewDialog)))


def _until(there: Callable[[], bool]) -> None:
    """Wait for what a worker does."""
    for _ in range(1200):
        if there():
            return
        QTest.qWait(50)
    raise TimeoutError


_SAYS = {"desk:1": "Desk G-001", "share:1": "Share of the cleaning"}
_ANSWERS = (
    Incoming("CAB.xlsx", Standing.READY, (), agency_code="CAB", lines=_SAYS, agrees=tuple(_SAYS)),
    Incoming("holidays.xlsx", Standing.REFUSED, ()),
)


def _accept_plan(window: MainWindow) -> None:
    """Of a proposal by which one desk is given back."""
    assert window.workspace is not None
    session = window.workspace.session
    one = next(iter(session.hub.allocations.values()))
    proposal = Proposal(_TODAY, (), (Move(one.agency, one.desk, None),))
    AcceptPlanDialog(session, session.hub, prepared(session.hub, proposal, {one.agency}), window).open()


def _moves(window: MainWindow) -> None:
    """Of a proposal by which one desk is given back."""
    workspace = window.workspace
    assert workspace is not None
    hub = workspace.session.hub
    one = next(iter(hub.allocations.values()))
    panel = window.findChild(ProposePanel)
    assert isinstance(panel, ProposePanel)
    panel.moves_wanted.emit(hub, Proposal(_TODAY, (), (Move(one.agency, one.desk, None),)))


def _check(window: MainWindow) -> None:
    """Once it has looked."""
    window.actions_["allocate.check"].trigger()
    dialog = opened("CheckDialog")
    assert isinstance(dialog, CheckDialog)
    _until(lambda: bool(dialog.table.rows))


def _newcomer(window: MainWindow) -> None:
    """Once it has looked."""
    window.actions_["allocate.newcomer"].trigger()
    dialog = opened("NewcomerDialog")
    assert isinstance(dialog, NewcomerDialog)
    _until(lambda: bool(dialog.table.rows))


def _looking_into(kind: Callable[[AtHand, QWidget], LookedInto]) -> Opener:
    """Of the proposal by which everybody stays."""

    def open_(window: MainWindow) -> None:
        assert window.workspace is not None
        session, jobs = window.workspace.session, window.workspace.jobs
        kind(AtHand(jobs, session.standing, session.hub, as_today(session.hub), print), window).open()

    return open_


DIALOGS: dict[str, tuple[Opener, ...]] = {
    "AcceptDialog": (_with_query("query.accept"),),
    "AcceptPlanDialog": (_accept_plan,),
    "AgencyChooser": (_with_desk("allocate.choose"),),
    "AgencyEditor": (_edit_agency,),
    "AnswersDialog": (lambda window: AnswersDialog(_ANSWERS, print, window).open(),),
    "AskDialog": (_action("help.about"),),
    "BlocksDialog": (_blocks,),
    "ChoiceDialog": (
        lambda window: ChoiceDialog(
            ("Roll forward", "Into the year after."),
            [Choice("Year", [("2026-27", 1), ("2027-28", 2)])],
            "Roll forward",
            print,
            window,
        ).open(),
    ),
    "CheckDialog": (_check,),
    "ChangeReviewDialog": (_with_review("review.change"),),
    "ConcessionDialog": (_on_agencies(lambda page: page.concessions.new.click()),),
    "CurveDialog": (_looking_into(CurveDialog),),
    "CrashDialog": (lambda window: CrashDialog("where it happened", lambda: None, window).open(),),
    "EndDialog": (_with_query("query.end"),),
    "DesksDialog": (_on_agencies(lambda page: page.licences.step.click()),),
    "DropInDialog": (_action("drop-ins.add"),),
    "FloorDialog": (_action("floor.change"), _action("floor.add")),
    "FormDialog": (_action("file.new"), _action("file.open-team")),
    "HelpDialog": (lambda window: HelpDialog("settings", lambda: "", window).show(),),
    "JoinerDialog": (_action("allocate.new-agency"),),
    "LayersDialog": (lambda window: LayersDialog("People.dxf", _DRAWING, window).open(),),
    "LeaverDialog": (_action("agencies.leave"),),
    "LicenceDialog": (_on_agencies(lambda page: page.licences.new.click()),),
    "LinkDialog": (_on_agencies(lambda page: page.links.new.click()), _altering("Change: Works with")),
    "MovesDialog": (_moves,),
    "NewcomerDialog": (_newcomer,),
    "NewDay": (_on_costs(lambda page: page.drivers.ask_day()),),
    "NewDriver": (_on_costs(lambda page: page.drivers.ask_new()),),
    "OtherName": (_on_costs(lambda page: page.drivers.ask_name()),),
    "OpenReviewDialog": (_open_review,),
    "ReasonsDialog": (_looking_into(ReasonsDialog),),
    "ReminderDialog": (_with_review("review.remind"),),
    "NewScenarioDialog": (_action("scenario.new"),),
    "PageDialog": (lambda window: PageDialog("People.pdf", b"", 3, window).open(),),
    "PasteCosts": (_on_costs(lambda page: page.deeds.ask_about("Name\tBudget\nGuard\t1,200.00\n")),),
    "PassOnDialog": (_with_query("query.pass-on"),),
    "PricesDialog": (_looking_into(PricesDialog),),
    "RaiseDialog": (_with_query("query.raise"),),
    "RuleDialog": (_on_agencies(lambda page: page.rules.new.click()), _altering("Change: Needs public")),
    "SeeToDialog": (_with_query("query.see-to"),),
    "WriteDialog": (_with_query("query.write"),),
    "PickDialog": (_action("view.commands"), _action("edit.find")),
    "PlaceTogether": (_with_area("allocate.place-together"),),
    "RemoveDialog": (_with_desk("edit.remove"),),
    "RollForward": (_action("file.roll-forward"),),
    "UseRate": (_on_costs(lambda page: page.deeds.ask_use(_BUILT)),),
    "VacateDialog": (_with_desk("allocate.vacate"),),
    "VatRateDialog": (_vat_rate,),
    "WhyDialog": (lambda window: WhyDialog(_WHY, window).show(),),
}
"""How each dialog is opened on a window with the Parkside sample."""


def dialogs(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each dialog while it is open."""
    for name, openers in DIALOGS.items():
        for number, opener in enumerate(openers, start=1):
            window.actions_["page.plan"].trigger()
            window.actions_.refresh()
            opener(window)
            dialog = opened(name)
            yield f"{name} {number}", dialog
            if isValid(dialog):
                dialog.close()


def opened(name: str) -> QDialog:
    """The dialog of that class that is open."""
    found = [one for one in QApplication.topLevelWidgets() if type(one).__name__ == name and one.isVisible()]
    assert len(found) == 1, f"{name} did not open"
    dialog = found[0]
    assert isinstance(dialog, QDialog)
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def pages(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """The window on each page and with each tool, all panels shown."""
    workspace = window.workspace
    assert workspace is not None
    for dock in window.findChildren(Dock):
        dock.want()
    for id_ in [one.id for one in window.actions_ if one.id.startswith(("page.", "tool."))]:
        window.actions_[id_].trigger()
        QApplication.processEvents()
        yield id_, window
    window.actions_["page.plan"].trigger()
