"""Which problems a run shows, to whom, and what is said to be at stake."""

from hubdesk.domain.hub import Hub
from hubdesk.domain.problem import Problem
from hubdesk.workflows.outgoing import outgoing
from hubdesk.workflows.recharge_run import run_named
from hubdesk.workflows.run_problems import problems_of_hub, problems_of_run
from hubdesk.workflows.standing import Standing
from tests.builders import HubBuilder, a_hub

Q1 = "2026-27-Q1"


def a_year() -> HubBuilder:
    """Nothing the matter: a host, the police and an advice charity, and £1,000 of cleaning."""
    return (
        a_hub()
        .floor()
        .desks(20)
        .agency("POL")
        .agency("CAB", "voluntary")
        .licence("L01", "HBC", 10)
        .licence("L02", "POL", 5)
        .licence("L03", "CAB", 2, last="2026-12-31")
        .cost_line("C01", 1000)
    )


def problems_in(hub: Hub, name: str = Q1) -> tuple[Problem, ...]:
    standing = Standing(hub, 1, ())
    return problems_of_run(standing, run_named(standing, name, None))


def shown_to(agency: str, hub: Hub) -> list[tuple[str, str]]:
    going = outgoing(Standing(hub, 1, ()), Q1, None, agency)
    return [(one.code, one.where) for one in going.problems]


def test_an_agency_is_not_shown_what_is_about_another() -> None:
    hub = (
        a_year()
        .desk("D9", last="2026-06-30")
        .driver("FTE", "CAB", 4)
        .allocation("D9", "CAB")
        .participants("C01", "POL", "HBC")
        .cost_line("C02", 10, "area")
        .participants("C02", "CAB")
        .build()
    )
    for_charity = [
        ("driver-after-leaving", "driver FTE of CAB"),
        ("participant-without-weight", "cost line C02 of 2026-27"),
        ("allocation-outside-service", "desk D9, allocated to CAB"),
    ]
    assert not set(for_charity) & set(shown_to("POL", hub))
    assert set(for_charity) <= set(shown_to("CAB", hub))


def test_an_agency_is_shown_what_is_about_the_costs_that_it_shares() -> None:
    hub = a_year().cost_line("C02", -10).participants("C02", "CAB", "HBC").build()
    credit = ("cost-line-credit", "cost line C02 of 2026-27")
    assert credit in shown_to("CAB", hub)
    assert credit not in shown_to("POL", hub)


def test_a_run_does_not_warn_of_costs_of_other_years() -> None:
    hub = (
        a_year()
        .cost_line("C09", 10, "area", year="2025-26")
        .participants("C09", "POL", year="2025-26")
        .cost_line("C02", 10, "area")
        .participants("C02", "POL")
        .build()
    )
    found = {one.where for one in problems_in(hub) if one.code == "participant-without-weight"}
    assert found == {"cost line C02 of 2026-27"}


def test_desks_beyond_the_building_are_priced_on_the_worst_day() -> None:
    hub = a_year().licence("L04", "POL", {"2026-04-01": 3, "2026-05-01": 7}, last="2026-05-31").build()
    (beyond,) = (one for one in problems_in(hub) if one.code == "licensed-beyond-service")
    assert beyond.pence == 4 * 300_000


def test_desks_beyond_a_licence_are_priced_on_the_worst_day() -> None:
    hub = a_year().allocation("G-001", "CAB").allocation("G-002", "CAB")
    hub.allocation("G-003", "CAB", "2026-05-01", "2026-05-31")
    (beyond,) = (one for one in problems_in(hub.build()) if one.code == "allocation-beyond-licence")
    assert beyond.pence == 2 * 300_000


def test_what_is_about_drop_ins_is_the_hubs_and_no_matter_of_a_run() -> None:
    hub = (
        a_year()
        .area("HALL", m2=20)
        .desk("H-1", area="HALL")
        .drop_in("CAB", "HALL", "Monday", desks=2)
        .build()
    )
    assert [one.code for one in problems_of_hub(Standing(hub, 1, ()))] == ["drop-in-beyond-desks"]
    assert "drop-in-beyond-desks" not in {one.code for one in problems_in(hub)}
