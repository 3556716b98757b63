"""What can be wrong with an underlay, as problems that say what to do."""

from dataclasses import dataclass

from hubdesk.domain.problem import Problem, Refused, Severity

_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem before the file it is about has a name."""

    code: str
    what: str
    remedy: str

    def on(self, name: str) -> Problem:
        """The problem of the file called `name`."""
        return Problem(Severity.ERROR, self.code, self.what, name, self.remedy)

    def noted_on(self, name: str) -> Problem:
        """The same as a note: the drawing comes in all the same."""
        return Problem(Severity.WARNING, self.code, self.what, name, self.remedy)

    def refusal(self, name: str) -> Refused:
        return Refused(self.on(name))


class Unfit(Exception):
    """A file that cannot be an underlay, because of `fault`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


EMPTY = Fault("underlay-empty", "The file is empty", "Save or download it again, and choose that.")
UNKNOWN = Fault(
    "underlay-unknown-kind",
    "This is not a PNG, JPEG, SVG, PDF or DXF file",
    "Save the drawing as one of these in the program it comes from.",
)
DWG = Fault(
    "underlay-dwg",
    "This is a DWG file, which only AutoCAD and its like can read",
    "Save it as DXF there (Save as, AutoCAD DXF), and choose that.",
)
PACKED_SVG = Fault(
    "underlay-svgz", "This is a packed SVG file (.svgz)", "Save it as a plain SVG file, and choose that."
)
LOCKED = Fault(
    "underlay-locked",
    "The PDF is protected by a password",
    "Save a copy without a password, and choose that.",
)
CRASHED = Fault(
    "underlay-damaged",
    "The file cannot be drawn: it is damaged, or asks for more than an underlay may take",
    "Open it in the program it comes from, see that nothing is missing, and save it again.",
)
MEMORY = Fault(
    "underlay-too-large",
    "The drawing needs more memory than an underlay may take",
    "Save only the floor that is needed, with less detail.",
)

ENTITIES = Fault(
    "underlay-entities",
    "The SVG defines entities, which could make it endlessly large",
    "Save it as plain SVG (in Inkscape: Save as, Plain SVG), and choose that.",
)
EMBEDDED = Fault(
    "underlay-embedded",
    "The SVG holds something else than PNG, JPEG, GIF or WebP pictures inside it",
    "Turn what is embedded into paths or pictures in the program it comes from, and save it again.",
)
NO_SIZE = Fault(
    "underlay-no-size",
    "The SVG does not say how large it is",
    "Set the size of the document in the program it comes from, and save it again.",
)

NOTHING_DRAWN = Fault(
    "underlay-nothing-drawn",
    "The drawing's model space holds no plan, or a single straight line",
    "Check that the plan is in model space and not only on a layout, and save it again.",
)
NO_UNITS = Fault(
    "underlay-no-units",
    "The drawing does not say what its units are",
    "Calibrate it: click two points and type the distance between them.",
)


def damaged(how: str) -> Fault:
    """The file is not what its kind says, `how` in a few words ("it ends too early")."""
    return Fault("underlay-damaged", f"The file is damaged: {how}", CRASHED.remedy)


def not_the_kind(kind: str) -> Fault:
    """The file is something else than it was said to be."""
    return Fault(
        "underlay-wrong-kind",
        f"This is not a {kind.upper()} file, whatever its name says",
        "Check that it is the right file, and save it again from the program it comes from.",
    )


def no_such_page(page: int, pages: int) -> Fault:
    """A page, counted from 1, that the PDF has not."""
    has = "1 page" if pages == 1 else f"{pages:,} pages"
    return Fault(
        "underlay-no-such-page", f"There is no page {page:,}: the PDF has {has}", "Choose one of its pages."
    )


def too_large(what: str, remedy: str) -> Fault:
    """More than an underlay may ask for."""
    return Fault("underlay-too-large", what, remedy)


def too_many_bytes(most: int) -> Fault:
    """A file larger than `most` bytes."""
    return too_large(
        f"The file is larger than {most // _MB} MB", "Save only the floor that is needed, with less detail."
    )


def too_many_things(most: int) -> Fault:
    """More than `most` lines, shapes and texts, once copies are written out."""
    return too_large(
        f"The drawing has more than {most:,} lines, shapes and texts, counting every copy",
        "Save only the floor that is needed, without furniture details or hatching.",
    )


def too_deep() -> Fault:
    """Groups in groups, or blocks in blocks."""
    return too_large(
        "The drawing has groups or blocks too deep inside one another",
        "Ungroup or explode them in the program it comes from, and save it again.",
    )


def unlikely_size(metres: float) -> Fault:
    """By its units the drawing is a brick or a county."""
    return Fault(
        "underlay-unlikely-size",
        f"By its units the drawing is {metres:,.1f} m long, which no floor is",
        "Measure something you know; if it is wrong, calibrate: click two points and type the distance.",
    )


def left_out(many: int, kinds: tuple[str, ...]) -> Fault:
    """Things that the drawing holds and that are not drawn, `kinds` in the drawing's words."""
    named = shortened(", ".join(sorted(kinds)))
    return Fault(
        "underlay-left-out",
        f"1 thing is left out: {named}" if many == 1 else f"{many:,} things are left out: {named}",
        "If they are needed, bind linked drawings and explode the rest in the CAD program, and save again.",
    )


def took_too_long(seconds: float) -> Fault:
    """Cut off."""
    return Fault(
        "underlay-too-slow",
        f"The drawing was not drawn within {seconds:g} seconds, and was given up",
        "Save only the floor that is needed, with less detail, or as a PNG picture.",
    )


def links(to: str) -> Fault:
    """The file wants to fetch something else."""
    return Fault(
        "underlay-links",
        f"The drawing links to another file or place: {shortened(to)}",
        "Embed linked pictures in the program it comes from, save it again, and choose that.",
    )


def shortened(text: str, most: int = 80) -> str:
    """Somebody else's text, short and on one line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: 4 * most]).split())
    return f"“{line[: most - 1]}…”" if len(line) > most else f"“{line}”"
