"""What is said of a concession on shares: the percentage, and where it comes from."""

from hubdesk.workflows.review.contents import pack_of
from tests.builders.hub import HubBuilder, a_hub
from tests.workflows.review.made import MADE, seen

BOTH = "licence and shared"


def shared() -> HubBuilder:
    """A hub whose host and a voluntary agency share a cost."""
    return a_hub().cost_line("C01", 4000).agency("VOL", "voluntary").licence("L-HBC", "HBC", 4)


def told(hub: HubBuilder) -> str:
    built = hub.build()
    pack = pack_of(seen(built), built.agency_codes["VOL"].id, copy=1, made=MADE)
    [share] = pack.shares
    return share.concession


def test_a_rate_of_the_sector() -> None:
    hub = shared().licence("L1", "VOL", 3).standing("voluntary", 40, applies=BOTH)
    assert told(hub) == "40 % as a voluntary body"


def test_one_of_the_licence_alone_is_none_on_shares() -> None:
    assert told(shared().licence("L1", "VOL", 3).standing("voluntary", 40)) == ""


def test_a_cap_on_desks_makes_the_rate_less() -> None:
    hub = shared().licence("L1", "VOL", 8).award("L1", 50, applies=BOTH, desk_cap=2)
    assert told(hub) == "12.50 %: 50 % awarded to licence L1, on 2 of 8 desks"


def test_a_rate_that_changes_in_the_year_is_told_from_least_to_most() -> None:
    hub = (
        shared()
        .licence("L1", "VOL", 3)
        .standing("voluntary", 25, applies=BOTH, last="2026-09-30")
        .standing("voluntary", 40, applies=BOTH, first="2026-10-01")
    )
    each = "25 % as a voluntary body; 40 % as a voluntary body"
    assert told(hub) == f"25 % to 40 %, as it changes in the year: {each}"


def test_without_a_licensed_desk_it_is_the_rate_of_the_sector() -> None:
    hub = shared().licence("L1", "VOL", 0).standing("voluntary", 40, applies=BOTH)
    hub = hub.cost_line("C02", 1000, basis="equal")
    built = hub.build()
    pack = pack_of(seen(built), built.agency_codes["VOL"].id, copy=1, made=MADE)
    assert {one.concession for one in pack.shares if one.award} == {"40 % as a voluntary body"}


def test_two_licences_are_told_each() -> None:
    hub = shared().licence("L1", "VOL", 2).licence("L2", "VOL", 2)
    hub = hub.award("L1", 60, applies=BOTH).award("L2", 20, applies=BOTH)
    assert told(hub) == "40 %: 60 % awarded to licence L1; 20 % awarded to licence L2"
