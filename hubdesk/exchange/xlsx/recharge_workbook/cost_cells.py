"""Where the figures of a shared cost stand."""

from dataclasses import dataclass

from hubdesk.charging.apportionment import Apportionment
from hubdesk.domain.ids import RecordId
from hubdesk.exchange.xlsx.recharge_workbook.model import Cell


@dataclass(frozen=True)
class MeanCells:
    """The mean off an agency's share, as fractions paid by the host and by the partners."""

    by_host: Cell
    by_partners: Cell


@dataclass(frozen=True)
class ShareCells:
    """One agency's figures of one cost, in pence; no `cap` and no `award` where there can be none."""

    share: Cell
    cap: Cell | None
    award: Cell | None
    by_host: Cell | None
    by_partners: Cell | None
    net: Cell


@dataclass(frozen=True)
class CostCells:
    """One cost of the period: its pence, the agencies' shares in order of code, and the host's parts."""

    one: Apportionment
    cost: Cell
    shares: dict[RecordId, ShareCells]
    vacant: Cell | None
    unshared: Cell
    caps: Cell
    awards: Cell
    by_host: Cell
    by_partners: Cell
