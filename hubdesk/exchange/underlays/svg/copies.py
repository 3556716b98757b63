"""Counting what an SVG draws once every `use` is written out."""

from xml.etree.ElementTree import Element

from hubdesk.exchange.underlays import faults
from hubdesk.exchange.underlays.faults import Unfit
from hubdesk.exchange.underlays.limits import MOST_ENTITIES

_DEEPEST = 250
_COPIES = ("use", "feImage")


def refuse_too_many_copies(root: Element) -> None:
    """Raises Unfit where copies multiply beyond measure, lie too deep, or hold themselves."""
    _Copies(root).count(root, 0)


class _Copies:
    def __init__(self, root: Element) -> None:
        self._by_id = {name: element for element in root.iter() if (name := element.get("id"))}
        self._counted: dict[Element, tuple[int, int]] = {}
        self._open: set[Element] = set()

    def count(self, element: Element, depth: int) -> tuple[int, int]:
        """How many elements this one is with all it holds and copies, and how deep they lie in it."""
        if element in self._counted:
            return self._counted[element]
        if depth > _DEEPEST:
            raise Unfit(faults.too_deep())
        if element in self._open:
            raise Unfit(faults.damaged("a part of it is a copy of itself"))
        self._open.add(element)
        many, deep = 1, 0
        for inner in (*element, *self._copied(element)):
            inner_many, inner_deep = self.count(inner, depth + 1)
            many, deep = many + inner_many, max(deep, inner_deep + 1)
        self._open.remove(element)
        if many > MOST_ENTITIES:
            raise Unfit(faults.too_many_things(MOST_ENTITIES))
        if deep > _DEEPEST:
            raise Unfit(faults.too_deep())
        self._counted[element] = many, deep
        return many, deep

    def _copied(self, element: Element) -> list[Element]:
        if element.tag.rpartition("}")[2] not in _COPIES:
            return []
        links = (value.strip() for name, value in element.attrib.items() if name.rpartition("}")[2] == "href")
        return [self._by_id[link[1:]] for link in links if link[:1] == "#" and link[1:] in self._by_id]
