"""A program as rows over numbers for MathOpt, in which what is asked can be kept or left out in turns."""

from collections.abc import Collection, Sequence

from ortools.math_opt.python import mathopt

from hubdesk.allocating.feasible.program import Ask, Program, Row

_INFINITE = float("inf")


class Linear:
    """`model` of `program` with its `variables`, whole numbers or fractions too; at first all is kept."""

    def __init__(self, program: Program, *, whole: bool) -> None:
        self.model = mathopt.Model()
        self.variables = [self.model.add_variable(lb=0, ub=most, is_integer=whole) for most in program.most]
        self.rows = [(row, self._constrained(row)) for row in program.rows]

    def keep(self, asks: Collection[Ask]) -> None:
        """Keep the rows of `asks` and those of none."""
        kept = set(asks)
        for row, constraint in self.rows:
            if row.ask is not None:
                low, high = _limits(row) if row.ask in kept else (-_INFINITE, _INFINITE)
                constraint.lower_bound, constraint.upper_bound = low, high

    def _constrained(self, row: Row) -> mathopt.LinearConstraint:
        low, high = _limits(row)
        terms = [factor * self.variables[one] for one, factor in row.terms]
        return self.model.add_linear_constraint(lb=low, ub=high, expr=mathopt.LinearSum(terms))


def _limits(row: Row) -> tuple[float, float]:
    return -_INFINITE if row.low is None else row.low, _INFINITE if row.high is None else row.high


def keeps(program: Program, asks: Collection[Ask], values: Sequence[int]) -> bool:
    """Whether `values` keep the rows of `asks` and those of none; found out by adding up."""
    kept = set(asks)
    return all(0 <= value <= most for value, most in zip(values, program.most, strict=True)) and all(
        (row.low is None or row.low <= total) and (row.high is None or total <= row.high)
        for row in program.rows
        if row.ask is None or row.ask in kept
        for total in [sum(factor * values[one] for one, factor in row.terms)]
    )
