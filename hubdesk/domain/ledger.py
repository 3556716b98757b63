"""How the finance system wants its files: columns, codes and masks, owned by the user."""

from dataclasses import dataclass
from typing import NamedTuple

from hubdesk.domain.ids import RecordId


class Column(NamedTuple):
    """One column of a file for the ledger: its heading, and the name of the field that fills it."""

    heading: str
    field: str


class VatMapping(NamedTuple):
    """The code by which the ledger knows one of the hub's VAT codes."""

    code: str
    ledger_code: str


@dataclass(frozen=True, slots=True)
class LedgerSettings:
    """The hub's ledger files: at most one record to a hub; without it the built-in columns serve.

    A mask says how a code looks, a character each: `9` a digit, `A` a letter, `X` either, any other
    character itself; empty means no check. VAT codes without a mapping go out as they are.
    """

    id: RecordId
    journal_columns: tuple[Column, ...] = ()
    invoice_columns: tuple[Column, ...] = ()
    vat_codes: tuple[VatMapping, ...] = ()
    cost_centre_mask: str = ""
    subjective_mask: str = ""
    customer_mask: str = ""
