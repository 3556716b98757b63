"""Hubs in which every text and figure that is somebody's can be told from any other, wherever it turns up."""

import random
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.hub import Hub
from hubdesk.domain.hundredths import hundredths
from hubdesk.domain.ids import RecordId
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.query import Query, QueryMessage
from hubdesk.domain.record import Record
from hubdesk.domain.review import AgencyReview
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.underlay import Underlay

_MARK = re.compile(r"QZ[0-9a-f]{10}")


@dataclass
class Planted:
    """A hub, and whose each mark in it is: of the record with that id."""

    hub: Hub
    marks: Mapping[str, RecordId]
    figures: Mapping[str, RecordId]
    """Figures of six digits and more, in full and as people read them, by the agency whose they are."""
    of: dict[RecordId, set[str]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        for mark, record in self.marks.items():
            self.of[record].add(mark)

    def seen_in(self, text: str) -> set[str]:
        """The marks in `text`, however it breaks lines."""
        return set(_MARK.findall(text)) | set(_MARK.findall("".join(text.split())))

    def figures_in(self, text: str, but: RecordId) -> set[str]:
        """Figures of agencies other than `but` in `text`, with or without a comma at every thousand."""
        plain = text.replace(",", "")
        return {
            one
            for one, whose in self.figures.items()
            if whose != but and re.search(rf"(?<!\d){re.escape(one)}(?!\d)", plain)
        }


class _Planting:
    def __init__(self, hub: Hub, rng: random.Random) -> None:
        self.hub = hub
        self.rng = rng
        self.marks: dict[str, RecordId] = {}
        self.figures: dict[str, RecordId] = {}

    def mark(self, record: RecordId) -> str:
        made = f"QZ{self.rng.getrandbits(40):010x}"
        self.marks[made] = record
        return made

    def figure(self, whose: RecordId, upto: int = 99_999) -> Decimal:
        """Some figure below `upto` with six decimals, which nothing else in the hub has."""
        made = Decimal(f"{self.rng.randrange(upto)}.{self.rng.randrange(11_111, 99_999)}7")
        self.figures[str(made)] = whose
        if made > 1_000:
            self.figures[hundredths(Fraction(made)).replace(",", "")] = whose
        return made

    def planted(self, record: Record) -> Record:  # noqa: C901, PLR0911, PLR0912  one case to a kind
        id_ = record.id

        def mark() -> str:
            return self.mark(id_)

        match record:
            case Agency():
                return replace(
                    record,
                    code=mark(),
                    name=f"{mark()} Trust",
                    contact=f"Ann {mark()}",
                    email=f"{mark()}@example.org",
                    customer_code=mark(),
                    cost_centre=mark(),
                    subjective=mark(),
                    purchase_order=mark(),
                )
            case Licence():
                return replace(record, code=mark(), cost_centre=mark(), subjective=mark())
            case Desk():
                return replace(record, code=mark())
            case Area():
                return replace(record, code=mark(), name=f"{mark()} room", clearance="police")
            case CostLine():
                return replace(record, name=f"{mark()} cost", cost_centre=mark(), subjective=mark())
            case Underlay():
                return replace(record, name=mark())
            case Concession() if record.licence is not None:
                whose = self.hub.licences[record.licence].agency
                percent = self.figure(whose, 60)
                return replace(record, reason=mark(), percent=percent)
            case FixedShare():
                return replace(record, percent=self.figure(record.agency, 40))
            case ShareCap():
                pence = self.rng.randrange(10**9, 10**10)
                self.figures[f"{pence // 100}.{pence % 100:02}"] = record.agency
                self.figures[str(pence)] = record.agency
                return replace(record, pence=pence)
            case DriverFigure():
                steps = record.figures.steps
                return replace(
                    record,
                    figures=Timeline.of(
                        (one.first, self.figure(record.agency) if one.value else one.value) for one in steps
                    ),
                )
            case WorkingLink():
                return replace(record, reason=mark())
            case DropIn():
                return replace(record, purpose=mark())
            case PlacementRule():
                return replace(record, value=mark())
            case AgencyReview():
                return replace(record, signed_by=mark())
            case Query():
                return replace(record, said=mark(), reason=mark(), owner=mark())
            case QueryMessage():
                return replace(record, by=mark(), words=mark())
            case _:
                return record


def planted(hub: Hub, seed: int) -> Planted:
    """`hub` with marks of its own in every text of every record, and figures that nobody else has."""
    planting = _Planting(hub, random.Random(seed))
    kept = (one for one in hub.records() if not _names_a_place(one))
    made = Hub.of(planting.planted(record) for record in kept)
    return Planted(made, planting.marks, planting.figures)


def _names_a_place(record: Record) -> bool:
    """Rules hold codes of areas and floors as text, which have others by then."""
    return isinstance(record, PlacementRule) and record.kind is not RuleKind.CLEARANCE
