"""Every check finds what it is for, says where, and finds nothing in a sound hub."""

import random
import re
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubdesk.domain import checks
from hubdesk.domain.change import Change, Edit, adding, removing, updating
from hubdesk.domain.concession import Concession
from hubdesk.domain.cost_line import FixedShare
from hubdesk.domain.drop_in import DropIn
from hubdesk.domain.hub import Hub
from hubdesk.domain.ids import RecordId, new_id
from hubdesk.domain.ledger import Column, VatMapping
from hubdesk.domain.link import WorkingLink
from hubdesk.domain.placing import PlacementSettings
from hubdesk.domain.problem import Severity
from hubdesk.domain.record import Record
from hubdesk.domain.review import ReviewSettings
from hubdesk.domain.settings import DeskRate, HubSettings
from hubdesk.domain.timeline import Timeline
from hubdesk.domain.underlay import Underlay, UnderlayKind
from tests.builders import HubBuilder, a_hub, random_change, random_hub

ERROR, BEFORE, WARNING = Severity.ERROR, Severity.BEFORE_ISSUE, Severity.WARNING
NOWHERE = RecordId("f" * 16)


def hub() -> HubBuilder:
    """Sound: two agencies, a licence for each of three desks, and one cost."""
    return (
        a_hub()
        .agency("CAB", "voluntary")
        .floor("G")
        .desks(3)
        .licence("L01", "HBC", 2)
        .licence("L02", "CAB", 1)
        .cost_line("C01", 1000)
    )


def altered(sound: HubBuilder, code: str, **values: object) -> Hub:
    """The hub with fields of the record of that code changed."""
    built = sound.build()
    record: Record = next(one for one in built.records() if getattr(one, "code", None) == code)
    after = type(record)(**{one.name: getattr(record, one.name) for one in fields(record)} | values)
    return built.applying(updating("Alter", (record, after)))


def _without_host() -> Hub:
    built = hub().build()
    return built.applying(updating("Lose", (built.settings, replace(built.settings, host=NOWHERE))))


def _two_settings() -> Hub:
    built = hub().build()
    return hub().add(HubSettings(NOWHERE, "Another", built.host.id)).build()


def _without_rate_record() -> Hub:
    built = hub().build()
    return built.applying(removing("Lose", built.rate))


def _with_a_name_of(letters: int) -> Callable[[], Hub]:
    def make() -> Hub:
        built = hub().build()
        return built.applying(updating("Call", (built.settings, replace(built.settings, name="x" * letters))))

    return make


def _in_euros() -> Hub:
    built = hub().build()
    return built.applying(updating("Euros", (built.settings, replace(built.settings, currency="EUR"))))


def _unscoped() -> Hub:
    return hub().add(Concession(NOWHERE, None, None, Decimal(5), date(2026, 4, 1))).build()


def _daily_drop_in() -> Hub:
    builder = hub().area("A1", m2=9)
    built = builder.build()
    ids = built.agency_codes["CAB"].id, built.area_codes["A1"].id
    return builder.add(DropIn(NOWHERE, *ids, None, None, time(9), time(10))).build()


def underlaid(**values: object) -> Hub:
    """The hub with a plan of 40 m × 20 m under its floor, and fields of it changed."""
    built = hub().build()
    floor = built.floor_codes["G"].id
    size = Decimal(4_000), Decimal(2_000)
    plan = Underlay(NOWHERE, floor, "Plan", UnderlayKind.PNG, "0" * 64, *size, mm_per_unit=Decimal(10))
    kept = {one.name: getattr(plan, one.name) for one in fields(plan)}
    return built.applying(adding("Lay", Underlay(**kept | values)))


Make = Callable[[], Hub]
CASES: list[tuple[str, Severity, str, Make]] = [
    ("reference-dangling", ERROR, "licence L01", lambda: altered(hub(), "L01", agency=NOWHERE)),
    ("host-missing", ERROR, "the hub's settings", _without_host),
    ("settings-twice", ERROR, "the hub's settings", _two_settings),
    ("desk-rate-not-one", ERROR, "the desk rate", _without_rate_record),
    (
        "statement-texts-twice",
        ERROR,
        "the texts of statements",
        lambda: hub().statements().statements().build(),
    ),
    (
        "review-settings-twice",
        ERROR,
        "the review settings",
        lambda: hub().add(ReviewSettings(new_id())).add(ReviewSettings(new_id())).build(),
    ),
    (
        "placement-settings-twice",
        ERROR,
        "the placement settings",
        lambda: hub().add(PlacementSettings(new_id())).add(PlacementSettings(new_id())).build(),
    ),
    (
        "figure-negative",
        ERROR,
        "the placement settings",
        lambda: hub().add(PlacementSettings(new_id(), pieces=Decimal(-1))).build(),
    ),
    (
        "figure-not-a-number",
        ERROR,
        "the placement settings",
        lambda: hub().add(PlacementSettings(new_id(), floor_m=Decimal("NaN"))).build(),
    ),
    ("figure-negative", ERROR, "agency VOL", lambda: hub().agency("VOL", accessible_desks=-1).build()),
    (
        "figure-too-large",
        ERROR,
        "agency VOL",
        lambda: hub().agency("VOL", accessible_desks=10**6 + 1).build(),
    ),
    ("text-too-long", ERROR, "the texts of statements",
     lambda: hub().statements(payment="x" * 1_501).build()),
    ("text-too-long", ERROR, "the ledger settings", lambda: hub().ledger(subjective_mask="9" * 41).build()),
    ("text-too-long", ERROR, "the ledger settings",
     lambda: hub().ledger(invoice_columns=(Column("H" * 101, "net"),)).build()),
    ("text-too-long", ERROR, "the hub's settings", _with_a_name_of(201)),
    ("text-not-printable", ERROR, "the texts of statements",
     lambda: hub().statements(contact="Ann\x00").build()),
    ("text-not-printable", ERROR, "the ledger settings",
     lambda: hub().ledger(journal_columns=(Column("Two\nlines", "run"),)).build()),
    ("too-many-columns", ERROR, "the ledger settings",
     lambda: hub().ledger(journal_columns=(Column("", ""),) * 61).build()),
    ("vat-code-mapped-twice", ERROR, "the ledger settings",
     lambda: hub().ledger(vat_codes=(VatMapping("S", "1"), VatMapping("S", "2"))).build()),
    ("ledger-settings-twice", ERROR, "the ledger settings", lambda: hub().ledger().ledger().build()),
    ("code-duplicate", ERROR, "desk G-001", lambda: hub().desk("G-001").build()),
    ("code-duplicate", ERROR, "cost line C01 of 2026-27", lambda: hub().cost_line("C01", 5).build()),
    ("code-blank", ERROR, "agency ", lambda: hub().agency("").build()),
    ("code-reserved", ERROR, "cost line concessions of 2026-27",
     lambda: hub().cost_line("concessions", 5).build()),
    ("code-shared", ERROR, "cost line L01 of 2026-27", lambda: hub().cost_line("L01", 5).build()),
    ("driver-name-taken", ERROR, "driver equal of CAB", lambda: hub().driver("equal", "CAB", 1).build()),
    ("given-twice", ERROR, "cap of CAB in cost line C01 of 2026-27",
     lambda: hub().cap("C01", "CAB", 5).cap("C01", "CAB", 6).build()),
    ("given-twice", ERROR, "working link of HBC and CAB",
     lambda: hub().link("HBC", "CAB").link("CAB", "HBC").build()),
    ("last-before-first", ERROR, "licence L01", lambda: altered(hub(), "L01", last=date(2026, 3, 31))),
    ("percent-out-of-range", ERROR, "concession of licence L02",
     lambda: hub().award("L02", "100.01").build()),
    ("percent-out-of-range", ERROR, "VAT code S", lambda: hub().vat_code("S", {"2026-04-01": -1}).build()),
    ("figure-negative", ERROR, "licence L01",
     lambda: altered(hub(), "L01", desks=Timeline.of([(date(2026, 4, 1), -1)]))),
    ("figure-negative", ERROR, "the desk rate", lambda: hub().rate("2020-04-01", -1).build()),
    ("figure-negative", ERROR, "driver FTE of CAB", lambda: hub().driver("FTE", "CAB", -1).build()),
    ("figure-not-a-number", ERROR, "fixed share of CAB in cost line C01 of 2026-27",
     lambda: hub().fixed_share("C01", "CAB", "NaN").build()),
    ("figure-not-a-number", ERROR, "VAT code S",
     lambda: hub().vat_code("S", {"2026-04-01": "Infinity"}).build()),
    ("figure-not-a-number", ERROR, "driver FTE of CAB", lambda: hub().driver("FTE", "CAB", "NaN").build()),
    ("figure-not-a-number", ERROR, "working link of HBC and CAB",
     lambda: hub().link("HBC", "CAB", "NaN").build()),
    ("figure-too-large", ERROR, "cost line C01 of 2026-27",
     lambda: altered(hub(), "C01", budget=-(10**14) - 1)),
    ("figure-too-large", ERROR, "cost line C01 of 2026-27", lambda: altered(hub(), "C01", actual=10**30)),
    ("figure-too-large", ERROR, "the desk rate", lambda: hub().rate("2020-04-01", "1000000.01").build()),
    ("figure-too-large", ERROR, "licence L01",
     lambda: altered(hub(), "L01", desks=Timeline.of([(date(2026, 4, 1), 10**6 + 1)]))),
    ("figure-too-large", ERROR, "desk G-001", lambda: altered(hub(), "G-001", x_mm=10**30)),
    ("figure-too-large", ERROR, "driver FTE of CAB",
     lambda: hub().driver("FTE", "CAB", "1E+99999").build()),
    ("figure-not-a-number", ERROR, "underlay “Plan”", lambda: underlaid(mm_per_unit=Decimal("NaN"))),
    ("figure-too-large", ERROR, "underlay “Plan”", lambda: underlaid(width=Decimal("1E+999999"))),
    ("figure-too-large", ERROR, "underlay “Plan”", lambda: underlaid(corner_y=Decimal("-1E+13"))),
    ("figure-too-large", ERROR, "underlay “Plan”", lambda: underlaid(x_mm=-(10**30))),
    ("figure-negative", ERROR, "underlay “Plan”", lambda: underlaid(page=-1)),
    ("underlay-without-name", ERROR, "underlay “ ”", lambda: underlaid(name=" ")),
    ("underlay-size", ERROR, "underlay “Plan”", lambda: underlaid(mm_per_unit=Decimal(0))),
    ("underlay-size", ERROR, "underlay “Plan”", lambda: underlaid(height=Decimal(-5))),
    ("underlay-size", ERROR, "underlay “Plan”", lambda: underlaid(mm_per_unit=Decimal("1E-999999"))),
    ("underlay-size", ERROR, "underlay “Plan”", lambda: underlaid(mm_per_unit=Decimal(9_999_999))),
    ("underlay-opacity", ERROR, "underlay “Plan”", lambda: underlaid(opacity=101)),
    ("currency-not-pounds", ERROR, "the hub's settings", _in_euros),
    ("size-not-above-zero", ERROR, "desk G-001", lambda: altered(hub(), "G-001", width_mm=0)),
    ("outline-too-few-corners", ERROR, "area A1", lambda: hub().area("A1", outline=[(0, 0), (1, 1)]).build()),
    ("colour-not-rrggbb", ERROR, "agency CAB", lambda: altered(hub(), "CAB", colour="teal")),
    ("year-start-not-1-to-28", ERROR, "the hub's settings", lambda: hub().year_start(29, 1).build()),
    ("concession-scope", ERROR, "concession of the ? sector", _unscoped),
    ("concessions-overlap", ERROR, "concession of the voluntary sector",
     lambda: hub().standing("voluntary", 4, last="2026-04-30").standing("voluntary", 5).build()),
    ("desks-without-rate", ERROR, "licence L01", lambda: hub().rate("2026-04-02", 1).build()),
    ("cost-line-days-outside-year", ERROR, "cost line C02 of 2026-27",
     lambda: hub().cost_line("C02", 5, last="2027-04-01").build()),
    ("basis-unknown", ERROR, "cost line C02 of 2026-27",
     lambda: hub().cost_line("C02", 5, "moonlight").build()),
    ("fixed-shares-over-100", ERROR, "cost line C01 of 2026-27",
     lambda: hub().fixed_share("C01", "CAB", "60").fixed_share("C01", "HBC", "40.01").build()),
    ("desk-allocated-twice", ERROR, "desk G-001",
     lambda: hub().allocation("G-001", "HBC").allocation("G-001", "CAB", "2026-05-01").build()),
    ("link-with-itself", ERROR, "working link of CAB and CAB", lambda: hub().link("CAB", "CAB").build()),
    ("link-strength", ERROR, "working link of HBC and CAB", lambda: hub().link("HBC", "CAB", 0).build()),
    ("rule-value", ERROR, "rule “keep out of” of CAB", lambda: hub().rule("CAB", "keep out of", "Z").build()),
    ("drop-in-times", ERROR, "drop-in of CAB in A1",
     lambda: hub().area("A1", m2=9).drop_in("CAB", "A1", "Monday", "12:00", "12:00").build()),
    ("drop-in-day", ERROR, "drop-in of CAB in A1", _daily_drop_in),
    ("vat-code-unknown", ERROR, "licence L01", lambda: altered(hub(), "L01", vat_code="S")),
    ("vat-code-blank", BEFORE, "cost line C02 of 2026-27", lambda: hub().cost_line("C02", 5, vat="").build()),
    ("vat-rate-missing", BEFORE, "licence L03",
     lambda: hub().vat_code("S", {"2026-07-01": 20}).licence("L03", "CAB", 0, vat="S").build()),
    ("vat-code-charges", WARNING, "VAT code Z", lambda: hub().vat_code("Z", {"2026-07-01": 20}).build()),
    ("ledger-code-missing", BEFORE, "agency CAB", lambda: altered(hub(), "CAB", customer_code="")),
    ("ledger-code-missing", BEFORE, "licence L02", lambda: altered(hub(), "L02", cost_centre="")),
    ("ledger-code-mask", BEFORE, "agency CAB", lambda: hub().ledger(customer_mask="AA999").build()),
    ("cost-line-credit", WARNING, "cost line C02 of 2026-27", lambda: hub().cost_line("C02", -5).build()),
    ("cost-line-unshared", WARNING, "cost line C02 of 2026-27",
     lambda: hub().cost_line("C02", 5, "area").build()),
    ("participant-without-weight", WARNING, "cost line C01 of 2026-27",
     lambda: hub().agency("NHS").participants("C01", "NHS", "CAB").build()),
    ("driver-after-leaving", WARNING, "driver FTE of CAB",
     lambda: altered(hub().driver("FTE", "CAB", 4), "L02", last=date(2026, 9, 30))),
    ("area-without-size", WARNING, "area A1",
     lambda: hub().area("A1", agency="CAB").cost_line("C02", 5, "area").build()),
    ("desk-outside-floor", WARNING, "desk D9", lambda: hub().desk("D9", x_m="40.001").build()),
    ("desk-outside-area", WARNING, "desk D9",
     lambda: hub().area("A1", outline=[(2, 2), (3, 2), (3, 3)]).desk("D9", area="A1").build()),
    ("allocation-outside-service", WARNING, "desk D9, allocated to CAB",
     lambda: hub().desk("D9", last="2026-06-30").allocation("D9", "CAB").build()),
    ("allocation-beyond-licence", WARNING, "agency CAB",
     lambda: hub().allocation("G-001", "CAB").allocation("G-002", "CAB", "2026-06-01").build()),
    ("drop-in-beyond-desks", WARNING, "area A1",
     lambda: hub().area("A1", m2=9).desk("D9", area="A1").drop_in("CAB", "A1", "Monday", desks=2).build()),
    ("drop-in-room-twice", WARNING, "area P1",
     lambda: hub().area("P1", kind="pod").drop_in("CAB", "P1", "Friday")
     .drop_in("HBC", "P1", "Friday").build()),
    ("drop-in-area-closed", WARNING, "drop-in of CAB in A1",
     lambda: hub().area("A1", m2=9, last="2026-09-30").drop_in("CAB", "A1", "Monday").build()),
    ("licensed-beyond-service", WARNING, "the building", lambda: hub().licence("L03", "CAB", 1).build()),
]  # fmt: skip


def test_a_sound_hub_has_no_problems() -> None:
    assert checks.problems(hub().build()) == ()
    assert checks.problems(underlaid()) == ()


@pytest.mark.parametrize(
    ("code", "severity", "where", "make"), CASES, ids=[f"{one[0]}, {one[2]}" for one in CASES]
)
def test_a_check_finds_what_it_is_for(
    code: str, severity: Severity, where: str, make: Callable[[], Hub]
) -> None:
    faulty = make()
    found = [one for one in checks.problems(faulty) if one.code == code]
    assert [(one.severity, one.where) for one in found[:1]] == [(severity, where)]
    assert all(one.what and one.remedy and one.pence is None for one in found)
    known = {record.id: record for record in faulty.records()}
    for one in found:
        assert not one.records or one.records[0] in known
    others = [one for one in checks.problems(faulty) if one.severity is ERROR and one.code != code]
    assert others == [], "one fault, one error"


def test_every_code_has_a_case() -> None:
    folder = Path(checks.__file__).parent
    source = "".join(path.read_text() for path in sorted(folder.glob("*.py")))
    told = r"(?:\b(?:error|before_issue|warning)\(|Settings,)\s*\"([a-z0-9-]+)\""
    written = set(re.findall(told, source))
    assert len(written) > 40
    assert written == {code for code, *_ in CASES}


def test_texts_may_be_as_long_as_there_is_room_and_have_lines() -> None:
    sound = hub().statements(payment="x" * 1_500, address="Council House\nParkside\n\nMelton")
    assert checks.problems(sound.ledger(journal_columns=(Column("H" * 100, ""),)).build()) == ()


def test_what_recurs_is_one_problem_with_its_first_day() -> None:
    faulty = hub().licence(
        "L03", "CAB", {"2026-05-01": 1, "2026-05-31": 0, "2026-07-01": 1}, last="2026-07-02"
    )
    (found,) = checks.problems(faulty.build())
    assert "from 1 May 2026, on 32 days" in found.what


def test_an_unknown_vat_code_that_means_no_vat_needs_no_listing() -> None:
    assert checks.problems(altered(hub(), "L01", vat_code="O")) == ()


def test_a_secondment_counts_for_the_agency_that_pays() -> None:
    seconded = hub().allocation("G-001", "CAB").allocation("G-002", "CAB", charged_to="HBC").build()
    assert checks.problems(seconded) == ()


def test_desks_that_are_licensed_before_a_plan_is_drawn_are_not_too_many() -> None:
    undrawn = a_hub().licence("L01", "HBC", 12).cost_line("C01", 1000)
    assert checks.problems(undrawn.build()) == ()
    (found,) = checks.problems(undrawn.floor("G").build())
    assert found.code == "licensed-beyond-service"
    assert "12 desks and 0 in service" in found.what


def test_vacant_desks_that_the_host_pays_leave_nothing_unshared() -> None:
    empty = a_hub().floor().desks(1).cost_line("C01", 5)
    assert checks.problems(empty.build()) == ()
    (found,) = checks.problems(empty.cost_line("C02", 5, vacant="shared").build())
    assert (found.code, found.where) == ("cost-line-unshared", "cost line C02 of 2026-27")


@settings(max_examples=60)
@given(st.integers(0, 10**6))
def test_random_hubs_and_changes_bring_in_no_errors(seed: int) -> None:
    sound = random_hub(seed)
    assert [one for one in checks.problems(sound) if one.severity is not WARNING] == []
    assert checks.errors_of(sound, random_change(sound, random.Random(seed))) == ()


@settings(max_examples=100)
@given(st.integers(0, 10**6))
def test_errors_of_a_change_are_those_that_a_full_check_would_find(seed: int) -> None:
    rng = random.Random(seed)
    sound = random_hub(seed, agencies=5, lines=5, desks=10)
    change = _rash_change(sound, rng)
    full = {(one.code, one.where) for one in checks.problems(sound.applying(change)) if one.severity is ERROR}
    scoped = {(one.code, one.where) for one in checks.errors_of(sound, change)}
    assert scoped == full


def _rash_change(sound: Hub, rng: random.Random) -> Change:
    """A record removed, or given the fields of another of its kind, without a thought."""
    record = rng.choice(sorted(sound.records(), key=lambda one: one.id))
    if rng.randrange(2):
        return removing("Remove", record)
    other = rng.choice(sorted(sound.all(type(record)), key=lambda one: one.id))
    return Change("Copy over", (Edit(record, replace(other, id=record.id)),) if other != record else ())


def test_errors_that_were_there_before_are_not_the_changes_own() -> None:
    faulty = hub().desk("G-001").build()
    desk = next(iter(faulty.desks.values()))
    assert checks.errors_of(faulty, updating("Move", (desk, replace(desk, x_mm=900)))) == ()
    twice = faulty.desk_codes["G-002"]
    assert [
        one.code
        for one in checks.errors_of(faulty, updating("Recode", (twice, replace(twice, code="G-003"))))
    ] == ["code-duplicate"]


def test_removing_an_agency_with_a_licence_leaves_a_dangling_reference() -> None:
    sound = hub().build()
    found = checks.errors_of(sound, removing("Remove CAB", sound.agency_codes["CAB"]))
    assert {one.code for one in found} == {"reference-dangling"}


def test_vat_of_years_that_were_charged_elsewhere_needs_no_rate() -> None:
    old = hub().vat_code("S", {"2026-04-01": 20}).licence("L03", "CAB", 0, first="2021-04-01", vat="S")
    assert "vat-rate-missing" not in {one.code for one in checks.problems(old.build())}


def test_every_overlap_is_told_at_once() -> None:
    seated = hub().allocation("G-001", "CAB").allocation("G-001", "HBC", "2026-05-01", "2026-05-31")
    seated.allocation("G-001", "HBC", "2026-07-01", "2026-07-31")
    found = [one.what for one in checks.problems(seated.build()) if one.code == "desk-allocated-twice"]
    assert [what.partition(", ")[2] for what in found] == [
        "to CAB and HBC, from 1 May 2026, on 31 days",
        "to CAB and HBC, from 1 July 2026, on 31 days",
    ]
    conceded = hub().standing("voluntary", 4)
    for month in ("2026-05", "2026-07"):
        conceded.standing("voluntary", 5, first=f"{month}-01", last=f"{month}-31")
    assert [one.code for one in checks.problems(conceded.build())] == ["concessions-overlap"] * 2


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "-Infinity"])
def test_a_change_to_what_is_no_number_is_told_and_stops_nothing(figure: str) -> None:
    shared = hub().fixed_share("C01", "CAB", 5).driver("FTE", "CAB", 5).link("HBC", "CAB").award("L02", 5)
    sound = shared.area("A1", m2=9).build()
    wrong = Decimal(figure)
    (share,), (driver,) = sound.all(FixedShare), sound.driver_figures.values()
    (link,), (award,), (area,) = sound.all(WorkingLink), sound.concessions.values(), sound.areas.values()
    changes = [
        updating("Slip", pair)
        for pair in (
            (share, replace(share, percent=wrong)),
            (driver, replace(driver, figures=Timeline.of([(date(2026, 4, 1), wrong)]))),
            (link, replace(link, strength=wrong)),
            (award, replace(award, percent=wrong)),
            (area, replace(area, area_m2=wrong)),
        )
    ]
    for change in changes:
        assert [one.code for one in checks.errors_of(sound, change)] == ["figure-not-a-number"]


def test_figures_at_their_bounds_are_worked_with() -> None:
    assert checks.problems(altered(hub(), "C01", budget=10**14)) == ()


def test_what_is_wrong_is_told_as_people_say_it() -> None:
    def told(faulty: Hub) -> str:
        (found,) = (one for one in checks.problems(faulty) if one.severity is ERROR)
        return f"{found.what}. {found.remedy}"

    assert told(hub().cap("C01", "CAB", -50).build()) == "-£50.00 is below zero. Type 0 or more"
    assert told(hub().agency(" NHS ").build()) == (
        "The code “ NHS ” has spaces around it. Take the spaces away"
    )
    nowhere = told(altered(hub().area("A1", m2=9).desk("D9"), "D9", area=NOWHERE))
    assert (
        nowhere == "This names an area that is not in the hub. Choose one that exists, or add the area first"
    )
    assert "2 desk rates, and needs exactly one" in told(hub().add(DeskRate(NOWHERE)).build())
