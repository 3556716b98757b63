"""`HubBuilder`: hubs for tests, written the way people speak of them.

    a_hub("Parkside").agency("CAB", "voluntary").rate("2026-04-01", 3000).licence("L01", "CAB", 4).build()

Pounds, ISO days, codes and the workbook's words go in; records come out.
"""

from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any, TypeVar

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.concession import Applies, Concession, Funder
from hubdesk.domain.cost_line import (
    Basis,
    CostLine,
    FixedShare,
    Participant,
    Recovery,
    ShareCap,
    VacantPolicy,
)
from hubdesk.domain.desk import Desk, DeskKind
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn, Weekday
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Outline, Point
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.ledger import LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.money import Pence
from hubdesk.domain.period import Billing, YearStart, parse_year
from hubdesk.domain.record import Record
from hubdesk.domain.rule import PlacementRule, RuleKind
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.vat import VatCode

Number = int | str | Decimal
Day = str | date
Steps = Mapping[str, Number]
R = TypeVar("R", bound=Record)

THIS_YEAR = "2026-27"


def pence(pounds: Number) -> Pence:
    """£1,234.50 as 123450: `1234`, `"1234.50"`, `"1,234.50"`. Raises ValueError on part pennies."""
    amount = Decimal(str(pounds).replace(",", "")) * 100
    if amount != int(amount):
        raise ValueError(f"{pounds} pounds are no whole pennies")
    return int(amount)


def a_day(text: Day) -> date:
    return text if isinstance(text, date) else date.fromisoformat(text)


def _day(text: Day | None) -> date | None:
    return None if text is None else a_day(text)


def _metres(value: Number) -> int:
    return int(Decimal(str(value)) * 1000)


def _outline(corners: Iterable[tuple[Number, Number]]) -> Outline:
    return tuple(Point(_metres(x), _metres(y)) for x, y in corners)


def a_hub(name: str = "Parkside", host: str = "HBC") -> "HubBuilder":
    """A hub with its host (a public agency, internal to the ledger) and a desk rate of £3,000 since 2020."""
    return HubBuilder(name, host)


class HubBuilder:
    """Every method adds to the hub and hands back the builder; `build()` ends it.

    Codes name what was added before; an agency named `host` is there from the start. Ids count up
    from 1, so the same words give the same hub.
    """

    def __init__(self, name: str, host: str) -> None:
        self._records: list[Record] = []
        self._rates: dict[date, Pence] = {a_day("2020-04-01"): pence(3000)}
        self._rate_given = False
        self._count = 0
        self.agency(host, internal=True)
        self._settings = HubSettings(self._id(), name, self._one(Agency, host).id)
        self._rate_id = self._id()

    def build(self) -> Hub:
        rate = DeskRate(self._rate_id, Timeline.of(self._rates.items()))
        return Hub.of([self._settings, rate, *self._records])

    # The hub itself

    def year_start(self, day: int, month: int) -> "HubBuilder":
        return self._with_settings(year_start=YearStart(day, month))

    def billing(self, period: str) -> "HubBuilder":
        """`quarter`, `month` or `year`."""
        return self._with_settings(billing=Billing(period))

    def rate(self, first: Day, pounds: Number) -> "HubBuilder":
        """A step of the desk rate; the first one named replaces the default rate."""
        if not self._rate_given:
            self.without_rate()
        self._rates[a_day(first)] = pence(pounds)
        return self

    def without_rate(self) -> "HubBuilder":
        self._rates, self._rate_given = {}, True
        return self

    def vat_code(self, code: str, steps: Steps) -> "HubBuilder":
        """Percent from each day: `vat_code("S", {"2011-01-04": 20})`."""
        return self.add(VatCode(self._id(), code, _decimals(steps)))

    def ledger(self, **settings: Any) -> "HubBuilder":
        """The ledger settings: `customer_mask`, `journal_columns` and so on."""
        return self.add(LedgerSettings(self._id(), **settings))

    def statements(self, **texts: str) -> "HubBuilder":
        """What statements say beside the figures: `contact`, `payment` and so on."""
        return self.add(StatementSettings(self._id(), **texts))

    # Agencies, their licences and concessions

    def agency(
        self,
        code: str,
        sector: str = "public",
        name: str = "",
        *,
        internal: bool = False,
        accessible_desks: int | None = None,
        **ledger: str,
    ) -> "HubBuilder":
        """An agency with ledger codes; `ledger` overrides them and the other texts of the record."""
        texts = {"customer_code": f"CU{code}", "cost_centre": f"CC{code}", "subjective": "4100"} | ledger
        flags: dict[str, Any] = {"internal": internal, "accessible_desks": accessible_desks}
        return self.add(Agency(self._id(), code, name or code, Sector(sector), **(flags | texts)))

    def licence(
        self,
        code: str,
        agency: str,
        desks: int | Mapping[str, int] = 1,
        first: Day = "2026-04-01",
        last: Day | None = None,
        *,
        vat: str = "E",
        cost_centre: str = "CC-LIC",
        subjective: str = "9100",
    ) -> "HubBuilder":
        """`desks` from the first day, or steps: `{"2026-04-01": 6, "2026-08-15": 8}`."""
        start = a_day(first)
        pairs = [(start, desks)] if isinstance(desks, int) else [(a_day(d), n) for d, n in desks.items()]
        return self.add(
            Licence(
                self._id(),
                code,
                self._one(Agency, agency).id,
                start,
                _day(last),
                Timeline.of(pairs),
                vat,
                cost_centre,
                subjective,
            )
        )

    def standing(self, sector: str, percent: Number, **terms: str | int) -> "HubBuilder":
        """A sector's standing concession; `terms` as in `award`."""
        return self._concession(Sector(sector), None, percent, terms)

    def award(self, licence: str, percent: Number, **terms: str | int) -> "HubBuilder":
        """A concession on one licence. Terms: first, last, desk_cap, applies, funder, reason, review."""
        return self._concession(None, self._one(Licence, licence).id, percent, terms)

    # Costs

    def cost_line(
        self,
        code: str,
        budget: Number,
        basis: str = "licensed desks",
        year: str = THIS_YEAR,
        *,
        actual: Number | None = None,
        recovery: str = "shared",
        vacant: str = "host pays",
        first: Day | None = None,
        last: Day | None = None,
        vat: str = "E",
        name: str = "",
        cost_centre: str = "CC-SHA",
        subjective: str = "9200",
    ) -> "HubBuilder":
        """A cost line; a `basis` that is no word of the workbook is a driver's name."""
        built_in = {one.value: one for one in Basis if one is not Basis.DRIVER}
        return self.add(
            CostLine(
                self._id(),
                code,
                name or code,
                parse_year(year),
                pence(budget),
                None if actual is None else pence(actual),
                recovery=Recovery(recovery),
                basis=built_in.get(basis, Basis.DRIVER),
                driver="" if basis in built_in else basis,
                vacant=VacantPolicy(vacant),
                first=_day(first),
                last=_day(last),
                vat_code=vat,
                cost_centre=cost_centre,
                subjective=subjective,
            )
        )

    def participants(self, line: str, *agencies: str, year: str = THIS_YEAR) -> "HubBuilder":
        for agency in agencies:
            self.add(Participant(self._id(), self._line(line, year), self._one(Agency, agency).id))
        return self

    def fixed_share(self, line: str, agency: str, percent: Number, year: str = THIS_YEAR) -> "HubBuilder":
        ids = self._line(line, year), self._one(Agency, agency).id
        return self.add(FixedShare(self._id(), *ids, Decimal(str(percent))))

    def cap(self, line: str, agency: str, pounds: Number, year: str = THIS_YEAR) -> "HubBuilder":
        ids = self._line(line, year), self._one(Agency, agency).id
        return self.add(ShareCap(self._id(), *ids, pence(pounds)))

    def driver(self, name: str, agency: str, figures: Number | Steps) -> "HubBuilder":
        """One figure since 1 April 2026, or steps."""
        steps = figures if isinstance(figures, Mapping) else {"2026-04-01": figures}
        return self.add(DriverFigure(self._id(), name, self._one(Agency, agency).id, _decimals(steps)))

    # The building, and who sits where

    def floor(
        self, code: str = "G", level: int = 0, width_m: Number = 40, depth_m: Number = 20, name: str = ""
    ) -> "HubBuilder":
        return self.add(Floor(self._id(), code, name or code, level, _metres(width_m), _metres(depth_m)))

    def area(
        self,
        code: str,
        floor: str = "G",
        agency: str | None = None,
        m2: Number | None = None,
        *,
        kind: str = "neighbourhood",
        outline: Iterable[tuple[Number, Number]] = (),
        clearance: str = "",
        first: Day | None = None,
        last: Day | None = None,
    ) -> "HubBuilder":
        """An area; with an `agency`, for that one's sole use. `outline` in metres."""
        return self.add(
            Area(
                self._id(),
                code,
                self._one(Floor, floor).id,
                code,
                AreaKind(kind),
                _outline(outline),
                clearance,
                None if agency is None else self._one(Agency, agency).id,
                None if m2 is None else Decimal(str(m2)),
                _day(first),
                _day(last),
            )
        )

    def desk(
        self,
        code: str,
        floor: str = "G",
        x_m: Number = 1,
        y_m: Number = 1,
        *,
        area: str | None = None,
        kind: str = "standard",
        first: Day | None = None,
        last: Day | None = None,
    ) -> "HubBuilder":
        return self.add(
            Desk(
                self._id(),
                code,
                self._one(Floor, floor).id,
                _metres(x_m),
                _metres(y_m),
                area=None if area is None else self._one(Area, area).id,
                kind=DeskKind(kind),
                first=_day(first),
                last=_day(last),
            )
        )

    def desks(self, count: int, floor: str = "G") -> "HubBuilder":
        """`count` desks in rows of ten, coded "G-001" on."""
        for place in range(count):
            self.desk(f"{floor}-{place + 1:03}", floor, 2 + place % 10 * 2, 2 + place // 10 * 3)
        return self

    def allocation(
        self,
        desk: str,
        agency: str,
        first: Day = "2026-04-01",
        last: Day | None = None,
        charged_to: str | None = None,
        *,
        pinned: bool = False,
    ) -> "HubBuilder":
        payer = None if charged_to is None else self._one(Agency, charged_to).id
        ids = self._one(Desk, desk).id, self._one(Agency, agency).id
        return self.add(Allocation(self._id(), *ids, a_day(first), _day(last), payer, pinned))

    def link(self, agency: str, other: str, strength: Number = 5) -> "HubBuilder":
        ids = self._one(Agency, agency).id, self._one(Agency, other).id
        return self.add(WorkingLink(self._id(), *ids, Decimal(str(strength))))

    def rule(self, agency: str, rule: str, value: str = "") -> "HubBuilder":
        return self.add(PlacementRule(self._id(), self._one(Agency, agency).id, RuleKind(rule), value))

    def drop_in(
        self,
        agency: str,
        area: str,
        when: str,
        starts: str = "09:00",
        ends: str = "12:30",
        *,
        desks: int | None = None,
        first: Day | None = None,
        last: Day | None = None,
        purpose: str = "",
    ) -> "HubBuilder":
        """`when` is a weekday ("Tuesday") or an ISO day."""
        is_weekday = when in {day.value for day in Weekday}
        return self.add(
            DropIn(
                self._id(),
                self._one(Agency, agency).id,
                self._one(Area, area).id,
                Weekday(when) if is_weekday else None,
                None if is_weekday else a_day(when),
                time.fromisoformat(starts),
                time.fromisoformat(ends),
                None if first is None else a_day(first),
                None if last is None else a_day(last),
                desks,
                purpose,
            )
        )

    def add(self, *records: Record) -> "HubBuilder":
        """Whatever the words above do not say."""
        self._records += records
        return self

    # Within

    def _with_settings(
        self, year_start: YearStart | None = None, billing: Billing | None = None
    ) -> "HubBuilder":
        old = self._settings
        self._settings = HubSettings(
            old.id, old.name, old.host, year_start or old.year_start, billing or old.billing
        )
        return self

    def _concession(
        self,
        sector: Sector | None,
        licence: RecordId | None,
        percent: Number,
        terms: Mapping[str, str | int],
    ) -> "HubBuilder":
        last, cap, review = terms.get("last"), terms.get("desk_cap"), terms.get("review")
        return self.add(
            Concession(
                self._id(),
                sector,
                licence,
                Decimal(str(percent)),
                a_day(str(terms.get("first", "2020-04-01"))),
                None if last is None else a_day(str(last)),
                None if cap is None else int(cap),
                Applies(terms.get("applies", "licence")),
                Funder(terms.get("funder", "host")),
                str(terms.get("reason", "")),
                None if review is None else a_day(str(review)),
            )
        )

    def _one(self, kind: type[R], code: str) -> R:
        """The record of that kind and code. Raises LookupError."""
        for record in self._records:
            if isinstance(record, kind) and getattr(record, "code", None) == code:
                return record
        raise LookupError(f"no {kind.__name__} with the code {code} yet")

    def _line(self, code: str, year: str) -> RecordId:
        starts_in = parse_year(year)
        for record in self._records:
            if isinstance(record, CostLine) and (record.code, record.year) == (code, starts_in):
                return record.id
        raise LookupError(f"no cost line {code} of {year} yet")

    def _id(self) -> RecordId:
        self._count += 1
        return RecordId(f"{self._count:016x}")


def _decimals(steps: Steps) -> Timeline[Decimal]:
    return Timeline.of((a_day(day), Decimal(str(value))) for day, value in steps.items())
