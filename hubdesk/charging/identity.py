"""Identities: what is charged is what there was to charge, to the penny (charging rules, section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from hubdesk.domain.ids import RecordId
from hubdesk.domain.money import Pence

LICENCES = RecordId("licences")
"""The source of the licences' identity: Σ net + Σ funded = Σ gross."""


class IdentityBroken(Exception):
    """A bug in the charging engine: something does not add up. Nothing with a difference goes out."""

    def __init__(self, broken: "Iterable[Identity]") -> None:
        self.broken = tuple(broken)
        named = ", ".join(f"{one.source}: {one.difference} pence" for one in self.broken)
        super().__init__(f"the recharge does not add up: {named}")


@dataclass(frozen=True, slots=True)
class Identity:
    """What `source` (a cost line's id, `LICENCES` or `lines.POOL`) cost, and what was charged for it."""

    source: RecordId
    cost: Pence
    charged: Pence

    @property
    def difference(self) -> Pence:
        return self.charged - self.cost


def asserted(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """`identities`, all of them kept. Raises IdentityBroken."""
    checked = tuple(identities)
    broken = [one for one in checked if one.difference]
    if broken:
        raise IdentityBroken(broken)
    return checked
