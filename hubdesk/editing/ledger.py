"""The ledger settings."""

from dataclasses import replace

from hubdesk.domain.change import Change
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.ledger import CodeKind, Column, LedgerFile, LedgerSettings, VatMapping
from hubdesk.editing.records import added, changed, refusal, removed


def set_up(hub: Hub, ledger: LedgerSettings) -> Change:
    """The first settings, or others in their place (with the id of those that there are)."""
    return added(hub, ledger) if hub.ledger is None else changed(hub, ledger)


def clear(hub: Hub) -> Change:
    """Back to the built-in columns. Raises Refused if there are no settings."""
    if hub.ledger is None:
        raise refusal(
            "record-gone", "There are no ledger settings", "the ledger settings", "Nothing needs to be done"
        )
    return removed(hub, hub.ledger)


def set_columns(hub: Hub, file: LedgerFile, columns: tuple[Column, ...]) -> Change:
    """Other columns for `file`, in their order; none for the built-in ones."""
    now = _now(hub)
    after = {
        LedgerFile.JOURNAL: replace(now, journal_columns=columns),
        LedgerFile.INVOICES: replace(now, invoice_columns=columns),
    }[file]
    title = "Set the columns" if columns else "Built-in columns"
    return _set(hub, f"{title} of the {file.value} file", after)


def set_mask(hub: Hub, kind: CodeKind, mask: str) -> Change:
    """How codes of that kind look (see `LedgerSettings`); empty for no check."""
    now = _now(hub)
    after = {
        CodeKind.COST_CENTRE: replace(now, cost_centre_mask=mask),
        CodeKind.SUBJECTIVE: replace(now, subjective_mask=mask),
        CodeKind.CUSTOMER: replace(now, customer_mask=mask),
    }[kind]
    title = f"Set the mask of {kind.value}s to {mask}" if mask else f"No mask for {kind.value}s"
    return _set(hub, title, after)


def map_vat_code(hub: Hub, code: str, ledger_code: str) -> Change:
    """The code by which the ledger knows VAT code `code`; empty for the hub's own."""
    now = _now(hub)
    kept = [one for one in now.vat_codes if one.code != code]
    mapped = [VatMapping(code, ledger_code)] if ledger_code else []
    told = f"is {ledger_code} in the ledger" if ledger_code else "goes out as it is"
    return _set(hub, f"VAT code {code} {told}", replace(now, vat_codes=tuple(sorted(kept + mapped))))


def _now(hub: Hub) -> LedgerSettings:
    return hub.ledger or LedgerSettings(new_id())


def _set(hub: Hub, title: str, after: LedgerSettings) -> Change:
    if hub.ledger is None and after == LedgerSettings(after.id):
        return Change(title, ())
    return Change(title, set_up(hub, after).edits)
