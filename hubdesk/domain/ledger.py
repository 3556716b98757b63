"""How the finance system wants its files: columns, codes and masks, owned by the user."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from hubdesk.domain.ids import RecordId


class LedgerFile(Enum):
    """A file that the finance system takes; the value is what people call it."""

    JOURNAL = "journal"
    INVOICES = "invoice"


class CodeKind(Enum):
    """A kind of code by which the ledger knows things, each with a mask; the value is what people call it."""

    COST_CENTRE = "cost centre"
    SUBJECTIVE = "subjective code"
    CUSTOMER = "customer code"


class Column(NamedTuple):
    """One column of a file for the ledger: its heading, and the name of the field that fills it.

    Without a field it stays empty: a ledger may want a column that nothing is known for.
    """

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

    def columns(self, file: LedgerFile) -> tuple[Column, ...]:
        """The columns chosen for `file`; none where the built-in ones serve."""
        return self.journal_columns if file is LedgerFile.JOURNAL else self.invoice_columns

    def mask(self, kind: CodeKind) -> str:
        """How codes of that kind look; empty for no check."""
        return {
            CodeKind.COST_CENTRE: self.cost_centre_mask,
            CodeKind.SUBJECTIVE: self.subjective_mask,
            CodeKind.CUSTOMER: self.customer_mask,
        }[kind]

    def ledger_code(self, vat_code: str) -> str:
        """The ledger's word for a VAT code of the hub; without one in the map, the hub's own."""
        return next((one.ledger_code for one in self.vat_codes if one.code == vat_code), vat_code)
