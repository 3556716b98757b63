"""How the ledger's codes look, and what it calls the VAT codes."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel

from hubdesk.desktop.inspector.entry import Entry
from hubdesk.desktop.session import Intent, Session
from hubdesk.desktop.settings.section import Section
from hubdesk.desktop.settings.setting import Setting
from hubdesk.domain.checks.texts import amiss, ledger_code_text, mask_text
from hubdesk.domain.cost_line import CostLine
from hubdesk.domain.hub import Hub
from hubdesk.domain.ledger import CodeKind
from hubdesk.domain.licence import Licence
from hubdesk.domain.masks import told
from hubdesk.domain.vat import VAT_MEANINGS
from hubdesk.editing import ledger

_MASKS = {
    CodeKind.COST_CENTRE: "&Cost centres",
    CodeKind.SUBJECTIVE: "&Subjective codes",
    CodeKind.CUSTOMER: "C&ustomer codes",
}


class LedgerCodesSection(Section):
    """A mask to each kind of code, with what would pass while it is typed; a ledger code to each VAT code."""

    title = "Ledger codes"
    about = (
        "A mask says how a code looks: 9 stands for a digit, A for a letter, X for either, and any other "
        "character for itself. Without a mask every code passes. What does not, is listed before issuing."
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        rows = self.form()
        self.masks = {kind: self._mask(kind) for kind in CodeKind}
        for kind, setting in self.masks.items():
            self.row(rows, _MASKS[kind], setting)
        heading = QLabel("What the ledger calls the VAT codes")
        heading.setObjectName("preview-heading")
        heading.setContentsMargins(0, 12, 0, 0)
        self.column.addWidget(heading)
        self._vat_rows = self.form()
        self.vat_codes: dict[str, Setting] = {}
        self.column.addStretch(1)

    def refresh(self) -> None:
        hub = self.session.hub
        for kind, setting in self.masks.items():
            setting.show_text(hub.ledger.mask(kind) if hub.ledger else "")
        codes = vat_codes_of(hub)
        for code in [one for one in self.vat_codes if one not in codes]:
            self._vat_rows.removeRow(self.vat_codes.pop(code))
        for code in codes:
            if code not in self.vat_codes:
                self.vat_codes[code] = self._vat_code(code)
                self.row(self._vat_rows, _vat_words(code), self.vat_codes[code])
            mapped = hub.ledger.ledger_code(code) if hub.ledger else code
            self.vat_codes[code].show_text("" if mapped == code else mapped)

    def _mask(self, kind: CodeKind) -> Setting:
        def note(text: str) -> str:
            return told(self.session.hub, kind, text)

        def wrong(text: str) -> str:
            return _sentence(amiss(mask_text(kind.name, text)))

        entry = Entry(f"Mask of {kind.value}s", "every code passes")
        return Setting(self.session, entry, _masking(kind), wrong, note)

    def _vat_code(self, code: str) -> Setting:
        entry = Entry(f"VAT code {code} in the ledger", f"{code}, as it is")
        return Setting(
            self.session, entry, _mapping(code), lambda text: _sentence(amiss(ledger_code_text(text)))
        )


def vat_codes_of(hub: Hub) -> list[str]:
    """The VAT codes that are listed, borne by something charged or mapped: in order."""
    listed = {one.code for one in hub.vat_codes.values()}
    sources: tuple[Licence | CostLine, ...] = (*hub.licences.values(), *hub.cost_lines.values())
    borne = {one.vat_code for one in sources if one.vat_code}
    mapped = {one.code for one in hub.ledger.vat_codes} if hub.ledger else set()
    return sorted(listed | borne | mapped)


def _masking(kind: CodeKind) -> Callable[[str], Intent]:
    return lambda mask: lambda hub: ledger.set_mask(hub, kind, mask)


def _mapping(code: str) -> Callable[[str], Intent]:
    return lambda text: lambda hub: ledger.map_vat_code(hub, code, "" if text == code else text)


def _vat_words(code: str) -> str:
    meaning = VAT_MEANINGS.get(code)
    return f"{code}, {meaning}" if meaning else code


def _sentence(what: str) -> str:
    return f"{what}." if what else ""
