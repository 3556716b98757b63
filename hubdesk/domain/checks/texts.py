"""Texts of the settings: no longer than there is room for, and of letters that can be printed."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hubdesk.domain.checks.verdict import error
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.settings import HubSettings
from hubdesk.domain.statements import StatementSettings

MOST_LETTERS = {"address": 400, "introduction": 1_500, "payment": 1_500, "contact": 400}
"""Of each text of statements: what leaves room for the figures on a page or two."""
MOST_LETTERS_OF_A_NAME = 200
"""Of what the hub is called."""
MOST_LETTERS_OF_A_CODE = 40
"""Of a mask, and of a VAT code in the ledger's own words."""
MOST_LETTERS_OF_A_HEADING = 100
MOST_COLUMNS = 60
"""Of a file for the ledger."""


class Text(NamedTuple):
    """A text of a record's `field`: what people call it, and how many letters it may have."""

    field: str
    called: str
    text: str
    most: int
    lines: bool = False
    """Whether it may have more than one line."""


def amiss(text: Text) -> str:
    """What is the matter with `text`, as a sentence without its full stop; empty if nothing is."""
    if _is_long(text):
        return f"{text.called} has {len(text.text):,} letters, and may have {text.most:,}"
    if _is_unprintable(text):
        return f"{text.called} holds something that cannot be printed"
    return ""


def too_long(hub: Hub) -> Iterator[Problem]:
    """Texts that are longer than there is room for."""
    for record, texts in _texts(hub):
        for text in filter(_is_long, texts):
            yield error(
                "text-too-long",
                amiss(text),
                named(hub, record),
                "Shorten it",
                (record.id,),
                text.field,
            )


def not_printable(hub: Hub) -> Iterator[Problem]:
    """Texts with what is no letter, such as a tab in one line or half a character."""
    for record, texts in _texts(hub):
        for text in texts:
            if _is_unprintable(text):
                yield error(
                    "text-not-printable",
                    f"{text.called} holds something that cannot be printed",
                    named(hub, record),
                    "Type it again, rather than pasting it",
                    (record.id,),
                    text.field,
                )


def _is_long(text: Text) -> bool:
    return len(text.text) > text.most


def _is_unprintable(text: Text) -> bool:
    return any(not (one.isprintable() or (one == "\n" and text.lines)) for one in text.text)


def too_many_columns(hub: Hub) -> Iterator[Problem]:
    """Files for the ledger with more columns than any ledger asks for."""
    for ledger in hub.all(LedgerSettings):
        for field, columns in (
            ("journal_columns", ledger.journal_columns),
            ("invoice_columns", ledger.invoice_columns),
        ):
            if len(columns) > MOST_COLUMNS:
                yield error(
                    "too-many-columns",
                    f"The file has {len(columns)} columns, and may have {MOST_COLUMNS}",
                    named(hub, ledger),
                    "Remove some",
                    (ledger.id,),
                    field,
                )


def statement_text(field: str, text: str) -> Text:
    """A text of statements, by the name of its field."""
    return Text(field, f"The {field}", text, MOST_LETTERS[field], lines=True)


def mask_text(field: str, text: str) -> Text:
    """How codes look."""
    return Text(field, "The mask", text, MOST_LETTERS_OF_A_CODE)


def heading_text(field: str, text: str) -> Text:
    """The heading of a column of a file for the ledger."""
    return Text(field, "The heading", text, MOST_LETTERS_OF_A_HEADING)


def ledger_code_text(text: str) -> Text:
    """A VAT code in the ledger's own words."""
    return Text("vat_codes", "The ledger’s code", text, MOST_LETTERS_OF_A_CODE)


def hub_name_text(text: str) -> Text:
    """What the hub is called."""
    return Text("name", "The name", text, MOST_LETTERS_OF_A_NAME)


def _texts(hub: Hub) -> Iterator[tuple[HubSettings | LedgerSettings | StatementSettings, Iterable[Text]]]:
    for settings in hub.all(HubSettings):
        yield settings, [hub_name_text(settings.name)]
    for statements in hub.all(StatementSettings):
        yield statements, [statement_text(field, getattr(statements, field)) for field in MOST_LETTERS]
    for ledger in hub.all(LedgerSettings):
        yield ledger, _of_the_ledger(ledger)


def _of_the_ledger(ledger: LedgerSettings) -> Iterator[Text]:
    for field in ("cost_centre_mask", "subjective_mask", "customer_mask"):
        yield mask_text(field, getattr(ledger, field))
    for field, columns in (
        ("journal_columns", ledger.journal_columns),
        ("invoice_columns", ledger.invoice_columns),
    ):
        for column in columns:
            yield heading_text(field, column.heading)
    for pair in ledger.vat_codes:
        yield ledger_code_text(pair.ledger_code)
