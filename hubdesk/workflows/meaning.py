"""What the look of a desk says."""

from typing import NamedTuple

from hubdesk.exchange.plan.marks import Mark


class Meaning(NamedTuple):
    """What desks of one meaning bear, and their row in the legend: its mark, words and place in the order."""

    mark: Mark
    row: Mark
    words: str
    order: str
