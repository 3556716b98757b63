"""Workings as packs hold them: the words of the workings, without the records behind them."""

from hubdesk.charging.workings.reading import figure
from hubdesk.charging.workings.tree import Working
from hubdesk.exchange.review_pack.pack import Reckoned


def reckoned(working: Working) -> Reckoned:
    """The tree as words. It is for trees in which there is nothing but the agency's own and the hub's."""
    how = working.step.value if working.of else ""
    return Reckoned(working.what, figure(working), how, tuple(reckoned(one) for one in working.of))
