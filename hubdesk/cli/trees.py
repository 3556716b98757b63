"""Workings as lines of text: each step under what it leads to."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from hubdesk.charging.lines import Line
from hubdesk.charging.run import Run
from hubdesk.charging.workings import RunWorkings, Step, Unit, Working
from hubdesk.domain.agency import Agency
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.money import pounds
from hubdesk.domain.problem import Refused

_OUTLINE = 2
"""How many levels are shown where no source is named."""
_WHOLE_TREE = 1_000


def explained(run: Run, agency: Agency, source: str | None) -> Iterator[str]:
    """Every line of `agency`, or those of one `source` with every step. Raises Refused if there is none."""
    lines = sorted(
        (line for line in run.lines if line.agency == agency.id), key=lambda line: _place(run, line)
    )
    if source is not None:
        lines = [line for line in lines if run.source_code(line.source) == source]
    if not lines:
        about = f"{agency.code} and {source}" if source is not None else agency.code
        raise Refused(
            error(
                "nothing-to-explain",
                f"{run.name} has no line of {about}",
                f"run {run.name}",
                "Look at the run with hubdesk recharge to see whom it charges, and for what",
            )
        )
    return _told(run, lines, _WHOLE_TREE if source is not None else _OUTLINE)


def _place(run: Run, line: Line) -> tuple[str, bool, str]:
    """The run's own lines first; licences before costs, in order of code."""
    return (line.of or "", line.source not in run.facts.hub.licences, run.source_code(line.source))


def _told(run: Run, lines: list[Line], depth: int) -> Iterator[str]:
    workings = RunWorkings(run)
    for line in lines:
        kind = line.kind.value if line.of_kind is None else f"adjustment of {line.of}, {line.of_kind.value}"
        vat = f", VAT {line.vat_code} {pounds(line.vat_pence)}" if line.vat_code else ""
        yield ""
        yield f"{run.source_code(line.source)}, {kind}: {pounds(line.pence)}{vat}"
        for adjustment in run.adjustments:
            if adjustment.line == line:
                yield from (f"  because {reason}" for reason in adjustment.reasons)
        yield from _steps(workings.of(line), 1, depth)


def _steps(working: Working, level: int, depth: int) -> Iterator[str]:
    step = "" if working.step is Step.FACT else f"  ({working.step.value})"
    yield f"{'  ' * level}{working.what}: {_figure(working)}{step}"
    if level < depth:
        for one in working.of:
            yield from _steps(one, level + 1, depth)


def _figure(working: Working) -> str:
    """The value; where six decimals do not hold all of it, they end in dots."""
    value, unit = working.value, working.unit
    if unit in (Unit.PENCE, Unit.PENCE_A_YEAR):
        per = " a year" if unit is Unit.PENCE_A_YEAR else ""
        if value.denominator == 1:
            return pounds(int(value)) + per
        sign = "-" if value < 0 else ""
        return f"{sign}£{_decimals(abs(value) / 100)}{per}"
    text = _decimals(value)
    return text if unit is Unit.FRACTION else f"{text} {unit.value}"


def _decimals(value: Fraction) -> str:
    millionths = int(value * 10**6)
    text = f"{Decimal(millionths).scaleb(-6):,f}".rstrip("0").rstrip(".")
    return text if millionths == value * 10**6 else f"{text}…"
