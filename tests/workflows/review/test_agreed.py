"""The occupancy that charges rest on: agreed, and still as it was agreed, or not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from hubdesk.charging.lines import LineKind
from hubdesk.charging.run import Run
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import new_id
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.query import Asks, End
from hubdesk.domain.review import AgencyReview, ReviewRound, Totals
from hubdesk.editing import allocations, desks, licences, queries, reviews
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.review.agreed import Agreed, How, agreed_by_all
from hubdesk.workflows.review.at_stake import ALL_AGREED, NO_REVIEW, at_stake, rests_on, told_in_all
from hubdesk.workflows.review.occupancy import lines_asked
from hubdesk.workflows.review.proposals import accepting, proposed
from hubdesk.workflows.standing import Standing
from tests.builders import a_hub
from tests.builders.asking import asking

OPENED, AS_AT, DEADLINE = date(2026, 10, 1), date(2026, 12, 1), date(2026, 11, 15)
TODAY = date(2026, 12, 10)
Q3 = date(2026, 10, 1), date(2026, 12, 31)


def the_hub() -> Hub:
    return (
        a_hub()
        .agency("CAB", "voluntary")
        .agency("DWP")
        .licence("L01", "CAB", 2)
        .licence("L02", "DWP", 2)
        .floor()
        .desks(5)
        .allocation("G-001", "CAB")
        .allocation("G-002", "CAB")
        .allocation("G-003", "DWP")
        .driver("FTE", "CAB", 10)
        .cost_line("C01", 4000, "licensed desks")
        .cost_line("C02", 4000, "FTE")
        .build()
    )


def no_snapshot(sha256: str) -> Hub:
    raise AssertionError(f"no review was held, and {sha256} is asked for")


class Round:
    """A round held of a hub, whose snapshot is at hand."""

    def __init__(
        self, hub: Hub, *, silence: bool = False, name: str = "Autumn", opened: date = OPENED
    ) -> None:
        self.snapshots = {name: hub}
        round_ = ReviewRound(
            new_id(), name, OPENED, AS_AT, DEADLINE, name, "ab" * 32, Totals.OPEN, silence=silence
        )
        asked = [one for one in hub.agencies if one != hub.settings.host]
        self.hub = hub.applying(reviews.open_round(hub, round_, asked))
        self.round = round_

    def review(self, code: str, **fields: object) -> "Round":
        record = self.hub.reviews_of[self.round.id][self.hub.agency_codes[code].id]
        before = {one.id: one for one in self.hub.all(AgencyReview)}[record.id]
        after: AgencyReview = replace(before, **fields)  # type: ignore[arg-type]
        records = [one for one in self.hub.records() if one != before]
        self.hub = Hub.of([*records, after])
        return self

    def agreed_all(self, code: str) -> "Round":
        lines = lines_asked(self.snapshots[self.round.snapshot], AS_AT)[self.hub.agency_codes[code].id]
        return self.review(
            code, sent=OPENED, answered=date(2026, 10, 12), signed_by="Area manager", agreed=tuple(lines)
        )

    def of(self, code: str, days: tuple[date, date] = Q3, today: date = TODAY) -> Agreed:
        found = agreed_by_all(self.hub, self.snapshots.__getitem__, *days, today)
        return found[self.hub.agency_codes[code].id]

    def does(self, change: Callable[[Hub], object]) -> "Round":
        self.hub = self.hub.applying(change(self.hub))  # type: ignore[arg-type]
        return self


def test_who_agreed_and_when_is_told() -> None:
    one = Round(the_hub()).agreed_all("CAB").of("CAB")
    assert (one.how, one.stands, one.short) == (How.AGREED, True, "agreed")
    assert one.told == "Agreed by Area manager on 12 October 2026 (Autumn)."


@pytest.mark.parametrize(
    ("silence", "fields", "today", "how"),
    [
        (False, {}, TODAY, How.ASKED),
        (False, {"sent": OPENED}, TODAY, How.ASKED),
        (True, {}, TODAY, How.ASKED),
        (True, {"sent": OPENED}, DEADLINE, How.ASKED),
        (True, {"sent": OPENED}, date(2026, 11, 16), How.SILENCE),
        (True, {"sent": OPENED, "answered": DEADLINE}, TODAY, How.PARTLY),
        (False, {"sent": OPENED, "answered": DEADLINE}, TODAY, How.PARTLY),
    ],
)
def test_silence_agrees_only_where_the_round_says_so_after_its_deadline(
    silence: bool, fields: dict[str, object], today: date, how: How
) -> None:
    assert Round(the_hub(), silence=silence).review("CAB", **fields).of("CAB", today=today).how is how


def test_never_asked_and_the_host_is_not_asked_at_all() -> None:
    hub = the_hub()
    found = agreed_by_all(hub, no_snapshot, *Q3, TODAY)
    assert {one.how for one in found.values()} == {How.NEVER}
    assert hub.settings.host not in found


@pytest.mark.parametrize("end", [None, *End])
@pytest.mark.parametrize("about", ["desk G-001", "other", "licence L01", "share C02", "wish"])
def test_an_open_query_about_desks_or_licences_takes_agreement_back(about: str, end: End | None) -> None:
    one = Round(the_hub()).agreed_all("CAB")
    asks = Asks.WISH if about == "wish" else Asks.QUERY
    one.hub, query = asking(one.hub, "CAB", about, asks=asks, round_=one.round.id)
    if end is not None:
        one.does(lambda hub: queries.end(hub, query, end, words="", by="F", on=TODAY))
    doubted = end is None and about not in ("share C02", "wish")
    assert one.of("CAB").how is (How.QUERIED if doubted else How.AGREED)


def test_a_line_that_was_queried_and_settled_is_agreed_on_the_day_it_was_settled() -> None:
    one = Round(the_hub()).agreed_all("CAB")
    review = one.hub.reviews_of[one.round.id][one.hub.agency_codes["CAB"].id]
    desk = str(LineKey(About.DESK, one.hub.desk_codes["G-001"].id))
    one.review("CAB", agreed=tuple(key for key in review.agreed if key != desk))
    assert one.of("CAB").how is How.PARTLY
    one.hub, query = asking(one.hub, "CAB", "desk G-001", asks=Asks.QUERY, round_=one.round.id)
    one.does(lambda hub: queries.end(hub, query, End.EXPLAINED, words="", by="F", on=date(2026, 12, 3)))
    assert (one.of("CAB").how, one.of("CAB").on) == (How.AGREED, date(2026, 12, 3))


def test_what_changed_since_is_named_in_the_days_in_which_it_did() -> None:
    one = Round(the_hub()).agreed_all("CAB").agreed_all("DWP")
    cab = one.hub.agency_codes["CAB"].id
    desk = one.hub.desk_codes["G-004"].id
    one.does(lambda hub: allocations.allocate(hub, [desk], cab, date(2026, 12, 15)))
    changed = one.of("CAB")
    assert (changed.was, changed.stands, changed.short) == (True, False, "changed since")
    assert changed.told.endswith("Changed since: desk G-004.")
    assert one.of("CAB", (date(2026, 7, 1), date(2026, 9, 30))).stands
    assert one.of("DWP").stands, "nothing of its own has changed"


def test_a_licence_changed_for_days_past_has_changed_too() -> None:
    one = Round(the_hub()).agreed_all("CAB")
    one.does(lambda hub: licences.set_desks(hub, hub.licence_codes["L01"].id, date(2026, 4, 1), 3))
    assert one.of("CAB").changed == ("licence L01",)


def test_moving_a_desk_or_ending_and_going_on_changes_nothing() -> None:
    one = Round(the_hub()).agreed_all("CAB")
    desk = one.hub.desk_codes["G-001"]
    one.does(lambda hub: desks.change(hub, replace(desk, x_mm=9_000)))
    one.does(lambda hub: allocations.allocate(hub, [desk.id], hub.agency_codes["CAB"].id, date(2026, 11, 1)))
    assert len(one.hub.allocations_of[desk.id]) == 2
    assert one.of("CAB").stands


@pytest.mark.parametrize(
    ("about", "wanted"), [("desk G-001", "not our desk"), ("other", "G-004"), ("licence L01", "3")]
)
def test_what_the_agency_itself_had_corrected_is_as_it_agreed(about: str, wanted: str) -> None:
    one = Round(the_hub()).agreed_all("CAB")
    one.hub, query = asking(one.hub, "CAB", about, wanted, "2026-11-01", round_=one.round.id)
    one.does(lambda hub: accepting(hub, query, proposed(hub, query).change, words="", by="F", on=TODAY))
    assert one.of("CAB").stands


def test_a_later_round_that_is_not_answered_leaves_the_earlier_agreement() -> None:
    first = Round(the_hub()).agreed_all("CAB")
    later = Round(first.hub, name="Winter")
    later.snapshots |= first.snapshots
    assert later.of("CAB").how is How.AGREED
    assert later.of("CAB").round == first.round
    later.review("CAB", answered=TODAY)
    assert later.of("CAB").how is How.PARTLY


def run_of(hub: Hub) -> Run:
    return run_named(Standing(hub, 1, ()), "2026-27-Q1", None)


def test_what_rests_on_occupancy_never_agreed_is_its_licences_and_shares_by_desks() -> None:
    one = Round(the_hub()).agreed_all("DWP")
    run, cab = run_of(one.hub), one.hub.agency_codes["CAB"].id
    (stake,) = at_stake(one.hub, run, one.snapshots.__getitem__, TODAY)
    by_hand = sum(
        line.pence
        for line in run.lines
        if line.agency == cab and (line.kind is LineKind.LICENCE or run.source_code(line.source) == "C01")
    )
    assert (stake.agreed.agency, stake.pence) == (cab, by_hand)
    assert 0 < by_hand < sum(line.pence for line in run.lines if line.agency == cab), "the FTE share is not"
    assert told_in_all((stake,)).endswith("of it rests on occupancy that 1 agency never agreed.")
    (problem,) = rests_on(one.hub, run, one.snapshots.__getitem__, TODAY).warnings
    assert (problem.code, problem.pence, problem.records) == ("occupancy-not-agreed", by_hand, (cab,))


def test_a_hub_without_reviews_puts_nothing_at_stake() -> None:
    hub = the_hub()
    assert at_stake(hub, run_of(hub), no_snapshot, TODAY) == ()
    told = rests_on(hub, run_of(hub), no_snapshot, TODAY)
    assert (told.told, told.warnings) == (NO_REVIEW, ())


def test_where_all_agreed_that_is_told() -> None:
    one = Round(the_hub()).agreed_all("DWP").agreed_all("CAB")
    told = rests_on(one.hub, run_of(one.hub), one.snapshots.__getitem__, TODAY)
    assert (told.told, told.warnings) == (ALL_AGREED, ())
