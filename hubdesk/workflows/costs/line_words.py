"""One cost line in words, above the table of who shares it."""

from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.days import in_words
from hubdesk.domain.money import pounds
from hubdesk.domain.names import counted
from hubdesk.workflows.costs.rows import CostRow, CostYear


def heading(line: CostLine) -> str:
    """ "C10 Shared reception team, 2026-27"."""
    name = "" if line.name in ("", line.code) else f" {line.name}"
    return f"{line.code}{name}, {line.year_name}"


def how_recovered(row: CostRow) -> str:
    """What comes back of it and how, in a sentence."""
    line = row.line
    amount = f"Budget {pounds(line.budget)}"
    if line.actual is not None:
        amount += f", actual {pounds(line.actual)}"
    days = ""
    if line.first is not None or line.last is not None:
        first = f"from {in_words(line.first)}" if line.first else ""
        last = f"to {in_words(line.last)}" if line.last else ""
        days = f", {' '.join(one for one in (first, last) if one)}"
    match line.recovery:
        case Recovery.LICENCE:
            how = "The desk rate pays for it; it is not charged again."
        case Recovery.HOST:
            how = "The host keeps it; nobody else is charged."
        case Recovery.SHARED:
            how = f"Shared by {line.basis_name}."
    return f"{amount}{days}. {how}"


def year_told(costs: CostYear) -> str:
    """What a year's costs come to, in a sentence."""
    whole = costs.whole
    if not whole.lines:
        return ""
    said = f"{counted(whole.lines, 'cost line')}, budget {pounds(whole.budget)}"
    if whole.with_actual:
        said += f"; {whole.with_actual} with an actual, {_against(whole.variance)}"
    moved = sum(bool(row.moved) for row in costs.rows)
    if moved:
        said += f"; {counted(moved, 'line')} with shares beyond three points"
    return f"{said}."


def _against(variance: int) -> str:
    if not variance:
        return "as their budgets"
    return f"{pounds(abs(variance))} {'above' if variance > 0 else 'below'} their budgets"
