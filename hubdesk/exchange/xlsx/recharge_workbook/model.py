"""The workbook in memory: sheets of cells, each a value or a formula, before anything is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from hubdesk.exchange.xlsx.expression import Expression, Home, Scalar, Value

Content = int | float | str | bool | date | Expression | None

_DAY_0 = date(1899, 12, 30)
"""The day from which worksheets count days."""

_LETTERS: dict[int, str] = {}


def column_letters(column: int) -> str:
    """Column 0 is A, 26 is AA."""
    if column not in _LETTERS:
        before, last = divmod(column, 26)
        _LETTERS[column] = (column_letters(before - 1) if before else "") + chr(65 + last)
    return _LETTERS[column]


class Cell(Expression):
    """One cell: what is in it, and how it looks. In a formula it stands for its own value."""

    __slots__ = ("_value", "_worked", "column", "content", "row", "sheet", "style")

    def __init__(self, sheet: "Sheet", row: int, column: int, content: Content, style: str) -> None:
        self.sheet = sheet
        self.row = row
        self.column = column
        self.content = content
        self.style = style
        self._worked = False
        self._value: Scalar = None

    @property
    def name(self) -> str:
        """As people say it: "E5"."""
        return f"{column_letters(self.column)}{self.row + 1}"

    @property
    def fixed(self) -> str:
        """As a defined name has it: "$E$5"."""
        return f"${column_letters(self.column)}${self.row + 1}"

    def written(self, home: Home) -> str:
        name = f"{column_letters(self.column)}{self.row + 1}"
        return name if home is self.sheet else f"{self.sheet.quoted}!{name}"

    def worked_out(self) -> Scalar:
        """The cell's value; a formula is worked out once."""
        if not self._worked:
            self._value = self._work_out()
            self._worked = True
        return self._value

    def forget(self) -> None:
        """Work the formula out afresh when next asked, because something that it rests on has changed."""
        self._worked = False

    def _work_out(self) -> Scalar:
        content = self.content
        if isinstance(content, Expression):
            value = content.worked_out()
            assert not isinstance(value, list), f"{self.sheet.title}!{self.name} comes to a range"
            return value
        if isinstance(content, bool) or content is None or isinstance(content, str):
            return content
        if isinstance(content, date):
            return float((content - _DAY_0).days)
        return float(content)

    def to(self, other: "Cell") -> "Range":
        """The range from this cell to `other`."""
        return Range(self, other)


class Range(Expression):
    """The rectangle from one cell to another of the same sheet."""

    __slots__ = ("first", "last")

    def __init__(self, first: Cell, last: Cell) -> None:
        assert first.sheet is last.sheet
        self.first = first
        self.last = last

    @property
    def sheet(self) -> "Sheet":
        return self.first.sheet

    @property
    def fixed(self) -> str:
        """As a defined name has it: "$E$5:$E$9"."""
        return f"{self.first.fixed}:{self.last.fixed}"

    def written(self, home: Home) -> str:
        first = f"{column_letters(self.first.column)}{self.first.row + 1}"
        name = f"{first}:{column_letters(self.last.column)}{self.last.row + 1}"
        return name if home is self.first.sheet else f"{self.first.sheet.quoted}!{name}"

    def worked_out(self) -> Value:
        return [None if cell is None else cell.worked_out() for cell in self._cells()]

    def _cells(self) -> Iterator[Cell | None]:
        rows = self.first.sheet.rows
        for row in range(self.first.row, self.last.row + 1):
            cells = rows.get(row, {})
            for column in range(self.first.column, self.last.column + 1):
                yield cells.get(column)


@dataclass
class Choice:
    """A drop-down list on cells."""

    cells: Range
    words: tuple[str, ...]


@dataclass
class Verdict:
    """Cells that turn green at `good` and red at anything else."""

    cells: Range
    good: str


@dataclass
class Notice:
    """Cells side by side that are red while their first one has words in it."""

    cells: Range


@dataclass
class Bars:
    """A chart of stacked bars: a name to each bar, and one series for each column of figures."""

    below: Cell
    title: str
    names: Range
    series: Sequence[tuple[Cell, Range]]


@dataclass(eq=False)
class Sheet:
    """One sheet: its cells, and how it is shown and printed.

    `title` is its name once the workbook has numbered its sheets. `rows` are filled by `put`.
    """

    name: str
    widths: Sequence[float] = ()
    """Column widths in characters, from column A."""
    other_width: float = 11
    frozen: tuple[int, int] = (0, 0)
    """Rows and columns that stay in sight."""
    repeated: tuple[int, int] | None = None
    """First and last row printed on every page."""
    portrait: bool = False
    pages_tall: int = 0
    """How many pages the sheet is pressed into; 0 is as many as it takes."""
    printed_columns: int = 0
    """How many columns are printed, where workings stand to the right of them; 0 is all."""
    colour: str = ""
    title: str = ""
    quoted: str = ""
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    bars: list[Bars] = field(default_factory=list)

    def put(self, row: int, column: int, content: Content, style: str = "Text") -> Cell:
        """A new cell. A place is filled once."""
        cells = self.rows.setdefault(row, {})
        assert column not in cells, f"{self.name} {column_letters(column)}{row + 1} is filled already"
        cells[column] = cell = Cell(self, row, column, content, style)
        return cell

    def put_row(self, row: int, column: int, contents: Sequence[Content], style: str = "Text") -> list[Cell]:
        """Cells side by side from `column` on."""
        return [self.put(row, column + place, content, style) for place, content in enumerate(contents)]

    def cells(self) -> Iterator[Cell]:
        for cells in self.rows.values():
            yield from cells.values()


@dataclass
class Book:
    """All sheets in order, and the names by which formulas and people find cells."""

    sheets: list[Sheet] = field(default_factory=list)
    names: dict[str, Cell | Range] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)

    def number_sheets(self) -> None:
        """Give every sheet its title: numbered, so that no two are alike, and short enough."""
        digits = max(2, len(str(len(self.sheets))))
        for place, sheet in enumerate(self.sheets, 1):
            kept = "".join("-" if letter in "[]:*?/\\" or letter < " " else letter for letter in sheet.name)
            sheet.title = f"{place:0{digits}} {kept}"[:31].strip().rstrip("'")
            sheet.quoted = "'" + sheet.title.replace("'", "''") + "'"

    def formulas(self) -> Iterator[Cell]:
        for sheet in self.sheets:
            for cell in sheet.cells():
                if isinstance(cell.content, Expression):
                    yield cell

    def forget(self) -> None:
        """Work every formula out afresh when next asked."""
        for cell in self.formulas():
            cell.forget()
