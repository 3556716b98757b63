"""The table of speeds, in Markdown that is also plain to read."""

from collections.abc import Iterable, Iterator, Sequence

from tests.benchmarks.measuring import Measurement, in_seconds

_HEADINGS = ("measured", "figure", "yardstick, in the same run", "took", "ratio", "goal", "met")


def table(measured: Iterable[Measurement]) -> str:
    """A row to each measurement."""
    rows = [_HEADINGS, *(_row(one) for one in measured)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_lines(rows, widths))


def _row(one: Measurement) -> tuple[str, ...]:
    asked = one.seconds_goal or one.ratio_goal
    return (
        one.what,
        in_seconds(one.figure),
        one.yardstick,
        in_seconds(one.beside),
        f"{one.ratio:.3g}",
        one.goals,
        ("yes" if one.is_met else "NO") if asked else "–",
    )


def _lines(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    for place, row in enumerate(rows):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        if place == 0:
            yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
