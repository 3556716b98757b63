"""Packs to look at, beyond the plain one."""

from dataclasses import replace

from hubdesk.exchange.review_pack.pack import Pack, PackFloor
from tests.exchange.review_pack.packs import a_pack


def on_two_floors() -> Pack:
    """One desk on the ground floor, one on the first; a floor between, with none of the agency's."""
    pack = a_pack()
    ground = pack.floors[0]
    first, second, other = ground.desks
    return a_pack(
        floors=(
            replace(ground, desks=(first, other)),
            PackFloor("1", "First", 1, ground.outline, (), (second, other)),
        ),
        desks=(pack.desks[0], replace(pack.desks[1], floor="1 First floor")),
    )
