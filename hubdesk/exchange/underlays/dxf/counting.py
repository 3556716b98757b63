"""Counting what a drawing holds once its blocks are written out, before they are."""

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.dxf.stencil import Stencil, Stencils
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_DEPTH, MOST_ENTITIES


def refuse_too_many(stencils: Stencils) -> None:
    """Raises Unfit where blocks multiply beyond measure, lie too deep, or hold themselves."""
    _Count(stencils).of(stencils.of_model(), 0)


class _Count:
    def __init__(self, stencils: Stencils) -> None:
        self._stencils = stencils
        self._counted: dict[int, tuple[int, int]] = {}
        self._open: set[int] = set()

    def of(self, stencil: Stencil, depth: int) -> tuple[int, int]:
        """How many entities and uses a stencil comes to, and how deep blocks lie in it."""
        key = id(stencil)
        if key in self._counted:
            return self._counted[key]
        if key in self._open:
            raise Unfit(faults.damaged("a block of it holds itself"))
        if depth > MOST_DEPTH:
            raise Unfit(faults.too_deep())
        self._open.add(key)
        many, deep = stencil.entities.total(), 0
        for use in stencil.uses:
            inner_many, inner_deep = self.of(self._stencils.of_block(use.block), depth + 1)
            many += len(use.matrices) * (1 + inner_many)
            deep = max(deep, inner_deep + 1)
        self._open.remove(key)
        if many > MOST_ENTITIES:
            raise Unfit(faults.too_many_things(MOST_ENTITIES))
        if deep > MOST_DEPTH:
            raise Unfit(faults.too_deep())
        self._counted[key] = many, deep
        return many, deep
