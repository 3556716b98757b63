"""Importing a hub workbook: as a new hub, or as one change to a hub that is there."""

from dataclasses import dataclass, replace
from pathlib import Path

from hubdesk.domain import checks
from hubdesk.domain.change import Change
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub, difference
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem, Refused, Severity
from hubdesk.domain.record import references
from hubdesk.exchange.xlsx.hub_workbook import Reading, differences, left_alone, matched, read

_FOLLOWS_FROM = {
    "host-missing": ("Hub", "Agencies", "the workbook"),
    "cost-line-days-outside-year": ("Hub",),
    "desks-without-rate": ("Rates",),
    "vat-code-unknown": ("VAT codes",),
    "basis-unknown": ("Drivers",),
    "rule-value": ("Floors", "Areas"),
}
"""What a check may find only because a row of those sheets was at fault and left out."""


@dataclass(frozen=True)
class Imported:
    """A hub as it came in, with everything that is to be settled or thought over."""

    hub: Hub
    warnings: tuple[Problem, ...]


@dataclass(frozen=True)
class Update:
    """What a workbook changes in a hub: one change, what it does record by record, and warnings."""

    change: Change
    differences: tuple[str, ...]
    warnings: tuple[Problem, ...]


def read_hub_workbook(path: Path) -> Imported:
    """The hub in the workbook at `path`.

    Raises Refused with every fault at once, each with its sheet and cell; nothing comes in while one
    stands.
    """
    reading = _read(path, None)
    return Imported(reading.hub, _settled(reading, reading.hub))


def update_from_workbook(hub: Hub, path: Path) -> Update:
    """The change that makes `hub` what the workbook at `path` says.

    Records are matched by code and keep their ids. A sheet that is missing leaves its records alone,
    and a column that is missing leaves its fields alone, each with a warning where there is something
    to leave; a row that is missing from a sheet that is there removes the record. Raises Refused as
    read_hub_workbook does.
    """
    reading = _read(path, hub)
    after = matched(reading, hub)
    try:
        warnings = _settled(reading, after)
    except Refused as refusal:
        raise Refused(*(_in_codes(problem, after, hub) for problem in refusal.problems)) from refusal
    change = difference(f"Update from {path.name}", hub, after)
    return Update(change, differences(change, hub, after), (*left_alone(reading, hub, after), *warnings))


def _read(path: Path, onto: Hub | None) -> Reading:
    try:
        return read(path, onto)
    except OSError as trouble:
        raise Refused(
            error(
                "workbook-not-readable",
                f"The workbook cannot be read: {trouble.strerror or trouble}",
                str(path),
                "Check its name, and that you may read it.",
            )
        ) from trouble


def _settled(reading: Reading, hub: Hub) -> tuple[Problem, ...]:
    """What the workbook and the checks warn of. Raises Refused with every fault of both."""
    found = [reading.provenance.located(problem) for problem in checks.problems(hub)]
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    if reading.faults:
        raise Refused(*reading.faults, *(one for one in errors if not _follows(one, reading)))
    if errors:
        raise Refused(*errors)
    return (*reading.warnings, *found)


def _follows(problem: Problem, reading: Reading) -> bool:
    """Whether `problem` may be there only because of cells that were reported already."""
    if reading.doubts.cover(problem):
        return True
    faulty = {fault.where.partition(",")[0].removeprefix("sheet ") for fault in reading.faults}
    return not faulty.isdisjoint(_FOLLOWS_FROM.get(problem.code, ()))


def _in_codes(problem: Problem, after: Hub, before: Hub) -> Problem:
    """`problem` with the code of what the workbook takes away while other records still need it."""
    if problem.code != "reference-dangling":
        return problem
    for record in after.records():
        if record.id != problem.records[0]:
            continue
        for reference, target in references(record):
            gone = before.table(reference.to).get(target)
            if reference.field == problem.field and gone is not None:
                either = Hub.of(
                    {record.id: record for record in (*before.records(), *after.records())}.values()
                )
                return replace(
                    problem,
                    what=f"This still needs {named(either, gone)}, which the workbook takes away",
                    where=named(either, record) if problem.where == named(after, record) else problem.where,
                    remedy="Keep its row in the workbook, or change what needs it on its own sheet there.",
                )
    return problem
