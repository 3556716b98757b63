"""What is shown before a run is issued: all that will be frozen, and what has to be settled first."""

from collections import defaultdict

from hubdesk.charging.lines import Line
from hubdesk.charging.run import Run
from hubdesk.desktop.dialogs.ask import Told, listed
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Severity
from hubdesk.workflows.outgoing import Outgoing
from hubdesk.workflows.review.at_stake import RestsOn


def issue_told(going: Outgoing, agreement: RestsOn) -> Told:
    """The agencies and totals of the run, and what of it rests on occupancy that is not agreed.

    There is no way to go on while something is to be settled; what is not agreed stands in no way.
    """
    run = going.run
    unsettled = [one for one in going.problems if one.severity is Severity.BEFORE_ISSUE]
    others = [one for one in going.problems if one.severity is not Severity.BEFORE_ISSUE]
    net, vat = sum(line.pence for line in run.lines), sum(line.vat_pence for line in run.lines)
    sentence = (
        f"Issuing {run.name} freezes it for good, on {run.amounts.value}s: {pounds(net)} and {pounds(vat)} "
        f"VAT, {pounds(net + vat)} in all, with every fact behind it. It cannot be taken back; what turns "
        "out wrong is adjusted in the next run."
    )
    if unsettled:
        sentence = f"{run.name} cannot be issued yet. What is to be settled first is listed here."
    elif agreement.told:
        sentence = f"{sentence} {agreement.told}"
    return Told(
        f"Issue {run.name}",
        sentence,
        (
            ("To settle first", listed(unsettled)),
            ("What each agency will owe", _by_agency(run)),
            ("To think over", listed([*others, *agreement.warnings])),
        ),
        "" if unsettled else f"Issue {run.name}",
    )


def _by_agency(run: Run) -> list[str]:
    lines: defaultdict[RecordId, list[Line]] = defaultdict(list)
    for line in run.lines:
        lines[line.agency].append(line)
    agencies = sorted(map(run.agency, lines), key=lambda one: one.code)
    return [f"{one.code}, {one.name}: {_owed(lines[one.id])}" for one in agencies]


def _owed(lines: list[Line]) -> str:
    net, vat = sum(line.pence for line in lines), sum(line.vat_pence for line in lines)
    return f"{pounds(net)}, with VAT {pounds(net + vat)}" if vat else pounds(net)
