"""The words that an agency chooses from when it answers, and those that packs say again and again."""

from collections.abc import Collection

from hubdesk.domain.concession import Funder
from hubdesk.domain.cost_line import Basis, CostLine
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.names import counted
from hubdesk.exchange.review_pack.pack import Asked, Correction

NOT_OURS = "not our desk"
"""What a desk is corrected to that the agency does not have."""

EXPLAIN = "I would like this explained"
_ANOTHER = "another reason"
DESK_REASONS = (
    EXPLAIN,
    "we have left it",
    "we never had it",
    "we moved to another desk",
    "the days are wrong",
    _ANOTHER,
)
LICENCE_REASONS = (
    EXPLAIN,
    "the number of desks is wrong",
    "the days are wrong",
    "the concession is wrong",
    _ANOTHER,
)
SHARE_REASONS = (EXPLAIN, "our figure is wrong", "the basis is wrong", "we do not use this", _ANOTHER)
WISH_REASONS = ("growing", "shrinking", "moving out", "another way of working", _ANOTHER)

_UNITS = {
    Basis.LICENSED_DESKS: "desk-days",
    Basis.ALLOCATED_DESKS: "desk-days",
    Basis.AREA: "m² × days",
    Basis.EQUAL: "equal parts × days",
}
DAYS = "days"
"""The unit of parts in a period in which the figures of the basis change: each day counts by itself."""


def asked_of_desk(desk: RecordId, held: str) -> Asked:
    """A desk is the agency's, or not."""
    return Asked(str(LineKey(About.DESK, desk)), choices=(NOT_OURS,), reasons=DESK_REASONS, held=held)


def asked_of_licence(licence: RecordId, desks: int) -> Asked:
    """A licence is corrected in its number of desks, of which it has `desks`."""
    key = str(LineKey(About.LICENCE, licence))
    return Asked(key, Correction.WHOLE_NUMBER, reasons=LICENCE_REASONS, held=counted(desks, "desk"))


def asked_of_share(line: CostLine, held: str) -> Asked:
    """A share is corrected in the figure that is `held`; with none, in none: plan or licence tell it."""
    correction = Correction.NUMBER if held else Correction.NONE
    return Asked(str(LineKey(About.SHARE, line.id)), correction, reasons=SHARE_REASONS, held=held)


def asked_of_wish(agency: RecordId, desks: int) -> Asked:
    """The desks that the agency would like more or fewer, of which it licenses `desks`."""
    key = str(LineKey(About.WISH, agency))
    return Asked(key, Correction.WHOLE_NUMBER, reasons=WISH_REASONS, held=counted(desks, "desk"))


def unit_of(line: CostLine) -> str:
    """What part and whole of a cost count: "desk-days", "FTE × days"."""
    return _UNITS.get(line.basis) or f"{line.driver} × days"


def funder_words(funders: Collection[Funder]) -> str:
    """Who pays for a concession: "the host", "the host and the partners"; empty for none."""
    return " and ".join(f"the {one.value}" for one in Funder if one in funders)
