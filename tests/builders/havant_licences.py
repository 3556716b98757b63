"""Havant Plaza's desk rate, licences and concessions."""

from datetime import date
from decimal import Decimal
from functools import partial

from hubdesk.domain.agency import Sector
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.ids import new_id
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.timeline import Timeline
from tests.builders.havant_building import HEALTH_LEAVES, POLICE_ARRIVE
from tests.builders.sample_book import SampleBook

OPENED = date(2012, 6, 1)
MORE_POLICE = date(2027, 1, 1)


def licences(book: SampleBook) -> None:
    rates = (OPENED, 2_450_00), (date(2020, 4, 1), 2_560_00), (date(2025, 4, 1), 2_700_00)
    from_october = date(2026, 10, 1), 2_775_50
    book.add(DeskRate(new_id(), Timeline.of((*rates, from_october))))
    book.vat_codes()
    grant = partial(book.grant, ledger=("H200", "93000"), notice_months=12)
    grant("HP-01", "HBC", (OPENED, 52))
    grant("HP-02", "HCC", (OPENED, 28), (MORE_POLICE, 34))
    grant("HP-03", "HIC", (POLICE_ARRIVE, 6), (MORE_POLICE, 10))
    grant("HP-04", "DWP", (date(2015, 4, 1), 8))
    grant("HP-05", "NHS", (OPENED, 12), last=HEALTH_LEAVES)
    grant("HP-06", "CAH", (OPENED, 6))
    grant("HP-07", "CF", (date(2019, 4, 1), 3), (date(2026, 10, 1), 2))
    _concessions(book)


def _concessions(book: SampleBook) -> None:
    """The partners pay for the voluntary sector; the host alone for its award to Community First."""
    book.add(
        Concession(
            new_id(),
            Sector.VOLUNTARY,
            None,
            Decimal(40),
            date(2023, 4, 1),
            applies=Applies.LICENCE_AND_SHARED,
            funder=Funder.PARTNERS,
            reason="Agreed by the joint board",
            review=date(2027, 3, 1),
        ),
        Concession(
            new_id(),
            None,
            book.licence("HP-07"),
            Decimal(65),
            date(2026, 4, 1),
            date(2027, 3, 31),
            desk_cap=2,
            applies=Applies.LICENCE_AND_SHARED,
            reason="Grant in kind to the voluntary services council",
            review=date(2027, 1, 31),
        ),
    )
