"""`hubdesk --selftest`: whether an installed Hubdesk can do its work, told on standard output.

For whoever installs it, and for builds: it opens a sample, draws it, writes what people hand out, and
leaves nothing behind.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from hubdesk.desktop.about import MADE_WITH, licences
from hubdesk.desktop.files import AskedFiles
from hubdesk.desktop.machine import Machine
from hubdesk.desktop.memory import Memory
from hubdesk.desktop.session import Session
from hubdesk.desktop.theme import Theme
from hubdesk.desktop.viewer.window import PackWindow
from hubdesk.desktop.window import MainWindow
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.money import pounds
from hubdesk.domain.period import ChargingYear
from hubdesk.domain.review import ReviewRound, Totals
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.underlay import UnderlayKind
from hubdesk.editing import rules
from hubdesk.exchange.plan.paper import Paper
from hubdesk.exchange.review_pack import hubview
from hubdesk.exchange.underlays import read_underlay
from hubdesk.store import create_store
from hubdesk.workflows.document import Clock, Document
from hubdesk.workflows.import_hub import read_hub_workbook
from hubdesk.workflows.outgoing import outgoing
from hubdesk.workflows.plan_sheet import PlanWanted, write_plan
from hubdesk.workflows.resources import Sample, sample_workbook
from hubdesk.workflows.review.contents import RoundSeen, pack_of
from hubdesk.workflows.review.snapshot import snapshot_of
from hubdesk.workflows.review.year import YearSeen
from hubdesk.workflows.standing import standing_of
from hubdesk.workflows.statements import letterhead, statements

Say = Callable[[str], object]
_DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="420mm" height="297mm"/>'
_PATIENCE = 120
"""Seconds: a machine that installs many things at once is slow, and works all the same."""
_COLOURS_OF_A_PLAN = 8
"""An empty window has fewer colours than this, a plan has more."""


def selftest(application: QApplication, theme: Theme, clock: Clock, say: Say) -> int:
    """Try out what the program is for; 0 if all of it works. Raises what goes wrong."""
    with tempfile.TemporaryDirectory(prefix="hubdesk-selftest-") as name, ExitStack() as open_things:
        folder = Path(name)
        started = time.perf_counter()
        open_things.enter_context(_nothing_unheard())

        def did(what: str) -> None:
            say(f"{time.perf_counter() - started:5.1f} s  {what}")

        hub = read_hub_workbook(sample_workbook(Sample.PARKSIDE)).hub
        store = create_store(folder / "sample.hubdesk", hub, user="Self-test", title="Sample", when=clock())
        did(f"imported the sample: {len(hub.desks)} desks")
        window = MainWindow(theme, _machine(folder, clock))
        open_things.callback(window.close)
        window.show_hub(Session(Document(store, clock=clock), date(2026, 7, 1)))
        window.show()
        _settle(application)
        picture = window.grab().toImage()
        across, down = range(0, picture.width(), 3), range(0, picture.height(), 3)
        seen = {picture.pixel(x, y) for x in across for y in down}
        assert len(seen) >= _COLOURS_OF_A_PLAN, "the window shows no plan"
        did("drew its plan")
        going = outgoing(standing_of(store), "2026-27-Q1", None, None)
        going.write_workbook(folder / "recharge.xlsx", written_at="self-test")
        going.write_journal(folder / "journal.csv")
        head = letterhead(store, hub)
        one = statements(standing_of(store), going.run.name, None, "POL", head, made=clock())
        one.write(one.agencies[0], folder / "statement.pdf")
        total = sum(line.pence for line in going.run.lines)
        did(f"wrote a quarter of {pounds(total)} as workbook, journal and statement")
        wanted = PlanWanted("1", date(2026, 7, 1), date(2026, 7, 1), paper=Paper.A3)
        paper = write_plan(hub, wanted, folder / "people.pdf")
        did(f"put a floor on paper at 1:{paper.scale}")
        desks = _look_at_a_pack(application, theme, _machine(folder, clock), hub)
        did(f"showed an agency its review pack: {desks} desks")
        drawing = read_underlay(_DRAWING, UnderlayKind.SVG, seconds=_PATIENCE)
        assert drawing.raster is not None, "a drawing has not been drawn"
        did("read a drawing in a process of its own")
        did(f"proposed who sits where: {_propose(hub)} desks move; and told why nobody could")
        made_with = licences()
        assert len(made_with) > len(MADE_WITH), "About cannot tell what is inside"
        did(f"knows the licences of the {len(made_with)} parts that it is made of")
    say("Hubdesk works here.")
    return 0


def _propose(hub: Hub) -> int:
    """Find a plan, and what clashes once an agency needs what no area has; the desks that move."""
    from hubdesk.workflows.placing.proposing import Allocating

    day, police = date(2026, 7, 1), hub.agency_codes["POL"].id
    found = Allocating.of(hub, day).search(0, lambda _search: None)
    assert found.proposal is not None, "no plan was found"
    rule = PlacementRule(new_id(), police, RuleKind.CLEARANCE, "self-test")
    clash = Allocating.of(hub.applying(rules.add(hub, rule)), day).search(0, lambda _search: None)
    assert clash.conflict, "what cannot be kept was not found"
    return found.proposal.moved


def _look_at_a_pack(application: QApplication, theme: Theme, machine: Machine, hub: Hub) -> int:
    """Write the pack of an agency as a `.hubview`, show that, and how many desks are on it."""
    day = date(2026, 12, 1)
    round_ = ReviewRound(new_id(), "Self-test", day, day, date(2027, 1, 15), "", "ab" * 32, Totals.OPEN)
    year = ChargingYear.containing(day, hub.settings.year_start)
    asking = RoundSeen(round_, YearSeen(snapshot_of(hub, year), day))
    pack = pack_of(asking, hub.agency_codes["POL"].id, copy=1, made=day)
    place = machine.documents / "POL.hubview"
    hubview.write(pack, place)
    window = PackWindow(theme, machine)
    window.show()
    window.open(str(place))
    started = time.perf_counter()
    while window.pack is None and time.perf_counter() - started < _PATIENCE:
        _settle(application)
    shown = window.pack
    window.close()
    assert shown == pack, "a review pack is not shown as it was written"
    return len(pack.desks)


@contextmanager
def _nothing_unheard() -> Iterator[None]:
    """Raise what was raised where Qt calls us, which would only be printed otherwise."""
    raised: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: raised.append(error)
    try:
        yield
    finally:
        sys.excepthook = before
    if raised:
        raise raised[0]


def _settle(application: QApplication) -> None:
    """Let the window be shown and painted."""
    loop = QEventLoop(application)
    QTimer.singleShot(300, loop.quit)
    loop.exec()


def _machine(folder: Path, clock: Clock) -> Machine:
    """A machine that remembers nothing beyond the test."""
    return Machine(Memory(folder / "config"), AskedFiles(), clock, "Self-test", folder)
