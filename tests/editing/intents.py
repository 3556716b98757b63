"""An intent drawn at random for every editing function, by its name."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hubdesk.domain.agency import Agency, Sector
from hubdesk.domain.allocation import Allocation
from hubdesk.domain.area import Area, AreaKind
from hubdesk.domain.box import Axis, box_of
from hubdesk.domain.change import Change, adding
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import CostLine, FixedShare, ShareCap
from hubdesk.domain.desk import Desk
from hubdesk.domain.driver import DriverFigure
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.floor import Floor
from hubdesk.domain.geometry import Point, rectangle
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.ledger import CodeKind, Column, LedgerFile, LedgerSettings
from hubdesk.domain.licence import Licence
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.period import Billing, YearStart
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.query import Asks, End, Query, QueryMessage, Stage
from hubdesk.domain.record_tables import R
from hubdesk.domain.review import AgencyReview, ReviewRound, ReviewSettings, Totals
from hubdesk.domain.rule import PlacementRule
from hubdesk.domain.statements import StatementSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.underlay import Source, Underlay, UnderlayKind
from hubdesk.domain.vat import VatCode
from hubdesk.editing import (
    agencies,
    allocations,
    answers,
    areas,
    arranging,
    clipping,
    concessions,
    cost_lines,
    desk_arrays,
    desk_places,
    desks,
    drivers,
    drop_ins,
    floors,
    ledger,
    licences,
    links,
    locks,
    placing,
    queries,
    rates,
    reviews,
    roll_forward,
    rules,
    settings,
    splitting,
    statements,
    turning,
    underlays,
    vat_codes,
)
from hubdesk.editing.arranging import Edge


class NothingToEdit(Exception):
    """The hub has no record of the kind."""


NEWCOMER = Agency(RecordId("e" * 16), "NEWCOMER", "Newcomer", Sector.PUBLIC)
EMPTY_FLOOR = Floor(RecordId("e" * 16), "EMPTY", "Attic", 9, 40_000, 15_000)


class Draw:
    """A hub, with an agency and a floor that nothing hangs on yet, and things of it drawn at random."""

    def __init__(self, hub: Hub, rng: random.Random) -> None:
        self.hub, self.rng = hub.applying(adding("Newcomers", NEWCOMER, EMPTY_FLOOR)), rng

    def a(self, kind: type[R]) -> R:
        records = sorted(self.hub.all(kind), key=lambda one: one.id)
        if not records:
            raise NothingToEdit
        return self.rng.choice(records)

    def some_desks(self) -> list[Desk]:
        return [self.a(Desk)] if self.rng.randrange(2) else list(self.hub.desks.values())[:5]

    def few_desks(self) -> list[RecordId]:
        return sorted(self.hub.desks)[:5]

    def some_pieces(self) -> tuple[list[RecordId], list[RecordId]]:
        """Desks and areas, some of the areas not drawn."""
        return [desk.id for desk in self.some_desks()], [self.a(Area).id]

    def day(self) -> date:
        return date(2026, 1, 1) + timedelta(days=self.rng.randrange(700))

    def last(self, first: date) -> date | None:
        return self.rng.choice([None, first, first + timedelta(days=self.rng.randrange(200))])

    def step(self, timeline: Timeline[int] | Timeline[Decimal]) -> date:
        """The day of a step, else some day."""
        return self.rng.choice([step.first for step in timeline.steps] or [self.day()])

    def point(self) -> Point:
        return Point(self.rng.randrange(40_000), self.rng.randrange(20_000))

    def source(self) -> Source:
        kind = self.rng.choice(list(UnderlayKind))
        return Source(kind, "e" * 64, self.number() * 10, self.number() * 10, corner_x=self.number())

    def number(self) -> Decimal:
        return Decimal(self.rng.randrange(1, 1000)).scaleb(-1)


def _allocate(draw: Draw) -> Change:
    first = draw.day()
    chosen = [desk.id for desk in draw.some_desks()]
    return allocations.allocate(draw.hub, chosen, draw.a(Agency).id, first, draw.last(first))


def _vacate(draw: Draw) -> Change:
    first = draw.day()
    return allocations.vacate(draw.hub, [desk.id for desk in draw.some_desks()], first, draw.last(first))


def _remove_driver_step(draw: Draw) -> Change:
    figure = draw.a(DriverFigure)
    return drivers.remove_step(draw.hub, figure.driver, figure.agency, draw.step(figure.figures))


def _remove_licence_step(draw: Draw) -> Change:
    licence = draw.a(Licence)
    return licences.remove_step(draw.hub, licence.id, draw.step(licence.desks))


def _move_licence_step(draw: Draw) -> Change:
    licence = draw.a(Licence)
    first = draw.step(licence.desks)
    return licences.move_step(
        draw.hub, licence.id, first, first + timedelta(days=draw.rng.randrange(-60, 60))
    )


def _move_vat_rate(draw: Draw) -> Change:
    vat = draw.a(VatCode)
    return vat_codes.move_rate(draw.hub, vat.id, draw.step(vat.percent), draw.day())


def _remove_vat_rate(draw: Draw) -> Change:
    vat = draw.a(VatCode)
    return vat_codes.remove_rate(draw.hub, vat.id, draw.step(vat.percent))


def _remove_share(draw: Draw) -> Change:
    share = draw.a(FixedShare)
    return cost_lines.remove_fixed_share(draw.hub, share.cost_line, share.agency)


def _remove_cap(draw: Draw) -> Change:
    cap = draw.a(ShareCap)
    return cost_lines.remove_cap(draw.hub, cap.cost_line, cap.agency)


def _join(draw: Draw) -> Change:
    agency = Agency(new_id(), "NEW", "Newcomer", Sector.VOLUNTARY)
    first = draw.day()
    licence = Licence(new_id(), "L99", agency.id, first, desks=Timeline.of([(first, 4)]))
    return agencies.join(draw.hub, agency, licence)


def _participants(draw: Draw) -> Change:
    listed = draw.rng.sample(sorted(draw.hub.agencies), draw.rng.randrange(3))
    return cost_lines.set_participants(draw.hub, draw.a(CostLine).id, listed)


def _supersede(draw: Draw) -> Change:
    old = draw.a(Concession)
    return concessions.supersede(
        draw.hub, old.id, replace(old, id=new_id(), first=draw.day(), last=None, percent=Decimal(5))
    )


def _new_ledger(draw: Draw) -> Change:
    now = draw.hub.ledger
    return ledger.set_up(draw.hub, LedgerSettings(now.id if now else new_id(), customer_mask="999"))


def _new_statements(draw: Draw) -> Change:
    now = draw.hub.statements
    words = StatementSettings(now.id if now else new_id(), contact="Ann Reed, 01664 500100")
    return statements.set_up(draw.hub, words)


def _new_review_settings(draw: Draw) -> Change:
    now = draw.hub.review_settings
    return reviews.set_up(draw.hub, ReviewSettings(now.id if now else new_id(), Totals.OPEN, 30))


def _new_placement_settings(draw: Draw) -> Change:
    now = draw.hub.placement_settings
    return placing.set_up(draw.hub, PlacementSettings(now.id if now else new_id(), moves=Decimal(7)))


def _open_round(draw: Draw) -> Change:
    day = draw.day()
    round_ = ReviewRound(new_id(), new_id(), day, day, day, "ab" * 32, "cd" * 32, Totals.OPEN)
    return reviews.open_round(draw.hub, round_, [draw.a(Agency).id])


def _remove_round(draw: Draw) -> Change:
    opened = _open_round(draw)
    draw.hub = draw.hub.applying(opened)
    (round_,) = (one for one in opened.added if isinstance(one, ReviewRound))
    return reviews.remove_round(draw.hub, round_.id)


def _send_a_pack(draw: Draw) -> Change:
    return reviews.sent(draw.hub, [(draw.a(AgencyReview).id, "ef" * 32)], draw.day())


def _take_an_answer_in(draw: Draw) -> Change:
    review = replace(draw.a(AgencyReview), answered=draw.day(), answer="ef" * 32, signed_by="Manager")
    line, number, day = str(LineKey(About.WISH, review.agency)), queries.next_number(draw.hub), draw.day()
    query = Query(new_id(), number, review.agency, line, "Desks", Asks.WISH, day, day, round=review.round)
    message = QueryMessage(new_id(), query.id, day, 0, "Manager", "Two more")
    return answers.take_in(draw.hub, "Take in an answer", [review], [query], [message])


def _raise_a_query(draw: Draw) -> Change:
    agency, day = draw.a(Agency).id, draw.day()
    line = str(LineKey(About.WISH, agency))
    number = queries.next_number(draw.hub)
    return queries.raise_(draw.hub, Query(new_id(), number, agency, line, "Desks", Asks.WISH, day, day))


def _write_about_a_query(draw: Draw) -> Change:
    return queries.write(draw.hub, draw.a(Query).id, "Where are the two?", by="Ann", on=draw.day())


def _escalate_a_query(draw: Draw) -> Change:
    return queries.escalate(
        draw.hub, draw.a(Query).id, Stage.MEDIATION, words="It is late", by="Ann", on=draw.day()
    )


def _end_a_query(draw: Draw) -> Change:
    how = draw.rng.choice(list(End))
    return queries.end(draw.hub, draw.a(Query).id, how, words="", by="Ann", on=draw.day())


def _reopen_a_query(draw: Draw) -> Change:
    return queries.reopen(draw.hub, draw.a(Query).id)


def _put_desks(draw: Draw) -> Change:
    floor = draw.a(Floor).id
    places = [
        desk_arrays.DeskPlace(draw.point().x, draw.point().y, Decimal(draw.rng.randrange(360)))
        for _ in range(draw.rng.randrange(1, 5))
    ]
    free = desk_places.free_of(draw.hub, floor, places, draw.day())
    return desk_places.put(draw.hub, floor, free, in_service_from=draw.day())


def _lay_out(draw: Draw) -> Change:
    layout = desk_arrays.Layout(draw.rng.randrange(1, 5), 2, facing=draw.rng.choice(list(desk_arrays.Facing)))
    first = desk_arrays.DeskPlace(2_000, 2_000, Decimal(draw.rng.randrange(360)))
    return desk_arrays.lay_out(draw.hub, draw.a(Floor).id, first, layout, in_service_from=draw.day())


def _paste(draw: Draw) -> Change:
    copied = clipping.copy(draw.hub, *draw.some_pieces())
    return clipping.paste(draw.hub, copied, draw.a(Floor).id, Point(9_000, 9_000), draw.day())


def _split(draw: Draw) -> Change:
    area = draw.a(Area)
    if not area.outline:
        raise NothingToEdit
    down = box_of(area.outline).centre.y
    return splitting.split(draw.hub, area.id, Point(0, down), Point(60_000, down + draw.rng.randrange(99)))


def _set_details(draw: Draw) -> Change:
    details = desks.DeskDetails(width_mm=1_400, rotation=draw.number())
    return desks.set_details(draw.hub, [desk.id for desk in draw.some_desks()], details)


def _locked(draw: Draw) -> Change:
    return locks.lock(draw.hub, [desk.id for desk in draw.some_desks()], [draw.a(Area).id])


def _unlocked(draw: Draw) -> Change:
    return locks.unlock(draw.hub, [desk.id for desk in draw.some_desks()], [draw.a(Area).id])


def _lay(draw: Draw) -> Change:
    scale = draw.rng.choice([None, Decimal("12.5")])
    return underlays.lay(draw.hub, draw.a(Floor).id, "plan.pdf", draw.source(), scale, ["A-DOOR"])


def _show_layers(draw: Draw) -> Change:
    underlay = draw.a(Underlay)
    return underlays.show_layers(draw.hub, underlay.id, underlay.hidden_layers[:1])


def _copy(record: R) -> R:
    """As a new record: the same but for its id."""
    return replace(record, id=new_id())


INTENTS: Mapping[Callable[..., Change], Callable[[Draw], Change]] = {
    agencies.add: lambda d: agencies.add(d.hub, _copy(d.a(Agency)), _copy(d.a(Agency))),
    agencies.change: lambda d: agencies.change(d.hub, replace(d.a(Agency), name="Other")),
    agencies.rename: lambda d: agencies.rename(d.hub, d.a(Agency).id, "ZZZ"),
    agencies.remove: lambda d: agencies.remove(d.hub, d.a(Agency).id),
    agencies.join: _join,
    agencies.leave: lambda d: agencies.leave(d.hub, d.a(Agency).id, d.day()),
    allocations.add: lambda d: allocations.add(d.hub, _copy(d.a(Allocation))),
    allocations.change: lambda d: allocations.change(d.hub, replace(d.a(Allocation), last=d.day())),
    allocations.remove: lambda d: allocations.remove(d.hub, d.a(Allocation).id),
    allocations.allocate: _allocate,
    allocations.vacate: _vacate,
    allocations.second: lambda d: allocations.second(d.hub, d.a(Allocation).id, d.a(Agency).id),
    areas.add: lambda d: areas.add(d.hub, _copy(d.a(Area))),
    areas.change: lambda d: areas.change(d.hub, replace(d.a(Area), name="Other")),
    areas.rename: lambda d: areas.rename(d.hub, d.a(Area).id, "ZZZ"),
    areas.remove: lambda d: areas.remove(d.hub, d.a(Area).id),
    areas.give: lambda d: areas.give(d.hub, d.a(Area).id, d.a(Agency).id),
    arranging.move: lambda d: arranging.move(d.hub, *d.some_pieces(), 100, -100),
    arranging.align: lambda d: arranging.align(d.hub, d.few_desks(), d.rng.choice(list(Edge))),
    arranging.distribute: lambda d: arranging.distribute(d.hub, d.few_desks(), d.rng.choice(list(Axis))),
    arranging.space: lambda d: arranging.space(d.hub, d.few_desks(), d.rng.choice(list(Axis)), 1_700),
    clipping.paste: _paste,
    clipping.duplicate: lambda d: clipping.duplicate(d.hub, *d.some_pieces(), 0, 2_000, d.day()),
    areas.draw: lambda d: areas.draw(
        d.hub, d.a(Floor).id, d.rng.choice(list(AreaKind)), rectangle(3_000, 2_000), d.day()
    ),
    areas.reshape: lambda d: areas.reshape(d.hub, d.a(Area).id, rectangle(3_000, 2_000)),
    areas.move_with_desks: lambda d: areas.move_with_desks(d.hub, d.a(Area).id, 300, 0),
    splitting.split: _split,
    floors.set_outline: lambda d: floors.set_outline(d.hub, d.a(Floor).id, rectangle(90_000, 80_000)),
    areas.free: lambda d: areas.free(d.hub, d.a(Area).id),
    concessions.add: lambda d: concessions.add(d.hub, _copy(d.a(Concession))),
    concessions.change: lambda d: concessions.change(d.hub, replace(d.a(Concession), desk_cap=3)),
    concessions.remove: lambda d: concessions.remove(d.hub, d.a(Concession).id),
    concessions.end: lambda d: concessions.end(d.hub, d.a(Concession).id, d.day()),
    concessions.supersede: _supersede,
    cost_lines.add: lambda d: cost_lines.add(d.hub, _copy(d.a(CostLine))),
    cost_lines.change: lambda d: cost_lines.change(d.hub, replace(d.a(CostLine), budget=7)),
    cost_lines.rename: lambda d: cost_lines.rename(d.hub, d.a(CostLine).id, "ZZZ"),
    cost_lines.remove: lambda d: cost_lines.remove(d.hub, d.a(CostLine).id),
    cost_lines.set_actual: lambda d: cost_lines.set_actual(
        d.hub, d.a(CostLine).id, d.rng.choice([None, 0, 5])
    ),
    cost_lines.set_participants: _participants,
    cost_lines.set_fixed_share: lambda d: cost_lines.set_fixed_share(
        d.hub, d.a(CostLine).id, d.a(Agency).id, Decimal(5)
    ),
    cost_lines.remove_fixed_share: _remove_share,
    cost_lines.set_cap: lambda d: cost_lines.set_cap(d.hub, d.a(CostLine).id, d.a(Agency).id, 50_000),
    cost_lines.remove_cap: _remove_cap,
    desk_arrays.lay_out: _lay_out,
    desk_places.put: _put_desks,
    desks.add: lambda d: desks.add(d.hub, _copy(d.a(Desk)), _copy(d.a(Desk))),
    desks.change: lambda d: desks.change(d.hub, replace(d.a(Desk), x_mm=5)),
    desks.rename: lambda d: desks.rename(d.hub, d.a(Desk).id, "ZZZ"),
    desks.move: lambda d: desks.move(d.hub, [desk.id for desk in d.some_desks()], 100, -100),
    desks.set_details: _set_details,
    desks.withdraw: lambda d: desks.withdraw(d.hub, [desk.id for desk in d.some_desks()], d.day()),
    desks.remove: lambda d: desks.remove(d.hub, d.a(Desk).id),
    desks.remove_with_allocations: lambda d: desks.remove_with_allocations(
        d.hub, *(desk.id for desk in d.some_desks())
    ),
    drivers.set_figure: lambda d: drivers.set_figure(
        d.hub, d.rng.choice(["FTE", "visitors"]), d.a(Agency).id, d.day(), d.number()
    ),
    drivers.remove_step: _remove_driver_step,
    drivers.rename: lambda d: drivers.rename(d.hub, d.a(DriverFigure).driver, "visitors"),
    drivers.remove: lambda d: drivers.remove(d.hub, d.a(DriverFigure).driver),
    drop_ins.add: lambda d: drop_ins.add(d.hub, _copy(d.a(DropIn))),
    drop_ins.change: lambda d: drop_ins.change(d.hub, replace(d.a(DropIn), purpose="Advice")),
    drop_ins.remove: lambda d: drop_ins.remove(d.hub, d.a(DropIn).id),
    floors.add: lambda d: floors.add(d.hub, _copy(d.a(Floor))),
    floors.change: lambda d: floors.change(d.hub, replace(d.a(Floor), theme="People")),
    floors.rename: lambda d: floors.rename(d.hub, d.a(Floor).id, "ZZZ"),
    floors.remove: lambda d: floors.remove(d.hub, d.a(Floor).id),
    ledger.set_up: _new_ledger,
    statements.set_up: _new_statements,
    reviews.set_up: _new_review_settings,
    reviews.all_opened: lambda draw: reviews.all_opened(draw.hub, [draw.a(AgencyReview).id], draw.day()),
    answers.take_in: _take_an_answer_in,
    placing.set_up: _new_placement_settings,
    placing.pin: lambda draw: placing.pin(draw.hub, [draw.a(Allocation).id]),
    placing.unpin: lambda draw: placing.unpin(draw.hub, [draw.a(Allocation).id]),
    reviews.open_round: _open_round,
    reviews.change_round: lambda draw: reviews.change_round(
        draw.hub, replace(draw.a(ReviewRound), text="Tell us by Friday")
    ),
    reviews.remove_round: _remove_round,
    reviews.sent: _send_a_pack,
    reviews.opened: lambda draw: reviews.opened(draw.hub, draw.a(AgencyReview).id, draw.day()),
    queries.raise_: _raise_a_query,
    queries.change: lambda draw: queries.change(draw.hub, replace(draw.a(Query), owner="Ann")),
    queries.write: _write_about_a_query,
    queries.escalate: _escalate_a_query,
    queries.end: _end_a_query,
    queries.reopen: _reopen_a_query,
    statements.set_words: lambda d: statements.set_words(
        d.hub, d.rng.choice(list(statements.Words)), "Council House\nParkside"
    ),
    statements.set_logo: lambda d: statements.set_logo(d.hub, "ab" * 32),
    ledger.clear: lambda d: ledger.clear(d.hub),
    ledger.set_columns: lambda d: ledger.set_columns(
        d.hub, d.rng.choice(list(LedgerFile)), (Column("Ref", "reference"), Column("Filler", ""))
    ),
    ledger.set_mask: lambda d: ledger.set_mask(d.hub, d.rng.choice(list(CodeKind)), "AA-999"),
    ledger.map_vat_code: lambda d: ledger.map_vat_code(d.hub, d.a(VatCode).code, "T1"),
    licences.add: lambda d: licences.add(d.hub, _copy(d.a(Licence))),
    licences.change: lambda d: licences.change(d.hub, replace(d.a(Licence), vat_code="Z")),
    licences.rename: lambda d: licences.rename(d.hub, d.a(Licence).id, "ZZZ"),
    licences.set_desks: lambda d: licences.set_desks(d.hub, d.a(Licence).id, d.day(), d.rng.randrange(20)),
    licences.remove_step: _remove_licence_step,
    licences.end: lambda d: licences.end(d.hub, d.a(Licence).id, d.day()),
    licences.start: lambda d: licences.start(d.hub, d.a(Licence).id, d.day()),
    licences.set_last: lambda d: licences.set_last(d.hub, d.a(Licence).id, d.last(d.day())),
    licences.move_step: _move_licence_step,
    licences.remove: lambda d: licences.remove(d.hub, d.a(Licence).id),
    links.add: lambda d: links.add(d.hub, _copy(d.a(WorkingLink))),
    links.change: lambda d: links.change(d.hub, replace(d.a(WorkingLink), strength=d.number())),
    links.remove: lambda d: links.remove(d.hub, d.a(WorkingLink).id),
    links.set_strength: lambda d: links.set_strength(
        d.hub, d.a(WorkingLink).agency, d.a(Agency).id, d.rng.choice((None, d.number()))
    ),
    locks.lock: _locked,
    locks.unlock: _unlocked,
    rates.set_step: lambda d: rates.set_step(d.hub, d.day(), d.rng.randrange(400_000)),
    rates.use_from: lambda d: rates.use_from(d.hub, d.day(), d.rng.randrange(400_000), date(2027, 3, 31)),
    rates.remove_step: lambda d: rates.remove_step(d.hub, d.step(d.hub.rate.pence)),
    roll_forward.roll_forward: lambda d: roll_forward.roll_forward(
        d.hub, max(d.hub.cost_lines_of) + 1, d.number()
    ),
    rules.add: lambda d: rules.add(d.hub, _copy(d.a(PlacementRule))),
    rules.change: lambda d: rules.change(d.hub, replace(d.a(PlacementRule), value="police")),
    rules.remove: lambda d: rules.remove(d.hub, d.a(PlacementRule).id),
    settings.change: lambda d: settings.change(d.hub, replace(d.hub.settings, name="Other")),
    settings.rename: lambda d: settings.rename(d.hub, "Elsewhere"),
    settings.set_host: lambda d: settings.set_host(d.hub, d.a(Agency).id),
    settings.set_year: lambda d: settings.set_year(d.hub, YearStart(6, 4), Billing.MONTH),
    turning.rotate: lambda d: turning.rotate(d.hub, *d.some_pieces(), d.number()),
    turning.mirror: lambda d: turning.mirror(d.hub, *d.some_pieces(), d.rng.choice(list(Axis))),
    underlays.add: lambda d: underlays.add(d.hub, _copy(d.a(Underlay))),
    underlays.lay: _lay,
    underlays.change: lambda d: underlays.change(d.hub, replace(d.a(Underlay), name="Other")),
    underlays.remove: lambda d: underlays.remove(d.hub, d.a(Underlay).id),
    underlays.calibrate: lambda d: underlays.calibrate(
        d.hub, d.a(Underlay).id, d.point(), d.point(), d.rng.randrange(1, 40_000)
    ),
    underlays.rename: lambda d: underlays.rename(d.hub, d.a(Underlay).id, "Other"),
    underlays.move: lambda d: underlays.move(d.hub, d.a(Underlay).id, 100, -100),
    underlays.rotate: lambda d: underlays.rotate(d.hub, d.a(Underlay).id, d.point(), d.number()),
    underlays.replace: lambda d: underlays.replace(d.hub, d.a(Underlay).id, d.source()),
    underlays.fade: lambda d: underlays.fade(d.hub, d.a(Underlay).id, d.rng.randrange(101)),
    underlays.lock: lambda d: underlays.lock(d.hub, d.a(Underlay).id),
    underlays.unlock: lambda d: underlays.unlock(d.hub, d.a(Underlay).id),
    underlays.show: lambda d: underlays.show(d.hub, d.a(Underlay).id),
    underlays.hide: lambda d: underlays.hide(d.hub, *d.hub.underlays),
    underlays.show_layers: _show_layers,
    underlays.hide_layers: lambda d: underlays.hide_layers(d.hub, d.a(Underlay).id, ["A-DOOR"]),
    vat_codes.add: lambda d: vat_codes.add(d.hub, _copy(d.a(VatCode))),
    vat_codes.change: lambda d: vat_codes.change(d.hub, replace(d.a(VatCode), percent=Timeline())),
    vat_codes.rename: lambda d: vat_codes.rename(d.hub, d.a(VatCode).id, "ZZZ"),
    vat_codes.set_rate: lambda d: vat_codes.set_rate(d.hub, d.a(VatCode).id, d.day(), Decimal(5)),
    vat_codes.move_rate: _move_vat_rate,
    vat_codes.add_rate: lambda d: vat_codes.add_rate(d.hub, d.a(VatCode).code, d.day(), Decimal(5)),
    vat_codes.remove_rate: _remove_vat_rate,
    vat_codes.remove: lambda d: vat_codes.remove(d.hub, d.a(VatCode).id),
}
