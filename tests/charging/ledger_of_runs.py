"""A ledger of runs for tests: issue one after another, as the store would keep them."""

from hubdesk.charging.amounts import Amounts
from hubdesk.charging.draft import draft
from hubdesk.charging.facts import facts_of
from hubdesk.charging.frozen import freeze, thaw
from hubdesk.charging.run import Run
from hubdesk.charging.run_name import RunOf
from hubdesk.domain.hub import Hub
from hubdesk.domain.run import IssuedRun


class LedgerOfRuns:
    """Issued runs in order, kept and thawed."""

    def __init__(self) -> None:
        self.kept: list[IssuedRun] = []
        self.issued: list[Run] = []

    def draft(self, hub: Hub, of: RunOf, amounts: Amounts = Amounts.BUDGET) -> Run:
        return draft(facts_of(hub, of.year, hub.settings.billing), of, amounts, self.issued)

    def issue(self, hub: Hub, of: RunOf, amounts: Amounts = Amounts.BUDGET) -> Run:
        """Issue `of` under today's hub; the run as it reads back."""
        run = self.draft(hub, of, amounts)
        previous = self.kept[-1].sha256 if self.kept else ""
        at = f"2026-07-{len(self.kept) + 1:02}T09:00:00"
        kept = freeze(run, sequence=len(self.kept) + 1, previous=previous, at=at, by="Fin Officer")
        self.kept.append(kept)
        self.issued.append(thaw(kept))
        return self.issued[-1]
