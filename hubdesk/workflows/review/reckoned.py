"""Workings as packs hold them: the words of the workings, without the records behind them."""

import re

from hubdesk.charging.workings.reading import figure
from hubdesk.charging.workings.tree import Working
from hubdesk.exchange.review_pack.pack import Reckoned
from hubdesk.exchange.statement.figures import MINUS

_HYPHEN = re.compile("-(?=[£0-9])")
"""Before a figure, and not within a word."""


def reckoned(working: Working) -> Reckoned:
    """The tree as words. It is for trees in which there is nothing but the agency's own and the hub's."""
    how = working.step.value if working.of else ""
    told = _HYPHEN.sub(MINUS, figure(working))
    return Reckoned(working.what, told, how, tuple(reckoned(one) for one in working.of))
