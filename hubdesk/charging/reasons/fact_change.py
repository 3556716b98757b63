"""A fact that changed between two workings-out, in words, and which lines it bears on."""

from dataclasses import dataclass
from datetime import date

from hubdesk.charging.lines import Line, LineKind
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId

_OF_CONCESSIONS = frozenset({LineKind.CONCESSION, LineKind.CONCESSION_FUNDED})


@dataclass(frozen=True, slots=True)
class FactChange:
    """`text` says what changed ("licence L01: 12 → 10 desks from 16 May 2026").

    It bears on lines of the licences and cost lines in `sources`, on what is conceded on the licences in
    `conceded`, on cost lines that are shared by one of `bases` (by name), on every shared cost's
    concessions if `on_concessions`, and on any line if `everywhere`; not before `since`.
    """

    text: str
    sources: frozenset[RecordId] = frozenset()
    bases: frozenset[str] = frozenset()
    conceded: frozenset[RecordId] = frozenset()
    on_concessions: bool = False
    everywhere: bool = False
    since: date | None = None

    def bears_on(self, line: Line, hub: Hub, last: date) -> bool:
        """Whether this may be why `line`, of a period of `hub` that ends on `last`, is what it is."""
        if self.since is not None and self.since > last:
            return False
        if self.everywhere or line.source in self.sources:
            return True
        concedes = (line.of_kind or line.kind) in _OF_CONCESSIONS
        cost_line = hub.cost_lines.get(line.source)
        if cost_line is None:
            return concedes and line.source in self.conceded
        return cost_line.basis_name in self.bases or (self.on_concessions and concedes)
