"""`AgencyFields`: what is typed of an agency, in the dialog by which it joins and in the quick editor."""

from dataclasses import replace

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QColorDialog, QComboBox, QLineEdit, QPushButton, QWidget

from hubdesk.domain.agency import Agency, Sector

MOST_DESKS = 100_000


class ColourButton(QPushButton):
    """Shows a colour and its name, and lets another be chosen."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.colour = ""
        self.show_colour(colour)
        self.clicked.connect(self._choose)

    def show_colour(self, colour: str) -> None:
        self.colour = colour
        self.setText(colour or "Chosen by Hubdesk")
        ground = QColor(colour) if colour else None
        ink = "#ffffff" if ground and ground.lightness() < 140 else "#000000"
        self.setStyleSheet(f"background: {colour}; color: {ink};" if ground else "")

    def _choose(self) -> None:
        dialog = QColorDialog(QColor(self.colour or "#006666"), self)
        dialog.colorSelected.connect(lambda chosen: self.show_colour(chosen.name()))
        dialog.open()


class AgencyFields:
    """The fields of one agency; `was` is as it stands, None for a new one."""

    def __init__(self, was: Agency | None) -> None:
        self.code = QLineEdit(was.code if was else "")
        self.name = QLineEdit(was.name if was else "")
        self.sector = QComboBox()
        for sector in Sector:
            self.sector.addItem(sector.value.capitalize(), sector)
        self.sector.setCurrentIndex(self.sector.findData(was.sector if was else Sector.PUBLIC))
        self.colour = ColourButton(was.colour if was else "")
        self.internal = QCheckBox("Recharged by journal, as part of the host’s own books")
        self.internal.setChecked(bool(was and was.internal))
        self.contact = QLineEdit(was.contact if was else "")
        self.email = QLineEdit(was.email if was else "")

    @property
    def first_ones(self) -> tuple[tuple[str, QWidget], ...]:
        """What one is asked when an agency joins, with labels."""
        return (
            ("&Code", self.code),
            ("&Name", self.name),
            ("&Sector", self.sector),
            ("&Books", self.internal),
        )

    @property
    def others(self) -> tuple[tuple[str, QWidget], ...]:
        """What there is besides."""
        return (("Co&lour on plans", self.colour), ("Con&tact", self.contact), ("&Email", self.email))

    @property
    def chosen_sector(self) -> Sector:
        sector = self.sector.currentData()
        assert isinstance(sector, Sector)
        return sector

    def over(self, agency: Agency) -> Agency:
        """`agency` with what was typed."""
        return replace(
            agency,
            code=self.code.text().strip(),
            name=self.name.text().strip() or self.code.text().strip(),
            sector=self.chosen_sector,
            colour=self.colour.colour,
            internal=self.internal.isChecked(),
            contact=self.contact.text().strip(),
            email=self.email.text().strip(),
        )
