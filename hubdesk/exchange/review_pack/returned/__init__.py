"""Review packs that come back: what the workbook of an agency says, whoever saved it."""

from hubdesk.exchange.review_pack.returned.altered import Alteration, Altered, altered
from hubdesk.exchange.review_pack.returned.reading import read, read_body
from hubdesk.exchange.review_pack.returned.returned import LineAnswer, Returned, SeenRow, Typed

__all__ = [
    "Alteration",
    "Altered",
    "LineAnswer",
    "Returned",
    "SeenRow",
    "Typed",
    "altered",
    "read",
    "read_body",
]
