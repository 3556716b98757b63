"""The correction that a query asks for, worked by hand; and that it can be made and undone in any hub."""

import random
from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest

from hubdesk.domain.checks import errors
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId
from hubdesk.domain.line_key import About, LineKey
from hubdesk.domain.problem import Refused
from hubdesk.domain.query import Asks, End, Query
from hubdesk.workflows.review.proposals import accepting, proposed
from hubdesk.workflows.review.queries import ENDS
from tests.builders import a_hub, random_hub
from tests.builders.asking import RAISED, asking

BY = "Facilities"


def the_hub() -> Hub:
    return (
        a_hub()
        .agency("CAB", "voluntary")
        .agency("DWP")
        .licence("L01", "CAB", 4)
        .licence("L02", "DWP", {"2026-04-01": 6, "2026-09-01": 8})
        .floor()
        .desks(6)
        .allocation("G-001", "CAB")
        .allocation("G-002", "CAB")
        .allocation("G-003", "DWP")
        .allocation("G-004", "DWP", "2026-10-01")
        .allocation("G-005", "DWP", charged_to="CAB")
        .area("G-N1", agency="CAB", m2="40")
        .driver("FTE", "CAB", 10)
        .cost_line("C01", 1200, "licensed desks")
        .cost_line("C02", 1200, "FTE")
        .cost_line("C03", 1200, "area")
        .build()
    )


def met(hub: Hub, query: RecordId) -> Hub:
    """The hub after the proposal was accepted, which undoes as one."""
    change = accepting(hub, query, proposed(hub, query).change, words="", by=BY, on=date(2026, 6, 20))
    after = hub.applying(change)
    assert not errors(after)
    assert after.queries[query].end is End.ACCEPTED
    assert after.applying(change.inverted()) == hub, "it undoes as one"
    return after


def refused(hub: Hub, query: RecordId) -> str:
    with pytest.raises(Refused) as raised:
        proposed(hub, query)
    return raised.value.problems[0].code


def who_has(hub: Hub, desk: str, day: str) -> str:
    seat = hub.allocation_on(hub.desk_codes[desk].id, date.fromisoformat(day))
    return "" if seat is None else f"{hub.agencies[seat.agency].code}/{hub.agencies[seat.payer].code}"


def test_not_our_desk_ends_the_day_before_and_says_so() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001", "not our desk", "2026-05-04")
    title = proposed(hub, query).change.title
    assert title == "Accept query 1 of CAB: desk G-001 is not CAB's from 4 May 2026"
    after = met(hub, query)
    assert (who_has(after, "G-001", "2026-05-03"), who_has(after, "G-001", "2026-05-04")) == ("CAB/CAB", "")
    (message,) = after.messages_of[query]
    assert message.words == "Accepted. Desk G-001 is not CAB's from 4 May 2026."


def test_not_our_desk_before_it_began_removes_the_stay() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001", "Not our desk ", "2026-01-01")
    after = met(hub, query)
    assert not after.allocations_of.get(after.desk_codes["G-001"].id)


def test_not_our_desk_of_the_one_that_only_pays_leaves_who_sits_there() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-005", "not our desk", "2026-05-04")
    after = met(hub, query)
    assert who_has(after, "G-005", "2026-05-03") == "DWP/CAB"
    assert who_has(after, "G-005", "2026-05-04") == "DWP/DWP"


def test_without_a_day_the_day_it_was_raised_counts_and_is_told() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001", "not our desk")
    assert proposed(hub, query).notes == (
        "The agency named no day; 15 June 2026 is the day on which it was raised.",
    )
    assert who_has(met(hub, query), "G-001", "2026-06-15") == ""


@pytest.mark.parametrize("typed", ["G-006", " g-006", "Desk G-006"])
def test_a_vacant_desk_that_it_says_it_has_is_allocated_from_the_day(typed: str) -> None:
    hub, query = asking(the_hub(), "CAB", "other", typed, "2026-05-04")
    after = met(hub, query)
    assert (who_has(after, "G-006", "2026-05-03"), who_has(after, "G-006", "2027-01-01")) == ("", "CAB/CAB")


def test_a_desk_that_somebody_has_later_is_allocated_until_then() -> None:
    hub, query = asking(the_hub(), "CAB", "other", "G-004", "2026-05-04")
    assert proposed(hub, query).notes == ("From 1 October 2026 on, desk G-004 is allocated to DWP.",)
    after = met(hub, query)
    assert who_has(after, "G-004", "2026-09-30") == "CAB/CAB"
    assert who_has(after, "G-004", "2026-10-01") == "DWP/DWP"


def test_beyond_its_licence_is_told() -> None:
    hub = a_hub().agency("CAB").licence("L01", "CAB", 1).floor().desks(2).allocation("G-001", "CAB").build()
    hub, query = asking(hub, "CAB", "other", "G-002", "2026-05-04")
    assert "More desks are allocated than licensed" in proposed(hub, query).notes[0]


def test_another_desk_in_place_of_one_is_both_at_once() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001", "G-006", "2026-05-04")
    after = met(hub, query)
    assert (who_has(after, "G-001", "2026-05-04"), who_has(after, "G-006", "2026-05-04")) == ("", "CAB/CAB")


def test_a_licence_of_so_many_desks_is_a_step() -> None:
    hub, query = asking(the_hub(), "DWP", "licence L02", "5", "2026-05-04")
    assert proposed(hub, query).notes == ("From 1 September 2026 on, licence L02 has 8 desks.",)
    licence = met(hub, query).licence_codes["L02"]
    assert [licence.desks_on(date(2026, *day)) for day in ((5, 3), (5, 4), (9, 1))] == [6, 5, 8]


@pytest.mark.parametrize(("wanted", "desks"), [("+2", (8, 10)), ("2", (8, 10)), ("-3", (3, 5))])
def test_a_wish_moves_every_later_step(wanted: str, desks: tuple[int, int]) -> None:
    hub, query = asking(the_hub(), "DWP", "wish", wanted, "2026-07-01", asks=Asks.WISH)
    licence = met(hub, query).licence_codes["L02"]
    assert [licence.desks_on(date(2026, *day)) for day in ((6, 30), (7, 1), (9, 1))] == [6, *desks]


def test_a_figure_of_a_driver_is_a_step() -> None:
    hub, query = asking(the_hub(), "CAB", "share C02", "12.5", "2026-05-04")
    (figure,) = met(hub, query).figures_of["FTE"]
    assert (figure.figures.at(date(2026, 5, 3)), figure.figures.at(date(2026, 5, 4))) == (
        Decimal(10),
        Decimal("12.5"),
    )


def test_square_metres_hold_for_all_days_of_the_area_and_that_is_told() -> None:
    hub, query = asking(the_hub(), "CAB", "share C03", "36.5 m²", "2026-05-04")
    assert "one size for all of its days" in proposed(hub, query).notes[0]
    assert met(hub, query).area_codes["G-N1"].area_m2 == Decimal("36.5")


@pytest.mark.parametrize(
    ("agency", "about", "wanted", "code"),
    [
        ("DWP", "desk G-001", "not our desk", "desk-not-held"),
        ("CAB", "desk G-001", "the one by the window", "desk-unknown"),
        ("CAB", "other", "G-099", "desk-unknown"),
        ("CAB", "other", "G-003", "desk-held-by-another"),
        ("CAB", "other", "G-002", "desk-held-already"),
        ("CAB", "licence L01", "four", "wanted-not-understood"),
        ("CAB", "licence L01", "", "wanted-not-understood"),
        ("CAB", "licence L01", "-1", "wanted-not-understood"),
        ("CAB", "licence L01", "4.5", "wanted-not-understood"),
        ("CAB", "licence L01", "4", "nothing-to-correct"),
        ("CAB", "licence L01", "99999999999", "figure-too-large"),
        ("CAB", "wish", "-5", "fewer-desks-than-none"),
        ("CAB", "wish", "0", "nothing-to-correct"),
        ("HBC", "wish", "2", "no-licence-on-day"),
        ("CAB", "share C01", "5", "share-without-figure"),
        ("CAB", "share C02", "10", "nothing-to-correct"),
        ("DWP", "share C03", "20", "which-area"),
    ],
)
def test_what_cannot_be_made_says_why(agency: str, about: str, wanted: str, code: str) -> None:
    hub, query = asking(the_hub(), agency, about, wanted, "2026-05-04")
    assert refused(hub, query) == code


def test_an_unknown_desk_is_told_with_those_like_it() -> None:
    hub, query = asking(the_hub(), "CAB", "other", "G-07", "2026-05-04")
    with pytest.raises(Refused, match="G-07") as raised:
        proposed(hub, query)
    assert "G-00" in raised.value.problems[0].remedy


def test_a_plain_question_and_an_ended_query_have_no_proposal() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001", asks=Asks.QUERY)
    assert refused(hub, query) == "query-asks-why"
    hub, query = asking(the_hub(), "CAB", "desk G-001", "not our desk")
    assert refused(met(hub, query), query) == "query-ended"


def any_query(hub: Hub, rng: random.Random) -> tuple[Hub, RecordId]:
    """A correction or wish of any kind about anything in the hub."""
    seat = rng.choice(list(hub.allocations.values()))
    desk, licence = rng.choice(list(hub.desks.values())), rng.choice(list(hub.licences.values()))
    line = rng.choice(list(hub.cost_lines.values()))
    about, agency, wanted = rng.choice(
        [
            (LineKey(About.DESK, seat.desk), seat.agency, rng.choice(["not our desk", desk.code])),
            (LineKey(About.DESK, seat.desk), seat.payer, "not our desk"),
            (LineKey(About.OTHER_DESK, RecordId("3")), seat.agency, desk.code),
            (LineKey(About.LICENCE, licence.id), licence.agency, str(rng.randrange(20))),
            (LineKey(About.WISH, licence.agency), licence.agency, str(rng.randrange(-5, 6))),
            (LineKey(About.SHARE, line.id), licence.agency, str(rng.randrange(80) / 4)),
        ]
    )
    day = rng.choice([None, seat.first, licence.first, RAISED, date(2027, 1, rng.randrange(1, 29))])
    number = 1 + max((one.number for one in hub.queries.values()), default=0)
    query = Query(
        RecordId(f"{number:016x}"), number, agency, str(about), "x", Asks.CORRECTION, RAISED, RAISED,
        wanted=wanted, wished=day,
    )  # fmt: skip
    return Hub.of([*hub.records(), query]), query.id


@pytest.mark.parametrize("seed", range(150))
def test_in_any_hub_it_is_made_and_undone_or_refused(seed: int) -> None:
    hub, query = any_query(random_hub(seed), random.Random(seed))
    with suppress(Refused):
        proposed(hub, query)
        met(hub, query)


def test_most_corrections_of_random_hubs_can_be_made() -> None:
    """So that the property above is about something."""
    made = set()
    for seed in range(150):
        hub, query = any_query(random_hub(seed), random.Random(seed))
        with suppress(Refused):
            proposed(hub, query)
            made.add(hub.queries[query].line.partition(":")[0])
    assert made == {one.value for one in About}


def test_the_desk_that_it_has_already_is_no_correction() -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-001", "desk g-001", "2026-05-04")
    assert refused(hub, query) == "desk-as-it-is"


def test_an_area_that_is_corrected_counts_so_on_all_its_days_and_that_is_told() -> None:
    hub, query = asking(the_hub(), "CAB", "share C03", "50")
    (note,) = proposed(hub, query).notes
    assert note == "An area has one size for all of its days: G-N1 counts so from its first."


def test_what_the_remedies_say_how_to_end_it_is_offered() -> None:
    hub, query = asking(the_hub(), "CAB", "share C01", "50")
    with pytest.raises(Refused) as told:
        proposed(hub, query)
    assert told.value.problems[0].remedy.endswith("end this as corrected by hand")
    assert "corrected by hand" in ENDS[End.ACCEPTED].lower()


@pytest.mark.parametrize("wanted", ["not our desk", "G-006"])
def test_who_pays_for_a_desk_that_another_paid_for_is_told(wanted: str) -> None:
    hub, query = asking(the_hub(), "CAB", "desk G-005", wanted, "2026-05-04")
    assert proposed(hub, query).notes == ("DWP, which sits there, pays for it from then on.",)
    hub, own = asking(the_hub(), "CAB", "desk G-001", wanted, "2026-05-04")
    assert not proposed(hub, own).notes
