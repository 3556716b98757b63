"""Parkside's desk rate, licences and concessions. About 175 of its 222 desks are licensed."""

from datetime import date
from decimal import Decimal
from functools import partial

from hubdesk.domain.agency import Sector
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.ids import new_id
from hubdesk.domain.settings import DeskRate
from hubdesk.domain.timeline import Timeline
from tests.builders.sample_book import SampleBook

OPENED = date(2011, 9, 1)


def licences(book: SampleBook) -> None:
    rates = (OPENED, 2_600_00), (date(2019, 4, 1), 2_720_00), (date(2025, 4, 1), 2_850_00)
    from_october = date(2026, 10, 1), 2_940_00
    book.add(DeskRate(new_id(), Timeline.of((*rates, from_october))))
    book.vat_codes()
    grant = partial(book.grant, ledger=("P100", "92100"), notice_months=6)
    grant("L01", "MBC", (OPENED, 94), (date(2026, 10, 1), 92))
    grant("L02", "DWP", (OPENED, 16), (date(2026, 7, 1), 18))
    grant("L03", "LCC", (OPENED, 10))
    grant("L04", "LCC", (date(2019, 4, 1), 4))
    grant("L05", "POL", (OPENED, 8))
    grant("L06", "PRO", (date(2014, 6, 1), 6))
    grant("L07", "LPT", (date(2018, 4, 1), 8))
    grant("L08", "REG", (OPENED, 3))
    grant("L09", "YOS", (OPENED, 3))
    grant("L10", "LFR", (date(2020, 4, 1), 2))
    grant("L11", "HIA", (date(2021, 10, 1), 2), (date(2026, 11, 16), 5))
    grant("L12", "CAB", (OPENED, 6))
    grant("L13", "CUN", (OPENED, 2))
    grant("L14", "VAM", (date(2016, 4, 1), 3))
    grant("L15", "CRS", (date(2022, 4, 1), 3), last=date(2026, 11, 15))
    grant("L16", "EMH", (date(2023, 4, 1), 4))
    grant("L17", "BID", (date(2024, 4, 1), 2))
    _concessions(book)


def _concessions(book: SampleBook) -> None:
    """The voluntary sector's standing rate, and two awards beside it that the partners pay for."""
    standing_reason = "Standing rate agreed by the partnership board"
    book.add(
        Concession(
            new_id(),
            Sector.VOLUNTARY,
            None,
            Decimal(40),
            date(2024, 4, 1),
            reason=standing_reason,
            review=date(2027, 4, 1),
        ),
        Concession(
            new_id(),
            None,
            book.licence("L12"),
            Decimal(60),
            date(2026, 4, 1),
            desk_cap=4,
            applies=Applies.LICENCE_AND_SHARED,
            funder=Funder.PARTNERS,
            reason="Advice given on behalf of every partner",
            review=date(2027, 1, 15),
        ),
        Concession(
            new_id(),
            None,
            book.licence("L13"),
            Decimal("72.5"),
            date(2026, 7, 1),
            date(2027, 6, 30),
            desk_cap=1,
            funder=Funder.PARTNERS,
            reason="Extra opening while the high street branch is closed",
            review=date(2027, 4, 1),
        ),
    )
