"""What a finance officer sets for the hub, one change at a time."""

import pytest

from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import CodeKind, Column, LedgerFile, VatMapping
from hubdesk.domain.problem import Refused
from hubdesk.editing import ledger, settings, statements
from hubdesk.editing.statements import Words
from tests.builders import a_hub


@pytest.fixture
def hub() -> Hub:
    return a_hub().build()


def test_a_hub_without_ledger_settings_gets_some_with_the_first(hub: Hub) -> None:
    masked = hub.applying(ledger.set_mask(hub, CodeKind.CUSTOMER, "A99"))
    mapped = masked.applying(ledger.map_vat_code(masked, "S", "T1"))
    assert mapped.ledger is not None
    assert masked.ledger is not None
    assert mapped.ledger.id == masked.ledger.id
    assert mapped.ledger.mask(CodeKind.CUSTOMER) == "A99"
    assert (mapped.ledger.ledger_code("S"), mapped.ledger.ledger_code("Z")) == ("T1", "Z")


def test_a_vat_code_has_one_code_in_the_ledger_or_none(hub: Hub) -> None:
    for code, told in (("S", "T1"), ("Z", "T0"), ("S", "T9")):
        hub = hub.applying(ledger.map_vat_code(hub, code, told))
    assert hub.ledger is not None
    assert hub.ledger.vat_codes == (VatMapping("S", "T9"), VatMapping("Z", "T0"))
    hub = hub.applying(ledger.map_vat_code(hub, "S", ""))
    assert hub.ledger is not None
    assert hub.ledger.vat_codes == (VatMapping("Z", "T0"),)


def test_each_file_has_its_own_columns(hub: Hub) -> None:
    columns = (Column("Ref", "reference"), Column("", ""))
    hub = hub.applying(ledger.set_columns(hub, LedgerFile.INVOICES, columns))
    assert hub.ledger is not None
    assert hub.ledger.columns(LedgerFile.INVOICES) == columns
    assert hub.ledger.columns(LedgerFile.JOURNAL) == ()


def test_what_asks_for_nothing_new_is_no_change(hub: Hub) -> None:
    assert not ledger.set_mask(hub, CodeKind.CUSTOMER, "")
    assert not ledger.set_columns(hub, LedgerFile.JOURNAL, ())
    assert not statements.set_words(hub, Words.PAYMENT, "")
    told = hub.applying(statements.set_words(hub, Words.PAYMENT, "Within 30 days"))
    assert not statements.set_words(told, Words.PAYMENT, "Within 30 days")


def test_texts_and_logo_are_set_one_by_one(hub: Hub) -> None:
    hub = hub.applying(statements.set_words(hub, Words.CONTACT, "Ann Reed"))
    change = statements.set_logo(hub, "ab" * 32)
    hub = hub.applying(change)
    assert change.title == "Set the logo on statements"
    assert hub.statements is not None
    assert (hub.statements.contact, hub.statements.logo) == ("Ann Reed", "ab" * 32)


def test_a_hub_is_called_something(hub: Hub) -> None:
    with pytest.raises(Refused) as refusal:
        settings.rename(hub, "  ")
    assert refusal.value.problems[0].code == "hub-without-name"
