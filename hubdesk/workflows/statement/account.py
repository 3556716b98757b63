"""`Account`: one agency's lines of a run, and what they were worked out from."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hubdesk.charging.apportionment import Apportionment
from hubdesk.charging.ledger import place_of
from hubdesk.charging.licences import LicenceCharge
from hubdesk.charging.lines import Line, LineKind
from hubdesk.charging.privacy import run_for
from hubdesk.charging.run import Adjustment, Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.workflows.statement.shares import Shares


class Worked:
    """A run with what its lines follow from, looked up once for all its statements.

    A year end and the sum of a year have lines, and nothing of their own that they follow from.
    """

    def __init__(self, run: Run, earlier: tuple[Run, ...]) -> None:
        self.run = run
        self.earlier = earlier
        self.shares = Shares()

    @cached_property
    def licences(self) -> Mapping[RecordId, LicenceCharge]:
        recharge = self.run.recharge
        return {one.licence.id: one for one in recharge.licences} if recharge else {}

    @cached_property
    def costs(self) -> Mapping[RecordId, Apportionment]:
        recharge = self.run.recharge
        return {one.split.line.id: one for one in recharge.apportionments} if recharge else {}

    @cached_property
    def own(self) -> Mapping[RecordId, tuple[Line, ...]]:
        """The lines of the run's own period by agency."""
        return _by_agency(self.run.own)

    @cached_property
    def booked(self) -> Mapping[RecordId, tuple[Line, ...]]:
        return _by_agency(self.run.booked)

    @cached_property
    def charged(self) -> tuple[Agency, ...]:
        """Those who get a statement: every agency with a line in the run, in order of code."""
        agencies = (self.run.agency(one) for one in self.booked)
        return tuple(sorted(agencies, key=lambda one: one.code))


@dataclass(frozen=True)
class Account:
    """What one agency is charged in a run, all in pence as the run has it."""

    worked: Worked
    agency: Agency

    @property
    def run(self) -> Run:
        return self.worked.run

    @property
    def is_host(self) -> bool:
        return self.agency.id == self.run.facts.host

    @property
    def own(self) -> tuple[Line, ...]:
        """The lines of the run's own period."""
        return self.worked.own.get(self.agency.id, ())

    @property
    def booked(self) -> tuple[Line, ...]:
        return self.worked.booked.get(self.agency.id, ())

    @cached_property
    def by_source(self) -> Mapping[RecordId, Mapping[LineKind, Line]]:
        """The own lines by what they charge for: licences, then costs by code, then the partners' pool."""
        found: defaultdict[RecordId, dict[LineKind, Line]] = defaultdict(dict)
        for line in self.own:
            found[line.source][line.kind] = line
        return dict(sorted(found.items(), key=lambda one: place_of(self.run, one[0], None)))

    @cached_property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """The adjustments by period and source, with the reasons that name nobody else."""
        if not any(one.line.agency == self.agency.id for one in self.run.adjustments):
            return ()
        seen = run_for(self.agency.id, self.run).adjustments
        return tuple(sorted(seen, key=lambda one: place_of(self.run, one.line.source, one.line.of)))

    def charged_by(self, run: Run) -> tuple[Pence, Pence]:
        """What `run` charges this agency in all: net and VAT."""
        lines = [line for line in run.lines if line.agency == self.agency.id]
        return sum(line.pence for line in lines), sum(line.vat_pence for line in lines)


def _by_agency(lines: Iterable[Line]) -> Mapping[RecordId, tuple[Line, ...]]:
    found: defaultdict[RecordId, list[Line]] = defaultdict(list)
    for line in lines:
        found[line.agency].append(line)
    return {agency: tuple(kept) for agency, kept in found.items()}
