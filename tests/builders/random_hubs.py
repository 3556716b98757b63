"""Random hubs: whole, and with everything in them that the charging rules speak of."""

import random
from collections.abc import Sequence
from decimal import Decimal

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import Column, LedgerSettings, VatMapping
from hubdesk.domain.licence import Licence
from hubdesk.domain.period import Billing, ChargingYear, YearStart
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.record import Record
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode
from tests.builders.chance import LONG_AGO, Chance
from tests.builders.random_building import building
from tests.builders.random_costs import costs
from tests.builders.random_reviews import reviews
from tests.builders.random_underlays import underlays

VAT_CODES = ("S", "R", "Z", "E", "O", "S2")

_CODES = ("HBC", "007", "7", "CAB", "DWP", "cab", "Élan", "0", "B&B", "POL")
"""The host first; then codes that a careless reader takes for numbers or for one another."""


def random_hub(
    seed: int,
    agencies: int = 7,
    lines: int = 8,
    desks: int = 24,
    year: int | None = None,
    billing: Billing | None = None,
) -> Hub:
    """A hub without errors and without anything to settle before issue; the same for the same seed.

    Its facts lie around the charging year that starts in the calendar year `year` (by default 2026, or
    2027 with its leap day). One agency in six has no licence; some cost lines have a namesake the year after.
    """
    rng = random.Random(seed)
    start = YearStart() if rng.randrange(4) else YearStart(rng.randrange(1, 29), rng.randrange(1, 13))
    chance = Chance(ChargingYear(year or rng.choice([2026, 2027]), start), rng)
    members = _agencies(chance, agencies)
    licences = _licences(chance, members)
    length = billing or rng.choice([Billing.QUARTER, Billing.QUARTER, Billing.MONTH, Billing.YEAR])
    records: list[Record] = [
        HubSettings(chance.id(), f"Hub {seed}", members[0].id, start, length),
        _rate(chance),
        *([_ledger(chance)] if chance.one_in(2) else []),
        *_vat_codes(chance),
        *members,
        *licences,
        *_concessions(chance, licences),
        *building(chance, members, desks),
        *costs(chance, members, lines, VAT_CODES),
    ]
    floors = [record for record in records if isinstance(record, Floor)]
    records += underlays(chance, floors)
    if chance.one_in(2):
        records.append(_statements(chance))
    if chance.one_in(2):
        records += reviews(chance, members)
    if chance.one_in(2):
        records.append(PlacementSettings(chance.id(), moves=Decimal("2.5")))
    return Hub.of(records)


def _statements(chance: Chance) -> StatementSettings:
    return StatementSettings(chance.id(), address="Parkside\nStation Approach", contact="Ann, 01664 500100")


def _rate(chance: Chance) -> DeskRate:
    steps = {chance.year.first - LONG_AGO: 300_000, chance.year.first: chance.rng.randrange(400_000)}
    steps |= {chance.day(): chance.rng.randrange(400_000) for _ in range(chance.rng.randrange(3))}
    return DeskRate(chance.id(), Timeline.of(steps.items()))


def _ledger(chance: Chance) -> LedgerSettings:
    columns = (Column("Account", "code"), Column("Amount", "amount"))
    return LedgerSettings(chance.id(), columns, columns[:1], (VatMapping("S", "OUT20"),), "X9999")


def _vat_codes(chance: Chance) -> list[VatCode]:
    """All but E and O, which need no listing; from before any fact, some with a step in the year."""
    known = chance.year.first - LONG_AGO
    codes = []
    for code, percent in {"S": 20, "R": 5, "Z": 0, "S2": 15}.items():
        steps = {known: Decimal(percent)}
        if percent and chance.one_in(2):
            steps[chance.day()] = Decimal(chance.rng.choice(["0", "17.5", "20"]))
        codes.append(VatCode(chance.id(), code, Timeline.of(steps.items())))
    return codes


def _agencies(chance: Chance, count: int) -> list[Agency]:
    codes = [*_CODES, *(f"A{number:03}" for number in range(len(_CODES), count))][: max(count, 1)]
    sectors = [Sector.PUBLIC, Sector.VOLUNTARY, Sector.PRIVATE, Sector.PUBLIC]
    return [
        Agency(
            chance.id(),
            code,
            f"Agency {code}",
            chance.rng.choice(sectors) if place > 3 else sectors[place],
            colour=f"#{chance.rng.getrandbits(24):06x}",
            customer_code=f"CUST{place:03}",
            cost_centre=f"A{place:04}",
            subjective="4100",
            internal=place == 0 or chance.one_in(4),
            accessible_desks=place % 3 or None,
        )
        for place, code in enumerate(codes)
    ]


def _licences(chance: Chance, members: Sequence[Agency]) -> list[Licence]:
    licences: list[Licence] = []
    for place, agency in enumerate(members):
        if place > 2 and chance.one_in(6):
            continue
        for _ in range(chance.rng.choice([1, 1, 1, 2, 3])):
            licences.append(_licence(chance, f"L{len(licences) + 1:02}", agency.id))
    return licences


def _licence(chance: Chance, code: str, agency: RecordId) -> Licence:
    first = chance.first_day()
    steps = {first: chance.rng.randrange(12)} if not chance.one_in(8) else {}
    steps |= {chance.day(): chance.rng.randrange(30) for _ in range(chance.rng.randrange(4))}
    return Licence(
        chance.id(),
        code,
        agency,
        first,
        chance.last_day(first),
        Timeline.of(steps.items()),
        chance.rng.choice(VAT_CODES),
        "B0001",
        "9100",
        chance.rng.choice([None, 3, 12]),
    )


def _concessions(chance: Chance, licences: Sequence[Licence]) -> list[Concession]:
    """Standing rates of voluntary and now and then other sectors; awards to one licence in three."""
    sectors = [Sector.VOLUNTARY, *(one for one in (Sector.PRIVATE, Sector.PUBLIC) if chance.one_in(3))]
    scopes: list[tuple[Sector | None, RecordId | None]] = [(sector, None) for sector in sectors]
    scopes += [(None, licence.id) for licence in licences if chance.one_in(3)]
    return [
        Concession(
            chance.id(),
            sector,
            licence,
            chance.percent(),
            first,
            last,
            chance.rng.choice([None, None, 0, 1, 4]),
            chance.rng.choice(list(Applies)),
            chance.rng.choice(list(Funder)),
            chance.rng.choice(["", "Start-up year"]),
        )
        for sector, licence in scopes
        for first, last in chance.spells(3)
    ]
