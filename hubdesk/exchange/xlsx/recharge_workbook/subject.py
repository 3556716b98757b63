"""What a recharge workbook is about: the run, and the ways to name what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from hubdesk.charging.facts import Facts
from hubdesk.charging.recharge import Recharge
from hubdesk.charging.run import Adjustment, Run
from hubdesk.domain.agency import Agency
from hubdesk.domain.cost_line import CostLine, Recovery
from hubdesk.domain.days import in_words
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Period


@dataclass(frozen=True)
class Subject:
    """The run, the year's runs before it, and the day on which the workbook is written."""

    run: Run
    earlier: Sequence[Run]
    written_at: str
    """When the workbook is written, in words for people."""

    @property
    def facts(self) -> Facts:
        return self.run.facts

    @property
    def hub(self) -> Hub:
        return self.run.facts.hub

    @property
    def host(self) -> RecordId:
        return self.run.facts.host

    @cached_property
    def recharge(self) -> Recharge | None:
        return self.run.recharge

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies of the facts and of the lines, in order of code: the order of ties."""
        ids = {*self.hub.agencies, *(line.agency for line in self.run.lines)}
        ids |= {line.agency for run in self.earlier for line in run.lines if line.agency in ids}
        return tuple(sorted((self.run.agency(one) for one in ids), key=lambda one: one.code))

    @cached_property
    def shared_lines(self) -> tuple[CostLine, ...]:
        return tuple(line for line in self.facts.cost_lines if line.recovery is Recovery.SHARED)

    def amount(self, line: CostLine) -> Pence:
        return self.run.amounts.of(line)

    @cached_property
    def adjustments(self) -> tuple[Adjustment, ...]:
        """The run's adjustments by period, agency and source, as people look them up."""
        run = self.run

        def place(one: Adjustment) -> tuple[str, str, str]:
            line = one.line
            return line.of or "", run.agency(line.agency).code, run.source_code(line.source)

        return tuple(sorted(run.adjustments, key=place))

    @property
    def days_in_words(self) -> str:
        """The days that the run is of: "1 April 2026 to 30 June 2026"."""
        of = self.run.of if isinstance(self.run.of, Period) else self.run.year
        return f"{in_words(of.first)} to {in_words(of.last)}"

    @property
    def standing(self) -> str:
        """Whether the run is issued, and as what."""
        issue = self.run.issue
        if issue is None:
            return "Draft, not issued"
        at = datetime.fromisoformat(issue.at)
        moment = f"{in_words(at.date())}, {at:%H:%M %Z}".strip()
        return f"Issued as run {issue.sequence} on {moment}, by {issue.by}"


def agency_name(agency: Agency) -> str:
    """Code and name, or the code alone where the name says no more."""
    return agency.code if agency.name in ("", agency.code) else f"{agency.code} {agency.name}"
