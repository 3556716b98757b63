"""Workings as lines of text: each step under what it leads to."""

from collections.abc import Iterator

from hubdesk.charging.lines import Line
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, steps_to
from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Refused


def explained(run: Run, agency: Agency, source: str | None) -> Iterator[str]:
    """Every line of `agency` in a sentence, or those of one `source` with every step.

    An agency that `run` does not charge has one line that says so. Raises Refused if there is none of
    `source`.
    """
    lines = sorted(
        (line for line in run.lines if line.agency == agency.id), key=lambda line: _place(run, line)
    )
    if source is None:
        return _in_sentences(run, lines) if lines else iter([f"{run.name} has no charge for {agency.code}."])
    lines = [line for line in lines if run.source_code(line.source) == source]
    if not lines:
        raise Refused(
            error(
                "nothing-to-explain",
                f"{run.name} has no line of {agency.code} and {source}",
                f"run {run.name}",
                "Look at the run with hubdesk recharge to see whom it charges, and for what",
            )
        )
    return _step_by_step(run, lines)


def _place(run: Run, line: Line) -> tuple[str, bool, str]:
    """The run's own lines first; licences before costs, in order of code."""
    return (line.of or "", line.source not in run.facts.hub.licences, run.source_code(line.source))


def _in_sentences(run: Run, lines: list[Line]) -> Iterator[str]:
    workings = RunWorkings(run)
    for line in lines:
        yield from _told(run, workings, line)
    yield from _together(lines)
    yield "Name one of the codes as well to see every step."


def _step_by_step(run: Run, lines: list[Line]) -> Iterator[str]:
    workings = RunWorkings(run)
    for line in lines:
        yield from _told(run, workings, line)
        yield from steps_to(workings.of(line), 1)
    yield from _together(lines)


def _told(run: Run, workings: RunWorkings, line: Line) -> Iterator[str]:
    kind = line.kind.value if line.of_kind is None else f"adjustment of {line.of}, {line.of_kind.value}"
    vat = f", VAT {line.vat_code} {pounds(line.vat_pence)}" if line.vat_code else ""
    yield ""
    yield f"{run.source_code(line.source)}, {kind}: {pounds(line.pence)}{vat}"
    yield f"  {workings.sentence(line)}"
    for adjustment in run.adjustments:
        if adjustment.line == line:
            yield from (f"  because {reason}" for reason in adjustment.reasons)


def _together(lines: list[Line]) -> Iterator[str]:
    yield ""
    yield f"Together, with VAT: {pounds(sum(line.pence + line.vat_pence for line in lines))}"
