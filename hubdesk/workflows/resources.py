"""Where the files that come with the program lie."""

from enum import StrEnum
from functools import cache
from pathlib import Path


class Sample(StrEnum):
    """The sample hubs that come with the program; both are illustrations."""

    PARKSIDE = "parkside"
    HAVANT = "havant"


def sample_workbook(sample: Sample) -> Path:
    """Where the hub workbook of a sample lies; read it, never write to it."""
    return _resources() / "samples" / f"{sample.value}.xlsx"


def icon_file(name: str) -> Path:
    """Where the icon called `name` lies: an SVG of 24 units, its strokes in currentColor."""
    return _resources() / "icons" / f"{name}.svg"


def picture_file(name: str) -> Path:
    """Where the small picture called `name` lies: a PNG, with one of twice as many dots beside it."""
    return _resources() / "icons" / f"{name}.png"


def fonts_folder() -> Path:
    """Where the typeface of plans and windows lies: Inter, in three weights, with its licence."""
    return _resources() / "fonts"


def statement_template() -> Path:
    """Where the typst file lies that says how statements look."""
    return _resources() / "statement" / "statement.typ"


def board_paper_template() -> Path:
    """Where the typst file lies that says how board papers look."""
    return _resources() / "board_paper" / "board_paper.typ"


def poster_template() -> Path:
    """Where the typst file lies that says how posters of drop-ins look."""
    return _resources() / "poster" / "poster.typ"


def move_list_template() -> Path:
    """Where the typst file lies that says how lists of moves look."""
    return _resources() / "move_list" / "move_list.typ"


def review_pack_template() -> Path:
    """Where the typst file lies that says how the PDF of a review pack looks."""
    return _resources() / "review_pack" / "review_pack.typ"


def program_icon() -> Path:
    """Where the picture of the program itself lies: a PNG of 512 pixels."""
    return _resources() / "icons" / "hubdesk.png"


def _resources() -> Path:
    """The folder of resources: inside the installed package, or beside the package in a clone."""
    package = Path(__file__).parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


@cache
def help_topics() -> tuple[str, ...]:
    """The names of the help pages, in alphabetical order."""
    return tuple(sorted(path.stem for path in (_resources() / "help").glob("*.md")))


def help_page(topic: str) -> str:
    """The help page called `topic`, as Markdown. Raises KeyError if there is none."""
    if topic not in help_topics():
        raise KeyError(topic)
    return (_resources() / "help" / f"{topic}.md").read_text(encoding="utf-8")
