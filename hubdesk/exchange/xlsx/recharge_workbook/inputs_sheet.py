"""How the Inputs sheet is laid out: sections of rows, one coloured cell to a fact."""

from datetime import date

from hubdesk.exchange.xlsx.recharge_workbook.model import Cell, Choice, Content, Sheet

_CODE, _WHAT, _FIRST, _LAST, _VALUE = range(5)


class InputsSheet:
    """Rows of code, description, first and last day, and the fact; some have two more facts beside it."""

    def __init__(self) -> None:
        self.sheet = Sheet("Inputs", widths=(13, 46, 14, 14, 15, 12, 12), frozen=(4, 0), portrait=True)
        self._row = 4

    def heading(self, title: str, subtitle: str) -> None:
        self.sheet.put(0, 0, title, "Title")
        self.sheet.put(1, 0, subtitle, "Subtitle")
        self.sheet.put(2, 0, "Yours", "Key fact")
        self.sheet.put(2, 1, "Change these cells, and everything down to the penny follows", "Note")
        self.sheet.put(3, 0, "Fixed", "Key issued")
        self.sheet.put(3, 1, "From before this period, and as issued: constants", "Note")

    def section(self, title: str, note: str, heads: tuple[str, ...]) -> None:
        """A heading, what the section is, and the heads of its columns."""
        self._row += 1
        self.sheet.put_row(self._row, 0, [title, *[None] * 6], "Section")
        self.sheet.put(self._row + 1, 0, note, "Note")
        for column, head in enumerate(heads):
            self.sheet.put(self._row + 2, column, head, "Head" if column < _VALUE else "Head figure")
        self._row += 3

    def row(
        self,
        code: str,
        what: str,
        days: tuple[date | None, date | None],
        *facts: tuple[Content, str],
    ) -> list[Cell]:
        """One row; each fact is its value and style. The cells of the facts."""
        self.sheet.put(self._row, _CODE, code)
        self.sheet.put(self._row, _WHAT, what)
        for column, day in zip((_FIRST, _LAST), days, strict=True):
            if day is not None:
                self.sheet.put(self._row, column, day, "Day")
        cells = [
            self.sheet.put(self._row, _VALUE + place, value, style)
            for place, (value, style) in enumerate(facts)
        ]
        self._row += 1
        return cells

    def choose(self, cell: Cell, *words: str) -> None:
        """A drop-down list on `cell`."""
        self.sheet.choices.append(Choice(cell.to(cell), words))
