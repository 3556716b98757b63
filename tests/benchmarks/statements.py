"""How long a run's statements take, from its figures to the files in a folder."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import typst

from hubdesk.domain.hub import Hub
from hubdesk.workflows.resources import fonts_folder
from hubdesk.workflows.standing import Standing
from hubdesk.workflows.statement.letterhead import Letterhead
from hubdesk.workflows.statements import Existing, Folder, statements
from tests.benchmarks.hubs import charged_hub
from tests.benchmarks.measuring import CLOCK, Bench, Goal, Measurement, side_by_side
from tests.builders.parkside import parkside

_MADE = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
_PERIOD = "2026-27-Q2"


def of_parkside(bench: Bench) -> Iterator[Measurement]:
    """All sixteen, worked out and written; nothing is left over from the time before."""
    hub = parkside()
    place = bench.folder / "Statements"

    def written() -> None:
        folder = _folder(hub, place)
        folder.write(folder.statements, Existing.REPLACE, lambda *_: None)

    took, bare = side_by_side((written, _bare_pages), CLOCK, bench.times)
    yield Measurement(
        "16 statements of Parkside worked out and written",
        took,
        "typst setting 16 pages of the same typeface",
        bare,
        seconds_goal=Goal.of_seconds(5),
    )


def of_a_large_hub(bench: Bench) -> Iterator[Measurement]:
    """One of many agencies, with every cost of the year: more rows than three pages hold."""
    hub = charged_hub(bench.agencies, bench.lines, bench.changes)
    of = statements(Standing(hub, 0, ()), _PERIOD, None, "A001", Letterhead(), made=_MADE)
    [agency] = of.agencies
    of.pdf(agency)
    took, bare = side_by_side((lambda: of.pdf(agency), _bare_pages), CLOCK, bench.times)
    yield Measurement(
        f"a statement of {bench.lines:,} costs, its run worked out before",
        took,
        "typst setting 16 pages of the same typeface",
        bare,
    )


def _folder(hub: Hub, place: Path) -> Folder:
    of = statements(Standing(hub, 0, ()), _PERIOD, None, None, Letterhead(), made=_MADE)
    return Folder(of, place, hub="bench", made=_MADE)


def _bare_pages() -> None:
    """What typst takes for a page with a table in it, sixteen times."""
    rows = ", ".join(f"[{place}], [1,234.56]" for place in range(60))
    source = f'#set text(font: "Inter")\n#table(columns: 2, {rows})'
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(fonts_folder())])
    for place in range(16):
        typst.Compiler(f"{source}\n{place}".encode(), font_paths=fonts).compile(format="pdf")
