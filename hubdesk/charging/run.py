"""`Run`: one period's recharge with the adjustments of earlier ones (charging rules, section 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.facts import Facts
from hubdesk.charging.identity import LICENCES, Identity
from hubdesk.charging.lines import POOL, Line
from hubdesk.charging.recharge import Recharge, recharge_of
from hubdesk.charging.reckoning import Reckoning
from hubdesk.charging.run_name import RunOf
from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.money import Pence
from hubdesk.domain.period import ChargingYear, Period


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What an earlier period's line should have been, against what was issued so far, and why.

    `line` carries the difference; `reasons` say in words which facts changed.
    """

    line: Line
    issued: Pence
    reworked: Pence
    reasons: tuple[str, ...]
    issued_vat: Pence = 0
    issued_code: str | None = None
    """The VAT so far, and the code under which it was charged."""

    def booked(self) -> tuple[Line, ...]:
        """`line` as a ledger books it: where the VAT code changed, the old taken back and the new charged."""
        line, code = self.line, self.issued_code
        if code is None or code == line.vat_code:
            return (line,)
        back = line._replace(pence=-self.issued, vat_code=code, vat_pence=-self.issued_vat)
        anew = line._replace(pence=self.reworked, vat_pence=line.vat_pence + self.issued_vat)
        return tuple(one for one in (back, anew) if one.pence or one.vat_pence)


@dataclass(frozen=True, slots=True)
class Issue:
    """That a run was issued: its place in the chain of all runs, when, by whom, and the hashes."""

    sequence: int
    at: str
    """ISO date and time."""
    by: str
    """The id of the person, as it is frozen; their name, once it was looked up where names are kept."""
    previous: str
    """The SHA-256 of the run before; empty for the first."""
    sha256: str


@dataclass(frozen=True)
class Run:
    """A draft, or an issued run, of a period or of a year end.

    `own` are the lines of the run's own period (none for a year end). `former` holds the agencies,
    licences and cost lines that lines refer to though they are no longer among the facts. A whole
    year asked of a hub billed by quarter or month is `summed`: to look at and not to issue.
    """

    of: RunOf
    amounts: Amounts
    facts: Facts
    own: tuple[Line, ...]
    adjustments: tuple[Adjustment, ...]
    identities: tuple[Identity, ...]
    former: Hub = field(default_factory=Hub)
    issue: Issue | None = None
    reckoning: Reckoning = field(kw_only=True, repr=False, compare=False)

    @property
    def name(self) -> str:
        return self.of.name

    @property
    def year(self) -> ChargingYear:
        return self.facts.year

    @property
    def summed(self) -> bool:
        return isinstance(self.of, Period) and self.of.billing is not self.facts.billing

    @property
    def lines(self) -> tuple[Line, ...]:
        """The run's own lines and its adjustments."""
        return (*self.own, *(one.line for one in self.adjustments))

    @property
    def booked(self) -> tuple[Line, ...]:
        """The run's lines as a ledger books them: see `Adjustment.booked`."""
        return (*self.own, *(line for one in self.adjustments for line in one.booked()))

    @cached_property
    def recharge(self) -> Recharge | None:
        """The working-out of the run's own period; None for a year end and for a summed year."""
        if not isinstance(self.of, Period) or self.summed:
            return None
        return recharge_of(self.reckoning, self.of)

    def agency(self, id_: RecordId) -> Agency:
        """The agency of that id, though it may have left the hub since."""
        return self.facts.hub.agencies.get(id_) or self.former.agencies[id_]

    def source(self, id_: RecordId) -> Licence | CostLine | None:
        """The licence or cost line of that id; None for what has no record (the partners' pool)."""
        for hub in (self.facts.hub, self.former):
            if found := hub.licences.get(id_) or hub.cost_lines.get(id_):
                return found
        return None

    def source_code(self, id_: RecordId) -> str:
        """The code by which people know a line's or an identity's source."""
        if id_ in (POOL, LICENCES):
            return id_
        found = self.source(id_)
        if found is None:
            raise KeyError(id_)
        return found.code


def in_year(runs: Iterable[Run], year: ChargingYear) -> tuple[Run, ...]:
    """Those of `runs` that are of `year`, in their order."""
    return tuple(run for run in runs if run.year.starts_in == year.starts_in)


def periods_issued(runs: Iterable[Run]) -> tuple[Period, ...]:
    """The billing periods that `runs` have issued, in their order."""
    return tuple(run.of for run in runs if isinstance(run.of, Period))
