"""Codes: there, and different from one another; and one record to a pair."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from hubdesk.domain.agency import Agency
from hubdesk.domain.area import Area
from hubdesk.domain.checks.verdict import error
from hubdesk.domain.cost_line import Basis, CostLine, FixedShare, Participant, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.floor import Floor
from hubdesk.domain.hub import Hub
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.names import named
from hubdesk.domain.problem import Problem
from hubdesk.domain.record import KIND_NAMES, Record
from hubdesk.domain.record_tables import R
from hubdesk.domain.vat import VatCode

RESERVED_CODES = frozenset({"concessions", "licences"})
"""The identities of the charging rules, section 4, that are no licence's or cost line's."""
_BASIS_WORDS = frozenset(basis.value for basis in Basis if basis is not Basis.DRIVER)
_Coded = Agency | Floor | Area | Desk | Licence | VatCode | CostLine


def duplicate_codes(hub: Hub) -> Iterator[Problem]:
    """Two agencies, floors, areas, desks, licences or VAT codes of one code; cost lines by year too."""
    yield from _same_code(hub, hub.agencies.values(), lambda one: one.code)
    yield from _same_code(hub, hub.floors.values(), lambda one: one.code)
    yield from _same_code(hub, hub.areas.values(), lambda one: one.code)
    yield from _same_code(hub, hub.desks.values(), lambda one: one.code)
    yield from _same_code(hub, hub.licences.values(), lambda one: one.code)
    yield from _same_code(hub, hub.vat_codes.values(), lambda one: one.code)
    yield from _same_code(hub, hub.cost_lines.values(), lambda one: (one.code, one.year))


def blank_codes(hub: Hub) -> Iterator[Problem]:
    """Records without a code, or with spaces around it (codes are matched exactly)."""
    coded: tuple[Iterable[_Coded], ...] = (
        hub.agencies.values(),
        hub.floors.values(),
        hub.areas.values(),
        hub.desks.values(),
        hub.licences.values(),
        hub.vat_codes.values(),
        hub.cost_lines.values(),
    )
    for records in coded:
        for record in records:
            if not record.code:
                what, remedy = f"This {KIND_NAMES[type(record)]} has no code", "Type a code"
            elif record.code != record.code.strip():
                what, remedy = f"The code “{record.code}” has spaces around it", "Take the spaces away"
            else:
                continue
            yield error("code-blank", what, named(hub, record), remedy, (record.id,), "code")


def reserved_codes(hub: Hub) -> Iterator[Problem]:
    """Licences and cost lines with a code that the recharge itself uses, or with one another's."""
    licences = hub.licence_codes
    sources: tuple[Licence | CostLine, ...] = (*hub.licences.values(), *hub.cost_lines.values())
    for record in sources:
        if record.code in RESERVED_CODES:
            yield error(
                "code-reserved",
                f"The code “{record.code}” is one that the recharge uses for itself",
                named(hub, record),
                "Choose another code",
                (record.id,),
                "code",
            )
    for line in hub.cost_lines.values():
        if line.code in licences:
            yield error(
                "code-shared",
                f"A licence has the code “{line.code}” too",
                named(hub, line),
                "Give the cost line or the licence another code",
                (line.id, licences[line.code].id),
                "code",
            )


def driver_names(hub: Hub) -> Iterator[Problem]:
    """Drivers without a name, or named like a built-in basis."""
    for figure in hub.driver_figures.values():
        if figure.driver.strip() and figure.driver not in _BASIS_WORDS:
            continue
        what = f"“{figure.driver}” is a basis by itself" if figure.driver.strip() else "A driver has no name"
        remedy = "Give the driver a name of its own"
        yield error("driver-name-taken", what, named(hub, figure), remedy, (figure.id,), "driver")


def one_to_a_pair(hub: Hub) -> Iterator[Problem]:
    """Two participants, fixed shares, caps, driver figures or links where one is meant."""
    yield from _same_pair(hub, hub.all(Participant), lambda one: (one.cost_line, one.agency))
    yield from _same_pair(hub, hub.all(FixedShare), lambda one: (one.cost_line, one.agency))
    yield from _same_pair(hub, hub.all(ShareCap), lambda one: (one.cost_line, one.agency))
    yield from _same_pair(hub, hub.all(DriverFigure), lambda one: (one.driver, one.agency))
    yield from _same_pair(hub, hub.all(WorkingLink), lambda one: frozenset((one.agency, one.other)))


def _same_code(hub: Hub, records: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[Problem]:
    for same in _shared(records, key):
        what, remedy = f"There are {len(same)} of this code", "Give each a code of its own"
        ids = tuple(one.id for one in same)
        yield error("code-duplicate", what, named(hub, same[0]), remedy, ids, "code")


def _same_pair(hub: Hub, records: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[Problem]:
    for same in _shared(records, key):
        what, remedy = f"This is given {len(same)} times", "Keep one and remove the others"
        ids = tuple(one.id for one in same)
        yield error("given-twice", what, named(hub, same[0]), remedy, ids, "agency")


def _shared(records: Iterable[R], key: Callable[[R], Hashable]) -> Iterator[tuple[Record, ...]]:
    groups: defaultdict[Hashable, list[Record]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return (tuple(same) for same in groups.values() if len(same) > 1)
